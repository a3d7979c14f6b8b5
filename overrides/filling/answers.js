// @ts-check
/**
 * What a reader typed into a form, as words and rows that any file can hold.
 *
 * @typedef {"zh" | "en" | "zh-en"} FileLanguage
 * @typedef {{zh: string, en: string}} Both
 * @typedef {{id: string, label: Both}} Option
 * @typedef {{id: string, type: string, label: Both, help: Both, required: boolean, blank?: Both, options?: Option[],
 *   columns?: Field[], rows?: number, due?: string}} Field `blank` says how a date is written; `due` names the column of a table by
 *   which a row falls due.
 * @typedef {{id: string, title: Both, fields: Field[]}} Section
 * @typedef {{id: string, audience: "internal" | "external", title: Both, fileName: Both, filing: Both,
 *   mailSubject: Both | null, version: string, files: Record<FileLanguage, Record<string, string>>,
 *   says: Record<"summary" | "recipients" | "required" | "filed" | "version" | "optional", Both>,
 *   sections: Section[]}} Form As `macros/filling.py` describes it.
 * @typedef {string | boolean | string[] | Record<string, any>[] | undefined} Value
 * @typedef {Record<string, any>} Values By the id of a field; a row of a table is the same by the ids of its columns.
 */

const NOT_HOLDABLE = /[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
export const EMPTY_BOX = "☐";
export const TICKED_BOX = "☑";

/** A text without control characters and halves of characters; lines end in a line feed. @param {unknown} text */
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
  if (field.type === "table") return rowsOf(field, values).length > 0;
  if (field.type === "tick") return value === true;
  if (field.type === "choice" || field.type === "choices") return chosen(field, value).length > 0;
  return cleaned(value).trim() !== "";
}

/** The answer to a field in words, blank where there is none. @param {Field} field @param {Values} values @param {FileLanguage} language */
export function answered(field, values, language) {
  const value = values[field.id];
  if (!isFilled(field, values)) return "";
  if (field.type === "tick") return TICKED_BOX;
  if (field.type === "choice" || field.type === "choices") {
    return chosen(field, value).map((option) => said(option.label, language)).join(language === "en" ? ", " : "、");
  }
  return field.type === "datetime" ? cleaned(value).replace("T", " ") : cleaned(value);
}

/** What is to stand in a field that is still blank: its help, with the way to write it. @param {Field} field */
export function blankOf(field) {
  return field.blank ?? field.help;
}
