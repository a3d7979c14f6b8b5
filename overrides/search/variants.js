// @ts-check
/**
 * The ways to put a query: as it is, and with a word replaced by another that means the same.
 *
 * @typedef {{text: string, worth: number, start: number, end: number, scale: number}} Variant
 *   What a way is worth, where in it a word was replaced, and how much that word's terms count.
 */
import { isChinese } from "./terms.js";

/** What a fit is worth that was found by another word of the same meaning. */
const SYNONYM = 0.86;
const MOST = 60;

/**
 * @param {string} text the query @param {string[][]} synonyms groups of words that mean the same
 * @param {(word: string) => number} mass how much a word tells @returns {Variant[]}
 */
export function variantsOf(text, synonyms, mass) {
  /** @type {Variant[]} */
  const found = [{ text, worth: 1, start: 0, end: 0, scale: 1 }];
  const standing = synonyms.flatMap((group) => group.map((word) => ({ group, word, place: placeOf(word, text) })));
  const met = standing.filter(({ place }) => place);
  for (const { group, word, place } of met) {
    const [start, end] = /** @type {[number, number]} */ (place);
    // A word within a longer one means something else: the leader in “team leader”.
    if (met.some(({ place: other }) => other && other[0] <= start && end <= other[1] && other[1] - other[0] > end - start)) continue;
    const before = `${text.slice(0, start)} `, behind = ` ${text.slice(end)}`;
    for (const other of group) {
      if (other === word || found.length > MOST) continue;
      const scale = Math.min(1, mass(word) / mass(other));
      found.push({ text: before + other + behind, worth: SYNONYM, start: before.length, end: before.length + other.length, scale });
    }
  }
  return found;
}

/** Where a word stands in a text, start and end, an English one as a whole word; null where it does not. @param {string} word @param {string} text @returns {[number, number] | null} */
function placeOf(word, text) {
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
    const end = start + word.length;
    if (isChinese(word)) return [start, end];
    const ending = /^(?:s|es|d|ed|ing)?(?![a-z0-9])/.exec(text.slice(end));
    if (ending && !/[a-z0-9]/.test(text[start - 1] ?? "")) return [start, end + ending[0].length];
  }
  return null;
}
