// @ts-check
/**
 * The answers that a form asks for and has not got, and those to be looked at: one after the other by a button, and all as a list where it leaves as it is.
 * Who sends it is asked first and may send it all the same; a file is never held back, for it may be a draft; where it would be blank, the blank one is offered.
 *
 * @typedef {import("./answers.js").Field} Field
 * @typedef {import("./answers.js").Values} Values
 * @typedef {{place: Element, label: string}} Gap `place`: of the field, or of the cell in a row
 */
import { languageHere, SIGNS } from "../shared/signs.js";
import { say } from "../shared/words.js";
import { isFilled } from "./answers.js";
import { openSaid } from "./bar.js";
import { besideIn, doubtOf, doubtsIn, openRequired } from "./checks.js";
import { inputsIn, readRow } from "./controls.js";
import { check, faultSaid } from "./kindness.js";
import { differing, tallyOf } from "./tallies.js";

export class Gaps {
  /** @type {Gap[]} */
  listed = [];
  /** What was asked for, to be done all the same. @type {(() => void) | undefined} */
  anyway = undefined;
  /** Where the reader was last among the questions. @type {Element | null} */
  last = null;

  /** @param {import("./form-filler.js").FormFiller} filler @param {AbortSignal} signal */
  constructor(filler, signal) {
    this.filler = filler;
    filler.one(".filler__asks").addEventListener("focusin", ({ target }) => { this.last = /** @type {Element} */ (target); }, { signal });
    filler.state.addEventListener("change", () => this.follow(), { signal });
  }

  /** @returns {Gap[]} in order */
  all() {
    const { form, fields, values } = this.filler.state, page = languageHere();
    const { colon } = SIGNS[page];
    /** @returns {Gap[]} */
    const gap = (/** @type {Field} */ field, /** @type {Values} */ given, /** @type {import("./checks.js").Beside} */ beside, /** @type {Element} */ place, before = "") => {
      const label = before + field.label[page];
      if (!isFilled(field, given)) return field.required ? [{ place, label }] : [];
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
        if (!columns.some((column) => isFilled(column, given))) return [];
        const before = `${field.label[page]}${colon}${say("fill_row", { n: number + 1 })}${colon}`;
        return columns.flatMap((column) => gap(column, given, besideIn(form, values, field, given), /** @type {Element} */ (row.querySelector(`[data-column="${column.id}"]`)), before));
      })];
    });
  }

  /** Say how many there are, but for what is wrong just where somebody types. */
  count() {
    const { bar, state: { form, values } } = this.filler;
    bar.show(openRequired(form, values), doubtsIn(form, values, this.filler.fieldOf(document.activeElement)));
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
    check(this.filler, gap.place);
    const control = inputsIn(gap.place)[0];
    control?.focus({ preventScroll: true });
    gap.place.scrollIntoView({ block: gap.place.getBoundingClientRect().height > innerHeight / 2 ? "start" : "center" });
  }

  /** Before something is sent: what is missing is shown, and it is sent where the reader says so. @param {() => void} send */
  ask(send) {
    if (!this.open(send)) return send();
    this.filler.one("[data-gaps] [data-do=gap]").focus();
  }

  /** Before a file is made in which nothing at all is filled in, the blank one is offered; who wants this one says so, or presses again. @param {string} ending @param {() => void} take */
  offerBlank(ending, take) {
    const place = this.filler.one("[data-empty]");
    const blank = document.querySelector(`ul.files a[data-language="${this.filler.language}"][data-format="${ending}"]`);
    if (!blank || !place.hidden || this.isBegun) {
      place.hidden = true;
      return take();
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
    this.open();
  }

  /** @param {() => void} [anyway] @returns {boolean} whether anything is missing */
  open(anyway) {
    this.listed = this.all();
    if (!this.listed.length) return false;
    for (const { place } of this.listed) check(this.filler, place);
    this.anyway = anyway;
    this.filler.one("[data-gaps] [data-do=anyway]").hidden = !anyway;
    this.draw();
    this.filler.one("[data-gaps]").hidden = false;
    return true;
  }

  draw() {
    const { form, values } = this.filler.state;
    this.filler.write("[data-gaps] strong", openSaid(openRequired(form, values), doubtsIn(form, values)) + SIGNS[languageHere()].colon);
    this.filler.one("[data-gaps] p").replaceChildren(...this.listed.map(({ label }, number) => {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", className: "button", value: String(number), textContent: label });
      button.dataset.do = "gap";
      return button;
    }));
    this.filler.found.delete("[data-gaps] [data-do=gap]");
  }

  /** While it is shown, it says what is missing now. */
  follow() {
    if (this.isBegun) this.filler.one("[data-empty]").hidden = true;
    if (this.filler.one("[data-gaps]").hidden) return;
    this.listed = this.isBegun ? this.all() : []; // Of a form that was cleared, nothing is asked.
    if (this.listed.length) this.draw();
    else this.close();
  }

  close() {
    for (const place of ["[data-gaps]", "[data-empty]"]) this.filler.one(place).hidden = true;
    this.anyway = undefined;
  }
}
