// @ts-check
/**
 * What a reader typed into a form, as words and rows that any file can hold.
 *
 * @typedef {"zh" | "en" | "zh-en"} FileLanguage
 * @typedef {{zh: string, en: string}} Both
 * @typedef {{id: string, label: Both}} Option
 * @typedef {"words" | "block" | "date" | "datetime" | "choice" | "choices" | "number" | "tick" | "table"} Family As
 *   `macros/model/fields/kind.py` has it: how answers behave. Only by it, and by what else stands here, are fields told apart.
 * @typedef {{id: string, type: string, family: Family, label: Both, help: Both, required: boolean, check?: string, decimals?: number,
 *   detail?: "name" | "department" | "phone" | "email", head?: true, listed?: true, notBefore?: string, blank?: Both, options?: Option[], columns?: Field[], rows?: number,
 *   due?: DueRows}} Field `type` names its kind; `check` is a regular expression that a right answer matches; `detail`: what it says of
 *   a person; `head`: it stands in the head of a letter; `listed`: it says what is enclosed, one a line; `notBefore`: another day that cannot come after it; `blank` says how a date is written; `due` says by which
 *   column the rows of a table fall due.
 * @typedef {{at: string, says: string | null, done: {column: string, option: string | null} | null, remindOn: string | null}} DueRows `says`: the
 *   column that says what is due; `done`: what settles a row.
 * @typedef {{happens: {begins: string, ends: string, called: Both, wholeDays: boolean, place: string | null} | null,
 *   due: {at: string, remind: number | null}[], works: [string, string]}} Calendar What goes into a calendar; `remind` in minutes before,
 *   `works`: when work begins and ends.
 * @typedef {{id: string, title: Both, fields: Field[]}} Section
 * @typedef {import("../shared/markdown.js").Signs} Signs
 * @typedef {{id: string, kind: "form" | "letter" | "list", audience: "internal" | "external", title: Both, fileName: Both, telling: string[],
 *   ownDate: string | null, filedAs?: string, department: string | null, filing: Both,
 *   mailSubject: Both | null, letter: boolean, subjectField: string | null, markdown: Signs, version: string, colour: string, tint: string, zone: string, zones?: Record<string, string>, files: Record<FileLanguage, Record<string, string>>, sums: Record<FileLanguage, Record<string, number>>,
 *   body: Record<"zh" | "en", import("./letter.js").Line[]> | null, face: string | null, calendar: Calendar, adds?: import("./tallies.js").Sum[], lasts?: import("./tallies.js").Lasting,
 *   repriced?: import("./tallies.js").Repricing, signers: string[], aside: string[], salutation: string | null,
 *   own?: import("./own/own.js").OwnFile, says: Record<"sum" | "capitals" | "signatures" | "signedOn" | "seal" | "unnamed" | "sincerely" | "faithfully", Both>,
 *   paper: {mark: Record<FileLanguage, string>, box: string[], half: string[], signs: {field: string, seal: boolean}[]},
 *   sections: Section[]}} Form As `macros/published/forms.py` describes it; `zone` is where its times are meant, `zones` those of other offices.
 * @typedef {string | boolean | string[] | Record<string, any>[] | undefined} Value
 * @typedef {Record<string, any>} Values By the id of a field; a row of a table is the same by the ids of its columns.
 */

import { SIGNS, inARow } from "../shared/signs.js";

const NOT_HOLDABLE = /[^\t\n\u0020-\u007e\u00a0-\u202c\u202f-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
export const EMPTY_BOX = "☐";
export const TICKED_BOX = "☑";

/** A text without control characters, halves of characters, and signs that show letters in another order than they were typed; lines end in a line feed. @param {unknown} text */
export function cleaned(text) {
  const given = typeof text === "string" || typeof text === "number" ? String(text) : "";
  return given.replace(/\r\n?/g, "\n").replace(NOT_HOLDABLE, "");
}

/** All fields of a form, in order. @param {Form} form */
export function fieldsOf(form) {
  return form.sections.flatMap((section) => section.fields);
}

/** The languages of a file. @param {FileLanguage} language @returns {("zh" | "en")[]} */
export function languagesOf(language) {
  return language === "zh-en" ? ["zh", "en"] : [language];
}

/** A text in the languages of a file; what both share is said once. @param {Both} text @param {FileLanguage} language @param {string} glue */
export function said(text, language, glue = " ") {
  return [...new Set(languagesOf(language).map((each) => text[each]))].join(glue);
}

/** Whether a field is answered by options. @param {Field} field */
export function isChoice(field) {
  return field.family === "choice" || field.family === "choices";
}

/** Whether a field holds a day, with a time of day or without. @param {Field} field */
export function isDay(field) {
  return field.family === "date" || field.family === "datetime";
}

/** Whether a field is a line of words of one's own, which say anything but who somebody is. @param {Field} field */
export function isPlain(field) {
  return field.family === "words" && !field.detail && !field.check;
}

/** The options that were chosen, none for those that the form does not know. @param {Field} field @param {Value} value */
export function chosen(field, value) {
  const given = Array.isArray(value) ? value : [value];
  return (field.options ?? []).filter((option) => given.includes(/** @type {any} */ (option.id)));
}

/** The rows of a table that hold anything. @param {Field} field @param {Values} values @returns {Values[]} */
export function rowsOf(field, values) {
  const rows = Array.isArray(values[field.id]) ? values[field.id] : [];
  return rows.filter((/** @type {any} */ row) => row && field.columns?.some((column) => isFilled(column, row)));
}

/** Whether a field, or a column in a row, was filled in. @param {Field} field @param {Values} values @returns {boolean} */
export function isFilled(field, values) {
  const value = values[field.id];
  if (field.family === "table") return rowsOf(field, values).length > 0;
  if (field.family === "tick") return value === true;
  if (isChoice(field)) return chosen(field, value).length > 0;
  return cleaned(value).trim() !== "";
}

/** The answer to a field in words, blank where there is none. @param {Field} field @param {Values} values @param {FileLanguage} language */
export function answered(field, values, language) {
  const value = values[field.id];
  if (!isFilled(field, values)) return "";
  if (field.family === "tick") return TICKED_BOX;
  if (isChoice(field)) {
    return inARow(chosen(field, value).map((option) => said(option.label, language)), languagesOf(language)[0]);
  }
  return shownText(field, value);
}

/** An answer that is typed, as a document shows it: amounts of money with commas and decimals, as Excel has them. @param {Field} field @param {Value} value */
export function shownText(field, value) {
  return field.decimals ? grouped(typedText(field, value), field.decimals) : typedText(field, value);
}

/** A number with commas; of money with its decimals. What is no number stays as it is. @param {string} text @param {number} [decimals] */
export function grouped(text, decimals = 0) {
  const [, sign, whole, rest = ""] = /^([-+]?)(\d+)(?:\.(\d+))?$/.exec(text.trim()) ?? [];
  if (!whole) return text;
  const behind = rest.padEnd(decimals, "0");
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${behind ? `.${behind}` : ""}`;
}

/** An answer that is typed, as it is kept. @param {Field} field @param {Value} value */
export function typedText(field, value) {
  return field.family === "datetime" ? cleaned(value).replace("T", " ") : cleaned(value);
}

/**
 * What stands in the place of an answer that is missing: the help, in brackets, in each language.
 * @param {Field} field @param {FileLanguage} language @param {(text: string) => string} [escaped] makes it safe for a format
 */
export function blanksOf(field, language, escaped = (text) => text) {
  const texts = field.blank ?? field.help;
  const shown = new Set();
  return languagesOf(language).filter((each) => !shown.has(texts[each]) && shown.add(texts[each]))
    .map((each) => SIGNS[each].blank.join(escaped(texts[each])));
}

/** What a label ends in. @param {FileLanguage} language */
export function colonOf(language) {
  return SIGNS[languagesOf(language)[0]].colon;
}

/**
 * What the form is about: the first text that its first section must have, else the first person.
 * @param {Form} form @param {Values} values
 */
export function matterOf(form, values) {
  const asked = form.sections[0].fields.filter((field) => isFilled(field, values));
  const found = asked.find((field) => isPlain(field) && field.required) ?? asked.find((field) => field.detail === "name");
  return found ? oneLine(answered(found, values, "zh")) : "";
}

/** The first answer to a field of some kind. @param {Form} form @param {Values} values @param {(field: Field) => boolean} isMeant */
export function firstOf(form, values, isMeant) {
  const found = fieldsOf(form).find((field) => isMeant(field) && isFilled(field, values));
  return found ? oneLine(cleaned(values[found.id])) : "";
}

/** The answer to one field by its id, on one line. @param {Form} form @param {Values} values @param {string | null} id */
export function answerTo(form, values, id) {
  return firstOf(form, values, (field) => field.id === id);
}

/** The first answer that says this of a person. @param {Form} form @param {Values} values @param {Field["detail"]} detail */
export function detailOf(form, values, detail) {
  return firstOf(form, values, (field) => field.detail === detail);
}

/** @param {string} text */
export function oneLine(text) {
  return text.trim().replace(/\s+/g, " ");
}
