// @ts-check
/**
 * How sure an answer may be: how much of what was typed its entry speaks of. A hit on one word of a question, or on single
 * characters of words that the handbook nowhere has, is no answer.
 *
 * @typedef {import("./engine.js").Engine} Engine
 */
import { hasChinese } from "../shared/han.js";
import { asksLeave } from "./asking.js";
import { termsOf } from "./terms.js";

/** What a Chinese character counts that only stands alone in what was found. */
const ALONE = 0.25;
/** How well the best must fit, and how much of the query it must speak of, so that it answers; else it is only near. */
const SURE = 0.56, SURE_SHARE = 0.85;
/** The same where a question asks for its kind and says its name. */
const SURE_ASKED = 0.75, SURE_ASKED_SHARE = 0.35;
/** Of this kind the name is enough: by what it may be sent, and to whom, no entry says. */
const NAMED = "sending";
/** How near the next may come to the best, which then stands for nothing more than that. */
const ALIKE = 0.85;
/** What is spoken of by other words than were typed counts less. */
const OTHERWISE = 0.75;
/** What fits no better and speaks of no more is not found at all. */
const HOPELESS = 0.36, HOPELESS_SHARE = 0.55;
/** How much of a query must be spoken of by what is offered where nothing is found. */
const NEAR_SHARE = 0.3;

/**
 * Whether the best of what was found answers, is only near, or is nothing.
 * @param {Engine} engine @param {string} query @param {[number, import("./engine.js").Hit][]} hits @returns {"sure" | "near" | "nothing"}
 */
export function certainty(engine, query, [best, next]) {
  if (!best) return "nothing";
  const [, { score, isWhole, isAsked }] = best, spoken = spokenOf(engine, query, best);
  if (score < HOPELESS && spoken < HOPELESS_SHARE) return "nothing";
  if (!isWhole && "within" in (engine.entries[best[0]].answer ?? {}) && asksLeave(engine.plain(query))) return "near";
  const fits = (score >= SURE && spoken >= SURE_SHARE) || (isAsked && score >= SURE_ASKED && (spoken >= SURE_ASKED_SHARE || engine.entries[best[0]].kind === NAMED));
  return fits && (isWhole || !next || next[1].score < ALIKE * score) ? "sure" : "near";
}

/** What may be offered where nothing is found. @param {Engine} engine @param {string} query */
export function nearest(engine, query) {
  return engine.search(query, true).filter((hit) => spokenOf(engine, query, hit) >= NEAR_SHARE);
}

/** How much of a query an entry speaks of, put as it was found. @param {Engine} engine @param {string} query @param {[number, import("./engine.js").Hit]} hit */
function spokenOf(engine, query, [entry, { by }]) {
  if (!by) return 1;
  const plain = engine.plain(query);
  return Math.max(share(engine, plain, entry), by === plain ? 0 : OTHERWISE * share(engine, by, entry));
}

/**
 * The share of a text that an entry holds, of 1: of Chinese by its characters, of other words by how rare they are.
 * @param {Engine} engine @param {string} text in normal form @param {number} entry
 */
function share(engine, text, entry) {
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
