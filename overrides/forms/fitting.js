// @ts-check
/**
 * What was read elsewhere, fitted into the form: cells that could not be read stay as they were, and nothing is taken that
 * could not be kept. What this leaves out is said, in words.
 *
 * @typedef {import("./answers.js").Field} Field
 * @typedef {import("./answers.js").Form} Form
 * @typedef {import("./answers.js").Values} Values
 * @typedef {{field: string, column?: string, row?: number, why: string, text: string, n?: number}} Left
 *   What was left out: `why` is the end of a key of the page's words, `text` what the file says, `n` how much it would have been.
 */
import { shortened } from "../shared/keeping/sound.js";
import { languageHere } from "../shared/signs.js";
import { say, words } from "../shared/words.js";
import { fieldsOf, isPlain } from "./answers.js";
import { DRAFT_LIMITS, fitted } from "./drafts/draft.js";
import { numberIn } from "./tallies.js";

const LONGEST_QUOTED = 60;

/** Values of which no more is left than can be kept, and what was cut. @param {Form} form @param {Values} values @returns {{values: Values, cut: Left[]}} */
export function fittedValues(form, values) {
  /** @type {Left[]} */
  const cut = [];
  for (const field of fieldsOf(form)) {
    const value = values[field.id];
    if (typeof value === "string") noteLength(cut, { field: field.id }, value);
    if (field.family !== "table" || !Array.isArray(value)) continue;
    if (value.length > DRAFT_LIMITS.rows) cut.push({ field: field.id, why: "rows_cut", text: "", n: value.length });
    value.slice(0, DRAFT_LIMITS.rows).forEach((row, number) => {
      for (const [column, cell] of Object.entries(row)) if (typeof cell === "string") noteLength(cut, { field: field.id, column, row: number }, cell);
    });
  }
  return { values: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, fitted(value)])), cut };
}

/** @param {Left[]} cut @param {{field: string, column?: string, row?: number}} where @param {string} text */
function noteLength(cut, where, text) {
  if (text.length > DRAFT_LIMITS.text) cut.push({ ...where, why: "text_cut", text: "", n: text.length });
}

/**
 * Answers of which numbers are written as they were typed, and rows whose missing cells are those of the same row in the form: the one that
 * says the same in its first column of words.
 * @param {Form} form @param {Values} read @param {Values} there
 */
export function withCells(form, read, there) {
  const whole = Object.fromEntries(fieldsOf(form).filter(({ id }) => id in read).map((field) => [field.id, asTyped(field, read[field.id], there[field.id])]));
  for (const table of fieldsOf(form).filter((field) => field.family === "table" && Array.isArray(read[field.id]))) {
    const columns = table.columns ?? [];
    const key = columns.find((column) => isPlain(column) || column.family === "block" || column.detail === "name")?.id ?? "";
    const left = [...(Array.isArray(there[table.id]) ? there[table.id] : [])];
    whole[table.id] = read[table.id].map((/** @type {Values} */ row) => {
      const same = row[key] ? left.findIndex((each) => each[key] === row[key]) : -1;
      const before = same < 0 ? {} : left.splice(same, 1)[0];
      return Object.fromEntries(columns.map((column) => [column.id, asTyped(column, row[column.id], before[column.id]) ?? before[column.id] ?? blankOf(column)]));
    });
  }
  return whole;
}

/** What was typed, where a file says the same number in another way. @param {Field} field @param {any} read @param {any} typed */
function asTyped(field, read, typed) {
  const isSame = field.family === "number" && typeof read === "string" && typeof typed === "string" && numberIn(read) !== null && numberIn(read) === numberIn(typed);
  return isSame ? typed : read;
}

/** @param {Field} column */
function blankOf(column) {
  if (column.family === "tick") return false;
  return column.family === "choices" ? [] : "";
}

/** What was left out, in words. @param {Form} form @param {Left} left */
export function noteOf(form, { field, column, row, why, text, n }) {
  const page = languageHere();
  const whole = fieldsOf(form).find(({ id }) => id === field);
  const part = whole?.columns?.find(({ id }) => id === column);
  const name = [whole?.label[page], part?.label[page], row === undefined ? "" : say("fill_row", { n: row + 1 })].filter(Boolean).join(" · ");
  const quoted = text.length > LONGEST_QUOTED ? `${shortened(text, LONGEST_QUOTED)}…` : text;
  const most = why === "rows_cut" ? DRAFT_LIMITS.rows : DRAFT_LIMITS.text;
  return words[`fill_left_${why}`] ? say(`fill_left_${why}`, { n: name, text: quoted, many: n, most }) : "";
}
