// @ts-check
/** Cells of a sheet that a stranger made: those that are not there yet, and whether they show all of a text. */
import { elementBeside } from "../../shared/xml.js";
import { heightOf, HIGHEST_ROW, linesOf, placeOf, STRANGERS, widthOf } from "../cell-room.js";

/** How many empty cells beside it a text may run over. */
const MOST_BESIDE = 10;

/** @typedef {import("../worksheet.js").Worksheet} Worksheet */

/** The cell of this name, laid down in its place where the file has none. @param {Worksheet} sheet @param {string} name */
export function cellAt(sheet, name) {
  const [column, number] = placeOf(name);
  let row = sheet.rows.get(number);
  if (!row) {
    row = elementBeside(sheet.data, "row", { r: String(number) });
    const next = [...sheet.data.children].find((each) => Number(each.getAttribute("r")) > number);
    sheet.data.insertBefore(row, next ?? null);
    sheet.rows.set(number, row);
  }
  const there = [...row.children].find((each) => each.getAttribute("r") === name);
  if (there) return there;
  const style = /^(1|true)$/.test(row.getAttribute("customFormat") ?? "") ? row.getAttribute("s") : sheet.columnOf(column)?.getAttribute("style");
  const cell = elementBeside(row, "c", { r: name, ...(style ? { s: style } : {}) });
  const next = [...row.children].find((each) => placeOf(each.getAttribute("r") ?? "")[0] > column);
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
  const [column, number] = placeOf(cell.getAttribute("r") ?? "");
  const [last, end] = sheet.endOf(column, number);
  const merged = last > column || end > number;
  if (!wraps) {
    let beside = last;
    while (!merged && beside < last + MOST_BESIDE && isEmpty(sheet, beside + 1, number)) beside += 1;
    return !text.includes("\n") && widthOf(text, STRANGERS) <= sheet.widthOfColumns(column, beside) - STRANGERS.sides;
  }
  const lines = linesOf(text, sheet.widthOfColumns(column, last), STRANGERS).length;
  const needed = heightOf(lines, STRANGERS);
  const row = /** @type {Element} */ (cell.parentElement);
  const usual = Number(sheet.all("sheetFormatPr")[0]?.getAttribute("defaultRowHeight")) || STRANGERS.line;
  let height = 0;
  for (let each = number; each <= end; each += 1) height += Number(sheet.rows.get(each)?.getAttribute("ht")) || usual;
  if (needed <= height || lines === 1) return true;
  const own = Number(row.getAttribute("ht")) || usual;
  row.setAttribute("ht", String(Math.min(HIGHEST_ROW, own + needed - height)));
  row.setAttribute("customHeight", "1");
  return own + needed - height <= HIGHEST_ROW;
}

/** @param {Worksheet} sheet @param {number} column @param {number} row */
function isEmpty(sheet, column, row) {
  const cell = [...(sheet.rows.get(row)?.children ?? [])].find((each) => placeOf(each.getAttribute("r") ?? "")[0] === column);
  return !cell?.children.length;
}
