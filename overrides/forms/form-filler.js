// @ts-check
/**
 * <form-filler template="meeting-minutes"><form>…</form></form-filler>, as `form.html` draws it.
 * A template's form: what is typed becomes a draft in this browser, shows in the sheet beside it, and leaves as a file.
 * `data-do` on a button says what it does. `description` and `root` are given by <form-opener>.
 *
 * @typedef {import("./answers.js").Field} Field
 * @typedef {import("./answers.js").FileLanguage} FileLanguage
 * @typedef {import("./answers.js").Values} Values
 * @typedef {import("./drafts/draft.js").Draft} Draft
 */
import { keepingSaid } from "../shared/keeping-said.js";
import { say, words } from "../shared/words.js";
import { followLink, openWord, takeDropped } from "./arriving.js";
import { Bar } from "./bar.js";
import { addRow, emptyFocused, filledPlace, markAsked, mayGrow, readField, removeRow, writeField } from "./controls.js";
import { draftToGoOnWith, nameOf, showDrafts } from "./draft-list.js";
import { DRAFT_LIMITS } from "./drafts/draft.js";
import { drafts } from "./drafts/kept-drafts.js";
import { filesFrom, filesHere } from "./files-script.js";
import { FormState } from "./form-state.js";
import { Gaps } from "./gaps.js";
import { handOver } from "./hand-over.js";
import { HandingOut } from "./handing-out.js";
import { beKind } from "./kindness.js";
import { showDetails } from "./mine.js";
import { leaving } from "./leaving.js";
import { fileNameOf } from "./names.js";
import { Offer } from "./offer.js";
import { foldRows } from "./row-folds.js";
import { Sheet } from "./sheet.js";

export class FormFiller extends HTMLElement {
  /** What is being filled in. @type {FormState} */
  state = /** @type {any} */ (null);
  /** The document beside the form. @type {Sheet} */
  sheet = /** @type {any} */ (null);
  /** Where values from elsewhere are shown first. @type {Offer} */
  offer = /** @type {any} */ (null);
  /** The ways out. @type {HandingOut} */
  handing = /** @type {any} */ (null);
  /** What is still open, and what was done. @type {Bar} */
  bar = /** @type {any} */ (null);
  /** The answers that are missing. @type {Gaps} */
  gaps = /** @type {any} */ (null);
  /** What the browser's window is called while nothing is printed. */
  pageTitle = "";
  ends = new AbortController();
  /** Where each field stands. @type {Map<string, Element>} */
  places = new Map();
  /** Parts that were looked for, by how. @type {Map<string, HTMLElement>} */
  found = new Map();

  /** Begin, once the description is there. */
  begin() {
    const form = /** @type {import("./answers.js").Form} */ (/** @type {any} */ (this).description);
    this.places = new Map([...this.querySelectorAll("[data-field]")].map((place) => [place.getAttribute("data-field") ?? "", place]));
    this.state = new FormState(form, drafts, {
      write: (values) => {
        for (const field of this.state.fields.values()) writeField(this.placeOf(field), field, values[field.id]);
      },
      read: (field) => readField(this.placeOf(field), field),
    });
    this.sheet = new Sheet(this.one("[data-sheet]"), form);
    this.offer = new Offer(this.one("[data-offer]"), form);
    this.handing = new HandingOut(this, /** @type {any} */ (this.one("save-ways")));
    this.bar = new Bar(this);
    this.gaps = new Gaps(this, this.ends.signal);
    this.listen();
    this.state.work(draftToGoOnWith(form.id, drafts.of(form.id)));
    showDetails(this);
    this.heading.focus();
    followLink(this);
    filesFrom(/** @type {any} */ (this).files).then(() => this.show(), () => {}); // Whoever needs it asks for it again.
  }

  listen() {
    const { signal } = this.ends;
    this.state.addEventListener("work", () => this.worked(), { signal });
    this.state.addEventListener("values", (event) => this.draw(/** @type {CustomEvent<Field | null>} */ (event).detail), { signal });
    this.state.addEventListener("change", () => this.show(), { signal });
    this.addEventListener("input", (event) => this.typed(event), { signal });
    this.addEventListener("change", (event) => this.changed(event), { signal });
    this.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button[data-do]") : null;
      if (button instanceof HTMLButtonElement) this.perform(button.dataset.do ?? "", button);
    }, { signal });
    takeDropped(this, signal);
    beKind(this, signal);
    foldRows(this, signal);
    drafts.addEventListener("change", () => this.heard(), { signal });
    drafts.addEventListener("forgotten", () => this.forget(), { signal });
    addEventListener("hashchange", () => followLink(this), { signal });
    addEventListener("beforeprint", () => this.nameForPrint(), { signal });
    addEventListener("afterprint", () => {
      document.title = this.pageTitle || document.title;
    }, { signal });
  }

  disconnectedCallback() {
    this.ends.abort();
  }

  get heading() { return this.one("#fill-in"); }

  /** @returns {FileLanguage} */
  get language() {
    return /** @type {any} */ (this.querySelector("input[name=file-language]:checked")).value;
  }

  /** What a link to what is being filled in has behind its `#`: this draft, where it is kept. */
  get link() {
    return `#draft=${this.state.draft && drafts.keeping === "kept" ? this.state.draft.id : ""}`;
  }

  get nameField() {
    return /** @type {HTMLInputElement} */ (this.one("[data-draft-name]"));
  }

  // --- what the reader does -------------------------------------------------------------------------------------------

  /** @param {Event} event */
  typed(event) {
    const target = event.target instanceof HTMLElement ? event.target : null;
    const field = this.fieldOf(target);
    if (field) {
      this.settle();
      this.state.keep(field);
      markAsked(this.placeOf(field), field);
    } else if (target === this.nameField) this.state.rename(this.nameField.value);
    else if (target?.dataset.detail) drafts.setDetails({ [target.dataset.detail]: /** @type {HTMLInputElement} */ (target).value });
  }

  /** @param {Event} event */
  changed(event) {
    const target = event.target;
    if (target instanceof HTMLInputElement && target.name === "file-language") {
      this.settle();
      this.draw(null);
    } else if (target instanceof HTMLInputElement && target.type === "file") {
      const file = target.files?.[0];
      if (file) openWord(this, file);
      target.value = "";
    } else if (target instanceof HTMLSelectElement && "drafts" in target.dataset) {
      this.state.work(drafts.all.get(target.value) ?? null);
    }
  }

  /** @param {string} what @param {HTMLButtonElement} button */
  perform(what, button) {
    const field = this.fieldOf(button);
    if (this.handing.perform(what, button) || this.gaps.perform(what, button)) return;
    if (what === "close") this.dispatchEvent(new Event("filler-close", { bubbles: true }));
    else if (what === "undo") this.bar.undo?.();
    else if (what === "to-paper") {
      this.one("#fill-paper").focus({ preventScroll: true });
      this.one("#fill-paper").scrollIntoView();
    } else if (what === "accept") this.offer.accept();
    else if (what === "decline") {
      this.offer.close();
      this.heading.focus();
      this.tell(words.nothing_changed);
    } else if (what === "new") {
      this.state.work(null);
      this.tell(words.fill_new);
      this.nameField.focus();
    } else if (what === "delete" || what === "clear") {
      const text = say(what === "clear" ? "fill_cleared" : "fill_deleted", { n: nameOf(this.state.draft, this.state.form.telling) });
      if (this.state.draft) this.tellOf(text, this.state.remove());
    } else if (what === "erase") this.tellOf(words.fill_erased, this.state.erase());
    else if (field && what === "add-row") this.addRow(field);
    else if (field && what === "remove-row") this.removeRow(field, /** @type {Element} */ (button.closest(".ask-row")));
    else if (field && what === "mine") {
      const control = /** @type {HTMLInputElement} */ (button.parentElement?.querySelector("[data-type]"));
      control.value = button.value;
      control.focus();
      this.settle();
      this.state.keep(field);
    } else if (field && what === "hand-over") handOver(this, field, button);
  }

  /** @param {Field} field */
  addRow(field) {
    this.settle();
    if (!mayGrow(this.placeOf(field))) return this.tell(say("fill_rows_full", { n: DRAFT_LIMITS.rows }));
    /** @type {HTMLElement} */ (addRow(this.placeOf(field), field).querySelector("[name]")).focus();
  }

  /** @param {Field} field @param {Element} row */
  removeRow(field, row) {
    const place = filledPlace(this.placeOf(field), field, row);
    const before = this.state.values[field.id];
    const there = removeRow(this.placeOf(field), field, row);
    /** @type {HTMLElement} */ (there?.querySelector("[name]"))?.focus();
    if (place < 0) return;
    this.state.keep(field);
    this.tellOf(words.fill_row_removed, this.state.rowBack(field, place, before[place]), false);
  }

  // --- what comes from elsewhere --------------------------------------------------------------------------------------

  /** Take values over, into a draft or a new one, with the way back. @param {Draft | null} into @param {Values} values */
  use(into, values) {
    const back = this.state.use(into, values);
    this.heading.focus();
    this.tellOf(words.fill_used, back, false);
  }

  /** Another tab, or another part of the page, changed what is kept. */
  heard() {
    const what = this.state.heard();
    if (what) this.tell(words[`fill_${what}`]);
    if (!this.state.isPutting) showDetails(this);
  }

  /** Everything was deleted: nothing of it is written back from this page. */
  forget() {
    emptyFocused(this);
    this.state.work(null);
    this.tell(words.fill_erased);
  }

  // --- what is shown --------------------------------------------------------------------------------------------------

  /** Another draft stands in the form. */
  worked() {
    for (const fault of this.querySelectorAll(".ask__fault")) fault.toggleAttribute("hidden", true);
    for (const control of this.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
    this.nameField.value = this.state.draft?.name ?? "";
    this.offer.close();
    this.settle();
  }

  /** Draw what a field holds now, or all of them. @param {Field | null} field */
  draw(field) {
    const { form, fields, values } = this.state, filed = fields.get(form.filedAs ?? ""), going = leaving(form, values, this.language);
    for (const each of new Set([field, field && filed])) if (each !== undefined) this.sheet.follow(each, going, this.language);
    this.offer.compare(values);
  }

  show() {
    const { form, values, draft } = this.state;
    this.gaps.count();
    this.one("button[value=ics]")?.toggleAttribute("hidden", !filesHere()?.hasEvents(form, values)); // Once what makes a calendar is there.
    for (const what of ["delete", "clear"]) this.one(`button[data-do=${what}]`)?.toggleAttribute("disabled", !draft);
    if (this.nameField !== document.activeElement && draft) this.nameField.value = draft.name;
    showDrafts(this);
    const said = keepingSaid(drafts, "fill_");
    this.one("[data-keeping]").hidden = !said;
    this.write("[data-keeping]", said);
  }

  nameForPrint() {
    this.sheet.catchUp();
    this.pageTitle = document.title;
    document.title = fileNameOf(this.state.form, leaving(this.state.form, this.state.values, this.language), this.language, "pdf").replace(/\.pdf$/, "");
  }

  /** Say what was done. @param {Parameters<Bar["tell"]>} what */
  tell(...what) {
    this.handing.close();
    this.bar.tell(...what);
  }

  /** Say what was done, with the way back. @param {string} text @param {() => void} back @param {boolean} [focus] */
  tellOf(text, back, focus = true) {
    this.tell(text, () => {
      back();
      this.tell(words.run_back);
    }, focus);
  }

  /** Something changes: what was said of the state before it is no longer so. A way back stays one. */
  settle() {
    if (!this.bar.undo) this.tell("");
  }

  /** @param {string} place @param {string} text */
  write(place, text) {
    const output = this.one(place);
    if (output.textContent !== text) output.textContent = text;
  }

  /** @param {string} place @returns {HTMLElement} a part that the page has */
  one(place) {
    const part = /** @type {HTMLElement} */ (this.found.get(place) ?? this.querySelector(place));
    if (part) this.found.set(place, part);
    return part;
  }

  /** @param {Element | null} element @returns {Field | undefined} the field in whose place an element stands */
  fieldOf(element) {
    return this.state.fields.get(element?.closest("[data-field]")?.getAttribute("data-field") ?? "");
  }

  /** @param {Field} field */
  placeOf(field) {
    return /** @type {Element} */ (this.places.get(field.id));
  }
}
