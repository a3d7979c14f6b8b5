// @ts-check
/**
 * Excel files of the company's own: cells that bear a name, and marks in the text of cells.
 *
 * @typedef {import("./own.js").Answer} Answer
 * @typedef {import("./own.js").Answers} Answers
 */
import { elementBeside, parsedXml, writtenXml } from "../../shared/xml.js";
import { Zip } from "../../shared/zip.js";
import { Worksheet } from "../worksheet.js";
import { replaceMarks } from "./marks.js";
import { cellAt, fitCell } from "./sheet-cells.js";

const MOST_CHARACTERS = 32_767;
const MILLISECONDS_A_DAY = 86_400_000;
const DAYS_TO_1904 = 1_462;
const XML = "http://www.w3.org/XML/1998/namespace";

/** @param {Uint8Array<ArrayBuffer>} bytes @param {Record<string, any>} file @param {Answers} answers @returns {Promise<import("./own.js").Filled>} */
export async function fillExcelFile(bytes, file, answers) {
  const zip = new Zip(bytes);
  /** @type {Set<string>} */
  const cut = new Set();
  const filled = [...answers.values()].filter((answer) => answer.filled);
  const marks = [...answers.values()].some(({ place }) => place.where.some(({ marked }) => marked));
  let changed = false;
  if (marks && file.strings) {
    const parsed = parsedXml(await zip.text(file.strings));
    if (fillMarks(parsed, "si", answers)) {
      await zip.put(file.strings, writtenXml(parsed));
      changed = true;
    }
  }
  for (const answer of filled) if (answer.text.length > MOST_CHARACTERS) cut.add(answer.place.name);
  /** @type {Map<string, {parsed: XMLDocument, sheet: Worksheet, isChanged: boolean}>} */
  const sheets = new Map();
  for (const part of file.sheets) {
    const parsed = parsedXml(await zip.text(part));
    const sheet = new Worksheet(parsed);
    let isChanged = marks && fillMarks(parsed, "is", answers);
    for (const answer of filled) {
      for (const { cell, dated, wraps } of answer.place.where.filter((each) => each.part === part)) {
        const at = cellAt(sheet, cell);
        writeCell(at, answer, dated, file.since1904);
        if (at.getAttribute("t") === "inlineStr" && !fitCell(sheet, at, answer.text, wraps)) cut.add(answer.place.name);
        isChanged = true;
      }
    }
    changed ||= isChanged;
    sheets.set(part, { parsed, sheet, isChanged });
  }
  if (!changed) return { bytes: zip.bytes(), cut: [] };
  let reckons = false;
  for (const [part, { parsed, sheet, isChanged }] of sheets) {
    const hasResults = sheet.all("f").length > 0;
    // What formulas came to goes by the answers, on whichever sheet they stand.
    if (hasResults) sheet.forgetResults();
    reckons ||= hasResults;
    if (isChanged || hasResults) await zip.put(part, writtenXml(parsed));
  }
  if (reckons) await reckonAnew(zip, file.workbook);
  return { bytes: zip.bytes(), cut: [...cut] };
}

/** @param {XMLDocument} parsed @param {string} name of the elements that hold a text @param {Answers} answers */
function fillMarks(parsed, name, answers) {
  let changed = false;
  for (const text of parsed.getElementsByTagNameNS("*", name)) {
    const pieces = [...text.getElementsByTagNameNS("*", "t")].filter((piece) => piece.parentElement?.localName !== "rPh");
    changed = replaceMarks(pieces, answers, (piece, words) => {
      piece.textContent = holdable(words);
      piece.setAttributeNS(XML, "xml:space", "preserve");
    }) || changed;
  }
  return changed;
}

/** @param {Element} cell @param {Answer} answer @param {boolean} dated whether the cell shows days @param {boolean} since1904 */
function writeCell(cell, answer, dated, since1904) {
  const day = dated && answer.moment ? (Date.parse(`${answer.moment}Z`) - Date.UTC(1899, 11, 30)) / MILLISECONDS_A_DAY : null;
  const number = day === null ? answer.number : day - (since1904 ? DAYS_TO_1904 : 0);
  // Excel counts a 29 February 1900, which there never was.
  if (number !== null && (day === null || day > 60)) {
    cell.removeAttribute("t");
    cell.replaceChildren(elementBeside(cell, "v", {}, String(number)));
    return;
  }
  cell.setAttribute("t", "inlineStr");
  const text = elementBeside(cell, "t", {}, holdable(answer.text));
  text.setAttributeNS(XML, "xml:space", "preserve");
  cell.replaceChildren(elementBeside(cell, "is", {}, text));
}

/** @param {string} text */
function holdable(text) {
  const short = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
  return short.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
}

/** Have the file reckon anew when it is opened. @param {Zip} zip @param {string} part */
async function reckonAnew(zip, part) {
  const parsed = parsedXml(await zip.text(part));
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
