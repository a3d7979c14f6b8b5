// @ts-check
/**
 * The last round that was passed, kept under the name `practice-passed`, so that its record can be made again.
 *
 * @typedef {{v: 1, day: string, right: number, all: number, version: string}} Passed `version`: of the handbook, as it was then
 */
import { momentOf } from "../shared/day.js";
import { placeHere, storageFor } from "../shared/keeping/places.js";
import { keyHere } from "../shared/keeping/site.js";
import { isPlain, isText } from "../shared/keeping/sound.js";
import { readValue } from "../shared/keeping/values.js";
import { languageHere, SIGNS } from "../shared/signs.js";

export const PASSED = "practice-passed";
/** More questions than any round asks. */
const MOST = 1000;
/** @type {import("../shared/keeping/values.js").Kind} */
const KIND = { version: 1, isSound: (value) => !passedFault(value) };

/** What is wrong with something that should be a round that was passed; blank where nothing is. @param {any} value @returns {string} its path */
export function passedFault(value) {
  if (!isPlain(value) || Object.keys(value).sort().join() !== "all,day,right,v,version" || value.v !== 1) return "passed";
  if (typeof value.day !== "string" || value.day.length !== 10 || momentOf(value.day) === null) return "passed.day";
  const isCount = (/** @type {unknown} */ number) => Number.isSafeInteger(number) && Number(number) > 0 && Number(number) <= MOST;
  if (!isCount(value.right) || !isCount(value.all) || value.right > value.all) return "passed.right";
  return isText(value.version, 40) ? "" : "passed.version";
}

/** @returns {Passed | null} */
export function keptPassed() {
  return readValue(storageFor(placeHere()), PASSED, KIND).value;
}

/** Keep it; null: forget it. Where there is no room it is lost with the page. @param {Passed | null} passed */
export function keepPassed(passed) {
  try {
    const storage = storageFor(placeHere());
    if (passed) storage?.setItem(keyHere(PASSED), JSON.stringify(passed));
    else storage?.removeItem(keyHere(PASSED));
  } catch {
    // Full, or switched off.
  }
}

/** A day that is kept, in the language of the page. @param {{day: string}} kept */
export function dayOf({ day }) {
  return new Date(`${day}T12:00`).toLocaleDateString(SIGNS[languageHere()].locale, { dateStyle: "long" });
}
