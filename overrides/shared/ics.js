// @ts-check
/** How an iCalendar file (RFC 5545) writes things down. */
import { LAST_REVISION } from "./keeping/sound.js";

/** From when the revisions of events are counted, in seconds. */
const FIRST_REVISION = Date.UTC(2020, 0) / 1000;

/**
 * The number of an export, by which a calendar knows the newer one: higher than that of the one before, also where a clock was put
 * back or two exports fall into one second. @param {number} before 0 where there was none
 */
export function revisionAfter(before) {
  return Math.min(Math.max(Math.floor(Date.now() / 1000) - FIRST_REVISION, before + 1), LAST_REVISION);
}

/** What an event says of its revision. @param {number} revision */
export function revisionLines(revision) {
  const made = utc(new Date((FIRST_REVISION + revision) * 1000));
  return [`DTSTAMP:${made}`, `LAST-MODIFIED:${made}`, `SEQUENCE:${revision}`];
}

/** A calendar. @param {string} part of the handbook that wrote it @param {string[]} lines of its events, not folded yet */
export function calendarLines(part, lines) {
  const all = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//handbook//${part}//EN`, ...lines, "END:VCALENDAR"];
  return `${all.map(icsLine).join("\r\n")}\r\n`;
}

/** A moment. @param {Date} date */
export function utc(date) {
  return date.toISOString().replace(/[-:]|\.\d{3}/g, "");
}

/** A text as a value. @param {string} text */
export function icsText(text) {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, "\\n").replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");
}

/** A line folded at 75 bytes, as RFC 5545 asks, never within a character. @param {string} line */
function icsLine(line) {
  const encoder = new TextEncoder();
  const lines = [""];
  for (const sign of line) {
    if (encoder.encode(lines[lines.length - 1] + sign).length > 73) lines.push(" ");
    lines[lines.length - 1] += sign;
  }
  return lines.join("\r\n");
}
