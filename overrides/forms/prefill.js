// @ts-check
/**
 * Values that a link brings along behind its `#`, which no host ever sees: `#held-at=2026-11-05T10:00&chaired-by=…`.
 * Known fields only, of a length that a person would type; an answer of several stands with commas.
 *
 * @typedef {import("./answers.js").Field} Field
 */
import { momentOf } from "../shared/day.js";
import { cleaned, fieldsOf } from "./answers.js";

const LONGEST_LINE = 500;
const LONGEST_BLOCK = 5000;
const DAY = /^\d{4}-\d\d-\d\d$/;
const TIME = /^\d\d:\d\d$/;
/** What is left at the end of a link that was cut within an escaped letter. */
const CUT_OFF = /%[0-9a-f]?$/i;

/**
 * @param {string} hash @param {import("./answers.js").Form} form
 * @returns {{values: Record<string, any>, ignored: number, cut: boolean, draft: string | null}} `cut`: the link ends within a letter, and
 *   its last value was left out; `draft`: the one that it names
 */
export function valuesOfLink(hash, form) {
  const fields = new Map(fieldsOf(form).map((field) => [field.id, field]));
  /** @type {Record<string, any>} */
  const values = {};
  const found = { ignored: 0, cut: false, draft: /** @type {string | null} */ (null) };
  const pairs = partsOf(hash);
  for (const [number, pair] of pairs.entries()) {
    const at = pair.indexOf("=");
    const id = unescaped(pair.slice(0, at));
    const text = unescaped(pair.slice(at + 1));
    const isLast = number === pairs.length - 1;
    if (isLast && (text === null || CUT_OFF.test(pair))) found.cut = true;
    else if (id === "draft") found.draft = text ?? "";
    else {
      const field = fields.get(id ?? "");
      const value = field && text !== null ? valueOf(field, cleaned(text).trim()) : undefined;
      if (value === undefined) found.ignored += 1;
      else values[id ?? ""] = value;
    }
  }
  return { values, ...found };
}

/** The pairs of a link; one whose signs were escaped on the way, as messengers do, is read as it was meant. @param {string} hash */
function partsOf(hash) {
  const text = hash.replace(/^#/, "");
  const meant = text.includes("=") ? text : text.replace(/%3D/gi, "=").replace(/%26/g, "&");
  return meant.replace(/&amp;/g, "&").split("&").filter((pair) => pair.includes("="));
}

/** @param {string} text @returns {string | null} null where it is no escaped text */
function unescaped(text) {
  const spaced = text.replace(/\+/g, " ");
  try {
    return decodeURIComponent(spaced.replace(/%(?![0-9a-f]{2})/gi, "%25")); // A per cent sign that escapes nothing is one.
  } catch {
    return null;
  }
}

/** @param {Field} field @param {string} text @returns {any} undefined where the field cannot hold it */
function valueOf(field, text) {
  const options = (field.options ?? []).map((option) => option.id);
  if (!text || text.length > (field.family === "block" ? LONGEST_BLOCK : LONGEST_LINE)) return undefined;
  if (field.family === "table") return undefined;
  if (field.family === "tick") return /^(1|true|yes)$/.test(text) ? true : undefined;
  if (field.family === "choice") return options.includes(text) ? text : undefined;
  if (field.family === "choices") {
    const known = text.split(",").filter((option) => options.includes(option));
    return known.length ? known : undefined;
  }
  const [day, time] = text.split(/[T ]/);
  if (field.family === "date") return DAY.test(text) && momentOf(text) ? text : undefined;
  if (field.family === "datetime") return DAY.test(day) && TIME.test(time ?? "") ? momentOf(`${day}T${time}`) ?? undefined : undefined;
  return text;
}
