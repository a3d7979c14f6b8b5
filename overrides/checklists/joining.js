// @ts-check
/**
 * The day of joining, from which the onboarding path reckons; kept in this browser as `joined`.
 *
 * @typedef {{v: 1, day: string}} Joined
 */
import { momentOf } from "../shared/day.js";
import { noteBegun, placeHere, storageFor } from "../shared/keeping/places.js";
import { keyHere } from "../shared/keeping/site.js";
import { isPlain } from "../shared/keeping/sound.js";
import { readValue } from "../shared/keeping/values.js";

const JOINED = "joined";
const DAY = /^(?:19|20)\d\d-\d\d-\d\d$/;

/** Whether a text is a day of the calendar on which somebody may join. @param {unknown} text @returns {text is string} */
export function isDay(text) {
  return typeof text === "string" && DAY.test(text) && momentOf(text) !== null;
}

/** What is wrong with something that should be a kept day; blank where nothing is. @param {any} value @returns {string} its path */
export function joinedFault(value) {
  if (!isPlain(value) || Object.keys(value).sort().join() !== "day,v" || value.v !== 1) return "joined";
  return isDay(value.day) ? "" : "joined.day";
}

/** @returns {Joined | null} */
export function keptJoined() {
  return readValue(storageFor(placeHere()), JOINED, { version: 1, isSound: (value) => !joinedFault(value) }).value;
}

/** @param {string} day blank to forget it */
export function keepDay(day) {
  try {
    const storage = storageFor(placeHere());
    if (!day) return storage?.removeItem(keyHere(JOINED));
    storage?.setItem(keyHere(JOINED), JSON.stringify({ v: 1, day }));
    noteBegun(JOINED);
  } catch {
    // Full, or switched off: the dates hold for this page.
  }
}
