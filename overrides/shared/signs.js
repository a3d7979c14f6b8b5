// @ts-check
/** How each language is written where its texts are put together: what `macros/model/signs.py` says. */
export const SIGNS = {
  zh: { tag: "zh-CN", colon: "：", comma: "、", glue: "", blank: ["〔", "〕"] },
  en: { tag: "en", colon: ": ", comma: ", ", glue: " ", blank: ["[", "]"] },
};
