// @ts-check
/**
 * Which entry answers at once, above the results: whoever must be called before anything is read, what the question asks for, whose matter was typed
 * as it is called, the best result where it is sure, or what a bare word means.
 *
 * @typedef {import("./engine.js").Engine} Engine
 * @typedef {import("./engine.js").Hit} Hit
 */
import { normal } from "../shared/folding.js";
import { heardIn } from "./asking.js";
import { spokenOf } from "./sure.js";

/** Among how many of the best, how well, how well beside the best, and with how much of the query spoken of a contact for what can't wait must be found. */
const LOOKED_AT = 6, LEAST_FIT = 0.5, BESIDE_BEST = 0.65, LEAST_SPOKEN = 0.6;
/** What says it all itself, so that nobody need be asked. */
const TO_READ = ["page", "step", "list", "checklist"];
/** By their first letters, shorter words are soon like something else. */
const LONGEST_INITIALS = 4;

/**
 * The place among the hits of what answers at once; -1 where nothing does.
 * @param {Engine} engine @param {string} query @param {[number, Hit][]} hits @param {boolean} sure whether the best may
 */
export function cardOf(engine, query, hits, sure) {
  const plain = engine.plain(query), asked = heardIn(plain).map(({ kind }) => kind), [best] = hits;
  const entryOf = (/** @type {[number, Hit]} */ [number]) => engine.entries[number];
  const isContact = (/** @type {[number, Hit]} */ hit) => { const { answer } = entryOf(hit); return Boolean(answer && "ways" in answer); };
  const isNamed = (/** @type {[number, Hit]} */ [, { isWhole, name, by }]) => isWhole && (by ? name === plain : plain.length > LONGEST_INITIALS);
  const isUrgent = (/** @type {[number, Hit]} */ hit) => {
    const { answer } = entryOf(hit), [, { isWhole, score, flat }] = hit;
    return Boolean(answer && "urgent" in answer && answer.urgent)
      && (isNamed(hit) || isWhole || (!engine.isBrief && flat >= LEAST_FIT && spokenOf(engine, query, hit) >= LEAST_SPOKEN)) && score >= BESIDE_BEST * best[1].score;
  };
  const asksOtherwise = asked.length > 0 && !asked.includes("contact");
  const place = (/** @type {(hit: [number, Hit]) => boolean} */ fits) => hits.slice(0, LOOKED_AT).findIndex(fits);
  const isTitle = (/** @type {[number, Hit]} */ hit) => isNamed(hit) && normal(entryOf(hit).title, engine.simple) === plain;
  const isTerm = (/** @type {[number, Hit]} */ hit) => entryOf(hit).kind === "term";
  if (!best) return -1;
  const { kind, answer } = entryOf(best), own = sure && (answer || kind === "term") ? 0 : -1;
  if (asksOtherwise || (own === 0 && (best[1].isAsked || (kind !== "scenario" && isTitle(best))))) return own;
  const places = [
    place(isUrgent),
    sure && TO_READ.includes(kind) ? -1 : place((hit) => isContact(hit) && isNamed(hit)),
    answer && "call" in answer ? own : -1,
    hits.findIndex((hit) => isTerm(hit) && isTitle(hit)),
    kind === "scenario" ? -1 : own,
    hits.findIndex((hit) => isTerm(hit) && isNamed(hit)),
  ];
  return places.find((found) => found >= 0) ?? -1;
}
