// @ts-check
/**
 * <run-panel for="checklist id">…</run-panel>, before and after its <check-list> on the checklist's own page; below it, too,
 * with what comes next once all is done.
 * The runs of one checklist: begin, choose, rename, finish, delete with undo, take along. The markup stands in the page,
 * some in one panel, some in the other; `data-do` on a button says what it does.
 */
import { localTime } from "./due-items.js";
import { setAddress } from "../shared/address.js";
import { moduleAt } from "../shared/fetching.js";
import { printPage } from "../shared/handing-over.js";
import { keyOf } from "../shared/keys.js";
import { changedRun, newRun, progressOf } from "./run.js";
import { shownName, takenName } from "./run-names.js";
import { store } from "./store.js";
import { say, words } from "../shared/words.js";

export class RunPanel extends HTMLElement {
  /** @type {Promise<typeof import("./taking.js")> | undefined} */
  taking;

  connectedCallback() {
    this.hidden = false;
    this.checklist = this.getAttribute("for") ?? "";
    this.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button[data-do]") : null;
      if (button) this.perform(button.getAttribute("data-do") ?? "");
    });
    this.addEventListener("change", (event) => {
      if (event.target instanceof HTMLSelectElement) store.choose(this.checklist ?? "", event.target.value || null);
    });
    const form = this.querySelector("form");
    form?.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.querySelector("[data-ending]")) this.finish();
      else this.begin();
    });
    form?.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !keyOf(event)) event.preventDefault(); // It ends a word of an input method, and sends nothing.
    });
    if (this.hasAttribute("taking")) for (const near of ["pointerover", "focusin"]) this.addEventListener(near, () => this.bringTaking().catch(() => {}));
    this.show = this.show.bind(this);
    store.addEventListener("change", this.show);
    store.addEventListener("forgotten", () => this.unsay()); // Nothing of what was deleted comes back.
    this.show();
    this.offerPrepared();
    addEventListener("hashchange", () => this.offerPrepared());
  }

  get run() {
    return store.currentOf(this.checklist ?? "");
  }

  /** The checklist as its element on the page describes it. @returns {import("./run.js").Checklist} */
  get list() {
    const element = /** @type {import("./check-list.js").CheckList} */ (document.querySelector(`check-list[checklist="${this.checklist}"]`));
    return element.list ?? element.describe();
  }

  /** @returns {HTMLInputElement | null} */
  get nameField() {
    return this.querySelector("form input");
  }

  /** The run that a name typed now is meant for: one that was begun by a tick and has none; not where a colleague's is offered. */
  get unnamed() {
    const run = this.run;
    return run && !run.name && !run.finished && !this.offered ? run : null;
  }

  /** @param {boolean} [isNew] whatever the one in use is called */
  begin(isNew) {
    const field = this.nameField;
    const { name } = takenName(field?.value ?? "");
    const unnamed = name && !isNew ? this.unnamed : null;
    const run = unnamed ? changedRun(unnamed, { name }) : newRun(this.checklist ?? "", name);
    this.offered = false;
    if (location.hash.startsWith("#run=")) setAddress(location.pathname + location.search);
    store.put(run);
    store.choose(run.checklist, run.id);
    if (field) field.value = "";
    this.tell(say(unnamed ? "run_named" : "run_begun", { n: shownName(run) }));
  }

  /** The end of a list: its name, where one was typed, and that it is done, in one step. */
  finish() {
    const { run, nameField } = this, { name } = takenName(nameField?.value ?? "");
    if (run && name) store.put(changedRun(run, { name }));
    if (nameField) nameField.value = "";
    this.perform("finish");
  }

  /** @param {string} what */
  perform(what) {
    const run = this.run;
    if (what === "undo") return this.undo?.();
    if (what === "share") return this.withTaking(({ share }) => share(this, this.run));
    if (what === "print") return this.print();
    if (what === "begin") return this.begin(true);
    if (what === "begin-offered") return this.begin();
    if (!run) return this.tell(words.no_run);
    const list = this.list;
    const name = [list.title, run.name].filter(Boolean).join(" ");
    if (what === "rename") this.rename(run);
    else if (what === "finish") {
      store.put(changedRun(run, { finished: run.finished ? 0 : Date.now() }));
      this.tell(say(run.finished ? "run_reopened" : "run_finished", { n: shownName(run) }));
    } else if (what === "delete") {
      const bringBack = store.remove(run);
      this.tell(say("run_deleted", { n: shownName(run) }), () => {
        bringBack();
        this.tell(words.run_back);
      });
    } else this.withTaking(({ take }) => take(this, what, run, list, name));
  }

  /** What only taking along needs comes when a hand nears the buttons: so a tap is still fresh when it is answered, as copying asks.
   * @returns {Promise<typeof import("./taking.js")>} */
  bringTaking() {
    this.taking ??= moduleAt(this.getAttribute("taking") ?? "");
    this.taking.catch(() => { this.taking = undefined; });
    return this.taking;
  }

  /** @param {(taking: typeof import("./taking.js")) => unknown} use */
  async withTaking(use) {
    let taking;
    try {
      taking = await this.bringTaking();
    } catch (error) {
      // That the site is another by now, the page says itself.
      if (/** @type {Error} */ (error).message !== "replaced") this.tell(words.run_not_fetched);
      return;
    }
    use(taking);
  }

  /** @param {import("./run.js").Run} run */
  keep(run) {
    store.put(run);
  }

  async print() {
    if (!(await printPage())) this.tell(words.print_refused);
  }

  /** Nothing typed yet: here is the name, to be changed. @param {import("./run.js").Run} run */
  rename(run) {
    const field = this.nameField;
    const { name: wanted } = takenName(field?.value ?? "");
    if (wanted) {
      store.put(changedRun(run, { name: wanted }));
      this.tell(say("run_named", { n: wanted }));
    }
    if (field) field.value = wanted ? "" : run.name;
    if (!wanted) field?.select();
  }

  /** A link from a colleague asks before anything is begun. */
  offerPrepared() {
    const name = new URLSearchParams(location.hash.slice(1)).get("run");
    const field = this.nameField;
    if (name === null || !field || !this.querySelector("select")) return;
    this.offered = true;
    this.offeredBeside = this.run?.id;
    const taken = takenName(name);
    field.value = taken.name;
    const said = this.querySelector("[data-offered] span");
    if (said) said.textContent = [taken.name ? say("run_offered", { n: taken.name }) : words.run_offered_unnamed, taken.isCut ? words.name_cut : ""].filter(Boolean).join(" ");
    this.tell("");
    this.show();
    /** @type {HTMLElement | null} */ (this.querySelector("[data-do=begin-offered]"))?.focus();
  }

  /** What something is said of: once it is otherwise, that is no longer true. What is taken along holds all of it. */
  get stateNow() {
    const { run } = this;
    return run ? [run.id, run.name, run.finished, this.hasAttribute("taking") && run.changed].join() : "";
  }

  /** @param {string} text @param {() => void} [undo] */
  tell(text, undo) {
    this.undo = undo;
    this.saidOf = this.stateNow;
    const output = this.querySelector("output");
    if (output) output.textContent = text;
    const button = /** @type {HTMLElement | null} */ (this.querySelector("button[data-do=undo]"));
    button?.toggleAttribute("hidden", !undo);
    if (undo) button?.focus();
    else if (text && isGone(document.activeElement)) output?.focus();
  }

  unsay() {
    this.tell("");
    /** @type {import("../shared/save-ways.js").SaveWays | null} */ (this.querySelector("save-ways:not([hidden])"))?.withdraw?.();
  }

  /** @param {import("./run.js").Run | null} run */
  showEnding(run) {
    const ending = /** @type {HTMLElement | null} */ (this.querySelector("[data-ending]"));
    if (!ending) return;
    const { done, all } = progressOf(run, this.list.items.map((item) => item.id));
    const isNew = ending.hidden && this.shown;
    ending.hidden = !done || done < all;
    this.shown = true;
    // Where it comes into sight at the foot of the window, it does so as a whole, once all that stands above it is there.
    if (isNew && !ending.hidden) requestAnimationFrame(() => ending.getBoundingClientRect().top < innerHeight * 1.5 && ending.scrollIntoView({ block: "nearest" }));
    ending.querySelector("form")?.toggleAttribute("hidden", Boolean(run?.finished));
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (ending.querySelectorAll("[data-of]"))) {
      part.hidden = Boolean(part.dataset.of?.split(" ").every((item) => run?.answers[item]?.state === "na")); // What only they need.
    }
    for (const part of ending.querySelectorAll("form :is(label, input)")) part.toggleAttribute("hidden", !this.unnamed);
  }

  show() {
    const run = this.run;
    if (!this.undo && this.saidOf !== this.stateNow) this.unsay();
    if (this.offered && this.offeredBeside !== run?.id) this.offered = false; // Another was begun by a tick, or chosen.
    this.querySelector("[data-offered]")?.toggleAttribute("hidden", !this.offered);
    const select = this.querySelector("select");
    const runs = store.list(this.checklist);
    select?.replaceChildren(new Option(words.choose_run, ""), ...runs.map((one) => {
      const label = one.name ? `${shownName(one)} · ${localTime(new Date(one.started)).slice(0, 10)}` : shownName(one);
      return new Option(one.finished ? `${label} · ${words.finished}` : label, one.id, false, one.id === run?.id);
    }));
    for (const button of this.querySelectorAll("button[data-needs-run]")) {
      button.toggleAttribute("disabled", !run);
    }
    const finish = this.querySelector("button[data-do=finish]");
    if (finish) finish.textContent = run?.finished ? words.reopen : words.finish;
    const begin = this.querySelector(".runs__begin [type=submit]");
    if (begin) begin.textContent = this.unnamed ? words.run_name_it : words.run_begin;
    this.querySelector("button[data-do=rename]")?.toggleAttribute("hidden", Boolean(this.unnamed));
    this.querySelector("button[data-do=begin]")?.toggleAttribute("hidden", !this.unnamed);
    this.showEnding(run);
    const current = this.querySelector("[data-current]");
    if (current) current.textContent = run ? [shownName(run), run.finished ? words.finished : ""].filter(Boolean).join(" · ") : runs.length ? say("run_others", { n: runs.length }) : words.run_none;
    const record = document.querySelector("[data-record]");
    const day = (/** @type {number} */ time) => localTime(new Date(time)).slice(0, 10);
    if (record) record.textContent = run ? [run.name && shownName(run), day(run.started), run.finished ? say("run_finished_on", { n: day(run.finished) }) : ""].filter(Boolean).join(" · ") : "";
  }
}

/** Whether what had the focus is hidden now; that the focus has left it, browsers note later. @param {Element | null} element */
function isGone(element) {
  return element === document.body || !element?.getClientRects().length;
}
