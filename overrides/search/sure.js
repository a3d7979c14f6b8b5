// @ts-check
/**
 * How sure an answer may be: how much of what was typed its entry speaks of. A hit on one word of a question, or on single
 * characters of words that the handbook nowhere has, is no answer.
 *
 * @typedef {import("./engine.js").Engine} Engine
 */
import { hasChinese } from "../shared/han.js";
import { normal } from "../shared/folding.js";
import { heardIn } from "./asking.js";
import { bareOf } from "./framing.js";
import { termsOf } from "./terms.js";

/** What a Chinese character counts that only stands alone in what was found. */
const ALONE = 0.25;
/** How well the best must fit, and how much of the query it must speak of, so that it answers; else it is only near. */
const SURE = 0.56, SURE_SHARE = 0.85;
/** The same where a question asks for its kind and says its name. */
const SURE_ASKED = 0.75, SURE_ASKED_SHARE = 0.35;
/** Of this kind the name is enough: by what it may be sent, and to whom, no entry says. Who asks for it is answered by nothing else. */
const NAMED = "sending";
/** How near the next may come to the best, which then stands for nothing more than that. */
const ALIKE = 0.85;
/** The same where each of them is called just what was typed, and they are of different matters. */
const TIED = 0.95;
/** How much more of the query another of the next few may speak of than the best, which else leaves out what was meant; and how near it is to that. */
const MORE = 0.1, NEXT = 3, NEAR_BEST = 0.4;
/** What is spoken of by other words than were typed counts less. */
const OTHERWISE = 0.75;
/** What fits no better and speaks of no more is not found at all. */
const HOPELESS = 0.38, HOPELESS_SHARE = 0.55;
/** The same where a word of the query, so many letters long, stands nowhere in the handbook: the rest of it was hardly meant. */
const HOPELESS_STRANGE = 0.6, HOPELESS_STRANGE_SHARE = 0.65, A_WORD = 4;
/** How much of a query must be spoken of by what is offered where nothing is found. */
const NEAR_SHARE = 0.3;
/** How alike a word with a slip must be to be taken for the one that was typed, and how long that must be: shorter ones are soon alike. */
const A_SLIP = 0.5, LONG = 7;

/**
 * Whether the best of what was found answers, is only near, or is nothing.
 * @param {Engine} engine @param {string} query @param {[number, import("./engine.js").Hit][]} hits @returns {"sure" | "near" | "nothing"}
 */
export function certainty(engine, query, hits) {
  const [best, next] = hits;
  if (!best) return "nothing";
  const [, { score, flat, isWhole, isAsked, isDanger }] = best, spoken = spokenOf(engine, query, best);
  if (isDanger) return "near";
  if (flat < HOPELESS && spoken < HOPELESS_SHARE) return "nothing";
  if (flat < HOPELESS_STRANGE && spoken < HOPELESS_STRANGE_SHARE && hasStrangeWord(engine, query)) return "nothing";
  const fits = (flat >= SURE && spoken >= SURE_SHARE) || (isAsked && flat >= SURE_ASKED && (spoken >= SURE_ASKED_SHARE || engine.entries[best[0]].kind === NAMED));
  if (engine.entries[best[0]].kind === NAMED && !isAsked && !isWhole) return "near"; // Who says more than the thing asks something else of it.
  const isOther = engine.entries[best[0]].kind !== NAMED && heardIn(engine.plain(query)).some(({ kind }) => kind === NAMED);
  const isShared = Boolean(next?.[1].isWhole) && next[1].score > TIED * score && normal(engine.entries[best[0]].title) !== best[1].name && !haveWordInCommon(engine, best[0], next[0]);
  const pageOf = (/** @type {[number, import("./engine.js").Hit]} */ [number]) => engine.entries[number].url.split("#")[0];
  // The page on which the best stands says more, of course.
  const isMore = (/** @type {[number, import("./engine.js").Hit]} */ hit) => pageOf(hit) !== pageOf(best) && hit[1].score > NEAR_BEST * score && spokenOf(engine, query, hit) > spoken + MORE;
  if (fits && (isAsked || !isWhole) && hits.slice(1, NEXT).some(isMore)) return "near";
  return fits && !isOther && ((isWhole && !isShared) || !next || Math.max(next[1].score / score, next[1].flat / flat) < ALIKE) ? "sure" : "near";
}

/** Whether two entries are of one matter, by their titles. @param {Engine} engine @param {number} one @param {number} other */
function haveWordInCommon({ entries }, one, other) {
  const words = (/** @type {number} */ entry) => termsOf(normal(entries[entry].title)).filter(({ weight, part }) => weight === 1 && !part).map(({ text }) => text);
  const its = new Set(words(one));
  return words(other).some((word) => its.has(word));
}

/** Whether a word of another alphabet than Chinese stands nowhere in the handbook. @param {Engine} engine @param {string} query */
function hasStrangeWord(engine, query) {
  return termsOf(engine.plain(query)).some(({ text }) => text.length >= A_WORD && !hasChinese(text) && !engine.places.has(text));
}

/** What may be offered where nothing is found. @param {Engine} engine @param {string} query */
export function nearest(engine, query) {
  return engine.search(query, true).filter((hit) => spokenOf(engine, query, hit) >= NEAR_SHARE && hasWord(engine, query, hit));
}

/**
 * Whether an entry says a word of the query, as it was put or found.
 * @param {Engine} engine @param {string} query @param {[number, import("./engine.js").Hit]} hit
 */
function hasWord(engine, query, [entry, { by }]) {
  if (!by) return true;
  return [engine.plain(query), by].some((text) => {
    const terms = termsOf(text);
    return terms.some(({ text: word, weight, part }, number) => {
      if (part) return engine.entries[entry].names.includes(word); // A character is a word only where somebody is so called.
      return weight === 1 && engine.alike(word, number === terms.length - 1, terms.length).some(([known, likeness]) => engine.places.get(known)?.has(entry) && isWord(word, known, likeness));
    });
  });
}

/**
 * Whether what was found of a word is that word: itself, what sounds like it or begins with it, or, of a long one, with a slip.
 * @param {string} word @param {string} known @param {number} likeness
 */
function isWord(word, known, likeness) {
  if (hasChinese(known)) return likeness >= A_SLIP && termsOf(known).some(({ weight, part }) => weight === 1 && !part);
  return known.startsWith(word) || (likeness >= A_SLIP && word.length >= LONG);
}

/** How much of a query an entry speaks of, put as it was found. @param {Engine} engine @param {string} query @param {[number, import("./engine.js").Hit]} hit */
export function spokenOf(engine, query, [entry, { by }]) {
  if (!by) return 1;
  const plain = engine.plain(query), bare = bareOf(plain), asked = share(engine, plain, entry);
  return Math.max(asked, bare === plain ? 0 : share(engine, bare, entry), by === plain ? 0 : OTHERWISE * share(engine, by, entry));
}

/**
 * The share of a text that an entry holds, of 1: of Chinese by its characters, of other words by how rare they are.
 * @param {Engine} engine @param {string} text in normal form @param {number} entry
 */
export function share(engine, text, entry) {
  /** By place: what the character or word weighs, and how well the entry holds it. @type {Map<number, [number, number]>} */
  const signs = new Map();
  const terms = termsOf(text);
  const count = terms.filter((term) => !term.part).length;
  const note = (/** @type {number} */ place, /** @type {number} */ weight, /** @type {number} */ holds) => {
    const [before, held] = signs.get(place) ?? [0, 0];
    signs.set(place, [Math.max(before, weight), Math.max(held, holds)]);
  };
  terms.forEach((term, number) => {
    const known = term.part ? engine.exactly(term.text) : engine.alike(term.text, number === terms.length - 1, count);
    const holds = Math.max(0, ...known.map(([one, likeness]) => (engine.places.get(one)?.has(entry) ? likeness : 0)));
    if (!hasChinese(term.text)) {
      const rare = known.length ? Math.max(...known.map(([one]) => engine.rarity(one))) : Math.log(1 + engine.entries.length);
      note(term.place, term.weight * rare, holds);
    } else if (term.part) note(term.place, 1, holds && ALONE);
    else if (term.weight < 1) [...term.text].forEach((_, place) => note(term.place + place, 0, holds));
    else [...term.text].forEach((_, place) => note(term.place + place, 1, holds));
  });
  let all = 0, held = 0;
  for (const [weight, holds] of signs.values()) [all, held] = [all + weight, held + weight * holds];
  return all ? held / all : 0;
}
