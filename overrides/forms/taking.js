// @ts-check
/**
 * A filled form as a file of each kind.
 *
 * @typedef {import("./answers.js").Form} Form
 * @typedef {import("./answers.js").Values} Values
 * @typedef {import("./answers.js").FileLanguage} FileLanguage
 */
import { checksum } from "../shared/bytes.js";
import { fetchedBytes } from "../shared/fetching.js";
import { tellIfReplaced } from "../shared/replaced.js";
import { calendarOf } from "./calendar.js";
import { fillExcel, tooLongForExcel } from "./excel.js";
import { fillMail } from "./mail.js";
import { fillMarkdown } from "./markdown.js";
import { fileNameOf } from "./names.js";
import { ownScript } from "./own-script.js";
import { fillWord } from "./word.js";
import { zoneHere } from "../shared/office.js";

/** @typedef {import("./own/own.js").OwnFile} OwnFile */

const TYPES = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
  md: "text/markdown",
  eml: "message/rfc822",
  ics: "text/calendar",
};

/**
 * @typedef {keyof typeof TYPES} Ending
 * @typedef {{name: string, content: Blob, cut: import("./answers.js").Both[], missing?: string[]}} Taken A file that was made; `cut`: the answers of which it
 *   could not hold all; `missing`: signs that not every program will show.
 */

/**
 * A filled form as a file.
 * @param {Ending} ending @param {Form} form @param {Values} values @param {FileLanguage} language
 * @param {string} root the way from the page to the site's root
 * @returns {Promise<Taken | null>} null where there is nothing to take, as of a calendar without a date
 * @throws {Error} `no_packing`, `no_unpacking` where the browser is too old, `offline` where the empty file could not be fetched,
 *   `replaced` where it is another than this form was made with
 */
export async function fileOf(ending, form, values, language, root) {
  if (form.own?.format === ending) return ownFile(/** @type {Form & {own: OwnFile}} */ (form), values, language, root);
  const content = await filledFile(ending, form, values, language, root);
  if (content === null) return null;
  const type = `${TYPES[ending]};charset=utf-8`;
  return { name: fileNameOf(form, values, language, ending), content: new Blob([content], { type }), cut: ending === "xlsx" ? tooLongForExcel(form, values) : [] };
}

/** @param {Ending} ending @param {Form} form @param {Values} values @param {FileLanguage} language @param {string} root
 * @returns {Promise<string | Uint8Array<ArrayBuffer> | null>} */
async function filledFile(ending, form, values, language, root) {
  if (ending === "ics") return calendarOf(form, values, language, zoneHere(form));
  if (ending === "md") return fillMarkdown(form, values, language);
  if (ending === "eml") return fillMail(form, values, language);
  const bytes = await emptyFile(ending, form, language, root);
  return ending === "docx" ? fillWord(bytes, form, values) : fillExcel(bytes, form, values, language);
}

/** The file that the site offers. @param {string} ending @param {Form} form @param {FileLanguage} language @param {string} root */
async function emptyFile(ending, form, language, root) {
  const bytes = await fetchedBytes(`${root}/${form.files[language][ending]}`);
  if (checksum(bytes) !== form.sums[language][ending]) {
    await tellIfReplaced();
    throw new Error("replaced");
  }
  return bytes;
}

/** The company's own file. @param {Form & {own: OwnFile}} form @param {Values} values @param {FileLanguage} language @param {string} root @returns {Promise<Taken>} */
async function ownFile(form, values, language, root) {
  const { fillOwn } = await ownScript(form.own);
  const { bytes, cut, missing } = await fillOwn(await emptyFile(form.own.format, form, language, root), form, values, language, root);
  return { name: fileNameOf(form, values, language, form.own.format), content: new Blob([bytes], { type: TYPES[form.own.format] }), cut, missing };
}
