// @ts-check
/**
 * <form-filler template="meeting-minutes"><form>…</form></form-filler>, as `form.html` draws it.
 * A template's form: what is typed becomes a draft in this browser, shows in the sheet beside it, and leaves as a file.
 * `data-do` on a button says what it does. `description` and `root` are given by <form-opener>.
 *
 * @typedef {import("./answers.js").Field} Field
 * @typedef {import("./answers.js").FileLanguage} FileLanguage
 * @typedef {import("./drafts/draft.js").Draft} Draft
 */
import { copy, printPage } from "../shared/handing-over.js";
import { keepingSaid } from "../shared/keeping-said.js";
import { say, words } from "../shared/words.js";
import { answersIn, newDraft, renamedDraft, withAnswers } from "./drafts/draft.js";
import { drafts } from "./drafts/kept-drafts.js";
import { fieldsOf } from "./answers.js";
import { followLink, openWord } from "./arriving.js";
import { hasDay, openRequired } from "./checks.js";
import { addRow, readField, removeRow, writeField } from "./controls.js";
import { askWhereTo, handedOver, withRows } from "./hand-over.js";
import { keepChecked } from "./kindness.js";
import { showDetails } from "./mine.js";
import { fileNameOf } from "./names.js";
import { Offer } from "./offer.js";
import { Sheet } from "./sheet.js";
import { copyRich, take } from "./taking.js";
import { textOf } from "./mail.js";

export class FormFiller extends HTMLElement {
  /** Begin, once the description is there. */
  begin() {
    this.form = /** @type {import("./answers.js").Form} */ (/** @type {any} */ (this).description);
    this.root = /** @type {string} */ (/** @type {any} */ (this).root ?? ".");
    this.fields = new Map(fieldsOf(this.form).map((field) => [field.id, field]));
    this.places = new Map([...this.querySelectorAll("[data-field]")].map((place) =>
      [place.getAttribute("data-field") ?? "", place]));
    /** @type {Record<string, any>} */
    this.values = {};
    /** @type {Draft | null} */
    this.draft = null;
    this.sheet = new Sheet(/** @type {HTMLElement} */ (this.querySelector("[data-sheet]")), this.form);
    this.offer = new Offer(/** @type {HTMLElement} */ (this.querySelector("[data-offer]")), this.form);
    this.listen();
    this.work(drafts.of(this.form.id)[0] ?? null);
    showDetails(this);
    this.heading.focus();
    followLink(this);
  }

  listen() {
    this.ends = new AbortController();
    const { signal } = this.ends;
    this.addEventListener("input", (event) => this.typed(event), { signal });
    this.addEventListener("change", (event) => this.changed(event), { signal });
    this.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button[data-do]") : null;
      if (button instanceof HTMLButtonElement) this.perform(button.dataset.do ?? "", button);
    }, { signal });
    this.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.addEventListener("dragover", (event) => event.preventDefault(), { signal });
    this.addEventListener("drop", (event) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      openWord(this, file);
    }, { signal });
    keepChecked(this, signal);
    drafts.addEventListener("change", () => this.heard(), { signal });
    drafts.addEventListener("forgotten", () => this.forget(), { signal });
    addEventListener("hashchange", () => followLink(this), { signal });
    addEventListener("beforeprint", () => this.nameForPrint(), { signal });
    addEventListener("afterprint", () => {
      document.title = this.pageTitle ?? document.title;
    }, { signal });
  }

  disconnectedCallback() {
    this.ends?.abort();
  }

  get heading() {
    return /** @type {HTMLElement} */ (this.querySelector("#fill-in"));
  }

  /** @returns {FileLanguage} */
  get language() {
    return /** @type {any} */ (this.querySelector("input[name=file-language]:checked")).value;
  }

  /** What a link to what is being filled in has behind its `#`: this draft, where it is kept. */
  get link() {
    return `#draft=${this.draft && drafts.keeping === "kept" ? this.draft.id : ""}`;
  }

  get nameField() {
    return /** @type {HTMLInputElement} */ (this.querySelector("[data-draft-name]"));
  }

  // --- drafts ---------------------------------------------------------------------------------------------------------

  /** Work on a draft from now on; null: on an empty form. @param {Draft | null} draft */
  work(draft) {
    this.draft = draft;
    this.write(answersIn(draft));
    for (const fault of this.querySelectorAll(".ask__fault")) fault.toggleAttribute("hidden", true);
    for (const control of this.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
    this.nameField.value = draft?.name ?? "";
    this.show();
  }

  /** Put values into the controls. @param {Record<string, any>} values */
  write(values) {
    for (const [id, field] of this.fields ?? []) {
      const place = this.placeOf(id);
      writeField(place, field, values[id]);
      this.values[id] = readField(place, field);
    }
    this.sheet?.draw(this.values, this.language);
  }

  /** Keep what was typed into a field. @param {Field} field */
  keep(field) {
    this.values[field.id] = readField(this.placeOf(field.id), field);
    this.sheet?.update(field, this.values);
    this.put(withAnswers(this.draft ?? newDraft(this.form.id), { [field.id]: this.values[field.id] }));
  }

  /** @param {Draft} draft */
  put(draft) {
    this.draft = draft; // Before the store tells, so that what another tab typed is told from what was typed here.
    this.draft = drafts.put(draft);
    this.show();
  }

  /** Another tab, or another part of the page, changed what is kept. */
  heard() {
    const now = this.draft ? drafts.all.get(this.draft.id) : null;
    if (this.draft && !now) this.tell(words.fill_gone);
    else if (this.draft && now && differ(this.draft, now)) {
      this.draft = now;
      this.take();
      this.tell(words.fill_merged);
    }
    showDetails(this);
    this.show();
  }

  /** Everything was deleted: nothing of it is written back from this page. */
  forget() {
    this.work(null);
    this.tell(words.fill_erased);
  }

  /** Take over what another tab typed. */
  take() {
    this.write(answersIn(this.draft));
    if (this.nameField !== document.activeElement) this.nameField.value = this.draft?.name ?? "";
  }

  // --- what the reader does -------------------------------------------------------------------------------------------

  /** @param {Event} event */
  typed(event) {
    const target = event.target instanceof HTMLElement ? event.target : null;
    const field = this.fieldOf(target);
    if (field) this.keep(field);
    else if (target === this.nameField) this.put(renamedDraft(this.draft ?? newDraft(this.form.id), this.nameField.value));
    else if (target?.dataset.detail) drafts.setDetails({ [target.dataset.detail]: /** @type {HTMLInputElement} */ (target).value });
  }

  /** @param {Event} event */
  changed(event) {
    const target = event.target;
    if (target instanceof HTMLInputElement && target.name === "file-language") this.sheet?.draw(this.values, this.language);
    else if (target instanceof HTMLInputElement && target.type === "file") {
      const file = target.files?.[0];
      if (file) openWord(this, file);
      target.value = "";
    } else if (target instanceof HTMLSelectElement && "drafts" in target.dataset) {
      this.work(drafts.all.get(target.value) ?? null);
    }
  }

  /** @param {string} what @param {HTMLButtonElement} button */
  perform(what, button) {
    const field = this.fieldOf(button);
    if (what === "close") this.dispatchEvent(new Event("filler-close", { bubbles: true }));
    else if (what === "undo") this.undo?.();
    else if (what === "take") this.handOut(button);
    else if (what === "copy-text") this.copied(copy(textOf(this.form, this.values, this.language)));
    else if (what === "copy-rich") this.copied(copyRich(this.form, this.values, this.language));
    else if (what === "to-paper") /** @type {HTMLElement} */ (this.querySelector("#fill-paper")).focus();
    else if (what === "accept") this.offer?.accept();
    else if (what === "decline") {
      this.offer?.close();
      this.heading.focus();
      this.tell(words.nothing_changed);
    } else if (what === "new") this.startNew();
    else if (what === "delete") this.deleteDraft();
    else if (what === "erase") {
      const was = this.draft;
      this.draft = null;
      this.tellWithUndo(words.fill_erased, drafts.clear(), was);
    } else if (field && what === "add-row") /** @type {HTMLElement} */ (addRow(this.placeOf(field.id), field).querySelector("[name]")).focus();
    else if (field && what === "remove-row") this.removeRow(field, button);
    else if (field && what === "mine") {
      const control = /** @type {HTMLInputElement} */ (button.parentElement?.querySelector("[data-type]"));
      control.value = button.value;
      control.focus();
      this.keep(field);
    } else if (field && what === "hand-over") this.handOver(field, button);
  }

  startNew() {
    this.work(null);
    this.tell(words.fill_new);
    this.nameField.focus();
  }

  deleteDraft() {
    const draft = this.draft;
    if (!draft) return;
    this.draft = null;
    const bringBack = drafts.remove(draft);
    this.tellWithUndo(say("fill_deleted", { n: this.nameOf(draft) }), bringBack, draft);
  }

  /** An empty form after something was deleted, and the way back. @param {string} text @param {() => void} bringBack @param {Draft | null} draft */
  tellWithUndo(text, bringBack, draft) {
    this.work(null);
    this.tell(text, () => {
      bringBack();
      this.work((draft && drafts.all.get(draft.id)) ?? null);
      this.tell(words.run_back);
    });
  }

  /** @param {Field} field @param {HTMLElement} button */
  removeRow(field, button) {
    const place = this.placeOf(field.id);
    const row = /** @type {Element} */ (button.closest(".ask-row"));
    const there = removeRow(place, field, row);
    /** @type {HTMLElement} */ (there?.querySelector("[name]"))?.focus();
    const before = this.values[field.id];
    this.keep(field);
    if (JSON.stringify(before) === JSON.stringify(this.values[field.id])) return;
    this.tell(words.fill_row_removed, () => {
      writeField(place, field, before);
      this.keep(field);
      this.tell(words.run_back);
    }, false);
  }

  /** @param {HTMLButtonElement} button */
  async handOut(button) {
    if (button.value === "pdf") return this.print();
    button.setAttribute("aria-busy", "true");
    try {
      const name = await take(/** @type {any} */ (button.value), this.form, this.values, this.language, this.root ?? ".");
      this.tell(name ? say("handed_over", { n: name }) : words.mail_opened);
      /** @type {any} */ (this.querySelector("save-ways"))?.offer(name, textOf(this.form, this.values, this.language));
    } catch (error) {
      this.tell(words.fill_not_taken);
      throw error;
    } finally {
      button.removeAttribute("aria-busy");
    }
  }

  async print() {
    if (!(await printPage())) this.tell(words.print_refused);
  }

  /** @param {Promise<boolean>} done */
  async copied(done) {
    this.tell(await done ? words.copied : words.copy_failed);
  }

  /** @param {Field} field @param {HTMLElement} button */
  handOver(field, button) {
    /** @type {import("./hand-over.js").HandOver} */
    const meant = JSON.parse(button.dataset.handOver ?? "");
    const { rows, values } = handedOver(meant, field, this.values);
    if (!rows) return this.tell(words.fill_no_rows);
    const begin = () => this.carry(newDraft(meant.template, values, this.nameOf(this.draft)));
    const [list] = "joins" in button.dataset ? drafts.of(meant.template) : [];
    if (!list) return begin();
    askWhereTo(button, this.nameOf(list), () => {
      const joined = withRows(answersIn(list)[meant.table], /** @type {any} */ (values[meant.table]));
      if (joined.added) this.carry(withAnswers(list, { [meant.table]: joined.rows }));
      else this.tell(words.fill_all_there);
    }, begin);
  }

  /** Keep a draft of another form and go there. @param {Draft} draft */
  carry(draft) {
    const before = drafts.all.get(draft.id);
    drafts.put(draft);
    if (drafts.keeping !== "kept") {
      if (before) drafts.all.set(before.id, before);
      else drafts.remove(draft);
      return this.tell(words.fill_not_carried);
    }
    location.href = new URL(`../${draft.template}/#draft=${draft.id}`, location.href).href;
  }

  // --- what comes from elsewhere --------------------------------------------------------------------------------------

  /** Take values over, into a draft or a new one, with the way back. @param {Draft | null} into @param {Record<string, any>} values */
  use(into, values) {
    const before = this.draft;
    const kept = answersIn(before);
    this.work(into);
    this.write({ ...answersIn(into), ...values });
    const read = Object.fromEntries(Object.keys(values).map((id) => [id, this.values[id]]));
    this.put(withAnswers(into ?? newDraft(this.form.id), read));
    const made = /** @type {Draft} */ (this.draft);
    this.heading.focus();
    this.tell(words.fill_used, () => {
      if (into) {
        const emptied = Object.fromEntries(Object.keys(values).map((id) => [id, kept[id] ?? ""]));
        this.put(withAnswers(made, emptied));
        this.take();
      } else {
        drafts.remove(made);
        this.work(before && (drafts.all.get(before.id) ?? null));
      }
      this.tell(words.run_back);
    }, false);
  }

  // --- what is shown --------------------------------------------------------------------------------------------------

  show() {
    const open = openRequired(this.form, this.values);
    this.say("[data-open]", open ? say(open === 1 ? "fill_open_one" : "fill_open", { n: open }) : words.fill_open_none);
    const calendar = this.querySelector("button[value=ics]");
    if (calendar instanceof HTMLElement) calendar.hidden = !hasDay(this.form, this.values);
    this.querySelector("button[data-do=delete]")?.toggleAttribute("disabled", !this.draft);
    this.showDrafts();
    const said = keepingSaid(drafts, "fill_");
    const keeping = this.querySelector("[data-keeping]");
    if (keeping instanceof HTMLElement) keeping.hidden = !said;
    this.say("[data-keeping]", said);
  }

  showDrafts() {
    const all = drafts.of(this.form.id);
    const select = this.querySelector("select[data-drafts]");
    const choice = this.querySelector(".filler__draft-choice");
    if (choice instanceof HTMLElement) choice.hidden = !all.length || (all.length === 1 && all[0].id === this.draft?.id);
    const options = all.map((draft) => new Option(this.nameOf(draft), draft.id, false, draft.id === this.draft?.id));
    select?.replaceChildren(...(this.draft ? [] : [new Option(words.fill_new_option, "", true, true)]), ...options);
  }

  /** @param {Draft | null} draft */
  nameOf(draft) {
    if (draft?.name) return draft.name;
    const when = new Date(draft?.changed ?? Date.now());
    const time = when.toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
    return say("fill_unnamed", { n: time });
  }

  nameForPrint() {
    this.pageTitle = document.title;
    document.title = fileNameOf(this.form, this.values, this.language, "pdf").replace(/\.pdf$/, "");
  }

  /** @param {string} place @param {string} text */
  say(place, text) {
    const output = this.querySelector(place);
    if (output && output.textContent !== text) output.textContent = text;
  }

  /** @param {string} text @param {() => void} [undo] @param {boolean} [focus] whether the way back gets the focus */
  tell(text, undo, focus = true) {
    this.undo = undo;
    this.say("[data-said]", text);
    const button = this.querySelector("button[data-do=undo]");
    if (!(button instanceof HTMLElement)) return;
    button.hidden = !undo;
    if (undo && focus) button.focus();
  }

  /** @param {Element | null} element @returns {Field | undefined} the field in whose place an element stands */
  fieldOf(element) {
    return this.fields?.get(element?.closest("[data-field]")?.getAttribute("data-field") ?? "");
  }

  /** @param {string} id */
  placeOf(id) {
    return /** @type {Element} */ (this.places?.get(id));
  }
}

/** Whether another hand had a part in what is kept. @param {Draft} mine @param {Draft} kept */
function differ(mine, kept) {
  return kept.name !== mine.name || Object.entries(kept.fields).some(([id, entry]) => mine.fields[id]?.at !== entry.at);
}
