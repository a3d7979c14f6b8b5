// @ts-check
/**
 * The answers that a form asks for and has not got, and those to be looked at: one after the other by a button, and all as a list by the ways out.
 * Each way out opens that list and holds nothing back, for it may be a draft; where the form would be blank, the blank file is offered.
 *
 * @typedef {import("./answers.js").Field} Field
 * @typedef {import("./answers.js").Values} Values
 * @typedef {{place: Element, label: string}} Gap `place`: of the field, or of the cell in a row
 */
import { languageHere, SIGNS } from "../shared/signs.js";
import { say, words } from "../shared/words.js";
import { isFilled } from "./answers.js";
import { openSaid } from "./bar.js";
import { besideIn, doubtOf, doubtsIn, openRequired } from "./checks.js";
import { faultIn, inputsIn, isUnreadable, readRow } from "./controls.js";
import { check, doubtAt, faultSaid } from "./kindness.js";
import { unfold } from "./row-folds.js";
import { differing, tallyOf } from "./tallies.js";

export class Gaps {
  /** @type {Gap[]} */
  listed = [];
  /** What was asked for of a form in which nothing is filled in. @type {(() => void) | undefined} */
  anyway = undefined;
  /** Where the reader was last among the questions. @type {Element | null} */
  last = null;

  /** @param {import("./form-filler.js").FormFiller} filler @param {AbortSignal} signal */
  constructor(filler, signal) {
    this.filler = filler;
    filler.one(".filler__asks").addEventListener("focusin", ({ target }) => { this.last = /** @type {Element} */ (target); }, { signal });
    filler.state.addEventListener("change", () => this.follow(), { signal });
    this.list.addEventListener("toggle", () => this.list.open && this.draw(), { signal });
  }

  get list() {
    return /** @type {HTMLDetailsElement} */ (this.filler.one("[data-gaps]"));
  }

  /** @returns {Gap[]} in order */
  all() {
    const { form, fields, values } = this.filler.state, page = languageHere();
    const { colon } = SIGNS[page];
    /** @returns {Gap[]} */
    const gap = (/** @type {Field} */ field, /** @type {Values} */ given, /** @type {import("./checks.js").Beside} */ beside, /** @type {Element} */ place, before = "") => {
      const label = before + field.label[page];
      if (!isFilled(field, given)) {
        if (field.required) return [{ place, label }];
        return inputsIn(place).some(isUnreadable) && field.family !== "table" ? [{ place, label: `${label}${colon}${words[`fill_check_${field.type}`]}` }] : [];
      }
      const doubt = doubtOf(field, given, beside);
      return doubt ? [{ place, label: doubt.first ? before + faultSaid(doubt, field) : `${label}${colon}${faultSaid(doubt, field)}` }] : [];
    };
    const others = differing(form, values);
    return [...fields.values()].flatMap((field) => {
      const place = this.filler.placeOf(field);
      const own = gap(field, values, besideIn(form, values), place);
      const tally = others.includes(field) ? tallyOf(form, values, field, page) : null;
      if (tally) own.push({ place, label: `${field.label[page]}${colon}${say(tally.key, tally.values)}` });
      const rows = field.family === "table" ? [...place.querySelectorAll("[data-rows] > .ask-row")] : [];
      return [...own, ...rows.flatMap((row, number) => {
        const given = readRow(row, field), columns = field.columns ?? [];
        if (!columns.some((column) => isFilled(column, given)) && !inputsIn(row).some(isUnreadable)) return [];
        const before = `${field.label[page]}${colon}${say("fill_row", { n: number + 1 })}${colon}`;
        return columns.flatMap((column) => gap(column, given, besideIn(form, values, field, given), /** @type {Element} */ (row.querySelector(`[data-column="${column.id}"]`)), before));
      })];
    });
  }

  /** Say how many there are, but for what is wrong just where somebody types and is told nothing yet. */
  count() {
    const { bar, state: { form, values } } = this.filler, { activeElement } = document;
    const typed = activeElement?.closest("[data-column]") ?? activeElement?.closest("[data-field]");
    const unsaid = typed && this.filler.contains(typed) && faultIn(typed).hidden && doubtAt(this.filler, typed);
    const doubts = doubtsIn(form, values) - Number(Boolean(unsaid)) + this.unreadable(typed).length;
    bar.show(openRequired(form, values), doubts);
    if (this.isBegun) this.filler.one("[data-empty]").hidden = true;
    this.list.hidden = !(this.isBegun && bar.open);
    this.filler.write("[data-gaps] summary", bar.open);
  }

  /** Days of which a part is missing, so that browsers say nothing of them, where an answer is not asked for anyhow. @param {Element | null | undefined} typed where somebody types */
  unreadable(typed) {
    return inputsIn(this.filler).filter((control) => isUnreadable(control) && control.ariaRequired !== "true" && !typed?.contains(control));
  }

  /** @param {string} what @param {HTMLButtonElement} button @returns {boolean} whether it was one of these ways */
  perform(what, button) {
    if (what === "next-gap") this.next();
    else if (what === "gap") this.goTo(this.listed[Number(button.value)]);
    else if (what === "anyway") {
      const { anyway } = this;
      this.close();
      anyway?.();
    } else return false;
    return true;
  }

  /** Go to the first that is below where the reader was, else to the first of all. */
  next() {
    const all = this.all(), { last } = this;
    const isBelow = (/** @type {Gap} */ { place }) => last?.isConnected && !place.contains(last) && last.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING;
    this.goTo(all.find(isBelow) ?? all[0]);
  }

  /** @param {Gap | undefined} gap */
  goTo(gap) {
    if (!gap?.place.isConnected) return;
    unfold(this.filler, gap.place);
    check(this.filler, gap.place);
    const control = inputsIn(gap.place)[0];
    control?.focus({ preventScroll: true });
    gap.place.scrollIntoView({ block: gap.place.getBoundingClientRect().height > innerHeight / 2 ? "start" : "center" });
  }

  /** A way out: it is gone, and what is missing is listed. Where nothing at all is filled in, the blank file is offered before; who wants this one says so, or presses again.
   * @param {string} ending of that file @param {() => Promise<void>} out */
  leave(ending, out) {
    const place = this.filler.one("[data-empty]"), take = () => out().then(() => this.note());
    const blank = document.querySelector(`ul.files a[data-language="${this.filler.language}"][data-format="${ending}"]`);
    if (!blank || !place.hidden || this.isBegun) {
      place.hidden = true;
      return void take();
    }
    const link = /** @type {HTMLElement} */ (blank.cloneNode(true));
    this.filler.one("[data-blank]").replaceChildren(link);
    this.close();
    this.anyway = take;
    place.hidden = false;
    link.focus();
  }

  /** Whether any answer has been given. */
  get isBegun() {
    const { fields, values } = this.filler.state;
    return [...fields.values()].some((field) => isFilled(field, values));
  }

  /** Beside something that was handed over: what it lacks. */
  note() {
    const all = this.isBegun ? this.all() : []; // Of the blank form that somebody wanted, nothing is asked.
    for (const { place } of all) check(this.filler, place);
    this.count();
    this.list.open = all.length > 0;
    if (!all.length) return;
    this.draw();
    if (this.list.offsetHeight < innerHeight / 2) this.list.scrollIntoView({ block: "nearest" });
  }

  draw() {
    this.listed = this.all();
    this.filler.one("[data-gaps] p").replaceChildren(...this.listed.map(({ label }, number) => {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", className: "button", value: String(number), textContent: label });
      button.dataset.do = "gap";
      return button;
    }));
  }

  /** While it is shown, it says what is missing now. */
  follow() {
    if (!this.list.open) return;
    this.draw();
    if (!this.listed.length || !this.isBegun) this.close();
  }

  close() {
    this.list.open = false;
    this.filler.one("[data-empty]").hidden = true;
    this.anyway = undefined;
  }
}
