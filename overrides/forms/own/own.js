// @ts-check
/**
 * Files of the company's own, filled in: the file itself with the answers in it. `macros/reading/own/` found their places, and
 * `macros/published/own_forms.py` says where each stands. Loaded only when such a file is taken or read.
 *
 * @typedef {import("../answers.js").Both} Both
 * @typedef {import("../answers.js").Field} Field
 * @typedef {import("../answers.js").FileLanguage} FileLanguage
 * @typedef {import("../answers.js").Form} Form
 * @typedef {import("../answers.js").Values} Values
 * @typedef {{value: string, shown: string}} Listed An answer of a list: what the file keeps, and what it shows.
 * @typedef {{name: string, widget: string, where: Record<string, any>[], answers: Record<string, Listed>}} OwnPlace
 * @typedef {{format: "docx" | "xlsx" | "pdf", back: boolean, document: Record<string, any>, places: Record<string, OwnPlace>, script?: string, glyphs?: string[]}} OwnFile
 *   `glyphs`: of a PDF, the names of the parts of the font that it takes signs from
 * @typedef {{place: OwnPlace, filled: boolean, ticked: boolean, text: string, value: string, moment: string | null, number: number | null}} Answer
 *   `moment`: the day of a date; `number`: what an answer comes to that is one.
 * @typedef {Map<string, Answer>} Answers By the name of the place.
 * @typedef {{bytes: Uint8Array<ArrayBuffer>, cut: string[], missing?: string[]}} Filled `cut`: the names of places that cannot show all of
 *   their answer; `missing`: signs of which there is no shape.
 */
import { momentOf } from "../../shared/day.js";
import { chosen, cleaned, fieldsOf, isChoice, isDay, isFilled, languagesOf, TICKED_BOX, typedText } from "../answers.js";
import { inARow } from "../../shared/signs.js";
import { fillExcelFile } from "./own-excel.js";
import { fillPdfFile } from "./own-pdf.js";
import { fillWordFile } from "./own-word.js";

export { readOwn } from "./own-read.js";

const FILLS = { docx: fillWordFile, xlsx: fillExcelFile, pdf: fillPdfFile };

/**
 * The company's own file with what was typed.
 * @param {Uint8Array<ArrayBuffer>} bytes the file @param {Form & {own: OwnFile}} form @param {Values} values @param {FileLanguage} language
 * @param {string} root the way to the site's root
 * @returns {Promise<{bytes: Uint8Array<ArrayBuffer>, cut: Both[], missing: string[]}>} `cut`: the labels of answers that the file has no room to show;
 *   `missing`: signs that not every program will show
 */
export async function fillOwn(bytes, form, values, language, root) {
  const own = form.own;
  /** @type {Answers} */
  const answers = new Map(fieldsOf(form).map((field) => {
    const place = own.places[field.id];
    return [place.name, answerOf(field, place, values, language)];
  }));
  const { bytes: made, cut, missing = [] } = await FILLS[own.format](bytes, own.document, answers, { parts: own.glyphs ?? [], root });
  return { missing, bytes: made, cut: fieldsOf(form).filter((field) => cut.includes(own.places[field.id].name)).map(({ label }) => label) };
}

/** @param {Field} field @param {OwnPlace} place @param {Values} values @param {FileLanguage} language @returns {Answer} */
function answerOf(field, place, values, language) {
  const value = values[field.id];
  const filled = isFilled(field, values);
  const picked = isChoice(field) ? chosen(field, value).map(({ id }) => place.answers[id]) : [];
  const typed = isChoice(field) || field.family === "tick" ? "" : typedText(field, value);
  return {
    place, filled, ticked: value === true,
    text: !filled ? "" : field.family === "tick" ? TICKED_BOX
      : picked.length ? inARow(picked.map(({ shown }) => shown), languagesOf(language)[0]) : typed.trim(),
    value: picked[0]?.value ?? typed,
    moment: filled && isDay(field) ? momentOf(cleaned(value)) : null,
    number: filled && field.family === "number" ? numberOf(cleaned(value)) : null,
  };
}

/** @param {string} text */
function numberOf(text) {
  const plain = text.trim().normalize("NFKC");
  return /^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(plain) && plain.replace(/\D/g, "").length <= 15 ? Number(plain) : null;
}
