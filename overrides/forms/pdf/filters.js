// @ts-check
/** What streams of a PDF are packed with, as far as programs pack objects and texts with it. */
import { inflated } from "../../shared/deflate.js";
import { ofLzw, ofRunLengths } from "./older-filters.js";

/** The first predictor that says at the head of each row how it was foretold, as pictures in PNG do. */
const BY_ROWS = 10;
const TIFF = 2;
/** The most bytes that a row may have; that of a list of places has under thirty. */
const LONGEST_ROW = 100_000;
const DIGITS_OF_85 = 5;

/**
 * @typedef {{colours: number, bits: number, columns: number, predictor: number, early: number}} Rows How bytes were foretold, and in what rows they
 *   stand; `early`: of LZW, by how many words its codes grow longer before they have to.
 * @typedef {{name: string, rows: Rows}} Filter
 */

/**
 * What a stream holds.
 * @param {Uint8Array<ArrayBuffer>} packed @param {Filter[]} filters in the order in which they are undone
 * @param {(made: number) => number} spend counts bytes that came out and says how many more may, or throws
 * @throws {Error} `damaged` also for what is packed in a way that is not known here, and what `inflated` throws
 */
export async function unfiltered(packed, filters, spend) {
  let made = packed;
  for (const { name, rows } of filters) {
    if (name === "/FlateDecode" || name === "/Fl") made = foretold(await inflated(made, spend(0)), rows);
    else if (name === "/LZWDecode" || name === "/LZW") made = foretold(ofLzw(made, rows.early, spend(0)), rows);
    else if (name === "/RunLengthDecode" || name === "/RL") made = ofRunLengths(made, spend(0));
    else if (name === "/ASCIIHexDecode" || name === "/AHx") made = ofHex(made);
    else if (name === "/ASCII85Decode" || name === "/A85") made = of85(made);
    else throw new Error("damaged");
    spend(made.length);
  }
  return made;
}

/** Undo what a predictor did: each byte was written as what it differs by from those before and above it. @param {Uint8Array<ArrayBuffer>} bytes @param {Rows} rows */
function foretold(bytes, { predictor, colours, bits, columns }) {
  if (predictor < TIFF) return bytes;
  const step = Math.max(1, (colours * bits) >> 3), length = Math.ceil((colours * bits * columns) / 8);
  const isKnown = predictor >= BY_ROWS || (predictor === TIFF && bits === 8);
  if (!isKnown || !(length > 0 && length <= LONGEST_ROW && step <= length)) throw new Error("damaged");
  const head = predictor >= BY_ROWS ? 1 : 0, count = Math.ceil(bytes.length / (length + head));
  const made = new Uint8Array(bytes.length - count * head);
  for (let row = 0; row < count; row += 1) {
    const from = row * (length + head), to = row * length;
    const kind = head ? bytes[from] : 1;
    if (kind > 4) throw new Error("damaged");
    for (let at = 0; at < length && from + head + at < bytes.length; at += 1) {
      const left = at >= step ? made[to + at - step] : 0, up = row ? made[to + at - length] : 0;
      const corner = row && at >= step ? made[to + at - length - step] : 0;
      made[to + at] = bytes[from + head + at] + guess(head ? kind : 1, left, up, corner);
    }
  }
  return made;
}

/** What a byte was foretold to be. @param {number} kind of the row @param {number} left @param {number} up @param {number} corner */
function guess(kind, left, up, corner) {
  if (kind === 4) {
    const [a, b, c] = [left, up, corner].map((each) => Math.abs(left + up - corner - each));
    return a <= b && a <= c ? left : b <= c ? up : corner;
  }
  return [0, left, up, (left + up) >> 1][kind];
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
function ofHex(bytes) {
  const digits = signsBefore(bytes, ">");
  if (/[^\dA-Fa-f]/.test(digits)) throw new Error("damaged");
  return Uint8Array.from(digits.match(/..?/g) ?? [], (pair) => Number.parseInt(pair.padEnd(2, "0"), 16));
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
function of85(bytes) {
  const digits = signsBefore(bytes, "~").replaceAll("z", "!!!!!");
  if (/[^!-u]/.test(digits)) throw new Error("damaged");
  const made = new Uint8Array(Math.floor((digits.length * 4) / DIGITS_OF_85));
  for (let at = 0, to = 0; at < digits.length; at += DIGITS_OF_85, to += 4) {
    let number = 0;
    // What is missing of the last group counts as the highest digit.
    for (let place = at; place < at + DIGITS_OF_85; place += 1) number = number * 85 + (place < digits.length ? digits.charCodeAt(place) - 33 : 84);
    for (let byte = 0; byte < 4 && to + byte < made.length; byte += 1) made[to + byte] = Math.floor(number / 256 ** (3 - byte)) % 256;
  }
  return made;
}

/** The signs before the one that ends them, without blanks. @param {Uint8Array<ArrayBuffer>} bytes @param {string} end */
function signsBefore(bytes, end) {
  const text = new TextDecoder("latin1").decode(bytes);
  return text.split(end, 1)[0].replace(/[\0\t\n\f\r ]/g, "");
}
