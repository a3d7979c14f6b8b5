// @ts-check
/** A sheet of an Excel file: its cells, the rows that are added to it, and how high they are. */
import { withWholeDays } from "./whole-days.js";
import { elementBeside } from "../shared/xml.js";
import { breaksIn, closed, isNarrow, leastOf, pageOf } from "./sheet-pages.js";
import { heightOf, HIGHEST_ROW, linesOf, LITTLE, OURS, placeOf, POINTS_A_WIDTH, typeFor } from "./cell-room.js";

/** What a cell holds, in UTF-16 units. */
export const MOST_CHARACTERS = 32_767;
/** How wide a column is of which nothing is said, in digits. */
const USUAL_WIDTH = 8.43;
/** Of a text that goes on in another row: fewer than there is room for, since how wide its letters are is an estimate. */
const MOST_LINES = 22;
/** That of a sheet, counted from 0, up to which a break goes. */
const LAST_COLUMN = "16383";
/** The elements that name cells, with the attributes in which they do. */
const REFERENCES = {
  mergeCell: ["ref"], dataValidation: ["sqref"], conditionalFormatting: ["sqref"], ignoredError: ["sqref"],
  dimension: ["ref"], selection: ["sqref", "activeCell"],
};

/** A row of a form is less high whose label has one line only; none has more than two. */
const TWO_LINES = 30;

/** @typedef {(first: number, last: number, reference: string) => [number, number]} MoveRows */

/**
 * References with their rows moved, such as `A27:C30 F2`.
 * @param {string} references @param {MoveRows} move
 */
export function movedReferences(references, move) {
  return references.split(" ").map((reference) => {
    const found = /^(\$?[A-Z]+\$?)(\d+)(?::(\$?[A-Z]+\$?)(\d+))?$/.exec(reference);
    if (!found) return reference;
    const [, column, row, lastColumn, lastRow] = found;
    const [first, last] = move(Number(row), Number(lastRow ?? row), reference.replaceAll("$", ""));
    return lastColumn || last > first ? `${column}${first}:${lastColumn ?? column}${last}` : `${column}${first}`;
  }).join(" ");
}

/** A worksheet. */
export class Worksheet {
  /** @param {XMLDocument} parsed @param {import("./cell-room.js").Type} type how its answers are set */
  constructor(parsed, type = OURS) {
    this.parsed = parsed;
    this.root = parsed.documentElement;
    this.type = isNarrow(this) ? { ...type, ends: LITTLE } : type;
    this.data = this.all("sheetData")[0];
    /** @type {Map<number, Element>} */
    this.rows = new Map([...this.data.children].map((row) => [Number(row.getAttribute("r")), row]));
    this.grown = false;
    /** How high rows must be for the answers in them. @type {Map<Element, number>} */
    this.needed = new Map();
  }

  /** @param {string} name */
  all(name) {
    return [...this.root.getElementsByTagNameNS("*", name)];
  }

  /** @param {string} column @param {number} row */
  cell(column, row) {
    return [...(this.rows.get(row)?.children ?? [])].find((cell) => cell.getAttribute("r") === `${column}${row}`);
  }

  /** @param {string} column @param {number} row @param {string} text */
  write(column, row, text) {
    const cell = this.cell(column, row);
    if (!cell) return;
    // What stands on one line stays as it was typed, so that it is found and counted with.
    const shown = this.linesOf(column, row, text).length > 1 ? withWholeDays(text) : text;
    cell.setAttribute("t", "inlineStr");
    cell.replaceChildren(elementBeside(cell, "is", {}, elementBeside(cell, "t", { "xml:space": "preserve" }, shown)));
    this.growFor(column, row, text);
  }

  /** @param {string} column @param {number} row @param {number} number */
  writeNumber(column, row, number) {
    const cell = this.cell(column, row);
    if (!cell) return;
    cell.removeAttribute("t");
    cell.replaceChildren(elementBeside(cell, "v", {}, String(number)));
  }

  /** Add rows like this one below it. @param {number} last @param {number} count @param {MoveRows} move what becomes of the references to rows */
  addRows(last, count, move) {
    const pattern = this.rows.get(last);
    if (!pattern) return;
    const merged = this.all("mergeCell").filter((each) => isWithin(each.getAttribute("ref") ?? "", last));
    for (const [number, row] of [...this.rows].reverse()) if (number > last) this.renumber(row, number, number + count);
    for (const [name, attributes] of Object.entries(REFERENCES)) {
      for (const element of this.all(name)) {
        for (const attribute of attributes) {
          const references = element.getAttribute(attribute);
          if (references) element.setAttribute(attribute, movedReferences(references, move));
        }
      }
    }
    for (let number = last + count; number > last; number -= 1) {
      const row = /** @type {Element} */ (pattern.cloneNode(true));
      pattern.after(row);
      this.renumber(row, last, number);
      for (const each of merged) {
        const copy = /** @type {Element} */ (each.cloneNode(true));
        copy.setAttribute("ref", (each.getAttribute("ref") ?? "").replace(/\d+/g, String(number)));
        each.after(copy);
      }
    }
    const cells = this.all("mergeCells")[0];
    cells?.setAttribute("count", String(cells.children.length));
    this.grown = true;
  }

  /** What formulas came to before is no longer so: without it, every program reckons anew. */
  forgetResults() {
    for (const formula of this.all("f")) {
      const cell = formula.parentElement;
      if (cell?.localName !== "c") continue;
      cell.removeAttribute("t");
      cell.replaceChildren(formula);
    }
  }

  /** Let rows that grew go on on as many pages as they need. */
  finish() {
    if (this.grown) for (const page of this.all("pageSetup")) page.setAttribute("fitToHeight", "0");
  }

  /** Where rows grew, let no page end within what belongs together. @param {number} first the first row that is printed */
  keepTogether(first) {
    if (!this.grown) return;
    const rows = [...this.rows].filter(([number]) => number >= first).sort(([one], [other]) => one - other);
    // The title is larger than all answers; a cell over several rows, as it may be, needs the height of all of them.
    const shared = this.all("mergeCell").map((each) => (each.getAttribute("ref") ?? "").split(":").map((cell) => placeOf(cell)[1]));
    const high = rows.map(([number, row], at) => {
      const height = this.heightOfRow(row), isKept = !at || shared.some(([from, to]) => from < to && from <= number && number <= to);
      return { height, isEmpty: !row.children.length, least: isKept ? height : leastOf(row, height, this.needed.get(row)) };
    });
    if (closed(this, high, rows.map(([, row]) => row))) return;
    const breaks = breaksIn(high, pageOf(this)).map((at) => String(rows[at][0])), count = String(breaks.length);
    const above = this.all("headerFooter")[0] ?? this.all("pageSetup")[0];
    if (!breaks.length || !above) return;
    above.after(elementBeside(above, "rowBreaks", { count, manualBreakCount: count },
      ...breaks.map((id) => elementBeside(above, "brk", { id, max: LAST_COLUMN, man: "1" }))));
  }

  /** @param {Element} row */
  heightOfRow(row) {
    return Number(row.getAttribute("ht") ?? this.all("sheetFormatPr")[0]?.getAttribute("defaultRowHeight"));
  }

  /** @param {Element} row @param {number} from @param {number} to */
  renumber(row, from, to) {
    if (this.rows.get(from) === row) this.rows.delete(from);
    this.rows.set(to, row);
    row.setAttribute("r", String(to));
    for (const cell of row.children) cell.setAttribute("r", (cell.getAttribute("r") ?? "").replace(/\d+$/, String(to)));
  }

  /** Make a row as high as a text in it needs; not every program does so when it opens a file. @param {string} column @param {number} number @param {string} text */
  growFor(column, number, text) {
    const row = this.rows.get(number);
    if (!row) return;
    const lines = this.linesOf(column, number, text).length;
    const needed = Math.min(HIGHEST_ROW, heightOf(lines, typeFor(text, this.type)));
    this.needed.set(row, Math.max(needed, this.needed.get(row) ?? heightOf(this.heightOfRow(row) < TWO_LINES ? 1 : 2, this.type)));
    if (needed <= this.heightOfRow(row)) return;
    row.setAttribute("ht", String(needed));
    this.grown = true;
  }

  /** A text in the lines that it takes in a cell. @param {string} column @param {number} number @param {string} text */
  linesOf(column, number, text) {
    const first = placeOf(column)[0];
    const [last] = this.endOf(first, number);
    return linesOf(text, this.widthOfColumns(first, last), typeFor(text, this.type));
  }

  /** A text that is higher than a row can be goes on in further rows below. @param {(row: number, count: number) => void} insert adds rows like one below it
   * @param {string} mark where it goes on: of a list, in which a row below would else be taken for one of its own */
  continueLong(insert, mark) {
    for (const [number, row] of [...this.rows].sort(([one], [other]) => other - one)) {
      const long = [...row.children].flatMap((cell) => {
        const column = (cell.getAttribute("r") ?? "").replace(/\d+$/, "");
        const parts = cell.getAttribute("t") === "inlineStr" ? partsOf(this.linesOf(column, number, cell.textContent ?? "")) : [];
        return parts.length > 1 ? [{ column, parts }] : [];
      });
      if (!long.length) continue;
      const more = Math.max(...long.map(({ parts }) => parts.length)) - 1;
      insert(number, more);
      for (let place = 0; place <= more; place += 1) {
        const own = /** @type {Element} */ (this.rows.get(number + place));
        if (place) {
          own.setAttribute("ht", String(this.type.line));
          for (const cell of own.children) {
            cell.removeAttribute("t");
            cell.replaceChildren();
          }
        }
        for (const { column, parts } of long) if (parts[place]) this.write(column, number + place, `${place ? mark : ""}${parts[place]}${parts[place + 1] ? mark : ""}`);
      }
    }
  }

  /** The last column and row of the cell that begins here: its own, unless it is merged with others. @param {number} column @param {number} row @returns {[number, number]} */
  endOf(column, row) {
    const merged = this.all("mergeCell").map((each) => (each.getAttribute("ref") ?? "").split(":").map(placeOf))
      .find(([begin]) => begin[0] === column && begin[1] === row);
    return merged?.[1] ?? [column, row];
  }

  /** How wide some columns are together, in points. @param {number} first @param {number} last */
  widthOfColumns(first, last) {
    const usual = Number(this.all("sheetFormatPr")[0]?.getAttribute("defaultColWidth")) || USUAL_WIDTH;
    let width = 0;
    for (let column = first; column <= last; column += 1) width += Number(this.columnOf(column)?.getAttribute("width")) || usual;
    return width * POINTS_A_WIDTH;
  }

  /** What the file says of a column. @param {number} column */
  columnOf(column) {
    return this.all("col").find((each) => Number(each.getAttribute("min")) <= column && column <= Number(each.getAttribute("max")));
  }
}

/** Lines in parts that a row has room for. @param {string[]} lines */
function partsOf(lines) {
  return [...Array(Math.ceil(lines.length / MOST_LINES)).keys()].map((part) => lines.slice(part * MOST_LINES, (part + 1) * MOST_LINES).join("").replace(/\n$/, ""));
}

/** Whether a range lies in this one row. @param {string} range @param {number} row */
function isWithin(range, row) {
  return (range.match(/\d+/g) ?? []).every((each) => Number(each) === row);
}
