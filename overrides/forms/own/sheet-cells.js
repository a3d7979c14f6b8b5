// @ts-check
/** Cells of a sheet that a stranger made: those that are not there yet, and whether they show all of a text. */
import { elementBeside } from "../../shared/xml.js";

const POINTS_A_WIDTH = 5.25;
const USUAL_WIDTH = 8.43;
const LINE_POINTS = 15;
const MARGIN_POINTS = 6;
const WIDE_LETTER = 11;
const LETTER = 6;
const FIRST_WIDE = "\u2e80";
const HIGHEST = 409;
/** How many empty cells beside it a text may run over. */
const MOST_BESIDE = 10;

/** @typedef {import("../worksheet.js").Worksheet} Worksheet */

/** The cell of this name, laid down in its place where the file has none. @param {Worksheet} sheet @param {string} name */
export function cellAt(sheet, name) {
  const [column, number] = parted(name);
  let row = sheet.rows.get(number);
  if (!row) {
    row = elementBeside(sheet.data, "row", { r: String(number) });
    const next = [...sheet.data.children].find((each) => Number(each.getAttribute("r")) > number);
    sheet.data.insertBefore(row, next ?? null);
    sheet.rows.set(number, row);
  }
  const there = [...row.children].find((each) => each.getAttribute("r") === name);
  if (there) return there;
  const style = /^(1|true)$/.test(row.getAttribute("customFormat") ?? "") ? row.getAttribute("s") : columnOf(sheet, column)?.getAttribute("style");
  const cell = elementBeside(row, "c", { r: name, ...(style ? { s: style } : {}) });
  const next = [...row.children].find((each) => parted(each.getAttribute("r") ?? "")[0] > column);
  row.insertBefore(cell, next ?? null);
  row.removeAttribute("spans");
  return cell;
}

/**
 * Make the row of a cell as high as a text in it needs.
 * @param {Worksheet} sheet @param {Element} cell @param {string} text @param {boolean} wraps whether the cell breaks its lines
 * @returns {boolean} whether all of it shows
 */
export function fitCell(sheet, cell, text, wraps) {
  const [column, number] = parted(cell.getAttribute("r") ?? "");
  const merged = sheet.all("mergeCell").map((each) => (each.getAttribute("ref") ?? "").split(":").map(parted))
    .find(([[first, row]]) => first === column && row === number);
  const last = merged?.[1]?.[0] ?? column;
  let room = -MARGIN_POINTS;
  for (let each = column; each <= last; each += 1) room += widthOf(sheet, each);
  if (!wraps) {
    for (let each = last + 1; !merged && each <= last + MOST_BESIDE && isEmpty(sheet, each, number); each += 1) room += widthOf(sheet, each);
    return !text.includes("\n") && widthOfText(text) <= room;
  }
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOfText(line) / Math.max(room, WIDE_LETTER))), 0);
  const needed = lines * LINE_POINTS + MARGIN_POINTS;
  const row = /** @type {Element} */ (cell.parentElement);
  const usual = Number(sheet.all("sheetFormatPr")[0]?.getAttribute("defaultRowHeight")) || LINE_POINTS;
  let height = 0;
  const end = merged?.[1]?.[1] ?? number;
  for (let each = number; each <= end; each += 1) height += Number(sheet.rows.get(each)?.getAttribute("ht")) || usual;
  if (needed <= height || lines === 1) return true;
  const own = Number(row.getAttribute("ht")) || usual;
  row.setAttribute("ht", String(Math.min(HIGHEST, own + needed - height)));
  row.setAttribute("customHeight", "1");
  return own + needed - height <= HIGHEST;
}

/** @param {string} text */
function widthOfText(text) {
  return [...text].reduce((points, letter) => points + (letter < FIRST_WIDE ? LETTER : WIDE_LETTER), 0);
}

/** @param {Worksheet} sheet @param {number} column @param {number} row */
function isEmpty(sheet, column, row) {
  const cell = [...(sheet.rows.get(row)?.children ?? [])].find((each) => parted(each.getAttribute("r") ?? "")[0] === column);
  return !cell?.children.length;
}

/** @param {Worksheet} sheet @param {number} column */
function columnOf(sheet, column) {
  return sheet.all("col").find((each) => Number(each.getAttribute("min")) <= column && column <= Number(each.getAttribute("max")));
}

/** @param {Worksheet} sheet @param {number} column */
function widthOf(sheet, column) {
  const usual = Number(sheet.all("sheetFormatPr")[0]?.getAttribute("defaultColWidth")) || USUAL_WIDTH;
  return (Number(columnOf(sheet, column)?.getAttribute("width")) || usual) * POINTS_A_WIDTH;
}

/** The number of the column and of the row. @param {string} name @returns {[number, number]} */
function parted(name) {
  const [, letters = "", row = "0"] = /^([A-Z]*)(\d*)/.exec(name) ?? [];
  return [[...letters].reduce((number, letter) => 26 * number + letter.charCodeAt(0) - 64, 0), Number(row)];
}
