// @ts-check
/** When something was, in the words of the page. */
import { localTime } from "../checklists/due-items.js";
import { dayOf } from "../practice/passed.js";
import { languageHere, SIGNS } from "../shared/signs.js";

/** @param {number | Date} time @param {boolean} [isShort] without its year */
export function daySaid(time, isShort) {
  if (isShort) return new Date(time).toLocaleDateString(SIGNS[languageHere()].locale, { month: "long", day: "numeric" });
  return dayOf({ day: localTime(new Date(time)).slice(0, 10) });
}

/** With the time of that day. @param {number | Date} time @param {boolean} [isShort] */
export function momentSaid(time, isShort) {
  return daySaid(time, isShort) + SIGNS[languageHere()].glue + localTime(new Date(time)).slice(11);
}
