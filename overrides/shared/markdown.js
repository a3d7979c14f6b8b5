// @ts-check
/** Texts as they stand in Markdown files that scripts make. */

/** What Markdown could take for its own, as `macros/downloads/rendering.py` says it. @typedef {{signs: string, numbered: string}} Signs */

/** Makes of a text one line that reads in Markdown as it is. @param {Signs} own @returns {(text: string) => string} */
export function plainBy(own) {
  const signs = new RegExp(own.signs, "g");
  const numbered = new RegExp(own.numbered);
  return (text) => text.trim().replace(/\s+/g, " ").replace(signs, "\\$&").replace(numbered, "$1\\$2");
}
