// @ts-check
/** How wide texts are by their letters: a Chinese one is as wide as two Latin ones, as `letters` of `macros/downloads/measures.py` has it. */
const FIRST_WIDE = "\u2e80";

/** Whether a letter is as wide as a Chinese one. @param {string} letter */
export function isWide(letter) {
  return letter >= FIRST_WIDE;
}

/** The width of a text in Latin letters. @param {string} text */
export function lettersOf(text) {
  return [...text].reduce((width, letter) => width + (isWide(letter) ? 2 : 1), 0);
}
