// @ts-check
/** When something was, in the words of the page. */
import { localTime } from "../checklists/due-items.js";
import { dayOf } from "../practice/passed.js";
import { languageHere, SIGNS } from "../shared/signs.js";

/** @param {number | Date} time */
export function daySaid(time) {
  return dayOf({ day: localTime(new Date(time)).slice(0, 10) });
}

/** With the time of that day. @param {number | Date} time */
export function momentSaid(time) {
  return daySaid(time) + SIGNS[languageHere()].glue + localTime(new Date(time)).slice(11);
}
