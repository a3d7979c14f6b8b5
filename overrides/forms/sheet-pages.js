// @ts-check
/**
 * Where the pages of a sheet end whose rows have grown: before what belongs together. The blank form knows how many pages it takes
 * (`macros/downloads/excel/grid.py`); one that goes on on as many as it needs heeds breaks that are set.
 *
 * @typedef {{height: number, isEmpty: boolean, least: number}} Row `least` is the height that what stands in it needs
 */

/** The sides of A4, in points, and what is to an inch, in which margins are given. */
const SHORT = 595.3, LONG = 841.9, INCH = 72;
/** A row that nobody sees is no higher; it ends the room above what belongs together. */
const SLIT = 3;
/** How many rows a section begins with that make no sense alone: its name, the head of a table, a first row. */
const BEGINNING = 3;

/** How much of a page may be left over and is then made to fit by printing smaller, as in `grid.py`: no type becomes less than 7 points. */
const TOO_MUCH = 0.039;
/** How much of a page stays free, since the heights of texts are estimates; what leaves less is held on its page. */
const RESERVE = 0.06;
/** The margins of a form that asks much are less by so much above and below than the usual ones, which are no less than this; in inches. */
const LESS = 0.15, USUAL_BOTTOM = 0.5;
/** What is left of the room between sections where it gives way, of a row that nobody wrote in, and of the place to sign. */
const BETWEEN = 2, UNUSED = 18, TO_SIGN = 0.75;

/** Whether a form asks so much that its margins are narrow. @param {import("./worksheet.js").Worksheet} sheet */
export function isNarrow(sheet) {
  return Number(sheet.all("pageMargins")[0]?.getAttribute("bottom") ?? 1) < USUAL_BOTTOM;
}

/**
 * The height that a row needs: that of the answers in it, or with none in it less room to write by hand. Names and heads stay as they are.
 * @param {Element} row @param {number} height @param {number | undefined} needed that of its answers
 */
export function leastOf(row, height, needed) {
  if (!row.children.length) return Math.min(height, BETWEEN);
  if (needed !== undefined) return needed;
  return [...row.children].some((cell) => cell.children.length) ? height : Math.min(height, Math.max(UNUSED, TO_SIGN * height));
}

/**
 * Have rows give way, and the margins above and below them, where that saves a page that would have little more than the place to sign.
 * @param {import("./worksheet.js").Worksheet} sheet @param {Row[]} rows from the first that is printed @param {Element[]} elements theirs
 * @returns {boolean} whether it does
 */
export function closed(sheet, rows, elements) {
  const [margins] = sheet.all("pageMargins");
  for (const less of isNarrow(sheet) ? [0] : [0, LESS]) {
    const heights = closer(rows, pageOf(sheet, less));
    if (!heights) continue;
    heights.forEach((height, at) => {
      if (height >= rows[at].height) return;
      elements[at].setAttribute("ht", String(height));
      elements[at].setAttribute("customHeight", "1");
    });
    if (less) for (const side of ["top", "bottom", "header", "footer"]) margins.setAttribute(side, (Number(margins.getAttribute(side)) - less).toFixed(2));
    for (const setup of sheet.all("pageSetup")) setup.setAttribute("fitToHeight", "1");
    return true;
  }
  return false;
}

/**
 * The heights of rows that give way where that is enough for one page.
 * @param {Row[]} rows from the first that is printed @param {number} page how high a page is, in points
 * @returns {number[] | null} none where one page does not suffice, or does by far
 */
export function closer(rows, page) {
  const sum = (/** @type {number[]} */ heights) => heights.reduce((all, height) => all + height, 0);
  const given = rows.map(({ height, least }) => Math.max(0, height - least));
  const over = sum(rows.map(({ height }) => height)) - page;
  if (over <= -page * RESERVE || over - sum(given) > page * TOO_MUCH) return null;
  const share = Math.min(1, Math.max(0, over) / Math.max(1, sum(given)));
  return rows.map(({ height }, at) => Math.floor(4 * (height - share * given[at])) / 4);
}

/** How high a page is for the rows of a sheet that is made as wide as its paper, in points. @param {import("./worksheet.js").Worksheet} sheet @param {number} [less] margin above and below, in inches */
export function pageOf(sheet, less = 0) {
  const [setup] = sheet.all("pageSetup"), [margins] = sheet.all("pageMargins");
  const given = (/** @type {string} */ side) => Number(margins?.getAttribute(side)) * INCH;
  const [wide, high] = setup?.getAttribute("orientation") === "landscape" ? [LONG, SHORT] : [SHORT, LONG];
  const columns = Math.max(...sheet.all("col").map((column) => Number(column.getAttribute("max"))));
  const scale = Math.min(1, (wide - given("left") - given("right")) / sheet.widthOfColumns(1, columns));
  return (high - given("top") - given("bottom") + 2 * less * INCH) / scale;
}

/**
 * Behind which rows a page is to end, so that none ends within the beginning of a section, nor within the last one, where it is signed.
 * @param {Row[]} rows from the first that is printed @param {number} page how high a page is, in points
 * @returns {number[]} their places among the rows
 */
export function breaksIn(rows, page) {
  const isRoom = (/** @type {number} */ at) => Boolean(rows[at]?.isEmpty && rows[at + 1]?.isEmpty && rows[at + 1].height <= SLIT);
  const last = rows.findLastIndex((_, at) => isRoom(at)), breaks = [];
  let used = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const end = at === last ? rows.length : endOfBeginning(rows, at);
    const needed = rows.slice(at, end).reduce((sum, row) => sum + row.height, 0);
    if (isRoom(at) && used && used + needed > page && needed <= page) {
      breaks.push(at - 1);
      used = 0;
    }
    used += rows[at].height;
    if (used > page) used = rows[at].height;
  }
  return breaks;
}

/** Behind the rows that a section begins with, whatever room is between them. @param {Row[]} rows @param {number} from */
function endOfBeginning(rows, from) {
  let end = from;
  for (let number = 0; end < rows.length && number < BEGINNING; end += 1) if (!rows[end].isEmpty) number += 1;
  return end;
}
