// @ts-check
import { languageHere, SIGNS } from "./signs.js";

export const A_DAY_IN_MILLISECONDS = 86_400_000;

/** Today by the reader's clock, as 2027-05-26. */
export function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** A day or a moment of the calendar as 2026-03-31T14:30; null for a text that is none. @param {string} text */
export function momentOf(text) {
  const found = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d))?$/.exec(text.trim());
  const moment = found ? `${found[1]}T${found[2] ?? "00:00"}` : "";
  const time = Date.parse(`${moment}Z`);
  // Some browsers take 30 February for 2 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(moment) ? moment : null;
}

/** “today” or “tomorrow”; blank for any other day. @param {Date | number} time */
export function nearDay(time) {
  const days = Math.round((new Date(time).setHours(0, 0, 0, 0) - new Date().setHours(0, 0, 0, 0)) / A_DAY_IN_MILLISECONDS);
  return days === 0 || days === 1 ? new Intl.RelativeTimeFormat(SIGNS[languageHere()].locale, { numeric: "auto" }).format(days, "day") : "";
}
