// @ts-check
/**
 * A filled form as a mail: the draft that the download would have been, as a file or by `mailto:`; as plain text for the
 * messenger, and as rich text to paste. Answers that are required and missing stand in a draft as blanks to write over.
 *
 * @typedef {import("./answers.js").FileLanguage} FileLanguage
 * @typedef {import("./answers.js").Form} Form
 * @typedef {import("./answers.js").Values} Values
 * @typedef {import("./blocks.js").BlockSection} BlockSection
 */
import { SIGNS } from "../shared/signs.js";
import { cleaned, colonOf, detailOf, fieldsOf, languagesOf, matterOf, oneLine, said, typedText } from "./answers.js";
import { blocksOf } from "./blocks.js";
import { letterOf } from "./letter.js";
import { goneOnWith } from "./names.js";

/** What every mail program takes of a `mailto:`. */
const LONGEST_LINK = 1_900;
/** How long a line of a mail's head may be that has encoded words, and what such a word takes around its Base64. */
const HEAD_LINE = 76;
const AROUND_WORD = "=?utf-8?b??=".length;
const BASE64_LINE = /.{1,76}/g;
const LONGEST_ADDRESS = 254;
/** Of ASCII, and with nothing that has a meaning in a mail's head. */
const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+$/;
const LINE = "border: 1px solid #b9c4cf; padding: 3pt 6pt;";
/** The words by which a subject asks for the sender. */
const DEPARTMENT = ["部门", "department"];
const NAME = ["姓名", "your name"];

/** The mail as an .eml file, which opens as a draft. @param {Form} form @param {Values} values @param {FileLanguage} language */
export function fillMail(form, values, language) {
  const sections = blocksOf(form, values, language, true);
  const subject = subjectOf(form, values, language);
  const { tag } = SIGNS[languagesOf(language)[0]];
  const html = `<!doctype html>\n<html lang="${tag}">\n<head><meta charset="utf-8"><title>${safeHtml(subject)}</title></head>\n`
    + `<body style="font: 11pt/1.5 ${tag === SIGNS.zh.tag ? "'Microsoft YaHei', " : ""}Arial, sans-serif; color: #1c2733;">\n`
    + `${htmlIn(sections, language, form)}\n</body>\n</html>\n`;
  const [first, ...others] = recipients(form, values);
  const to = first ? [`To:${first.length > HEAD_LINE - "To: ".length ? "\r\n" : ""} ${[first, ...others].join(",\r\n ")}`] : [];
  // No line of Base64 begins with two hyphens.
  const boundary = "=form";
  const head = [`Subject: ${encodedWords(subject, "Subject: ".length)}`, ...to, "X-Unsent: 1", "MIME-Version: 1.0",
    `Content-Type: multipart/alternative; boundary="${boundary}"`, ""];
  const part = (/** @type {string} */ type, /** @type {string} */ content) => [
    `--${boundary}`, `Content-Type: ${type}; charset="utf-8"`, "Content-Transfer-Encoding: base64", "",
    ...(base64(content.replaceAll("\n", "\r\n")).match(BASE64_LINE) ?? [])];
  return [...head, ...part("text/plain", `${plainTextIn(sections, language)}\n`), ...part("text/html", html), `--${boundary}--`, ""].join("\r\n");
}

/**
 * The mail as a link that opens a mail program; null where it would be too long.
 * @param {Form} form @param {Values} values @param {FileLanguage} language @param {boolean} [whole] with its text, not only with its head
 */
export function mailtoOf(form, values, language, whole = true) {
  const text = plainTextIn(blocksOf(form, values, language, true), language).replaceAll("\n", "\r\n");
  const to = recipients(form, values).map((address) => encodeURIComponent(address).replace("%40", "@")).join(",");
  const link = `mailto:${to}?subject=${encodeURIComponent(subjectOf(form, values, language))}${whole ? `&body=${encodeURIComponent(text)}` : ""}`;
  return link.length > LONGEST_LINK ? null : link;
}

/** What was filled in, as plain text for the messenger. @param {Form} form @param {Values} values @param {FileLanguage} language */
export function textOf(form, values, language) {
  const sections = blocksOf(form, values, language, false);
  return `${headOf(form, sections, language)}\n\n${plainTextIn(sections, language)}`.trim();
}

/** What was filled in, as rich text to paste. @param {Form} form @param {Values} values @param {FileLanguage} language */
export function htmlOf(form, values, language) {
  const sections = blocksOf(form, values, language, false), head = headOf(form, sections, language);
  return `${head && `<h1 style="font-size: 15pt; color: ${form.colour};">${safeHtml(head)}</h1>\n`}${htmlIn(sections, language, form)}`;
}

/** The title above what is copied, but of a letter, and where the first section says the same. @param {Form} form @param {BlockSection[]} sections @param {FileLanguage} language */
function headOf(form, sections, language) {
  const title = said(form.title, language, " / ");
  return form.letter || sections[0]?.title === title ? "" : title;
}

/** The subject: as it was filled in, else by the handbook's rule. @param {Form} form @param {Values} values @param {FileLanguage} language */
function subjectOf(form, values, language) {
  const own = form.letter ? oneLine(cleaned(values[form.subjectField ?? ""])) : "";
  if (own) return own;
  const sender = [detailOf(form, values, "department"), form.letter ? "" : detailOf(form, values, "name")];
  if (!form.mailSubject) {
    const title = said(form.title, language, " / ");
    const matter = matterOf(form, values);
    return [letterTitle(form, values, language, matter) || goneOnWith(matter, title, " "), ...sender].filter(Boolean).join(language === "en" ? " + " : "+");
  }
  const answers = new Map(fieldsOf(form).flatMap((field) => Object.values(field.label).map((label) => [
    label.toLowerCase(), field.family === "table" || field.options ? "" : oneLine(typedText(field, values[field.id]))])));
  for (const word of DEPARTMENT) answers.set(word, sender[0]);
  for (const word of NAME) answers.set(word, sender[1]);
  // A sender whom no answer names is no blank to fill in: the mail says who sends it.
  const asked = new Set(fieldsOf(form).filter(({ required }) => required).map(({ detail }) => detail));
  const unnamed = [...(sender[0] || asked.has("department") ? [] : DEPARTMENT), ...(sender[1] || (asked.has("name") && !form.letter) ? [] : NAME)];
  const subject = oneLine(said(form.mailSubject, language, " / "));
  return unnamed.reduce((text, word) => text.replace(new RegExp(` ?\\+? ?(?:〔${word}〕|\\[${word}\\])`, "gi"), ""), subject)
    .replace(/〔([^〕]*)〕|\[([^\]]*)\]/g, (blank, zh, en) => answers.get((zh ?? en).toLowerCase()) || blank);
}

/** How a letter is headed in its first language, its matter behind that where it does not say it; blank for what is no letter. @param {Form} form @param {Values} values @param {FileLanguage} language @param {string} matter */
function letterTitle(form, values, language, matter) {
  if (!form.body || !matter) return "";
  const [first] = languagesOf(language);
  const headed = oneLine(letterOf(form, values, first).find(({ kind }) => kind === "title" || kind === "subject")?.text ?? "");
  return headed.includes(matter) ? headed : `${form.title[first]}${colonOf(first)}${matter}`;
}

/** The addresses that a letter goes to. @param {Form} form @param {Values} values */
function recipients(form, values) {
  if (!form.letter) return [];
  return detailOf(form, values, "email").split(/[,;，；、\s]+/).filter((address) => address.length <= LONGEST_ADDRESS && ADDRESS.test(address));
}

/** @param {BlockSection[]} sections @param {FileLanguage} language */
function plainTextIn(sections, language) {
  const colon = colonOf(language);
  return sections.map(({ title, blocks }) => {
    const paragraphs = blocks.map(({ label, lines, heads, rows }) => {
      const listed = rows.map((row, number) => row.flatMap((cell, place) => (cell ? [`${heads[place]}${colon}${cell}`] : []))
        .map((cell, place) => (place ? "     " : `${number + 1}. `.padStart(5)) + cell).join("\n"));
      // Several lines begin below their label.
      const first = label ? `${label}${colon}${lines.length > 1 ? "\n" : ""}` : "";
      return [`${first}${lines.join("\n")}`.trim(), ...listed].filter(Boolean).join("\n");
    });
    return title ? `${title}\n\n${paragraphs.join("\n")}` : paragraphs.join("\n\n");
  }).join("\n\n");
}

/** Mail programs drop style sheets, so that every element has its own style. @param {BlockSection[]} sections @param {FileLanguage} language @param {Form} form */
function htmlIn(sections, language, { colour, tint }) {
  const cells = (/** @type {string} */ tag, /** @type {string[]} */ row, /** @type {string} */ style) => `<tr>${
    row.map((cell) => `<${tag} style="${LINE}${style}">${safeHtml(cell) || "&nbsp;"}</${tag}>`).join("")}</tr>`;
  return sections.map(({ title, blocks }) => {
    const heading = title ? [`<h2 style="font-size: 12pt; color: ${colour}; margin: 16pt 0 6pt;">${safeHtml(title)}</h2>`] : [];
    return [...heading, ...blocks.map(({ label, lines, heads, rows }) => {
      const first = label ? `<b>${safeHtml(label + colonOf(language))}</b>${lines.length > 1 ? "<br>" : ""}` : "";
      const text = `<p style="margin: 0 0 ${title ? 4 : 11}pt;">${first}${lines.map(safeHtml).join("<br>")}</p>`;
      if (!heads.length) return text;
      return `${lines.length || label ? `${text}\n` : ""}<table style="border-collapse: collapse; margin: 0 0 8pt;">${cells("th", heads, ` background: ${tint}; text-align: left;`)}${
        rows.map((row) => cells("td", row, "")).join("")}</table>`;
    })].join("\n");
  }).join("\n");
}

/** @param {string} text */
function safeHtml(text) {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A text of a mail's head, in encoded words that never end within a character. @param {string} text @param {number} taken of the first line */
function encodedWords(text, taken) {
  const encoder = new TextEncoder();
  const words = [""];
  for (const letter of text) {
    const room = HEAD_LINE - AROUND_WORD - (words.length === 1 ? taken : 1); // Further lines begin with a blank.
    if (encoder.encode(words[words.length - 1] + letter).length > 3 * Math.floor(room / 4)) words.push("");
    words[words.length - 1] += letter;
  }
  return words.map((word) => `=?utf-8?b?${base64(word)}?=`).join("\r\n ");
}

/** @param {string} text */
function base64(text) {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));
}
