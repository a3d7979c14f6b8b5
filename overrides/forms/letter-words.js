// @ts-check
/**
 * Answers as a sentence has them: 2026年4月22日18:00, 18:00 on 22 April 2026, 148,800.00元.
 *
 * @typedef {import("./answers.js").Both} Both
 * @typedef {import("./answers.js").Field} Field
 * @typedef {import("./answers.js").Values} Values
 */
import { momentOf } from "../shared/day.js";
import { SIGNS } from "../shared/signs.js";
import { chosen, cleaned, grouped, isChoice, isFilled } from "./answers.js";
import { MONTHS } from "./months.js";

/** What says in a letter that there is nothing to say. */
const NOTHING = /^(?:无|没有|不适用|none|n\/a)[。.]?$/i;
const NONE = "none";
/** A salutation that names nobody. */
const UNNAMED = /^(?:dear (?:sirs?|madams?|sirs?(?: or | and | ?\/ ?)madams?|madams?(?: or | and | ?\/ ?)sirs?)|to whom it may concern)[\s,:.]*$/i;

/** Whether an answer has anything to say in a letter. @param {Field} field @param {Values} values */
export function isSaid(field, values) {
  if (!isFilled(field, values)) return false;
  if (field.family === "choice") return chosen(field, values[field.id])[0].id !== NONE;
  const text = cleaned(values[field.id]).trim();
  return !NOTHING.test(text) && !(field.family === "number" && Number(text) === 0);
}

/** Words of a letter: where they are its closing, the one that goes with the salutation. @param {string} words @param {string} salutation @param {{sincerely: Both, faithfully: Both}} says */
export function closingOf(words, salutation, says) {
  const closings = [says.sincerely.en, says.faithfully.en];
  return salutation && closings.includes(words) ? closings[UNNAMED.test(salutation) ? 1 : 0] : words;
}

/** An answer in words. @param {Field} field @param {Values} values @param {"zh" | "en"} language @param {boolean} first of its sentence @param {Both} [sum] says an amount of money */
export function inWords(field, values, language, first, sum) {
  const value = values[field.id];
  if (field.family === "tick") return field.label[language];
  if (isChoice(field)) {
    const labels = chosen(field, value).map(({ label }) => (first || language === "zh" ? label[language] : goingOn(label[language])));
    if (language === "zh") return labels.join(SIGNS.zh.comma);
    const last = labels.some((label) => label.includes(" and ")) ? ", and " : " and ";
    return [labels.slice(0, -1).join(SIGNS.en.comma), ...labels.slice(-1)].filter(Boolean).join(last);
  }
  const text = cleaned(value).trim();
  if (field.listed) return inLines(text, language);
  if (field.family === "date" || field.family === "datetime") return dayInWords(text, language, field.family === "datetime");
  if (field.family === "number" && text && Number.isFinite(Number(text))) {
    const number = grouped(text, field.decimals);
    return field.decimals && sum ? sum[language].replace("[n]", number) : number;
  }
  return text;
}

/** What stands before a line of a list whose further ones stand below the first: as wide as 附件：. */
const BELOW = "\u3000\u3000\u3000";

/** What is enclosed, one a line: several are numbered, below each other. @param {string} text @param {"zh" | "en"} language */
function inLines(text, language) {
  const lines = unlisted(text).split("\n");
  if (lines.length < 2) return lines[0];
  const numbered = lines.map((line, number) => `${number + 1}. ${line}`);
  return language === "zh" ? numbered.join(`\n${BELOW}`) : `\n${numbered.join("\n")}`;
}

/** What `inLines` has made, or somebody numbered, as it is typed. @param {string} text */
export function unlisted(text) {
  const lines = text.split("\n").map((line) => line.trim()).filter(Boolean);
  const isNumbered = lines.length > 1 && lines.every((line, number) => new RegExp(`^${number + 1}[.．、]`).test(line));
  return (isNumbered ? lines.map((line) => line.replace(/^\d+[.．、]\s*/, "")) : lines).join("\n");
}

/** @param {string} text @param {"zh" | "en"} language @param {boolean} timed */
function dayInWords(text, language, timed) {
  const moment = momentOf(text);
  if (!moment) return text;
  const [year, month, day] = moment.slice(0, 10).split("-").map(Number);
  const date = language === "zh" ? `${year}年${month}月${day}日` : `${day} ${MONTHS[month - 1]} ${year}`;
  if (!timed) return date;
  return language === "zh" ? `${date}${moment.slice(11)}` : `${moment.slice(11)} on ${date}`;
}

/** A label as it goes on within a sentence: without its capital, but for one of several, as in PDF, and for whole sentences. @param {string} label */
function goingOn(label) {
  return /\.$/.test(label) ? label : label.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
}
