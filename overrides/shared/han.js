// @ts-check
/** Which characters are Chinese; `macros/model/han.py` says the same to Python, with its reasons. */

/** Them, as they stand within the brackets of a pattern with the flag `u`. */
export const HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}";
const ONE = new RegExp(`[${HAN}]`, "u");

/** Whether a text has a Chinese character. @param {string} text */
export function hasChinese(text) {
  return ONE.test(text);
}
