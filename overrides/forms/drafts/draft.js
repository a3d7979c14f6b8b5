// @ts-check
/**
 * A draft: what was typed into one form, under a name of its own. Pure functions; nothing is kept here.
 *
 * @typedef {string | boolean | string[] | Record<string, any>[]} Answer As `overrides/filling/answers.js` describes values.
 * @typedef {{value: Answer, at: number}} Entry `at`: milliseconds.
 * @typedef {{v: number, id: string, template: string, name: string, started: number, changed: number,
 *   fields: Record<string, Entry>}} Draft
 */
import { ID, isPlain, isText, isTime, laterThan, newId, RECORD_ID } from "../../shared/keeping/sound.js";

/** The version of what is kept; there has been no earlier one. */
export const DRAFT_VERSION = 1;
export const DRAFT_LIMITS = { name: 200, text: 50_000, fields: 200, options: 100, rows: 500 };

/** @param {string} template @param {Record<string, Answer>} [values] @param {string} [name] @returns {Draft} */
export function newDraft(template, values = {}, name = "") {
  const now = Date.now();
  const empty = { v: DRAFT_VERSION, id: newId(), template, name, started: now, changed: now, fields: {} };
  return withAnswers(empty, values);
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
  return { ...draft, name: name.slice(0, DRAFT_LIMITS.name), changed: laterThan(draft.changed) };
}

/** What a draft holds, by field. @param {Draft | null} draft @returns {Record<string, Answer>} */
export function answersIn(draft) {
  return Object.fromEntries(Object.entries(draft?.fields ?? {}).map(([id, entry]) => [id, entry.value]));
}

/** Two copies of one draft as one: of each field the later answer. @param {Draft} one @param {Draft} other @returns {Draft} */
export function mergeDrafts(one, other) {
  const [older, newer] = one.changed <= other.changed ? [one, other] : [other, one];
  const fields = { ...older.fields };
  for (const [id, entry] of Object.entries(newer.fields)) {
    if (!fields[id] || fields[id].at <= entry.at) fields[id] = entry;
  }
  return { ...newer, fields };
}

/** What is wrong with something that should be a draft; blank where nothing is. @param {any} value @returns {string} its path */
export function draftFault(value) {
  if (!isPlain(value)) return "draft";
  const keys = ["v", "id", "template", "name", "started", "changed", "fields"];
  const strange = Object.keys(value).find((key) => !keys.includes(key));
  if (strange !== undefined) return strange;
  if (value.v !== DRAFT_VERSION) return "v";
  if (typeof value.id !== "string" || !RECORD_ID.test(value.id)) return "id";
  if (typeof value.template !== "string" || !ID.test(value.template)) return "template";
  if (!isText(value.name, DRAFT_LIMITS.name)) return "name";
  for (const key of ["started", "changed"]) if (!isTime(value[key])) return key;
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
