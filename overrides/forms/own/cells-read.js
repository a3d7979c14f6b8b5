// @ts-check
/**
 * What the named cells of a filled Excel file say. They are found by their names, so that a file goes in which rows were added, or
 * which another program saved.
 *
 * @typedef {import("./own-read.js").Said} Said
 */
import { kindOfArchive, kindOfFile } from "../foreign.js";
import { A_DAY_IN_MILLISECONDS } from "../../shared/day.js";
import { namedIn } from "../../shared/decoding.js";
import { parsedXml } from "../../shared/xml.js";
import { Zip } from "../../shared/zip.js";

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CELLS = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]+)\$?(\d+)(?::.*)?$/;
const DAYS_TO_1904 = 1_462;
/** The first number that is a day after the 29 February 1900, which there never was. */
const FIRST_DAY = 61;
/** The last day of the year 9999. */
const LAST_DAY = 2_958_465;

/** @param {Uint8Array<ArrayBuffer>} bytes @param {import("./own.js").OwnFile} own @returns {Promise<Map<string, Said>>} */
export async function saidByCells(bytes, own) {
  const kind = kindOfFile(bytes);
  if (kind && kind !== "excel") throw new Error("not_a_form", { cause: kind });
  const zip = new Zip(bytes);
  const main = await target(zip, "", (type) => type.endsWith("/officeDocument"));
  if (!main || kindOfArchive(zip.entries.keys()) !== "excel") throw new Error("other_form");
  const workbook = parsedXml(await zip.text(main));
  const since1904 = /^(1|true|on)$/.test(all(workbook, "workbookPr")[0]?.getAttribute("date1904") ?? "");
  const strings = await target(zip, main, (type) => type.endsWith("/sharedStrings"));
  const texts = strings ? all(parsedXml(await zip.text(strings)), "si").map(wordsOf) : [];
  const sheets = new Map(all(workbook, "sheet").map((sheet) => [sheet.getAttribute("name"), sheet.getAttributeNS(RELATIONS, "id")]));
  const dated = new Set(Object.values(own.places).filter(({ where }) => where.some((each) => each.dated)).map(({ name }) => name));
  /** @type {Map<string, Promise<Map<string, Element>>>} */
  const cells = new Map();
  /** @type {Map<string, Said>} */
  const found = new Map();
  const wanted = new Set(Object.values(own.places).filter(({ where }) => where.some(({ cell }) => cell)).map(({ name }) => name));
  for (const defined of all(workbook, "definedName")) {
    const name = defined.getAttribute("name") ?? "";
    const [, quoted, plain, column, row] = CELLS.exec((defined.textContent ?? "").trim()) ?? [];
    const id = sheets.get(quoted?.replaceAll("''", "'") ?? plain);
    if (!wanted.has(name) || !id) continue;
    if (!cells.has(id)) cells.set(id, cellsOf(zip, main, id));
    const cell = (await cells.get(id))?.get(column + row);
    const said = cell ? saidBy(cell, texts, dated.has(name), since1904) : { text: "" };
    const before = found.get(name);
    // Sheets may each have a cell of this name; all must say the same.
    if (!before) found.set(name, said);
    else if (before.text !== said.text) found.set(name, { ...before, why: "twice" });
  }
  return found;
}

/** @param {Zip} zip @param {string} main @param {string} id @returns {Promise<Map<string, Element>>} */
async function cellsOf(zip, main, id) {
  const part = await target(zip, main, (_, each) => each === id);
  return new Map(part ? all(parsedXml(await zip.text(part)), "c").map((cell) => [cell.getAttribute("r") ?? "", cell]) : []);
}

/** @param {Element} cell @param {string[]} texts @param {boolean} dated whether a number in it is a day @param {boolean} since1904 @returns {Said} */
function saidBy(cell, texts, dated, since1904) {
  const value = all(cell, "v")[0]?.textContent ?? "";
  switch (cell.getAttribute("t") ?? "n") {
    case "s": return { text: (texts[Number(value)] ?? "").trim() };
    case "inlineStr": return { text: wordsOf(cell).trim() };
    case "b": return { text: value, ticked: value === "1" };
    case "n": break;
    case "e": return { text: value.trim(), why: "error" };
    default: return { text: value.trim() };
  }
  const number = Number(value) + (since1904 ? DAYS_TO_1904 : 0);
  if (!value || !dated || !(number >= FIRST_DAY && number <= LAST_DAY)) return { text: value };
  const day = new Date(Math.round((number * A_DAY_IN_MILLISECONDS) / 60_000) * 60_000 + Date.UTC(1899, 11, 30)).toISOString().slice(0, 16);
  return { text: day.replace("T00:00", "").replace("T", " "), moment: Number.isInteger(number) ? day.slice(0, 10) : day };
}

/** What a text says, without how its signs are pronounced. @param {Element} text */
function wordsOf(text) {
  const pieces = all(text, "t").filter((piece) => piece.parentElement?.localName !== "rPh");
  return pieces.map((piece) => piece.textContent ?? "").join("").replace(/_x005F_(?=x[0-9a-f]{4}_)/gi, "_");
}

/** The part to which a part leads. @param {Zip} zip @param {string} part @param {(type: string, id: string) => boolean} isWanted @returns {Promise<string>} */
async function target(zip, part, isWanted) {
  const [folder, base] = [part.replace(/[^/]*$/, ""), part.replace(/^.*\//, "")];
  const relations = `${folder}_rels/${base}.rels`;
  if (!zip.has(relations)) return "";
  const found = all(parsedXml(await zip.text(relations)), "Relationship")
    .find((each) => each.getAttribute("TargetMode") !== "External" && isWanted(each.getAttribute("Type") ?? "", each.getAttribute("Id") ?? ""));
  const path = new URL(found?.getAttribute("Target") ?? "/", `package:///${folder}`).pathname;
  return zip.has(namedIn(path)) ? namedIn(path) : "";
}

/** @param {Document | Element} within @param {string} name */
function all(within, name) {
  return [...within.getElementsByTagNameNS("*", name)];
}
