// @ts-check
/** What every record that the browser keeps is made of, and how it is looked at before it is believed. */

const LAST_TIME = 1e14 - 1;
/** Of a calendar: what RFC 5545 lets an integer be. */
export const LAST_REVISION = 2 ** 31 - 1;
export const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
export const RECORD_ID = /^[a-z0-9]{6,24}$/;

/** An id for a new record. */
export function newId() {
  return Date.now().toString(36) + Math.random().toString(36).slice(2, 6).padEnd(4, "0");
}

/** Now, or just after a time that a clock put ahead of now. @param {number} time */
export function laterThan(time) {
  return Math.min(Math.max(Date.now(), time + 1), LAST_TIME);
}

/** @param {unknown} value @returns {value is Record<string, any>} */
export function isPlain(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {unknown} value @param {number} limit */
export function isText(value, limit) {
  return typeof value === "string" && value.length <= limit;
}

/**
 * The beginning of a text, no longer than what may be kept and cut between two characters, never within one.
 * @param {string} text @param {number} limit
 */
export function shortened(text, limit) {
  if (text.length <= limit) return text;
  let cut = "";
  for (const sign of text) {
    if (cut.length + sign.length > limit) break;
    cut += sign;
  }
  return cut.replace(/[\u200d\ufe0f]+$/, ""); // What would join the last one to a next.
}

/** @param {unknown} value */
export function isTime(value) {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= LAST_TIME;
}
