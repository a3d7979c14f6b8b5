// @ts-check
/**
 * The round that is under way, kept under the name `practice-round`, so that it can be gone on with later. What is not sound,
 * or asks what is no longer asked, is as if it had never been.
 *
 * @typedef {{seed: number, ids: string[], place: number, score: number, missed: string[], chosen?: number[]}} Round `place`: of the
 *   question to be answered; `chosen`: which choice of each that was missed, -1 where it is not known
 */
import { placeHere, storageFor } from "../shared/keeping/places.js";
import { keyHere } from "../shared/keeping/site.js";
import { isPlain, isText } from "../shared/keeping/sound.js";

const ROUND = "practice-round";
/** More questions than any round asks. */
const MOST = 1000;

/** @param {Set<string>} asked the ids of all questions @returns {Round | null} */
export function keptRound(asked) {
  const round = roundThere();
  return round && [...round.ids, ...round.missed].every((id) => asked.has(id)) ? round : null;
}

/** A round that is kept, whatever it asks. @returns {Round | null} */
export function roundThere() {
  try {
    const round = JSON.parse(storageFor(placeHere())?.getItem(keyHere(ROUND)) ?? "null");
    return isRound(round) ? round : null;
  } catch {
    return null;
  }
}

/** @param {any} round @returns {boolean} */
export function isRound(round) {
  const names = (/** @type {any} */ list) => Array.isArray(list) && list.length <= MOST && list.every((name) => isText(name, 100));
  if (!isPlain(round)) return false;
  const { chosen = [], ...rest } = round, isChosen = Array.isArray(chosen) && chosen.length <= MOST && chosen.every((number) => Number.isSafeInteger(number) && number >= -1);
  return isChosen && Object.keys(rest).sort().join() === "ids,missed,place,score,seed" && names(round.ids) && names(round.missed) && [round.seed, round.place, round.score].every((number) => Number.isSafeInteger(number) && number >= 0)
    && round.place < round.ids.length && round.score <= round.place;
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
