// @ts-check
/**
 * What a filled form is called as a file, by the handbook's rule: department, date, matter.
 *
 * @typedef {import("./answers.js").FileLanguage} FileLanguage
 * @typedef {import("./answers.js").Form} Form
 * @typedef {import("./answers.js").Values} Values
 */
import { cleaned, firstOf, matterOf, said } from "./answers.js";

const GLUE = { zh: "-", en: "–", "zh-en": "-" };
const WRITTEN_DAY = /^\d{4}-\d\d-\d\d/;
const MOST_LETTERS = { department: 20, matter: 40 };
/** Systems allow 255 bytes; mail programs and folders add to a name. */
const MOST_BYTES = 200;
const NOT_ALLOWED = /[<>:"/\\|?*]/g;
/** What turns the direction of writing or takes no room, so that a name could look like another one. */
const UNSEEN = /[\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
/** Windows keeps these for devices, whatever stands behind a full stop. */
const RESERVED = /^(con|prn|aux|nul|(com|lpt)[0-9¹²³])(?=\.| |$)/i;

/**
 * A name that Windows and macOS allow. Without a date in the form it has today's.
 * @param {Form} form @param {Values} values @param {FileLanguage} language @param {string} ending such as `docx`
 */
export function fileNameOf(form, values, language, ending) {
  const filled = firstOf(form, values, "date", "datetime").slice(0, 10);
  const kind = said(form.fileName, language);
  const matter = nameable(matterOf(form, values), MOST_LETTERS.matter);
  const parts = [
    nameable(firstOf(form, values, "department"), MOST_LETTERS.department),
    WRITTEN_DAY.test(filled) ? filled : today(),
    nameable([matter, language === "en" && matter ? kind.toLowerCase() : kind].filter(Boolean).join(language === "zh" ? "" : " "), Infinity),
  ];
  return `${shortened(parts.filter(Boolean).join(GLUE[language])).replace(RESERVED, "_$&")}.${ending}`;
}

/** As much of a text as is wanted, of what can stand in a name. @param {string} text @param {number} most */
function nameable(text, most) {
  const plain = cleaned(text).normalize("NFC").replace(UNSEEN, "").replace(NOT_ALLOWED, "-").replace(/\s+/g, " ");
  return trimmed([...plain].slice(0, most).join(""));
}

/** @param {string} name */
function shortened(name) {
  const letters = [...name];
  while (new TextEncoder().encode(letters.join("")).length > MOST_BYTES) letters.pop();
  return trimmed(letters.join(""));
}

/** Without blanks and full stops at either end, nor what joins an emoji to a next one. @param {string} name */
function trimmed(name) {
  return name.replace(/^[\s.]+|[\s.\u200d\ufe0f]+$/g, "");
}

function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
