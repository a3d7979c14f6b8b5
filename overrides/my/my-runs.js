// @ts-check
/**
 * <my-runs lists="…/checklists.zh.json">…</my-runs>, the page /my/: all runs and where each stands, what is due, how much
 * is kept; export, import, erase.
 *
 * @typedef {import("../checklists/run.js").Checklist} Checklist
 */
import { mergeDrafts } from "../forms/drafts/draft.js";
import { drafts } from "../forms/drafts/kept-drafts.js";
import { eraseHere } from "../shared/keeping/places.js";
import { keepMemory, readMemory } from "../practice/memory.js";
import { keepPassed, keptPassed } from "../practice/passed.js";
import { keepRound, roundThere } from "../practice/round.js";
import { ownerOf } from "./comparing.js";
import { inspectImport } from "./exchange.js";
import { SINGLES, textIn } from "./export-reading.js";
import { toJson } from "../checklists/exporting.js";
import { today } from "../shared/day.js";
import { fileName } from "../shared/file-name.js";
import { save } from "../shared/handing-over.js";
import { keepingSaid } from "../shared/keeping-said.js";
import { chooseOffice, keptOffice, OFFICE_CHOSEN } from "../shared/office.js";
import { keepDay, keptJoined } from "../checklists/joining.js";
import { listsText } from "./lists-text.js";
import { othersOf } from "./others.js";
import { inOrder, rowOf, showRuns } from "./run-rows.js";
import { showKept } from "./my-kept.js";
import { mergeRuns } from "../checklists/run-merging.js";
import { shownName } from "../checklists/run-names.js";
import { store } from "../checklists/store.js";
import { say, words } from "../shared/words.js";

export class MyRuns extends HTMLElement {
  async connectedCallback() {
    /** @type {Map<string, Checklist>} */
    this.lists = new Map();
    this.addEventListener("click", (event) => {
      const pressed = event.target instanceof Element ? event.target.closest("button[data-do], .records a") : null;
      if (pressed instanceof HTMLButtonElement) this.perform(pressed.dataset.do ?? "", pressed.value);
      else if (pressed) this.goOn(pressed);
    });
    this.addEventListener("change", ({ target: field }) => {
      if (!(field instanceof HTMLInputElement) || field.type !== "file") return;
      const file = field.files?.[0];
      field.value = "";
      if (file) "proof" in field.dataset ? this.prove(file) : this.choose(file);
    });
    this.addEventListener("input", ({ target: field }) => {
      if (field instanceof HTMLInputElement && field.type === "search") this.show();
    });
    store.addEventListener("change", async () => {
      if (store.list().length) await this.learnLists();
      this.show();
    });
    drafts.addEventListener("change", () => this.show());
    addEventListener(OFFICE_CHOSEN, () => this.show());
    store.addEventListener("forgotten", () => this.unsay());
    if (store.list().length) await this.learnLists();
    this.show();
    this.hidden = false; // All at once: what stands below the records would be shown, and then pushed away by them.
  }

  /** What was deleted before everything was comes back no more, and nothing is true any more that was said. */
  unsay() {
    this.undo = this.plan = null;
    delete document.documentElement.dataset.begun;
    for (const output of this.querySelectorAll("output")) output.textContent = "";
    for (const button of this.querySelectorAll("button[data-do=undo]")) button.setAttribute("hidden", "");
    /** @type {import("../shared/save-ways.js").SaveWays | null} */ (this.querySelector("save-ways"))?.withdraw();
  }

  /** Fetch what must be known of the checklists, once there is a run to show or to import. @returns {Promise<boolean>} whether it is known */
  async learnLists() {
    if (this.lists?.size) return true;
    try {
      /** @type {Checklist[]} */
      const lists = JSON.parse(await listsText());
      this.lists = new Map(lists.map((list) => [list.id, list]));
      return true;
    } catch {
      this.hidden = false;
      this.tell(words.lists_missing);
      return false;
    }
  }

  /** @param {string} what @param {string} value */
  perform(what, value) {
    if (what === "export") this.save(fileName(`${document.title.split(" · ")[0]} ${this.owner} ${today()}`, "json"), toJson(store.list(), othersOf(this.others)));
    else if (what === "export-aside") {
      this.save(fileName("handbook-set-aside", "json"), JSON.stringify(store.aside(), null, 1));
      const proving = this.querySelector("template[data-proving]");
      if (proving instanceof HTMLTemplateElement) proving.replaceWith(proving.content);
    } else if (what === "drop-aside") {
      store.dropAside();
      this.querySelector("button[data-do=drop-aside]")?.setAttribute("hidden", "");
      this.report(words.erased);
    } else if (what === "erase") this.ask("erase");
    else if (what === "erase-really") {
      eraseHere();
      this.ask("");
      this.report(words.erased);
    } else if (what === "import") this.apply();
    else if (what === "cancel") {
      this.plan = null;
      this.ask("");
      this.report(words.nothing_changed);
    } else if (what === "delete") this.removeRun(value);
    else if (what === "undo") this.undo?.();
  }

  /** Who the reader is, as far as something says it: a newcomer's records are named after them. */
  get owner() {
    const newcomers = (this.getAttribute("newcomers") ?? "").split(" ");
    return drafts.details.name || ownerOf(store.list().filter(({ checklist }) => newcomers.includes(checklist)), newcomers);
  }

  /** Its list shows the run to whose page somebody goes. @param {Element} link in the row of a run */
  goOn(link) {
    const run = store.runs.get(link.closest("tr")?.querySelector("button")?.value ?? "");
    if (run) store.choose(run.checklist, run.id);
  }

  /** @param {string} name @param {string} text */
  save(name, text) {
    save(name, text, "application/json");
    this.report(say("handed_over", { n: name }));
    /** @type {import("../shared/save-ways.js").SaveWays | null} */ (this.querySelector("save-ways"))?.offer(name, text);
  }

  /** What was set aside may be deleted once its file was seen: no page can know otherwise that it has arrived. @param {File} file */
  async prove(file) {
    const read = await textIn(file);
    const isWhole = "text" in read && read.text === JSON.stringify(store.aside(), null, 1);
    this.querySelector("button[data-do=drop-aside]")?.toggleAttribute("hidden", !isWhole);
    this.report(isWhole ? words.aside_seen : words.aside_not_seen);
  }

  /** @param {string} id */
  removeRun(id) {
    const run = store.runs.get(id);
    if (!run) return;
    const bringBack = store.remove(run);
    const title = this.lists?.get(run.checklist)?.title ?? run.checklist;
    this.tell(say("run_deleted", { n: `${title} · ${shownName(run)}` }), () => {
      bringBack();
      this.tell(words.run_back);
    });
  }

  /** @param {File} file */
  async choose(file) {
    const isKnown = await this.learnLists(); // Else every record would count as one of a list that there is no more.
    const read = await textIn(file);
    const found = "fault" in read || !isKnown ? read : inspectImport(read.text, store.runs, this.lists ?? new Map(), this.others);
    if ("fault" in found || "text" in found) {
      this.plan = null;
      this.ask("");
      const why = "fault" in found ? say(found.fault, { n: found.detail }) : words.lists_missing;
      this.report(`${why} ${words.nothing_changed}`);
      return;
    }
    const { added, changed, same, others } = found;
    const singles = SINGLES.filter((name) => others.singles[name]);
    const { v: _, ...details } = drafts.details;
    const once = [ // Where there is nothing yet, nothing is merged.
      { name: words.my_details, found: others.details, sign: Object.values(details).some(Boolean) ? "≠" : "+" },
      { name: words.practice_memory, found: others.practice, sign: Object.keys(readMemory().memory.cards).length ? "≠" : "+" },
    ].filter(({ found }) => found);
    const counts = {
      added: added.length + others.added.length + singles.length + once.filter(({ sign }) => sign === "+").length,
      changed: changed.length + others.changed.length + once.filter(({ sign }) => sign === "≠").length,
      same: same.length + others.same.length,
    };
    if (!counts.added && !counts.changed) {
      this.plan = null;
      this.ask("");
      this.report(words.import_nothing);
      return;
    }
    this.plan = { ...found, number: counts.added + counts.changed };
    this.report(say("import_plan", counts));
    this.ask("import");
    const run = (/** @type {import("../checklists/run.js").Run} */ one) => `${this.lists?.get(one.checklist)?.title ?? one.checklist} · ${shownName(one)}`;
    const draft = (/** @type {import("../forms/drafts/draft.js").Draft} */ one) => /** @type {import("./my-drafts.js").MyDrafts | null} */ (this.querySelector("my-drafts"))?.nameOf(one) ?? "";
    const rows = [
      ...added.map((one) => `+ ${run(one)}`), ...changed.map((one) => `≠ ${run(one)}`),
      ...others.added.map((one) => `+ ${draft(one)}`), ...others.changed.map((one) => `≠ ${draft(one)}`),
      ...once.map(({ sign, name }) => `${sign} ${name}`),
      ...found.left.map((id) => `− ${say("import_left", { n: id })}`),
      ...singles.map((name) => `+ ${{ round: words.practice_round, passed: words.practice_passed_kept, office: words.my_office, joined: words.my_joining }[name]}`),
    ];
    this.querySelector("[data-plan]")?.replaceChildren(...rows.map((text) => {
      const row = document.createElement("li");
      row.textContent = text;
      return row;
    }));
  }

  /** What is kept beside the runs. @returns {import("./others.js").There} */
  get others() {
    return { drafts: drafts.all, details: drafts.details, practice: readMemory(), templates: this.titles,
      singles: this.singles };
  }

  /** What there is one of. @returns {import("./others.js").Singles} */
  get singles() {
    return { round: roundThere(), passed: keptPassed(), office: keptOffice(), joined: keptJoined() };
  }

  /** The titles of the templates by id, which the list of drafts knows. @returns {Record<string, string>} */
  get titles() {
    return JSON.parse(this.querySelector("my-drafts")?.getAttribute("titles") ?? "{}");
  }

  apply() {
    const plan = this.plan;
    if (!plan) return;
    for (const run of [...plan.added, ...plan.changed]) {
      const mine = store.runs.get(run.id);
      store.put(mine ? mergeRuns(mine, run) : run);
    }
    for (const { checklist } of plan.added) { // The only one that goes on is in use, as it was where it comes from.
      const [only, another] = store.list(checklist).filter(({ finished }) => !finished), used = store.currentOf(checklist);
      if (only && !another && (!used || used.finished)) store.choose(checklist, only.id);
    }
    const { added, changed, details, practice, singles } = plan.others;
    for (const draft of [...added, ...changed]) {
      const mine = drafts.all.get(draft.id);
      drafts.put(mine ? mergeDrafts(mine, draft) : draft);
    }
    if (details) drafts.setDetails(details);
    if (singles.round) keepRound(singles.round);
    if (singles.passed) keepPassed(singles.passed);
    if (singles.office) chooseOffice(singles.office.id);
    if (singles.joined) keepDay(singles.joined.day);
    const isThere = this.singles;
    const whole = (!practice || keepMemory(practice)) && SINGLES.every((name) => !singles[name] || isThere[name]) && store.keeping === "kept" && drafts.keeping === "kept";
    this.plan = null;
    this.ask("");
    this.show();
    this.report([say("imported", { n: plan.number }), whole ? "" : words.import_not_kept].filter(Boolean).join(" "));
  }

  /** Show the question that is open, and hide the others. @param {string} which */
  ask(which) {
    for (const question of this.querySelectorAll("[data-question]")) {
      if (question instanceof HTMLElement) question.hidden = question.dataset.question !== which;
    }
    const asked = this.querySelector(`[data-question="${which}"] :is([tabindex], button)`);
    if (which && asked instanceof HTMLElement) asked.focus();
  }

  /** Say something of all that is kept, beside the buttons that deal with it. @param {string} text */
  report(text) {
    const output = this.querySelector("[data-said=storage] output");
    if (!(output instanceof HTMLElement)) return;
    output.textContent = text;
    output.focus();
  }

  /** @param {string} text @param {() => void} [undo] */
  tell(text, undo) {
    this.undo = undo;
    const output = this.querySelector("output");
    if (output) output.textContent = text;
    const button = this.querySelector("button[data-do=undo]");
    if (button instanceof HTMLElement) button.hidden = !undo;
    if (undo && button instanceof HTMLElement) button.focus();
    else if (output instanceof HTMLElement) output.focus();
  }

  show() {
    const runs = store.list();
    const template = this.querySelector("template[data-run]");
    if (template instanceof HTMLTemplateElement) {
      showRuns(this, inOrder(runs, this.lists ?? new Map()), (record) => rowOf(record, template, this.getAttribute("root") ?? ""));
    }
    const none = this.querySelector("[data-none]"), isBegun = showKept(this);
    if (none instanceof HTMLElement) none.hidden = runs.length > 0 || drafts.all.size > 0 || isBegun;
    const isEmpty = !this.querySelector("[data-kept-of]:not([hidden])") && !runs.length && !drafts.all.size;
    for (const part of this.querySelectorAll("[data-empty]")) part.toggleAttribute("hidden", !isEmpty);
    for (const part of this.querySelectorAll("[data-stored]")) part.toggleAttribute("hidden", isEmpty);
    for (const part of this.querySelectorAll("[data-some]")) part.toggleAttribute("hidden", !runs.length);
    const kept = this.querySelector("[data-kept]");
    if (kept) kept.textContent = runs.length || drafts.all.size ? say("kept", { n: runs.length, drafts: drafts.all.size }) : "";
    const aside = this.querySelector("[data-aside]");
    if (aside instanceof HTMLElement) aside.hidden = !Object.keys(store.aside()).length;
    const said = keepingSaid(store, "", false), keeping = this.querySelector("[data-keeping]");
    if (keeping instanceof HTMLElement) {
      keeping.hidden = !said;
      keeping.textContent = said;
    }
  }
}
