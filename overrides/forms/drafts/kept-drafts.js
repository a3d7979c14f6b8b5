// @ts-check
/**
 * Keeps drafts in this browser, one key a draft: `handbook:draft:<id>`, and in `handbook:details` what the reader says of
 * themself, to be used in every form.
 *
 * @typedef {import("./draft.js").Draft} Draft
 * @typedef {{v: number, name: string, department: string, phone: string, email: string, company: string}} Details
 */
import { Records } from "../../shared/keeping/records.js";
import { isPlain, isText } from "../../shared/keeping/sound.js";
import { draftFault, DRAFT_VERSION, mergeDrafts } from "./draft.js";

const DETAILS = "handbook:details";
const DETAILS_VERSION = 1;
const NO_DETAILS = { v: DETAILS_VERSION, name: "", department: "", phone: "", email: "", company: "" };
const LONGEST_DETAIL = 200;

/** The drafts of all forms. @extends {Records<Draft>} */
export class DraftStore extends Records {
  constructor() {
    super({ prefix: "handbook:draft:", version: DRAFT_VERSION, faultOf: draftFault, merge: mergeDrafts });
    /** @type {Details} */
    this.details = NO_DETAILS;
    this.load();
  }

  readAll() {
    super.readAll();
    if (!this.unsaved.has(DETAILS)) this.details = this.readSound(DETAILS, DETAILS_VERSION, (value) => !detailsFault(value)) ?? NO_DETAILS;
  }

  /** The drafts of a form, the one changed last first. @param {string} template */
  of(template) {
    return this.sorted((draft) => draft.template === template);
  }

  /** @param {Partial<Details>} changes */
  setDetails(changes) {
    this.details = { ...this.details, ...changes };
    const blank = Object.keys(NO_DETAILS).every((key) => key === "v" || !(/** @type {any} */ (this.details)[key]));
    if (blank) this.removeKey(DETAILS);
    else this.write(DETAILS, JSON.stringify(this.details));
    this.dispatchEvent(new Event("change"));
  }

  /** Delete all drafts and the reader's own details. @returns {() => void} what brings them back */
  clear() {
    const drafts = this.sorted();
    const details = this.details;
    for (const draft of drafts) this.remove(draft);
    this.setDetails(NO_DETAILS);
    return () => {
      for (const draft of drafts) this.put(draft);
      this.setDetails(details);
    };
  }

  saveUnsaved() {
    super.saveUnsaved();
    if (this.unsaved.has(DETAILS)) this.write(DETAILS, JSON.stringify(this.details));
  }
}

/** What is wrong with something that should be details; blank where nothing is. @param {any} value @returns {string} its path */
export function detailsFault(value) {
  if (!isPlain(value) || Object.keys(value).length !== Object.keys(NO_DETAILS).length) return "details";
  const wrong = Object.keys(NO_DETAILS).find((key) => (key === "v" ? value.v !== DETAILS_VERSION : !isText(value[key], LONGEST_DETAIL)));
  return wrong ? `details.${wrong}` : "";
}

/** The one store of the page. */
export const drafts = new DraftStore();
