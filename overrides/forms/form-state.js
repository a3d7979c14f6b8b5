// @ts-check
/**
 * What is being filled in: the values that the form's controls hold, the draft that is kept of them, and the ways back from
 * what was done. It knows no page. Its events: `work` where it is another draft, `values` where values changed (its detail: of
 * which field, or of all), `change` where anything did.
 *
 * @typedef {import("./answers.js").Field} Field
 * @typedef {import("./answers.js").Form} Form
 * @typedef {import("./answers.js").Values} Values
 * @typedef {import("./drafts/draft.js").Draft} Draft
 * @typedef {import("./drafts/kept-drafts.js").DraftStore} DraftStore
 * @typedef {{write: (values: Values) => void, read: (field: Field) => any}} Controls Where values stand while they are typed.
 */
import { fieldsOf } from "./answers.js";
import { answersIn, newDraft, renamedDraft, withAnswers } from "./drafts/draft.js";

export class FormState extends EventTarget {
  /** @param {Form} form @param {DraftStore} store @param {Controls} controls */
  constructor(form, store, controls) {
    super();
    this.form = form;
    this.store = store;
    this.controls = controls;
    this.fields = new Map(fieldsOf(form).map((field) => [field.id, field]));
    /** @type {Values} */
    this.values = {};
    /** @type {Draft | null} */
    this.draft = null;
    /** Whether what the store tells of is what is being kept from here. */
    this.isPutting = false;
  }

  /** The drafts of this form, the one changed last first. */
  get drafts() {
    return this.store.of(this.form.id);
  }

  /** Work on a draft from now on; null: on an empty form. @param {Draft | null} draft */
  work(draft) {
    this.draft = draft;
    this.write(answersIn(draft));
    this.dispatchEvent(new Event("work"));
    this.dispatchEvent(new Event("change"));
  }

  /** Put values into the controls, and take them as the controls hold them. @param {Values} values */
  write(values) {
    this.controls.write(values);
    for (const [id, field] of this.fields) this.values[id] = this.controls.read(field);
    this.dispatchEvent(new CustomEvent("values"));
  }

  /** Keep what stands in the controls of a field. @param {Field} field */
  keep(field) {
    this.values[field.id] = this.controls.read(field);
    this.dispatchEvent(new CustomEvent("values", { detail: field }));
    this.put(withAnswers(this.draft ?? newDraft(this.form.id), { [field.id]: this.values[field.id] }));
  }

  /** Keep another value of a field. @param {Field} field @param {any} value */
  set(field, value) {
    this.write({ ...this.values, [field.id]: value });
    this.keep(field);
  }

  /** @param {string} name of the draft */
  rename(name) {
    this.put(renamedDraft(this.draft ?? newDraft(this.form.id), name));
  }

  /** @param {Draft} draft */
  put(draft) {
    this.draft = draft; // Before the store tells, so that what another tab typed is told from what was typed here.
    this.isPutting = true;
    try {
      this.draft = this.store.put(draft);
    } finally {
      this.isPutting = false;
    }
    this.dispatchEvent(new Event("change"));
  }

  /** Another tab, or another part of the page, changed what is kept. @returns {"" | "gone" | "merged"} what that meant for this draft */
  heard() {
    const now = this.draft ? this.store.all.get(this.draft.id) : null;
    const merged = Boolean(this.draft && now && differ(this.draft, now));
    if (merged) {
      this.draft = now ?? null;
      this.write(answersIn(this.draft));
    }
    if (!this.isPutting) this.dispatchEvent(new Event("change")); // Else it comes once the draft is as it was kept.
    if (merged) return "merged";
    return this.draft && !now ? "gone" : "";
  }

  /** Delete the draft; an empty form stays. @returns {() => void} the way back */
  remove() {
    const draft = this.draft;
    this.draft = null; // Before the store tells.
    const bringBack = draft ? this.store.remove(draft) : () => {};
    return this.leftEmpty(draft, bringBack);
  }

  /** Delete everything that was typed into any form. @returns {() => void} the way back */
  erase() {
    const draft = this.draft;
    this.draft = null;
    return this.leftEmpty(draft, this.store.clear());
  }

  /** @param {Draft | null} draft @param {() => void} bringBack */
  leftEmpty(draft, bringBack) {
    this.work(null);
    return () => {
      bringBack();
      this.work((draft && this.store.all.get(draft.id)) ?? null);
    };
  }

  /** The way back for a row that was taken out of a table, whatever was typed since. @param {Field} table @param {number} place of those that are filled @param {Values} row */
  rowBack(table, place, row) {
    return () => {
      const now = [...this.values[table.id]];
      now.splice(Math.min(place, now.length), 0, row);
      this.set(table, now);
    };
  }

  /** Take values over, into a draft or a new one. @param {Draft | null} into @param {Values} values @returns {() => void} the way back, which leaves alone what was typed since */
  use(into, values) {
    const before = this.draft;
    this.work(into);
    const kept = { ...this.values };
    this.write({ ...answersIn(into), ...values });
    const read = Object.fromEntries(Object.keys(values).map((id) => [id, this.values[id]]));
    this.put(withAnswers(into ?? newDraft(this.form.id), read));
    const made = /** @type {Draft} */ (this.draft);
    return () => {
      const now = this.store.all.get(made.id) ?? made;
      if (!into && !differ(made, now)) {
        this.store.remove(made);
        return this.work(before && (this.store.all.get(before.id) ?? null));
      }
      const untouched = Object.keys(read).filter((id) => now.fields[id]?.at === made.fields[id]?.at);
      this.put(withAnswers(now, Object.fromEntries(untouched.map((id) => [id, kept[id]]))));
      this.work(this.draft);
    };
  }
}

/** Whether another hand had a part in what is kept. @param {Draft} mine @param {Draft} kept */
function differ(mine, kept) {
  return kept.name !== mine.name || Object.entries(kept.fields).some(([id, entry]) => mine.fields[id]?.at !== entry.at);
}
