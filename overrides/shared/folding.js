// @ts-check
/** Texts in the form in which they are compared, wherever something is looked for. `macros/search/folding.py` does the same. */

/** One form for what means the same: width, case, traditional characters, hyphens within words. @param {string} text @param {Map<string, string>} [simple] */
export function normal(text, simple) {
  const folded = text.normalize("NFKC").toLowerCase().replace(/[’']s\b/g, "").replace(/([a-z0-9])[-\u2010\u2011’'](?=[a-z0-9])/g, "$1");
  if (!simple) return folded;
  for (const sign of folded) if (simple.has(sign)) return [...folded].map((each) => simple.get(each) ?? each).join(""); // Few texts have any.
  return folded;
}

const LATIN = /[a-z]+/g;

/** Whether a text holds a word; one in Latin letters only where a word begins, as “ill” is none of “bill”. @param {string} text @param {string} word */
export function holds(text, word) {
  return /^[a-z]+$/.test(word) ? ` ${text.replace(LATIN, " $& ")}`.includes(` ${word}`) : text.includes(word);
}

/**
 * The simplified sign of each traditional one.
 * @param {string} packed all traditional ones, a comma, all simplified ones: each as its distance from the one before, in base 36 @returns {Map<string, string>}
 */
export function simpleSigns(packed) {
  const [signs, simple = []] = packed.split(",").map((distances) => {
    let code = 0;
    return distances.split(" ").map((distance) => String.fromCharCode(code += parseInt(distance, 36)));
  });
  return new Map(signs.map((sign, place) => [sign, simple[place]]));
}
