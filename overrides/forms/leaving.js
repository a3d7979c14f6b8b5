// @ts-check
/**
 * What was typed, as it leaves: without the words that the title of a letter puts around an answer, where they were typed as well, and with
 * the name under which the file is kept, where the form asks for it and nobody has said another. What is kept stays as it was typed.
 *
 * @typedef {import("./answers.js").FileLanguage} FileLanguage
 * @typedef {import("./answers.js").Form} Form
 * @typedef {import("./answers.js").Values} Values
 */
import { isFilled, matterOf } from "./answers.js";
import { fileNameOf } from "./names.js";

/** @param {Form} form @param {Values} values @param {FileLanguage} language @returns {Values} */
export function leaving(form, values, language) {
  const given = unframed(form, values), { filedAs } = form;
  const matter = filedAs && !isFilled(/** @type {any} */ ({ id: filedAs, family: "words" }), given) && matterOf(form, given);
  return matter ? { ...given, [filedAs]: fileNameOf(form, given, language, "").slice(0, -1) } : given;
}

/** Answers around which a title has words, such as 关于……的函, without these. @param {Form} form @param {Values} values @returns {Values} */
function unframed(form, values) {
  const found = { ...values };
  for (const { kind, pieces } of Object.values(form.body ?? {}).flat()) {
    const gap = pieces.find((piece) => typeof piece === "object" && "field" in piece), words = pieces.filter((piece) => typeof piece === "string");
    if (kind !== "title" || typeof gap !== "object" || !("field" in gap) || !words.length || words.length < pieces.length - 1) continue;
    const [before, behind] = [0, 1].map((side) => pieces.slice(...(side ? [pieces.indexOf(gap) + 1] : [0, pieces.indexOf(gap)])).join("").trim());
    const said = typeof found[gap.field] === "string" ? found[gap.field].trim() : "";
    const begins = Boolean(before) && said.startsWith(before);
    // What only ends so may be about another one: 答复贵公司的函.
    const ends = Boolean(behind) && said.endsWith(behind) && (begins || !before);
    const inner = said.slice(begins ? before.length : 0, ends ? -behind.length : undefined).trim();
    if (inner && inner !== said) found[gap.field] = inner;
  }
  return found;
}
