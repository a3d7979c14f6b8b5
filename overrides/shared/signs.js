// @ts-check
/** How each language is written where its texts are put together: what `macros/model/signs.py` says. @type {Record<"zh" | "en", {tag: string, colon: string, comma: string, glue: string, blank: string[], remark: string[], locale: string}>} */
export const SIGNS = {
  zh: { tag: "zh-CN", colon: "：", comma: "、", glue: "", blank: ["〔", "〕"], remark: ["（", "）"], locale: "zh-CN" },
  en: { tag: "en", colon: ": ", comma: ", ", glue: " ", blank: ["[", "]"], remark: [" (", ")"], locale: "en-GB" },
};

/** The language of the page. @returns {"zh" | "en"} */
export function languageHere() {
  return globalThis.document?.documentElement?.lang?.startsWith("zh") ? "zh" : "en";
}

/** Words in a row, as the language separates them; behind a full stop there is no comma. @param {string[]} words @param {"zh" | "en"} language */
export function inARow(words, language) {
  const { comma, glue } = SIGNS[language];
  return words.join(words.every((word) => /[。.]$/.test(word)) ? glue : comma);
}
