// @ts-check
/**
 * Which formulas of a workbook go by cells that were written: those that name them, by address, range or name, and those that go by
 * these again. A formula that cannot be read through (a table's name, another file, INDIRECT) counts among them.
 *
 * @typedef {import("../worksheet.js").Worksheet} Worksheet
 * @typedef {{name: string, sheet: Worksheet, written: Set<string>}} Page A sheet, and the cells of it that hold something else now.
 * @typedef {{page: Page, cell: Element, formula: Element}} Result
 * @typedef {{sheet: string, from: [number, number], to: [number, number]}} Area
 */
import { placeOf } from "../cell-room.js";

/** What a formula is made of, one kind each: a text, an area with or without its sheet, a function, a name, a number, a sign. */
const TOKEN = new RegExp([
  '(?<text>"(?:[^"]|"")*")',
  "(?:(?:'(?<quoted>(?:[^']|'')+)'|(?<plain>[\\p{L}\\p{N}_.]+))!)?(?<area>\\$?[A-Z]{1,3}\\$?\\d+(?::\\$?[A-Z]{1,3}\\$?\\d+)?|\\$?[A-Z]{1,3}:\\$?[A-Z]{1,3}|\\$?\\d+:\\$?\\d+)(?![\\p{L}\\p{N}_.(!:])",
  "(?<called>[\\p{L}_][\\p{L}\\p{N}_.]*)\\(",
  "(?<name>[\\p{L}_\\\\][\\p{L}\\p{N}_.\\\\]*)(?![\\p{L}\\p{N}_.\\\\!:(\\[])",
  "(?<number>(?:\\d+\\.?\\d*|\\.\\d+)(?:E[+-]?\\d+)?)(?![!:])",
  "(?<sign>[-+*/^&=<>%(),;{}\\s@]|#[A-Z/0]+[!?A]?)",
].join("|"), "iuy");
/** What these look at stands in no formula. */
const UNSEEN = new Set(["INDIRECT", "OFFSET", "CELL", "INFO", "EVALUATE", "CALL"]);
const WORDS = new Set(["TRUE", "FALSE"]);
const UNREADABLE = "[";
const LAST = 1_048_576;
/** Beyond this, all are taken to go by the answers: looking them through would take longer than reckoning. */
const MOST = 4_000;
const DEEPEST = 20;

/** The names that a workbook gives to cells, with what each stands for. @param {XMLDocument} workbook @returns {Map<string, string>} */
export function namesIn(workbook) {
  const names = new Map();
  for (const each of workbook.getElementsByTagNameNS("*", "definedName")) {
    const name = (each.getAttribute("name") ?? "").toLowerCase();
    // One that sheets have for themselves may be either.
    names.set(name, names.has(name) ? UNREADABLE : each.textContent ?? "");
  }
  return names;
}

/**
 * The formulas whose results go by what was written.
 * @param {Page[]} pages @param {Map<string, string>} names @returns {Result[]}
 */
export function goingBy(pages, names) {
  const written = pages.flatMap((page) => [...page.written].map((cell) => ({ sheet: page.name.toLowerCase(), at: placeOf(cell) })));
  const open = pages.flatMap((page) => page.sheet.all("f").flatMap((formula) => {
    const cell = formula.parentElement;
    if (cell?.localName !== "c") return [];
    const at = { sheet: page.name.toLowerCase(), at: placeOf(cell.getAttribute("r") ?? "") };
    return [{ page, cell, formula, at, areas: /** @type {Area[] | null} */ (null), read: false }];
  }));
  if (open.length > MOST) return open;
  /** @type {Result[]} */
  const gone = [];
  for (const cell of written) {
    for (let place = open.length - 1; place >= 0; place -= 1) {
      const each = open[place];
      if (!each.read) [each.areas, each.read] = [areasOf(each.formula, each.page.name, names), true];
      if (each.areas && !each.areas.some((area) => isIn(area, cell))) continue;
      gone.push(each);
      written.push(each.at); // Looked at in its turn.
      open.splice(place, 1);
    }
  }
  return gone;
}

/** The areas that a formula looks at; null where that cannot be told. @param {Element} formula @param {string} sheet @param {Map<string, string>} names */
function areasOf(formula, sheet, names) {
  // One of several that share a text, and one that fills several cells.
  return formula.getAttribute("t") && formula.getAttribute("t") !== "normal" ? null : areasIn(formula.textContent ?? "", sheet, names, 0);
}

/** @param {string} text @param {string} sheet @param {Map<string, string>} names @param {number} depth @returns {Area[] | null} */
function areasIn(text, sheet, names, depth) {
  const areas = [];
  TOKEN.lastIndex = 0;
  for (let end = 0; end < text.length;) {
    TOKEN.lastIndex = end;
    const found = TOKEN.exec(text)?.groups;
    if (!found || depth > DEEPEST) return null;
    end = TOKEN.lastIndex;
    if (found.called && UNSEEN.has(found.called.toUpperCase())) return null;
    if (found.area) areas.push(areaOf(found.area, (found.quoted?.replaceAll("''", "'") ?? found.plain ?? sheet).toLowerCase()));
    if (found.name && !WORDS.has(found.name.toUpperCase())) {
      const meant = names.get(found.name.toLowerCase());
      const inside = meant === undefined ? null : areasIn(meant, sheet, names, depth + 1);
      if (!inside) return null;
      areas.push(...inside);
    }
  }
  return areas;
}

/** @param {string} written @param {string} sheet @returns {Area} */
function areaOf(written, sheet) {
  const [first, last = first] = written.replaceAll("$", "").toUpperCase().split(":").map(placeOf);
  return { sheet, from: first, to: [last[0] || LAST, last[1] || LAST] };
}

/** @param {Area} area @param {{sheet: string, at: [number, number]}} cell */
function isIn({ sheet, from, to }, { sheet: other, at: [column, row] }) {
  return sheet === other && from[0] <= column && column <= to[0] && from[1] <= row && row <= to[1];
}
