// @ts-check
/**
 * Who tells of danger in a sentence of which the handbook says nothing else, as in “fire in the kitchen”, is told whom to call, and not what a kitchen has.
 *
 * @typedef {import("./engine.js").Engine} Engine
 * @typedef {import("./engine.js").Hit} Hit
 */
import { hasChinese } from "../shared/han.js";
import { stem, wordsIn } from "./terms.js";

/** What fits as well as this answers by itself: better, where several words of danger stand together. */
const FITS = 0.56, FITS_BESIDE_MORE = 0.8, SEVERAL = /[a-z] [a-z]+ [a-z]/;
/** By how much the one to call comes before the best. */
const AHEAD = 1.01;

/** @param {Engine} engine @param {string} text the query as it is compared @param {Map<number, Hit>} best what was found, to which the one to call is added */
export function callFirst(engine, text, best) {
  const first = engine.entries.findIndex(({ answer }) => answer && "first" in answer && answer.first);
  const [top, hit] = [...best].reduce((one, other) => (other[1].score > one[1].score ? other : one), [-1, NOTHING]);
  const said = first < 0 || hit.flat >= FITS_BESIDE_MORE ? "" : dangerIn(engine, text, first);
  if (!said || (hit.flat >= FITS && !SEVERAL.test(said)) || (top !== first && !isToCall(engine, top) && (SEVERAL.test(said) ? hit.name.includes(said) : saysIt(engine, top, said)))) return;
  const found = best.get(first) ?? { ...NOTHING, name: said, terms: new Set(wordsIn(said)), by: text };
  best.set(first, { ...found, score: Math.max(found.score, AHEAD * hit.score), isDanger: true });
}

/** @type {Hit} */
const NOTHING = { score: 0, flat: 0, name: "", terms: new Set(), by: "", isWhole: false, isAsked: false };

/** The longest name of an entry that stands in a text as a whole word; blank where none does. @param {Engine} engine @param {string} text @param {number} entry */
function dangerIn({ names }, text, entry) {
  const words = ` ${stemsOf(text)} `;
  const said = names.flatMap(({ entry: its, text: name }) => (its !== entry ? [] : hasChinese(name) ? (text.includes(name) ? [name] : []) : /[a-z]/.test(name) && words.includes(` ${stemsOf(name)} `) ? [name] : []));
  return said.reduce((longest, name) => (name.length > longest.length ? name : longest), "");
}

/** @param {string} text */
function stemsOf(text) {
  return (text.match(/[a-z]+/g) ?? []).map(stem).join(" ");
}

/** Whether an entry leads to those to call. @param {Engine} engine @param {number} entry */
function isToCall({ entries }, entry) {
  const { answer } = entries[entry] ?? {};
  return Boolean(answer && "call" in answer);
}

/** Whether an entry has a word of what was said. @param {Engine} engine @param {number} entry @param {string} said */
function saysIt({ places }, entry, said) {
  return wordsIn(said).some((word) => places.get(word)?.has(entry));
}
