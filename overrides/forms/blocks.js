// @ts-check
/**
 * A filled form as the paragraphs of a mail: a letter as it reads; of a form every answer behind its label, section by section.
 *
 * @typedef {import("./answers.js").Field} Field
 * @typedef {import("./answers.js").FileLanguage} FileLanguage
 * @typedef {import("./answers.js").Form} Form
 * @typedef {import("./answers.js").Values} Values
 * @typedef {{label: string, lines: string[], heads: string[], rows: string[][]}} Block One with `heads` is a table.
 * @typedef {{title: string, blocks: Block[]}} BlockSection
 */
import { answered, blanksOf, isFilled, languagesOf, oneLine, rowsOf, said } from "./answers.js";
import { letterOf } from "./letter.js";

/** Lines that belong together. */
const TIGHT = new Set(["line", "right", "item", "reference"]);

/**
 * @param {Form} form @param {Values} values @param {FileLanguage} language
 * @param {boolean} withBlanks whether answers that are required and missing stand as blanks to write over; in a letter they always do
 * @returns {BlockSection[]} those that have anything to say
 */
export function blocksOf(form, values, language, withBlanks) {
  if (form.body) return languagesOf(language).map((each) => ({ title: "", blocks: letterBlocks(form, values, each) }));
  const blocks = (/** @type {Field[]} */ fields) => fields.flatMap((field) => blockOf(field, values, language, withBlanks) ?? []);
  const sections = form.sections.map((section) => ({ title: said(section.title, language, " / "), blocks: blocks(section.fields) }));
  return sections.filter((section) => section.blocks.length);
}

/** The text of a letter without its letterhead, which a mail does not have. @param {Form} form @param {Values} values @param {"zh" | "en"} language */
function letterBlocks(form, values, language) {
  /** @type {Block[]} */
  const blocks = [];
  let before = "";
  for (const { kind, text, heads = [], rows = [] } of letterOf(form, values, language)) {
    if (kind === "head" || kind === "room") continue;
    if (kind === before && TIGHT.has(kind)) blocks[blocks.length - 1].lines.push(text);
    else blocks.push({ label: "", lines: text ? [text] : [], heads, rows });
    before = kind;
  }
  return blocks;
}

/** @param {Field} field @param {Values} values @param {FileLanguage} language @param {boolean} withBlanks @returns {Block | null} */
function blockOf(field, values, language, withBlanks) {
  const block = {
    label: said(field.label, language, " / "), lines: /** @type {string[]} */ ([]), heads: /** @type {string[]} */ ([]), rows: /** @type {string[][]} */ ([]),
  };
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
