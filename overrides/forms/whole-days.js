// @ts-check
/** Days and other small things within a text, and on paper numbers too, so that no line ends in the middle of one. */
import { MONTHS } from "./months.js";

const MONTH = `(?:${MONTHS.join("|")})`;
/** In figures, with the time behind it or without; no part of a longer number, such as that of a contract. */
const IN_FIGURES = /\d{4}([-/.])\d{1,2}\1\d{1,2}(?![-/.]?\d)/g;
const IN_WORDS = `\\d{2,4}年\\d{1,2}月\\d{1,2}日|\\d{1,2}月\\d{1,2}日|\\d{1,2} ${MONTH}(?: \\d{4})?`;
/** Of contracts and invoices, and of telephones. Word would not find them by their hyphens if these held. */
const NUMBERS = /\b[A-Z]{1,5}(?:-(?:[A-Z]{1,5}\b|\d{1,8})){0,4}-\d{1,8}\b|\b0\d{2,3}-\d{3,4} ?\d{4}\b|\+\d{1,3}(?: \d{2,4}){2,4}\b/g;
const HOLDS = "\u2011";
/** A single letter before a hyphen, as in “e-mail”; no part of an address. */
const LETTER = "\\b[A-Za-z]-[a-z]+\\b(?![-@/._])";
const HYPHENATED = new RegExp(`${IN_FIGURES.source}|${LETTER}`, "g");
/** Both as other programs keep them. */
const KEPT = /\b(?:[A-Za-z]\u2011[a-z]+|\d{4}\u2011\d{1,2}\u2011\d{1,2})\b/g;
/** What is measured, behind its figure. */
const UNITS = "(?:°[CF]?|[℃℉%‰]|(?:[kKcmµ]?m|[km]?g|k?W|kWh|kVA?|[mk]?A|[kMG]?Hz|[KMGT]B|V|t|h|min|ml|L)(?![A-Za-z\\d]))";
/** What English writes with blanks and nobody breaks: a day, a sum behind its currency, and a unit behind its figure. Word finds them by plain blanks too. @param {string} blank */
const inOne = (blank) => new RegExp([
  `\\b\\d{1,2}${blank}${MONTH}\\b(?:${blank}\\d{4}\\b)?`,
  `\\b[A-Z]{3}${blank}\\d[\\d,.]*`,
  `[−±]?\\b\\d[\\d,.]{0,12}${blank}${UNITS}`,
].join("|"), "g");
const [OPEN, HELD] = [inOne(" "), inOne("\u00a0")];

/** A text in pieces, by turns what lies between days and a day. @param {string} text @param {RegExp} days @returns {string[]} */
function apart(text, days) {
  const pieces = [];
  let end = 0;
  for (const found of text.matchAll(days)) {
    const before = text[found.index - 1] ?? "";
    if (found.index < end || /[\d\-/.]/.test(before)) continue;
    pieces.push(text.slice(end, found.index), found[0]);
    end = found.index + found[0].length;
  }
  return [...pieces, text.slice(end)];
}

/** A text in pieces, between which stand hyphens at which no line ends: of days and behind a single letter. @param {string} text @returns {string[]} */
export function betweenHyphens(text, wholes = HYPHENATED) {
  const pieces = apart(text, wholes);
  return pieces.reduce((/** @type {string[]} */ parts, piece, number) => {
    const [first, ...others] = number % 2 ? piece.split("-") : [piece];
    return [...parts.slice(0, -1), (parts[parts.length - 1] ?? "") + first, ...others];
  }, []);
}

/** A text whose days have hyphens at which no line ends. @param {string} text */
export function withWholeDays(text) {
  return betweenHyphens(text, IN_FIGURES).join(HOLDS);
}

/** A text in which English days, sums of money and measures have blanks at which no line ends. @param {string} text */
export function held(text) {
  return text.replace(OPEN, (found) => found.replaceAll(" ", "\u00a0"));
}

/** A text as it was typed, before it was held together. @param {string} text */
export function loosened(text) {
  return text.replace(HELD, (found) => found.replaceAll("\u00a0", " ")).replace(KEPT, (found) => found.replaceAll(HOLDS, "-"));
}

/** A text by turns as what lies between and what no line ends within: a day, a number, a measure, “e-mail”. @param {string} text @returns {string[]} */
export function wholesIn(text) {
  return apart(text, new RegExp([IN_FIGURES.source, IN_WORDS, NUMBERS.source, LETTER, OPEN.source].join("|"), "g"));
}
