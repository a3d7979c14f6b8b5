// @ts-check
/**
 * Keeps runs in this browser, one key a run: `handbook:run:<id>`, and in `handbook:current` which run of each checklist
 * is being worked on. What cannot be kept goes on in memory; what cannot be understood is set aside, never overwritten.
 *
 * @typedef {import("./run.js").Run} Run
 * @typedef {"kept" | "memory" | "full"} Keeping Whether what is done is kept in the browser, or why it is not.
 */
import { mergeRuns, newRun, runFault, RUN_VERSION } from "./run.js";

const RUN = "handbook:run:";
const CURRENT = "handbook:current";
const ASIDE = "handbook:aside:";
const AT_ONCE = 5_000;

/** Runs in the browser's storage, with a copy in memory that stands in where storage fails. */
export class RunStore extends EventTarget {
  constructor() {
    super();
    /** Keys for which there was no room; they go on in memory. @type {Set<string>} */
    this.unsaved = new Set();
    /** @type {Map<string, Run>} */
    this.runs = new Map();
    /** @type {Record<string, string>} */
    this.current = {};
    /** Runs that this tab began by a first tick, by checklist. @type {Map<string, string>} */
    this.begun = new Map();
    /** Keys that a newer version of the handbook wrote; they are left alone. @type {string[]} */
    this.newer = [];
    this.storage = availableStorage();
    this.load();
    addEventListener("storage", (event) => {
      if (event.key === null || event.key.startsWith("handbook:")) this.load();
    });
  }

  /** @returns {Keeping} */
  get keeping() {
    if (!this.storage) return "memory";
    return this.unsaved.size ? "full" : "kept";
  }

  /** Read everything that is kept, and tell. */
  load() {
    if (!this.storage) return;
    const found = new Map();
    this.newer = [];
    for (const key of keysOf(this.storage, RUN)) {
      const run = this.read(key);
      if (run) found.set(run.id, run);
    }
    for (const [id, run] of this.runs) {
      const kept = found.get(id);
      if (this.unsaved.has(RUN + id)) found.set(id, kept ? mergeRuns(kept, run) : run);
    }
    this.runs = found;
    this.current = this.unsaved.has(CURRENT) ? { ...this.readCurrent(), ...this.current } : this.readCurrent();
    this.joinBegun();
    this.dispatchEvent(new Event("change"));
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

  /** @param {string} key @returns {Run | null} */
  read(key) {
    const text = this.storage?.getItem(key) ?? null;
    if (text === null) return null;
    let value = null;
    try {
      value = JSON.parse(text);
    } catch {
      value = null; // Damaged: set aside below.
    }
    if (value && Number.isInteger(value.v) && value.v > RUN_VERSION) {
      this.newer.push(key);
      return null;
    }
    if (value && !runFault(value) && key === RUN + value.id) return value;
    this.setAside(key, text);
    return null;
  }

  /** @returns {Record<string, string>} */
  readCurrent() {
    const text = this.storage?.getItem(CURRENT) ?? null;
    if (text === null) return {};
    try {
      const value = JSON.parse(text);
      const sound = typeof value === "object" && value !== null && !Array.isArray(value)
        && Object.values(value).every((id) => typeof id === "string");
      if (sound) return value;
    } catch {
      // Damaged: set aside below.
    }
    this.setAside(CURRENT, text);
    return {};
  }

  /** Move what cannot be understood out of the way, for export; where there is no room for that, it stays where it is. */
  setAside(/** @type {string} */ key, /** @type {string} */ text) {
    try {
      this.storage?.setItem(`${ASIDE}${Date.now().toString(36)}:${key.slice("handbook:".length)}`, text);
      this.storage?.removeItem(key);
    } catch {
      this.newer.push(key); // No room to move it: left alone, like what a newer version wrote.
    }
  }

  /** What was set aside: by key, as it was found. */
  aside() {
    const storage = this.storage;
    if (!storage) return {};
    return Object.fromEntries(keysOf(storage, ASIDE).map((key) => [key, storage.getItem(key) ?? ""]));
  }

  /** The run of a checklist that is being worked on, or null. @param {string} checklist */
  currentOf(checklist) {
    return this.runs.get(this.current[checklist]) ?? null;
  }

  /** All runs of a checklist, or of all, the one changed last first. @param {string} [checklist] */
  list(checklist) {
    const runs = [...this.runs.values()].filter((run) => !checklist || run.checklist === checklist);
    return runs.sort((a, b) => b.changed - a.changed);
  }

  /**
   * Keep a run. What another tab has kept of it since is merged, so that nothing of either is lost.
   * @param {Run} run @returns {Run} the run as it is now
   */
  put(run) {
    const key = RUN + run.id;
    const there = this.storage && !this.newer.includes(key) ? this.read(key) : null;
    const merged = there ? mergeRuns(there, run) : run;
    this.runs.set(merged.id, merged);
    this.write(key, JSON.stringify(merged));
    // Where storage was erased meanwhile, what is being worked on has to be told anew.
    if (this.current[run.checklist] === run.id && this.storage?.getItem(CURRENT) === null) {
      this.write(CURRENT, JSON.stringify(this.current));
    }
    this.dispatchEvent(new Event("change"));
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

  /** Delete a run. @param {Run} run @returns {() => void} what brings it back */
  remove(run) {
    const wasCurrent = this.current[run.checklist] === run.id;
    this.runs.delete(run.id);
    this.unsaved.delete(RUN + run.id);
    try {
      this.storage?.removeItem(RUN + run.id);
      this.saveUnsaved();
    } catch {
      // Storage was switched off meanwhile: it is gone from memory all the same.
    }
    if (wasCurrent) this.choose(run.checklist, null);
    else this.dispatchEvent(new Event("change"));
    return () => {
      this.put(run);
      if (wasCurrent) this.choose(run.checklist, run.id);
    };
  }

  /** Delete everything that the handbook keeps in this browser. */
  erase() {
    const storage = this.storage;
    if (storage) for (const key of keysOf(storage, "handbook:")) storage.removeItem(key);
    this.runs.clear();
    this.current = {};
    this.newer = [];
    this.unsaved.clear();
    this.dispatchEvent(new Event("change"));
  }

  /** Now that there is more room, keep what is in memory only. */
  saveUnsaved() {
    for (const [id, run] of this.runs) if (this.unsaved.has(RUN + id)) this.write(RUN + id, JSON.stringify(run));
    if (this.unsaved.has(CURRENT)) this.write(CURRENT, JSON.stringify(this.current));
  }

  /** How much the handbook keeps in this browser, in bytes (two a character, as browsers count). */
  bytes() {
    const storage = this.storage;
    if (!storage) return 0;
    return keysOf(storage, "handbook:").reduce((sum, key) => sum + 2 * (key.length + (storage.getItem(key) ?? "").length), 0);
  }

  /** @param {string} key @param {string} text */
  write(key, text) {
    if (!this.storage || this.newer.includes(key)) return;
    try {
      this.storage.setItem(key, text);
      this.unsaved.delete(key);
    } catch {
      this.unsaved.add(key);
    }
  }
}

/** The browser's storage, or null where it is switched off. */
function availableStorage() {
  try {
    const probe = "handbook:probe";
    localStorage.setItem(probe, "1");
    localStorage.removeItem(probe);
    return localStorage;
  } catch (error) {
    // A full storage can still be read; a forbidden one cannot.
    return error instanceof DOMException && error.name === "QuotaExceededError" ? localStorage : null;
  }
}

/** @param {Storage} storage @param {string} prefix */
function keysOf(storage, prefix) {
  const keys = [];
  for (let place = 0; place < storage.length; place += 1) {
    const key = storage.key(place);
    if (key?.startsWith(prefix)) keys.push(key);
  }
  return keys;
}

/** The one store of the page. */
export const store = new RunStore();
