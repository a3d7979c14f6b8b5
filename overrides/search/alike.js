// @ts-check
/**
 * Which terms of the handbook a term means: itself, what begins with it, what is of its family, what differs by a slip of the fingers.
 * @typedef {import("./engine.js").Engine} Engine
 */
import { hasChinese } from "../shared/han.js";
import { areKin, isLatin, slips, termsOf } from "./terms.js";

/** What a fit is worth that was found by its sound. */
export const SOUND = 0.8;
/** So many terms make a short query, and a middling one. */
export const FEW = 3, SOME = 6;
/** How alike two words are by the number of slips between them, times less where it is the first letter, which fingers seldom miss; and words of one family. */
const LIKENESS = [1, 0.75, 0.5, 0.25], OTHER_START = 0.7, KIN = 0.7;

/**
 * The terms of the handbook that a term means, each with how alike they are.
 * @param {Engine} engine @param {string} term @param {boolean} last @param {number} count @returns {[string, number][]}
 */
export function reckonAlike(engine, term, last, count) {
  const found = engine.exactly(term);
  if (term.length === 1 && hasChinese(term)) {
    if (count > 1) return found;
    for (const known of engine.places.keys()) if (known !== term && known.includes(term)) found.push([known, 0.6]);
    return found;
  }
  if (!found.length && term.length === 2 && hasChinese(term)) {
    if (count <= SOME) for (const known of engine.spoken.pairsLike(term)) found.push([known, SOUND]);
    if (count > FEW || found.length || engine.hasWord) return found;
    for (const known of engine.places.keys()) if (known.length === 2 && (known[0] === term[0] || known[1] === term[1])) found.push([known, 0.4]);
    return found;
  }
  if (term.length < 3 || !isLatin(term)) return found;
  const most = found.length || (engine.isBrief && term.length < 5 && !engine.slack) || engine.isAbbreviation ? 0 : (term.length > 7 ? 2 : term.length > 3 ? 1 : 0) + engine.slack;
  let least = most;
  /** @type {[string, number, number][]} */
  const slipped = [];
  for (const known of engine.vocabulary ?? []) {
    if (known === term) continue;
    if (known.startsWith(term) && !engine.isAbbreviation && (last || term.length > 3)) found.push([known, 0.55 + 0.4 * (term.length / known.length)]);
    else if (areKin(term, known)) found.push([known, KIN]);
    else if (most) {
      const apart = slips(term, known, least);
      if (apart <= least) slipped.push([known, apart, LIKENESS[apart] * (term[0] === known[0] ? 1 : OTHER_START)]);
      if (apart < least && term[0] === known[0] && !engine.slack) least = Math.max(1, apart); // Where one slip explains it, two are another word.
    }
  }
  for (const [known, apart, likeness] of slipped) if (apart <= least) found.push([known, likeness]);
  return found;
}

/** Whether an entry holds a word of a text, and not only characters of it. @param {Engine} engine @param {number} entry @param {string} text */
export function holdsWord(engine, entry, text) {
  let holding = engine.holding.get(text);
  if (!holding) {
    const terms = termsOf(text), count = terms.filter(({ part }) => !part).length;
    const known = terms.flatMap(({ text: word, weight, part, between }, place) => (!part && (weight === 1 || between || !hasChinese(word)) ? engine.alike(word, place === terms.length - 1, count) : []));
    engine.holding.set(text, holding = new Set(known.flatMap(([word]) => [...engine.places.get(word)?.keys() ?? []])));
  }
  return holding.has(entry);
}
