// @ts-check
/**
 * Keeps drafts in this browser, one name a draft: `draft:<id>`, and in `details` what the reader says of themself, to be used in
 * every form.
 *
 * @typedef {import("./draft.js").Draft} Draft
 * @typedef {{v: number, name: string, department: string, phone: string, email: string, company: string}} Details
 */
import { noteBegun, placeHere, storageFor } from "../../shared/keeping/places.js";
import { Records } from "../../shared/keeping/records.js";
import { keyHere } from "../../shared/keeping/site.js";
import { isPlain, isText, laterThan, shortened } from "../../shared/keeping/sound.js";
import { draftFault, DRAFT_VERSION, mergeDrafts, upgradedDraft } from "./draft.js";
import { TOLD } from "./ending.js";

const DETAILS = "details";
const DETAILS_VERSION = 1;
const NO_DETAILS = { v: DETAILS_VERSION, name: "", department: "", phone: "", email: "", company: "" };
const LONGEST_DETAIL = 200;

/** The drafts of all forms. @extends {Records<Draft>} */
export class DraftStore extends Records {
  constructor() {
    super({ prefix: "draft:", version: DRAFT_VERSION, upgrade: upgradedDraft, faultOf: draftFault, merge: mergeDrafts });
    /** @type {Details} */
    this.details = NO_DETAILS;
    /** The forms whose drafts stay in the window, unless the reader wants them kept. @type {Set<string>} */
    this.confidential = new Set();
    this.load();
  }

  /** @param {Draft} draft */
  storageOf(draft) {
    return this.isWindowOnly(draft) ? storageFor("window") : super.storageOf(draft);
  }

  /** Whether a draft of a confidential form ends with the window. @param {Draft} draft */
  isWindowOnly(draft) {
    return placeHere() === "browser" && this.confidential.has(draft.template) && this.storage?.getItem(keyHere(this.nameOf(draft.id))) === null;
  }

  /** Keep a draft of a confidential form in the browser from now on, as the reader wants. @param {Draft} draft */
  keepHere(draft) {
    const name = this.nameOf(draft.id);
    this.write(name, JSON.stringify(draft), this.storage);
    if (this.unsaved.has(name)) return this.dispatchEvent(new Event("change"));
    storageFor("window")?.removeItem(keyHere(name));
    noteBegun(name);
    return this.dispatchEvent(new Event("change"));
  }

  /** Bring drafts back that have ended; they begin their time anew. @param {Draft[]} ended */
  bringBack(ended) {
    for (const draft of ended) this.put({ ...draft, changed: laterThan(draft.changed) });
  }

  readAll() {
    super.readAll();
    if (!this.unsaved.has(DETAILS)) this.details = this.readDetails() ?? NO_DETAILS;
  }

  /** @returns {Details | null} */
  readDetails() {
    return this.readSingle(DETAILS, { version: DETAILS_VERSION, isSound: (value) => !detailsFault(value) },
      (before, here) => ({ ...before, ...Object.fromEntries(Object.entries(here).filter(([, said]) => said)) }));
  }

  forget() {
    super.forget();
    this.details = NO_DETAILS;
  }

  /** The drafts of a form, the one changed last first. @param {string} template */
  of(template) {
    return this.sorted((draft) => draft.template === template);
  }

  /** @param {Partial<Details>} changes */
  setDetails(changes) {
    const before = this.unsaved.has(DETAILS) ? this.details : this.readDetails() ?? (this.storage ? NO_DETAILS : this.details);
    const fitting = Object.entries(changes).map(([key, value]) => [key, typeof value === "string" ? shortened(value, LONGEST_DETAIL) : value]);
    this.details = { ...before, ...Object.fromEntries(fitting) };
    if (isBlank(this.details)) this.removeNamed(DETAILS);
    else {
      this.write(DETAILS, JSON.stringify(this.details));
      if (isBlank(before) && placeHere() === "browser" && this.storage) noteBegun(DETAILS);
    }
    this.dispatchEvent(new Event("change"));
  }

  /** Delete all drafts and the reader's own details. @returns {() => void} what brings them back */
  clear() {
    const drafts = this.sorted();
    const details = this.details;
    for (const draft of drafts) this.remove(draft);
    this.setDetails(NO_DETAILS);
    this.removeNamed(TOLD);
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

/** @param {Details} details */
function isBlank({ v: _, ...said }) {
  return !Object.values(said).some(Boolean);
}

/** What is wrong with something that should be details; blank where nothing is. @param {any} value @returns {string} its path */
export function detailsFault(value) {
  if (!isPlain(value) || Object.keys(value).length !== Object.keys(NO_DETAILS).length) return "details";
  const wrong = Object.keys(NO_DETAILS).find((key) => (key === "v" ? value.v !== DETAILS_VERSION : !isText(value[key], LONGEST_DETAIL)));
  return wrong ? `details.${wrong}` : "";
}

/** The store of the page. */
export const drafts = new DraftStore();
