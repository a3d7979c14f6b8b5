// @ts-check
/**
 * Excel files: a form's download filled in, its checks and its protection kept. The cells of a field are found by their
 * name, which is made of its id.
 *
 * @typedef {import("./answers.js").Field} Field
 * @typedef {import("./answers.js").FileLanguage} FileLanguage
 * @typedef {import("./answers.js").Form} Form
 * @typedef {import("./answers.js").Values} Values
 * @typedef {{column: string, first: number, last: number}} Place The cells of a name.
 */
import { A_DAY_IN_MILLISECONDS, momentOf } from "../shared/day.js";
import { chosen, cleaned, fieldsOf, isDay, isFilled, rowsOf, said, TICKED_BOX, typedText } from "./answers.js";
import { ENGLISH, LISTED, OURS } from "./cell-room.js";
import { withoutGuide } from "./excel-guide.js";
import { numberIn } from "./tallies.js";
import { MOST_CHARACTERS, movedReferences, Worksheet } from "./worksheet.js";
import { parsedXml, writtenXml } from "../shared/xml.js";
import { Zip } from "../shared/zip.js";

const WORKBOOK = "xl/workbook.xml";
/** Answers stand on the first sheet. */
const SHEET = "xl/worksheets/sheet1.xml";
/** A list that goes on is a table. */
const TABLE = "xl/tables/table1.xml";
const FIRST_YEAR = 1900;

/**
 * The form's .xlsx with what was typed.
 * @param {Uint8Array} bytes the download @param {Form} form @param {Values} values @param {FileLanguage} language
 */
export async function fillExcel(bytes, form, values, language) {
  const zip = new Zip(bytes);
  const workbook = parsedXml(await zip.text(WORKBOOK));
  const parsed = parsedXml(await zip.text(SHEET));
  const list = zip.has(TABLE) ? parsedXml(await zip.text(TABLE)) : null;
  const sheet = new Worksheet(parsed, list ? LISTED : language === "en" ? ENGLISH : OURS);
  const tables = fieldsOf(form).filter((field) => field.family === "table");
  for (const field of tables) {
    if (list) continueList(sheet, workbook, list, rowsOf(field, values).length);
    else addRows(sheet, workbook, field, rowsOf(field, values).length);
  }
  const places = placesIn(workbook);
  for (const field of fieldsOf(form)) {
    if (field.family !== "table") fillCells(sheet, places, field, [field.id], 0, values, language);
    else {
      rowsOf(field, values).forEach((row, number) => {
        for (const column of field.columns ?? []) fillCells(sheet, places, column, [field.id, column.id], number, row, language);
      });
    }
  }
  sheet.continueLong((row, more) => {
    const moved = (/** @type {number} */ begin, /** @type {number} */ end) => /** @type {[number, number]} */ ([
      begin > row ? begin + more : begin, end > row || (end === row && begin < end) ? end + more : end]);
    move(sheet, workbook, row, more, moved);
    if (list) stretch(list, moved);
  }, list ? "…" : "");
  // A list goes on, and who keeps it looks things up.
  if (form.kind !== "list") await withoutGuide(zip, workbook, parsed);
  sheet.forgetResults();
  sheet.finish();
  if (!list) sheet.keepTogether(printedFrom(workbook));
  await zip.put(WORKBOOK, writtenXml(workbook));
  await zip.put(SHEET, writtenXml(parsed));
  if (list) await zip.put(TABLE, writtenXml(list));
  return zip.bytes();
}

/** The labels of the answers of which a cell holds only the beginning. @param {Form} form @param {Values} values @returns {import("./answers.js").Both[]} */
export function tooLongForExcel(form, values) {
  const isLong = (/** @type {unknown} */ value) => typeof value === "string" && value.length > MOST_CHARACTERS;
  return fieldsOf(form).flatMap((field) => (field.family === "table"
    ? (field.columns ?? []).filter((column) => rowsOf(field, values).some((row) => isLong(row[column.id])))
    : isLong(values[field.id]) ? [field] : [])).map(({ label }) => label);
}

/** The name of the cells of a field: `to-dos`, `what` → `to_dos.what`; one like an address of a cell gets an underscore. @param {string[]} ids */
export function cellName(...ids) {
  const name = ids.join(".").replaceAll("-", "_");
  return /^([a-z]{1,3}\d+|r\d*|c\d*|r\d*c\d*)$/.test(name) ? `${name}_` : name;
}

/**
 * @param {Worksheet} sheet @param {Map<string, Place>} places @param {Field} field @param {string[]} ids @param {number} row
 * @param {Values} values @param {FileLanguage} language
 */
function fillCells(sheet, places, field, ids, row, values, language) {
  if (!isFilled(field, values)) return;
  const value = values[field.id];
  const write = (/** @type {string} */ text, /** @type {string[]} */ ...more) => {
    const place = places.get(cellName(...ids, ...more));
    if (place) sheet.write(place.column, place.first + row, holdable(text));
  };
  if (field.family === "choices") for (const option of chosen(field, value)) write(TICKED_BOX, option.id);
  else if (field.family === "tick") write(TICKED_BOX);
  else if (field.family === "choice") write(said(chosen(field, value)[0].label, language));
  else {
    const text = cleaned(value);
    const number = numberOf(field, text);
    const place = places.get(cellName(...ids));
    if (number === null) write(typedText(field, text));
    else if (place) sheet.writeNumber(place.column, place.first + row, number);
  }
}

/** The number by which Excel keeps a date, a number or an amount; null where the text is none. @param {Field} field @param {string} text */
function numberOf(field, text) {
  if (isDay(field)) {
    const moment = momentOf(text);
    // Excel counts a 29 February 1900, which there never was.
    if (!moment || Number(moment.slice(0, 4)) <= FIRST_YEAR) return null;
    return (Date.parse(`${moment}Z`) - Date.UTC(1899, 11, 30)) / A_DAY_IN_MILLISECONDS;
  }
  if (field.family !== "number") return null;
  return numberIn(text);
}

/** As much of a text as a cell holds, in which nothing is taken for Excel's way to write a character by its number. @param {string} text */
function holdable(text) {
  const short = text.length > MOST_CHARACTERS ? `${cleaned(text.slice(0, MOST_CHARACTERS - 1))}…` : text;
  return short.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
}

/** The first row of the first sheet that is printed. @param {XMLDocument} workbook */
function printedFrom(workbook) {
  const names = [...workbook.getElementsByTagNameNS("*", "definedName")];
  const area = names.find((name) => name.getAttribute("name") === "_xlnm.Print_Area" && name.getAttribute("localSheetId") === "0");
  return Number(/\$(\d+)/.exec(area?.textContent ?? "")?.[1] ?? 1);
}

// --- rows ------------------------------------------------------------------------------------------------------------

/** Lay down as many rows of a table as were filled, where there are fewer. @param {Worksheet} sheet @param {XMLDocument} workbook @param {Field} field @param {number} filled */
function addRows(sheet, workbook, field, filled) {
  const places = [...placesIn(workbook)].filter(([name]) => name.startsWith(`${cellName(field.id)}.`)).map(([, place]) => place);
  if (!places.length) return;
  const { first, last } = places[0];
  const more = filled - (last - first + 1);
  if (more <= 0) return;
  const own = new Set(places.map(({ column }) => (first === last ? `${column}${first}` : `${column}${first}:${column}${last}`)));
  move(sheet, workbook, last, more, (begin, end, reference) => {
    if (own.has(reference)) return [begin, end + more];
    return [begin > last ? begin + more : begin, end > last ? end + more : end];
  });
}

/** Continue a list below its last row, and what goes for its rows where that ends before. @param {Worksheet} sheet @param {XMLDocument} workbook @param {XMLDocument} list @param {number} filled */
function continueList(sheet, workbook, list, filled) {
  const root = list.documentElement;
  const [first, last] = (root.getAttribute("ref") ?? "").match(/\d+/g)?.map(Number) ?? [];
  const end = first + filled;
  if (!(end > last)) return;
  const named = Math.max(last, ...[...placesIn(workbook).values()].map((place) => place.last));
  move(sheet, workbook, last, end - last, (begin, finish) => [
    begin, finish === last ? end : finish === named ? Math.max(named, end) : finish]);
  stretch(list, (begin) => [begin, end]);
}

/** Let a list, and what it filters, reach as far as its rows. @param {XMLDocument} list @param {import("./worksheet.js").MoveRows} moved */
function stretch(list, moved) {
  const root = list.documentElement;
  for (const element of [root, ...root.getElementsByTagNameNS("*", "autoFilter")]) {
    element.setAttribute("ref", movedReferences(element.getAttribute("ref") ?? "", moved));
  }
}

/** @param {Worksheet} sheet @param {XMLDocument} workbook @param {number} last @param {number} count @param {import("./worksheet.js").MoveRows} moved */
function move(sheet, workbook, last, count, moved) {
  sheet.addRows(last, count, moved);
  const own = [...placesIn(workbook, true).keys()];
  for (const name of workbook.getElementsByTagNameNS("*", "definedName")) {
    const text = name.textContent ?? "";
    const at = text.lastIndexOf("!") + 1;
    if (own.includes(text.slice(0, at))) name.textContent = text.slice(0, at) + movedReferences(text.slice(at), moved);
  }
}

/**
 * The cells of every name; or, by the sheet, those of any.
 * @param {XMLDocument} workbook @param {boolean} [bySheet] @returns {Map<string, Place>}
 */
function placesIn(workbook, bySheet = false) {
  const found = new Map();
  for (const name of workbook.getElementsByTagNameNS("*", "definedName")) {
    const text = name.textContent ?? "";
    const range = /^(.*!)\$([A-Z]+)\$(\d+)(?::\$[A-Z]+\$(\d+))?$/s.exec(text);
    if (!range || name.hasAttribute("localSheetId")) continue;
    const [, sheet, column, first, last = first] = range;
    found.set(bySheet ? sheet : name.getAttribute("name"), { column, first: Number(first), last: Number(last) });
  }
  return found;
}
