// @ts-check
/**
 * A filled form as the paragraphs of a mail: for colleagues every answer behind its label, section by section; for people
 * outside a letter of running text.
 *
 * @typedef {import("./answers.js").Field} Field
 * @typedef {import("./answers.js").FileLanguage} FileLanguage
 * @typedef {import("./answers.js").Form} Form
 * @typedef {import("./answers.js").Values} Values
 * @typedef {{label: string, lines: string[], heads: string[], rows: string[][]}} Block One with `heads` is a table.
 * @typedef {{title: string, blocks: Block[]}} BlockSection
 */
import { answered, blanksOf, isFilled, oneLine, rowsOf, said } from "./answers.js";

/**
 * @param {Form} form @param {Values} values @param {FileLanguage} language
 * @param {boolean} withBlanks whether answers that are required and missing stand as blanks to write over
 * @returns {BlockSection[]} those that have anything to say
 */
export function blocksOf(form, values, language, withBlanks) {
  const blocks = (/** @type {Field[]} */ fields) => fields.flatMap((field) => blockOf(form, field, values, language, withBlanks) ?? []);
  const sections = form.letter
    ? [{ title: "", blocks: blocks(form.sections.flatMap((section) => section.fields).filter((field) => !field.head)) }]
    : form.sections.map((section) => ({ title: said(section.title, language, " / "), blocks: blocks(section.fields) }));
  return sections.filter((section) => section.blocks.length);
}

/** @param {Form} form @param {Field} field @param {Values} values @param {FileLanguage} language @param {boolean} withBlanks @returns {Block | null} */
function blockOf(form, field, values, language, withBlanks) {
  const label = form.letter && (field.family === "words" || field.family === "block") ? "" : said(field.label, language, " / ");
  const block = { label, lines: /** @type {string[]} */ ([]), heads: /** @type {string[]} */ ([]), rows: /** @type {string[][]} */ ([]) };
  if (!isFilled(field, values)) {
    return withBlanks && field.required ? { ...block, lines: blanksOf(field, language) } : null;
  }
  if (field.family !== "table") return { ...block, lines: answered(field, values, language).trim().split("\n") };
  const columns = field.columns ?? [];
  return {
    ...block,
    heads: columns.map((column) => said(column.label, language, " / ")),
    rows: rowsOf(field, values).map((row) => columns.map((column) => oneLine(answered(column, row, language)))),
  };
}
