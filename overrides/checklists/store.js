// @ts-check
/**
 * Keeps runs in this browser, one name a run: `run:<id>`, and in `current` which run of each checklist is being worked on.
 *
 * @typedef {import("./run.js").Run} Run
 */
import { idNow } from "../shared/keeping/moved.js";
import { placeHere } from "../shared/keeping/places.js";
import { keyHere } from "../shared/keeping/site.js";
import { Records } from "../shared/keeping/records.js";
import { mergeRuns } from "./run-merging.js";
import { runFault, upgradedRun } from "./run-reading.js";
import { newRun, RUN_VERSION } from "./run.js";

const CURRENT = "current";
const AT_ONCE = 5_000;
/** @type {import("../shared/keeping/values.js").Kind} */
const CURRENT_KIND = {
  version: Infinity,
  isSound: (value) => typeof value === "object" && !Array.isArray(value) && Object.values(value).every((id) => typeof id === "string"),
};

/** The runs of all checklists. @extends {Records<Run>} */
export class RunStore extends Records {
  constructor() {
    super({ prefix: "run:", version: RUN_VERSION, upgrade: upgradedRun, faultOf: runFault, merge: mergeRuns });
    /** @type {Record<string, string>} */
    this.current = {};
    /** Runs that this tab began by a first tick, by checklist. @type {Map<string, string>} */
    this.begun = new Map();
    this.load();
  }

  get runs() {
    return this.all;
  }

  readAll() {
    super.readAll();
    this.current = this.unsaved.has(CURRENT) ? { ...this.readCurrent(), ...this.current } : this.readCurrent();
    this.joinBegun();
  }

  /** Where the place changes, what is being worked on goes along. */
  load() {
    const { storage, current } = this;
    super.load();
    if (!storage || !this.storage || storage === this.storage || !Object.keys(current ?? {}).length) return;
    if (placeHere() === "browser") storage.removeItem(keyHere(CURRENT));
    this.current = { ...this.current, ...current };
    this.write(CURRENT, JSON.stringify(this.current));
    this.dispatchEvent(new Event("change"));
  }

  forget() {
    super.forget();
    this.current = {};
    this.begun.clear();
  }

  /** Where two tabs each began a run by a first tick, before one could hear of the other: one run holds the ticks of both. */
  joinBegun() {
    for (const [checklist, id] of this.begun) {
      const mine = this.runs.get(id);
      const theirs = this.currentOf(checklist);
      if (!mine || !theirs || mine === theirs || mine.name || theirs.name) continue;
      if (Math.abs(mine.started - theirs.started) > AT_ONCE) continue;
      this.begun.delete(checklist);
      this.put(mergeRuns({ ...mine, id: theirs.id }, theirs));
      this.remove(mine);
    }
  }

  /** @returns {Record<string, string>} */
  readCurrent() {
    const kept = Object.entries(this.readSingle(CURRENT, CURRENT_KIND, (before, here) => ({ ...before, ...here })) ?? {});
    // What is kept under the id of now counts before what an earlier one has left.
    return Object.fromEntries([...kept.map(([list, id]) => [idNow("checklists", list), id]), ...kept.filter(([list]) => idNow("checklists", list) === list)]);
  }

  /** The run of a checklist that is being worked on, or null. @param {string} checklist */
  currentOf(checklist) {
    return this.runs.get(this.current[checklist]) ?? null;
  }

  /** All runs of a checklist, or of all, the one changed last first. @param {string} [checklist] */
  list(checklist) {
    return this.sorted((run) => !checklist || run.checklist === checklist);
  }

  /** @param {Run} run */
  put(run) {
    const merged = super.put(run);
    // Where storage was erased meanwhile, what is being worked on has to be told anew.
    if (this.current[run.checklist] === run.id && this.storage?.getItem(keyHere(CURRENT)) === null) {
      this.write(CURRENT, JSON.stringify(this.current));
    }
    return merged;
  }

  /** Begin an unnamed run for a first tick, unless another tab has just begun one. @param {string} checklist */
  begin(checklist) {
    this.load();
    const there = this.currentOf(checklist);
    if (there) return there;
    const run = this.put(newRun(checklist, ""));
    this.choose(checklist, run.id);
    this.begun.set(checklist, run.id);
    return run;
  }

  /** Work on this run of its checklist from now on; null: on none. @param {string} checklist @param {string | null} id */
  choose(checklist, id) {
    const known = this.storage && !this.unsaved.has(CURRENT) ? this.readCurrent() : this.current;
    const { [checklist]: _, ...others } = known;
    this.current = id ? { ...others, [checklist]: id } : others;
    this.begun.delete(checklist);
    this.write(CURRENT, JSON.stringify(this.current));
    this.dispatchEvent(new Event("change"));
  }

  /** Delete a run; of those of its list that go on, the one changed last is in use then. @param {Run} run @returns {() => void} what brings it back */
  remove(run) {
    const wasCurrent = this.current[run.checklist] === run.id;
    const bringBack = super.remove(run);
    if (wasCurrent) this.choose(run.checklist, this.list(run.checklist).find(({ finished }) => !finished)?.id ?? null);
    return () => {
      bringBack();
      if (wasCurrent) this.choose(run.checklist, run.id);
    };
  }

  saveUnsaved() {
    super.saveUnsaved();
    if (this.unsaved.has(CURRENT)) this.write(CURRENT, JSON.stringify(this.current));
  }
}

/** The store of the page. */
export const store = new RunStore();
