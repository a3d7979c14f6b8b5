// @ts-check
/**
 * A draft: what was typed into one form, under a name of its own. Pure functions; nothing is kept here.
 *
 * @typedef {string | boolean | string[] | Record<string, any>[]} Answer As `overrides/forms/answers.js` describes values.
 * @typedef {{value: Answer, at: number}} Entry `at`: milliseconds.
 * @typedef {{v: number, id: string, template: string, name: string, named: number, started: number, changed: number,
 *   fields: Record<string, Entry>}} Draft `named`: when its name was last changed.
 */
import { idNow } from "../../shared/keeping/moved.js";
import { ID, isPlain, isText, isTime, laterThan, newId, RECORD_ID, shortened } from "../../shared/keeping/sound.js";

/** The version of what is kept. Version 1 did not keep when the name was changed (see `upgradedDraft`). */
export const DRAFT_VERSION = 2;
export const DRAFT_LIMITS = { name: 200, text: 50_000, fields: 200, options: 100, rows: 500 };

/** @param {string} template @param {Record<string, Answer>} [values] @param {string} [name] @returns {Draft} */
export function newDraft(template, values = {}, name = "") {
  const now = Date.now();
  const empty = { v: DRAFT_VERSION, id: newId(), template, name: shortened(name, DRAFT_LIMITS.name), named: now, started: now, changed: now, fields: {} };
  return withAnswers(empty, values);
}

/** An answer of which no more is left than a draft may hold, for what comes from elsewhere; whoever cuts it says so. @param {Answer} value @returns {Answer} */
export function fitted(value) {
  if (typeof value === "string") return shortened(value, DRAFT_LIMITS.text);
  if (!Array.isArray(value)) return value;
  if (value.every((option) => typeof option === "string")) return value.slice(0, DRAFT_LIMITS.options).map((option) => shortened(option, DRAFT_LIMITS.name));
  return value.slice(0, DRAFT_LIMITS.rows).map((row) => Object.fromEntries(Object.entries(row).map(([id, cell]) => [id, fitted(cell)])));
}

/** A draft with answers; those that do not differ keep their time. @param {Draft} draft @param {Record<string, Answer>} values @returns {Draft} */
export function withAnswers(draft, values) {
  const fields = { ...draft.fields };
  for (const [id, value] of Object.entries(values)) {
    const before = fields[id];
    if (JSON.stringify(before?.value) !== JSON.stringify(value)) fields[id] = { value, at: laterThan(before?.at ?? 0) };
  }
  return { ...draft, fields, changed: laterThan(draft.changed) };
}

/** @param {Draft} draft @param {string} name @returns {Draft} */
export function renamedDraft(draft, name) {
  return { ...draft, name: shortened(name, DRAFT_LIMITS.name), named: laterThan(draft.named), changed: laterThan(draft.changed) };
}

/** What a draft holds, by field. @param {Draft | null} draft @returns {Record<string, Answer>} */
export function answersIn(draft) {
  return Object.fromEntries(Object.entries(draft?.fields ?? {}).map(([id, entry]) => [id, entry.value]));
}

/** How long what names a draft may be. */
const LONGEST_NAME = 60;

const DAY = /^\d{4}-\d\d-\d\d/;

/** What a draft is called: by its own name, else by the first answer that tells it from others, with the day where that tells too; blank where there is none.
 * @param {{name?: string, fields?: Record<string, any>}} draft @param {string[]} [telling] the ids of the fields of such answers */
export function calledBy({ name, fields }, telling = []) {
  const answers = telling.map((id) => fields?.[id]?.value).filter((value) => typeof value === "string" && value.trim());
  const [first] = answers, day = DAY.exec(answers.find((answer) => DAY.test(answer)) ?? "")?.[0] ?? "";
  const told = first && !DAY.test(first) ? [shortened(first.trim().replace(/\s+/g, " "), LONGEST_NAME), day] : [day];
  return name || told.filter(Boolean).join(" · ");
}

/** Two copies of one draft as one: the later name, and of each field the later answer. @param {Draft} one @param {Draft} other @returns {Draft} */
export function mergeDrafts(one, other) {
  // Where two parts bear the same time, the copy counts that was changed last.
  const later = (/** @type {number} */ ours, /** @type {number} */ theirs) => (ours === theirs ? other.changed >= one.changed : theirs > ours);
  const fields = { ...one.fields };
  for (const [id, entry] of Object.entries(other.fields)) {
    if (!Object.hasOwn(fields, id) || later(fields[id].at, entry.at)) fields[id] = entry;
  }
  return {
    ...one, name: later(one.named, other.named) ? other.name : one.name, named: Math.max(one.named, other.named),
    started: Math.min(one.started, other.started), changed: Math.max(one.changed, other.changed), fields,
  };
}

/** What should be a draft, as this version has it; what is no draft is given back as it is. @param {any} value @returns {any} */
export function upgradedDraft(value) {
  if (!isPlain(value)) return value;
  if (typeof value.template === "string") value = { ...value, template: idNow("templates", value.template) };
  if (value.v !== 1 || "named" in value) return value;
  // Nobody knows when it was named: as long ago as can be, so that it wins over no name that says.
  return { ...value, v: DRAFT_VERSION, named: value.name ? value.started : 0 };
}

/** What is wrong with something that should be a draft; blank where nothing is. @param {any} value @returns {string} its path */
export function draftFault(value) {
  if (!isPlain(value)) return "draft";
  const keys = ["v", "id", "template", "name", "named", "started", "changed", "fields"];
  const strange = Object.keys(value).find((key) => !keys.includes(key));
  if (strange !== undefined) return strange || '""'; // never blank, which would say that nothing is wrong
  if (value.v !== DRAFT_VERSION) return "v";
  if (typeof value.id !== "string" || !RECORD_ID.test(value.id)) return "id";
  if (typeof value.template !== "string" || !ID.test(value.template)) return "template";
  if (!isText(value.name, DRAFT_LIMITS.name)) return "name";
  for (const key of ["named", "started", "changed"]) if (!isTime(value[key])) return key;
  if (!isPlain(value.fields) || Object.keys(value.fields).length > DRAFT_LIMITS.fields) return "fields";
  for (const [id, entry] of Object.entries(value.fields)) {
    const sound = ID.test(id) && isPlain(entry) && Object.keys(entry).sort().join() === "at,value" && isTime(entry.at);
    if (!sound || !(isAnswer(entry.value) || isRows(entry.value))) return `fields.${id}`;
  }
  return "";
}

/** @param {unknown} value */
function isAnswer(value) {
  if (typeof value === "boolean" || isText(value, DRAFT_LIMITS.text)) return true;
  return Array.isArray(value) && value.length <= DRAFT_LIMITS.options && value.every((option) => isText(option, DRAFT_LIMITS.name));
}

/** @param {unknown} value */
function isRows(value) {
  return Array.isArray(value) && value.length <= DRAFT_LIMITS.rows && value.every((row) => isPlain(row)
    && Object.keys(row).length <= DRAFT_LIMITS.fields && Object.entries(row).every(([id, cell]) => ID.test(id) && isAnswer(cell)));
}
