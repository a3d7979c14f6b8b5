// @ts-check
/** How each language is written where its texts are put together: what `macros/model/signs.py` says. */
export const SIGNS = {
  zh: { tag: "zh-CN", colon: "：", comma: "、", glue: "", blank: ["〔", "〕"] },
  en: { tag: "en", colon: ": ", comma: ", ", glue: " ", blank: ["[", "]"] },
};

/** Words in a row, as the language separates them; behind a full stop there is no comma. @param {string[]} words @param {"zh" | "en"} language */
export function inARow(words, language) {
  const { comma, glue } = SIGNS[language];
  return words.join(words.every((word) => /[。.]$/.test(word)) ? glue : comma);
}
