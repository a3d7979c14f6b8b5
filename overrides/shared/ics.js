// @ts-check
/** How an iCalendar file (RFC 5545) writes things down. */

/** A moment. @param {Date} date */
export function utc(date) {
  return date.toISOString().replace(/[-:]|\.\d{3}/g, "");
}

/** A text as a value. @param {string} text */
export function icsText(text) {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, "\\n");
}

/** A line folded at 75 bytes, as RFC 5545 asks, never within a character. @param {string} line */
export function icsLine(line) {
  const encoder = new TextEncoder();
  const lines = [""];
  for (const sign of line) {
    if (encoder.encode(lines[lines.length - 1] + sign).length > 73) lines.push(" ");
    lines[lines.length - 1] += sign;
  }
  return lines.join("\r\n");
}
