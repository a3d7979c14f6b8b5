// @ts-check
/**
 * <run-comparison lists="…/checklists.zh.json" only="onboarding-day-one …">…</run-comparison>
 * Records that several people took along as files, side by side. The files are read here and kept nowhere.
 *
 * @typedef {import("../checklists/run.js").Checklist} Checklist
 * @typedef {import("../checklists/run.js").Run} Run
 */
import { progressOf, RUN_LIMITS } from "../checklists/run.js";
import { fetchedText } from "../shared/fetching.js";
import { isPlain, isText } from "../shared/keeping/sound.js";
import { say, words } from "../shared/words.js";
import { openWithSeveral, ownerOf, peopleIn } from "./comparing.js";
import { inspectRuns, readExport, textIn } from "./export-reading.js";

/** How many items that several have not done are told at once; the others are folded. */
const MOST_OPEN = 10;

export class RunComparison extends HTMLElement {
  /** What was read, by the id of the record, so that a file that is chosen twice counts once. @type {Map<string, {run: Run, whose: string}>} */
  records = new Map();
  /** @type {Map<string, Checklist> | undefined} */
  lists;

  connectedCallback() {
    this.hidden = false;
    this.addEventListener("change", ({ target: field }) => {
      if (!(field instanceof HTMLInputElement)) return;
      const files = [...(field.files ?? [])];
      field.value = "";
      if (files.length) this.read(files);
    });
    this.addEventListener("click", ({ target }) => {
      if (!(target instanceof Element) || !target.closest("[data-do=clear]")) return;
      this.records.clear();
      this.show([]);
      this.tell(words.compare_gone);
    });
  }

  /** The checklists that are compared, by id; fetched once a file was chosen. @returns {Promise<Map<string, Checklist>>} */
  async listsHere() {
    const only = (this.getAttribute("only") ?? "").split(" ");
    /** @type {Checklist[]} */
    const all = JSON.parse(await fetchedText(this.getAttribute("lists") ?? ""));
    return new Map(only.flatMap((id) => all.filter((list) => list.id === id)).map((list) => [list.id, list]));
  }

  /** @param {File[]} files */
  async read(files) {
    try {
      this.lists ??= await this.listsHere();
    } catch {
      this.tell(words.lists_missing);
      return;
    }
    const refused = [];
    for (const file of files) {
      const read = await textIn(file);
      const fault = "fault" in read ? say(read.fault, { n: read.detail }) : this.take(read.text, file.name, this.lists);
      if (fault) refused.push(say("compare_refused", { file: file.name, fault }));
    }
    this.show(refused);
    this.tell(say("compare_read", { n: files.length - refused.length, all: this.querySelectorAll("tbody tr").length }));
  }

  /** Take over the records of a file. @param {string} text @param {string} file @param {Map<string, Checklist>} lists @returns {string} what is wrong with it */
  take(text, file, lists) {
    const read = readExport(text);
    const plan = "fault" in read ? read : inspectRuns(read.value.runs, new Map(), lists, new Set());
    if ("fault" in read || "fault" in plan) return say(/** @type {any} */ (plan).fault, { n: /** @type {any} */ (plan).detail });
    const { details } = read.value, own = isPlain(details) && isText(details.name, RUN_LIMITS.name) ? details.name.trim() : "";
    const name = own || ownerOf(plan.added, [...lists.keys()]), whose = say("compare_nameless", { file });
    for (const run of plan.added) {
      const there = this.records.get(run.id);
      if (!there || there.run.changed < run.changed || !there.run.name) this.records.set(run.id, { run: { ...run, name: name || (there?.run.name ?? "") }, whose });
    }
    return plan.added.length ? "" : words.compare_none;
  }

  /** @param {string[]} refused what is wrong with files, a line each */
  show(refused) {
    const people = peopleIn([...this.records.values()], document.documentElement.lang);
    const lists = [...(this.lists?.values() ?? [])].filter(({ id }) => people.some(({ runs }) => runs.has(id)));
    const [name, ...others] = this.querySelectorAll("thead th");
    for (const other of others) other.remove();
    name?.after(...lists.map(({ title }) => cell("th", title, "col")));
    this.querySelector("tbody")?.replaceChildren(...people.map(({ name, runs }) => {
      const row = document.createElement("tr");
      row.setAttribute("role", "row");
      row.append(cell("th", name, "row"), ...lists.map((list) => this.progress(runs.get(list.id), list)));
      return row;
    }));
    const open = openWithSeveral(people, lists);
    const told = open.map(({ list, text, open: n }) => say("compare_open", { n, item: text, list: list.title })), rest = told.splice(MOST_OPEN);
    this.lines("open", told);
    this.lines("rest", rest);
    this.querySelector("details")?.toggleAttribute("hidden", !rest.length);
    Object.assign(this.querySelector("summary") ?? {}, { textContent: say("compare_rest", { n: rest.length }) });
    this.lines("refused", refused);
    for (const part of this.querySelectorAll("[data-some]")) part.toggleAttribute("hidden", !people.length);
    this.querySelector("[data-several]")?.toggleAttribute("hidden", !open.length);
  }

  /** How far somebody is. @param {Run | undefined} run @param {Checklist} list */
  progress(run, list) {
    const made = cell("td", "—");
    made.dataset.label = list.title;
    if (!run) return made;
    const { done, all } = progressOf(run, list.items.map(({ id }) => id));
    const bar = document.createElement("progress");
    Object.assign(bar, { max: Math.max(all, 1), value: done });
    bar.setAttribute("aria-label", list.title);
    made.replaceChildren(bar, ` ${done}/${all}${run.finished ? ` ${words.finished}` : ""}`);
    return made;
  }

  /** @param {string} part @param {string[]} lines */
  lines(part, lines) {
    this.querySelector(`[data-part=${part}]`)?.replaceChildren(...lines.map((line) => cell("li", line)));
  }

  /** @param {string} text */
  tell(text) {
    const output = this.querySelector("output");
    if (!output) return;
    output.textContent = text;
    output.focus();
  }
}

/** A cell, which says what it is: laid out as cards, a table is none any more to those who listen. @param {"th" | "td" | "li"} kind
 * @param {string} text @param {"row" | "col"} [scope] of a head */
function cell(kind, text, scope) {
  const made = document.createElement(kind);
  made.textContent = text;
  if (scope) made.setAttribute("scope", scope);
  if (kind !== "li") made.setAttribute("role", scope ? { row: "rowheader", col: "columnheader" }[scope] : "cell");
  return made;
}
