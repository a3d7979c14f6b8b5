// @ts-check
/**
 * The ways by which a filled form leaves the page: as a file of each kind, as a mail, on the clipboard.
 *
 * @typedef {import("./answers.js").Form} Form
 * @typedef {import("./answers.js").Values} Values
 * @typedef {import("./answers.js").FileLanguage} FileLanguage
 */
import { copyWithLayout, save } from "../shared/handing-over.js";
import { calendarOf } from "./calendar.js";
import { fillExcel } from "./excel.js";
import { fillMail, htmlOf, mailtoOf, textOf } from "./mail.js";
import { fillMarkdown } from "./markdown.js";
import { fileNameOf } from "./names.js";
import { fillWord } from "./word.js";

const TYPES = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  md: "text/markdown",
  eml: "message/rfc822",
  ics: "text/calendar",
};

/** @typedef {keyof typeof TYPES} Ending */

/**
 * Hand a form over.
 * @param {Ending} ending @param {Form} form @param {Values} values @param {FileLanguage} language
 * @param {string} root the way from the page to the site's root
 * @returns {Promise<string>} the name of the file; blank where it went another way
 */
export async function take(ending, form, values, language, root) {
  const content = await filledFile(ending, form, values, language, root);
  if (content === null) return "";
  const name = fileNameOf(form, values, language, ending);
  save(name, content, TYPES[ending]);
  return name;
}

/** @param {Form} form @param {Values} values @param {FileLanguage} language @returns {Promise<boolean>} whether it is on the clipboard, with its tables */
export function copyRich(form, values, language) {
  return copyWithLayout(htmlOf(form, values, language), textOf(form, values, language));
}

/** @param {Ending} ending @param {Form} form @param {Values} values @param {FileLanguage} language @param {string} root
 * @returns {Promise<string | Uint8Array<ArrayBuffer> | null>} null where it went another way */
async function filledFile(ending, form, values, language, root) {
  if (ending === "ics") return calendarOf(form, values, language, form.zone);
  if (ending === "md") return fillMarkdown(form, values, language);
  if (ending === "eml") {
    const mail = mailtoOf(form, values, language);
    if (!mail) return fillMail(form, values, language);
    Object.assign(document.createElement("a"), { href: mail }).click();
    return null;
  }
  const answer = await fetch(new URL(`${root}/${form.files[language][ending]}`, location.href));
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return ending === "docx" ? fillWord(bytes, form, values, language) : fillExcel(bytes, form, values, language);
}
