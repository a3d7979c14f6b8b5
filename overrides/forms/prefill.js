// @ts-check
/**
 * Values that a link brings along behind its `#`, which no host ever sees: `#held-at=2026-11-05T10:00&chaired-by=…`.
 * Known fields only, of a length that a person would type; an answer of several stands with commas.
 *
 * @typedef {import("./answers.js").Field} Field
 */
import { cleaned, fieldsOf } from "./answers.js";

const LONGEST_GIVEN = { text: 500, long_text: 5000 };
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** @param {string} hash @param {import("./answers.js").Form} form @returns {{values: Record<string, any>, ignored: number}} */
export function valuesOfLink(hash, form) {
  const fields = new Map(fieldsOf(form).map((field) => [field.id, field]));
  /** @type {Record<string, any>} */
  const values = {};
  let ignored = 0;
  for (const [id, text] of new URLSearchParams(hash.replace(/^#/, ""))) {
    const field = fields.get(id);
    const value = field ? valueOf(field, cleaned(text).trim()) : undefined;
    if (value === undefined) ignored += 1;
    else values[id] = value;
  }
  return { values, ignored };
}

/** @param {Field} field @param {string} text @returns {any} undefined where the field cannot hold it */
function valueOf(field, text) {
  const options = (field.options ?? []).map((option) => option.id);
  if (!text || text.length > (field.type === "long_text" ? LONGEST_GIVEN.long_text : LONGEST_GIVEN.text)) return undefined;
  if (field.type === "table") return undefined;
  if (field.type === "tick") return /^(1|true|yes)$/.test(text) ? true : undefined;
  if (field.type === "choice") return options.includes(text) ? text : undefined;
  if (field.type === "choices") {
    const known = text.split(",").filter((option) => options.includes(option));
    return known.length ? known : undefined;
  }
  const [day, time] = text.split(/[T ]/);
  if (field.type === "date") return DAY.test(text) ? text : undefined;
  if (field.type === "datetime") return DAY.test(day) && TIME.test(time ?? "") ? `${day}T${time}` : undefined;
  return text;
}
