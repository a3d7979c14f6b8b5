// @ts-check
/**
 * The round that is under way, kept under the name `practice-round`, so that it can be gone on with later. What is not sound,
 * or asks what is no longer asked, is as if it had never been.
 *
 * @typedef {{seed: number, ids: string[], place: number, score: number, missed: string[]}} Round `place`: of the next question
 */
import { placeHere, storageFor } from "../shared/keeping/places.js";
import { keyHere } from "../shared/keeping/site.js";

const ROUND = "practice-round";

/** @param {Set<string>} asked the ids of all questions @returns {Round | null} */
export function keptRound(asked) {
  try {
    const round = JSON.parse(storageFor(placeHere())?.getItem(keyHere(ROUND)) ?? "null");
    return isSound(round) && [...round.ids, ...round.missed].every((id) => asked.has(id)) ? round : null;
  } catch {
    return null;
  }
}

/** @param {any} round */
function isSound(round) {
  const names = (/** @type {any} */ list) => Array.isArray(list) && list.every((name) => typeof name === "string");
  return Boolean(round) && names(round.ids) && names(round.missed) && [round.seed, round.place, round.score].every((number) => Number.isSafeInteger(number) && number >= 0)
    && round.place > 0 && round.place < round.ids.length && round.score <= round.place;
}

/** Keep a round; null: it is over. Where there is no room it is lost with the page, as it always was. @param {Round | null} round */
export function keepRound(round) {
  try {
    const storage = storageFor(placeHere());
    if (round) storage?.setItem(keyHere(ROUND), JSON.stringify(round));
    else storage?.removeItem(keyHere(ROUND));
  } catch {
    // Full, or switched off.
  }
}
