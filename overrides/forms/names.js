// @ts-check
/**
 * What a filled form is called as a file, by the handbook's rule: department, date, matter.
 *
 * @typedef {import("./answers.js").FileLanguage} FileLanguage
 * @typedef {import("./answers.js").Form} Form
 * @typedef {import("./answers.js").Values} Values
 */
import { today } from "../shared/day.js";
import { allowedInName, fileName, isShortEnough, trimmedName } from "../shared/file-name.js";
import { HAN } from "../shared/han.js";
import { SIGNS } from "../shared/signs.js";
import { answerTo, cleaned, detailOf, firstOf, isDay, matterOf, said } from "./answers.js";
import { lettersOf } from "./letter-width.js";

const GLUE = { zh: "-", en: "–", "zh-en": "-" };
const CHINESE = new RegExp(`^[${HAN}]+`, "u"), ENDS_CHINESE = new RegExp(`[${HAN}]…?$`, "u");
const WRITTEN_DAY = /^\d{4}-\d\d-\d\d/;
/** How wide the parts may be; a Chinese letter is twice as wide as another one. */
const WIDEST = { department: 40, matter: 60 };
/** A narrower matter says too little: where a name is too long then, its end gives way. */
const NARROWEST = 20;
/** Stands where something was left out. */
const CUT = "…";

/**
 * A name that Windows and macOS allow. Without a date in the form it has today's.
 * @param {Form} form @param {Values} values @param {FileLanguage} language @param {string} ending such as `docx`
 */
export function fileNameOf(form, values, language, ending) {
  // A form that knows its own day is not named by another one in it, such as that of a contract.
  const filled = (form.ownDate ? answerTo(form, values, form.ownDate) : firstOf(form, values, isDay)).slice(0, 10);
  const kind = said(form.fileName, language);
  const matter = nameable(matterOf(form, values), WIDEST.matter);
  const title = language === "en" && matter ? continued(kind) : kind;
  const whole = (/** @type {string} */ said) => [
    nameable(answerTo(form, values, form.department) || detailOf(form, values, "department"), WIDEST.department),
    WRITTEN_DAY.test(filled) ? filled : today(),
    nameable(goneOnWith(said, title, language === "zh" ? SIGNS.zh.glue : SIGNS.en.glue), Infinity),
  ].filter(Boolean).join(GLUE[language]);
  let name = whole(matter);
  // The matter gives way before the form's name behind it.
  for (let widest = WIDEST.matter; !isShortEnough(name) && widest > NARROWEST;) name = whole(nameable(matter, widest -= 2));
  return fileName(name, ending);
}

/** A matter and the title it goes on with; between Chinese and Chinese nothing. @param {string} matter @param {string} title @param {string} glue */
export function goneOnWith(matter, title, glue) {
  const rest = notSaidTwice(matter, title);
  return [matter, rest].filter(Boolean).join(CHINESE.test(rest) && ENDS_CHINESE.test(matter) ? "" : glue);
}

/** A title without what ends what it goes on from: “weekly meeting” and “meeting minutes”, “协调会” and “会议纪要”. @param {string} matter @param {string} title */
function notSaidTwice(matter, title) {
  const last = /[a-z]+$/i.exec(matter)?.[0] ?? "", [first, ...rest] = title.split(" ");
  if (rest.length && first.toLowerCase() === last.toLowerCase()) return rest.join(" ");
  const letters = [...(CHINESE.exec(title)?.[0] ?? "")];
  const shared = letters.findLastIndex((_, number) => matter.endsWith(letters.slice(0, number + 1).join("")));
  return title.slice(letters.slice(0, shared + 1).join("").length);
}

/** A title as it goes on in a name: without its capital, but for one of several, as in PDF. @param {string} title */
function continued(title) {
  return title.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
}

/** Of a text what can stand in a name, no wider than this; a sign says where something was left out. @param {string} text @param {number} widest */
function nameable(text, widest) {
  const plain = allowedInName(cleaned(text));
  let width = 0;
  const letters = [...plain];
  const end = letters.findIndex((letter) => (width += lettersOf(letter)) > widest);
  if (end < 0) return plain;
  const cut = letters.slice(0, end).join("");
  // It ends with a clause, where one ends in its second half, else with a word.
  const clause = cut.slice(Math.ceil(cut.length / 2)).search(/[，；：。,;:][^，；：。,;:]*$/);
  const kept = clause >= 0 ? cut.slice(0, Math.ceil(cut.length / 2) + clause)
    : /[\w)]$/.test(cut) && /^[\w(]/.test(letters[end]) ? cut.replace(/(?<=.) [^ ]*$/, "") : cut;
  return trimmedName(kept) + CUT;
}
