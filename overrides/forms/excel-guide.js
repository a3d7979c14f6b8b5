// @ts-check
/**
 * The sheet behind a form that says how to fill it in: it goes from the file of a form that was filled in, with all that names it.
 */
import { parsedXml, writtenXml } from "../shared/xml.js";

const TYPES = "[Content_Types].xml";
const RELATIONS = "xl/_rels/workbook.xml.rels";
const PROPERTIES = "docProps/app.xml";
const STRINGS = "xl/sharedStrings.xml";

/**
 * Take the last sheet that shows, unless it is the first one, out of a workbook.
 * @param {import("../shared/zip.js").Zip} zip @param {XMLDocument} workbook @param {XMLDocument} form the sheet that stays
 */
export async function withoutGuide(zip, workbook, form) {
  const sheets = [...workbook.getElementsByTagNameNS("*", "sheet")];
  const shown = sheets.filter((sheet) => !sheet.hasAttribute("state"));
  if (shown.length < 2) return;
  const guide = shown[shown.length - 1];
  const place = sheets.indexOf(guide);
  const name = guide.getAttribute("name") ?? "";
  const relations = parsedXml(await zip.text(RELATIONS));
  const own = all(relations, "Relationship").find((each) => each.getAttribute("Id") === guide.getAttribute("r:id"));
  const part = `xl/${own?.getAttribute("Target")}`;
  await forgetStrings(zip, form, part);
  own?.remove();
  guide.remove();
  for (const range of all(workbook, "definedName")) {
    const sheet = Number(range.getAttribute("localSheetId") ?? -1);
    if (sheet === place) range.remove();
    else if (sheet > place) range.setAttribute("localSheetId", String(sheet - 1));
  }
  const types = parsedXml(await zip.text(TYPES));
  all(types, "Override").find((each) => each.getAttribute("PartName") === `/${part}`)?.remove();
  const properties = parsedXml(await zip.text(PROPERTIES));
  forgetTitles(properties, name);
  zip.remove(part);
  await zip.put(RELATIONS, writtenXml(relations));
  await zip.put(TYPES, writtenXml(types));
  await zip.put(PROPERTIES, writtenXml(properties));
}

/** Its texts, which lie among those of the whole workbook and are found by their numbers. @param {import("../shared/zip.js").Zip} zip @param {XMLDocument} form @param {string} part */
async function forgetStrings(zip, form, part) {
  const strings = parsedXml(await zip.text(STRINGS));
  const said = (/** @type {XMLDocument} */ sheet) => new Set(all(sheet, "c").filter((cell) => cell.getAttribute("t") === "s").map((cell) => Number(cell.textContent)));
  const kept = said(form);
  const items = all(strings, "si");
  for (const number of said(parsedXml(await zip.text(part)))) {
    if (!kept.has(number)) items[number].replaceChildren(strings.createElementNS(items[number].namespaceURI, "t"));
  }
  await zip.put(STRINGS, writtenXml(strings));
}

/** Its name in the list of sheets and ranges, and in the counts of both. @param {XMLDocument} properties @param {string} name */
function forgetTitles(properties, name) {
  const titles = all(properties, "TitlesOfParts")[0]?.firstElementChild;
  const [sheets, ranges] = all(properties, "i4");
  const own = [...titles?.children ?? []].filter((title) => title.textContent === name || /^'?(.*?)'?!Print_/.exec(title.textContent ?? "")?.[1] === name);
  for (const title of own) {
    const count = title.textContent === name ? sheets : ranges;
    count.textContent = String(Number(count.textContent) - 1);
    title.remove();
  }
  titles?.setAttribute("size", String(titles.children.length));
}

/** @param {XMLDocument} within @param {string} name @returns {Element[]} */
function all(within, name) {
  return [...within.getElementsByTagNameNS("*", name)];
}
