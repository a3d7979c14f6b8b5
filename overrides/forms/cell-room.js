// @ts-check
/** How much room a text takes in a cell of a sheet, in points, about: programs break lines differently, and have other fonts. */
import { isWide } from "./letter-width.js";

/** What cells leave empty above and below together where a form asks much, as in `heights.py`. */
export const LITTLE = 3;
/** The height of a row that every program takes at the most. */
export const HIGHEST_ROW = 409;
/** What a column is wide for each of the digits that its width counts. */
export const POINTS_A_WIDTH = 5.25;
/** What a line is not ended within, for some program at least: a word with the blanks behind it, signs with the stops behind them, and both
 * where a stop stands between; and each line feed. */
const STOPS = "[、。，；：！？…）》〕】”’]";
const PIECES = new RegExp(`\\n|(?:[^\\n]${STOPS}+)?[!-\u2e7f]+${STOPS}*[^\\S\\n]*|[^\\n]${STOPS}*`, "gu");

/**
 * @typedef {object} Type how texts of a file are set
 * @property {number} wide what a Chinese letter takes
 * @property {number} letter what any other takes on average
 * @property {number} line how high a line is
 * @property {number} sides what a cell leaves empty at its two sides together
 * @property {number} ends what it leaves empty above and below together
 */
/** @type {Type} The answers in forms of ours. */
export const OURS = { wide: 10.5, letter: 5.6, line: 14, sides: 10, ends: 5 };
/** @type {Type} Those in forms in English, whose font has lower lines; what is said in Chinese in them is set as in ours. */
export const ENGLISH = { wide: 10.5, letter: 5.4, line: 12.75, sides: 10, ends: 5 };
/** @type {Type} Those in lists of ours, which are set larger and stand further in. */
export const LISTED = { wide: 11.5, letter: 6.2, line: 16, sides: 17, ends: 5 };
/** @type {Type} In a stranger's, whose fonts are not known. */
export const STRANGERS = { wide: 11, letter: 6, line: 15, sides: 6, ends: 6 };

/** How wide a text is on one line. @param {string} text @param {Pick<Type, "wide" | "letter">} type */
export function widthOf(text, type) {
  return [...text].reduce((width, letter) => width + (isWide(letter) ? type.wide : type.letter), 0);
}

/**
 * A text in the lines that it takes; those that the text itself ends have their line feed.
 * @param {string} text @param {number} width of the cell, in points @param {Type} type
 */
export function linesOf(text, width, type) {
  const room = width - type.sides;
  const lines = [""];
  let used = 0;
  for (const piece of text.match(PIECES) ?? []) {
    if (used && used + widthOf(piece.trimEnd(), type) > room) {
      lines.push("");
      used = 0;
    }
    for (const letter of piece) {
      const wide = letter === "\n" ? 0 : widthOf(letter, type);
      if (used && used + wide > room && letter.trim()) {
        lines.push("");
        used = 0;
      }
      lines[lines.length - 1] += letter;
      used += wide;
    }
    if (piece.endsWith("\n")) {
      lines.push("");
      used = 0;
    }
  }
  return lines;
}

/** How a text is set: one with a Chinese letter has the lines of its font. @param {string} text @param {Type} type */
export function typeFor(text, type) {
  return type.line < OURS.line && [...text].some(isWide) ? { ...type, line: OURS.line } : type;
}

/** How high a cell of so many lines is. @param {number} lines @param {Type} type */
export function heightOf(lines, type) {
  return lines * type.line + type.ends;
}

/** The number of the column of a cell, from 1, and that of its row; 0 where it names none. @param {string} name such as `AB12` @returns {[number, number]} */
export function placeOf(name) {
  const [, letters = "", row = "0"] = /^([A-Z]*)(\d*)/.exec(name) ?? [];
  return [[...letters].reduce((number, letter) => 26 * number + letter.charCodeAt(0) - 64, 0), Number(row)];
}
