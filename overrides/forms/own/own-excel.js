// @ts-check
/**
 * Excel files of the company's own: cells that bear a name, and marks in the text of cells.
 *
 * @typedef {import("./own.js").Answer} Answer
 * @typedef {import("./own.js").Answers} Answers
 */
import { A_DAY_IN_MILLISECONDS } from "../../shared/day.js";
import { shortened } from "../../shared/keeping/sound.js";
import { elementBeside, parsedXml, writtenXml, XML_NAMESPACE } from "../../shared/xml.js";
import { Zip } from "../../shared/zip.js";
import { MOST_CHARACTERS, Worksheet } from "../worksheet.js";
import { goingBy, namesIn } from "./formulas.js";
import { replaceMarks } from "./marks.js";
import { cellAt, fitCell } from "./sheet-cells.js";

const DAYS_TO_1904 = 1_462;

/** @param {Uint8Array<ArrayBuffer>} bytes @param {Record<string, any>} file @param {Answers} answers @returns {Promise<import("./own.js").Filled>} */
export async function fillExcelFile(bytes, file, answers) {
  const zip = new Zip(bytes);
  /** @type {Set<string>} */
  const cut = new Set();
  const filled = [...answers.values()].filter((answer) => answer.filled);
  const marked = new Map([...answers].filter(([, { place }]) => place.where.some((each) => each.marked)));
  /** @type {Set<string>} The numbers of the shared texts that say something else now. */
  const said = new Set();
  if (marked.size && file.strings) {
    const parsed = parsedXml(await zip.text(file.strings));
    [...parsed.getElementsByTagNameNS("*", "si")].forEach((text, number) => {
      if (fillMarks(text, marked)) said.add(String(number));
    });
    if (said.size) await zip.put(file.strings, writtenXml(parsed));
  }
  for (const answer of filled) if (answer.text.length > MOST_CHARACTERS) cut.add(answer.place.name);
  /** @type {(import("./formulas.js").Page & {part: string, isChanged: boolean})[]} */
  const pages = [];
  for (const { name, part } of file.sheets) {
    const sheet = new Worksheet(parsedXml(await zip.text(part)));
    const page = { name, part, sheet, written: new Set(), isChanged: false };
    for (const cell of marked.size ? sheet.all("c") : []) {
      const type = cell.getAttribute("t");
      const own = (type === "inlineStr" || (type === "str" && !cell.getElementsByTagNameNS("*", "f").length)) && fillMarks(cell, marked);
      page.isChanged ||= own;
      if (own || (type === "s" && said.has(cell.textContent?.trim() ?? ""))) page.written.add(cell.getAttribute("r") ?? "");
    }
    for (const answer of filled) {
      for (const { cell, dated, wraps } of answer.place.where.filter((each) => each.part === part)) {
        const at = cellAt(sheet, cell);
        writeCell(at, answer, dated, file.since1904);
        if (at.getAttribute("t") === "inlineStr" && !fitCell(sheet, at, answer.text, wraps)) cut.add(answer.place.name);
        page.written.add(cell);
        page.isChanged = true;
      }
    }
    pages.push(page);
  }
  if (pages.some(({ written }) => written.size)) await forgetResults(zip, file.workbook, pages);
  for (const { part, sheet, isChanged } of pages) if (isChanged) await zip.put(part, writtenXml(sheet.parsed));
  return { bytes: zip.bytes(), cut: [...cut] };
}

/**
 * What formulas came to that go by an answer is no longer so. All others keep it, and so do the parts in which they stand.
 * @param {Zip} zip @param {string} part of the workbook @param {(import("./formulas.js").Page & {isChanged: boolean})[]} pages
 */
async function forgetResults(zip, part, pages) {
  if (!pages.some(({ sheet }) => sheet.all("f").length)) return;
  const workbook = parsedXml(await zip.text(part));
  const gone = goingBy(pages, namesIn(workbook));
  for (const { page, cell, formula } of gone) {
    cell.removeAttribute("t");
    cell.replaceChildren(formula);
    /** @type {typeof pages[number]} */ (page).isChanged = true;
  }
  if (gone.length) await reckonAnew(zip, part, workbook);
}

/** @param {Element} text a cell, or a text that cells share @param {Answers} answers */
function fillMarks(text, answers) {
  const inside = [...text.getElementsByTagNameNS("*", text.getAttribute("t") === "str" ? "v" : "t")];
  const pieces = inside.filter((piece) => piece.parentElement?.localName !== "rPh");
  return replaceMarks(pieces, answers, (piece, words) => {
    piece.textContent = holdable(words);
    if (piece.localName === "t") piece.setAttributeNS(XML_NAMESPACE, "xml:space", "preserve");
  });
}

/** @param {Element} cell @param {Answer} answer @param {boolean} dated whether the cell shows days @param {boolean} since1904 */
function writeCell(cell, answer, dated, since1904) {
  const day = dated && answer.moment ? (Date.parse(`${answer.moment}Z`) - Date.UTC(1899, 11, 30)) / A_DAY_IN_MILLISECONDS : null;
  const number = day === null ? answer.number : day - (since1904 ? DAYS_TO_1904 : 0);
  // Excel counts a 29 February 1900, which there never was.
  if (number !== null && (day === null || day > 60)) {
    cell.removeAttribute("t");
    cell.replaceChildren(elementBeside(cell, "v", {}, String(number)));
    return;
  }
  cell.setAttribute("t", "inlineStr");
  const text = elementBeside(cell, "t", {}, holdable(answer.text));
  text.setAttributeNS(XML_NAMESPACE, "xml:space", "preserve");
  cell.replaceChildren(elementBeside(cell, "is", {}, text));
}

/** @param {string} text */
function holdable(text) {
  const short = text.length > MOST_CHARACTERS ? `${shortened(text, MOST_CHARACTERS - 1)}…` : text;
  return short.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
}

/** Have the file reckon anew when it is opened. @param {Zip} zip @param {string} part @param {XMLDocument} parsed */
async function reckonAnew(zip, part, parsed) {
  const root = parsed.documentElement;
  let settings = root.getElementsByTagNameNS("*", "calcPr")[0];
  if (!settings) {
    settings = elementBeside(root, "calcPr");
    const before = [...root.children].filter(({ localName }) => ["sheets", "functionGroups", "externalReferences", "definedNames"].includes(localName));
    before[before.length - 1].after(settings);
  }
  settings.setAttribute("fullCalcOnLoad", "1");
  await zip.put(part, writtenXml(parsed));
}
