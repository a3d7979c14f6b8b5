// @ts-check
/** Days as Word writes them: `yyyy'年'M'月'd'日'`; in Chinese numbers, `EEEE'年'O'月'A'日'`. */
const PIECE = /'([^']*)'|(y+|M+|d+|H+|h+|m+|s+|E+|O+|A+(?!M)|am\/pm|AM\/PM)|./g;
const DIGITS = "〇一二三四五六七八九";

/** A number of up to two digits in Chinese. @param {number} number */
function inChinese(number) {
  const tens = Math.floor(number / 10);
  return `${tens > 1 ? DIGITS[tens] : ""}${tens ? "十" : ""}${number % 10 || !tens ? DIGITS[number % 10] : ""}`;
}

/**
 * @param {string} moment such as 2026-03-31T14:30 @param {string} format @param {string} language of its names
 * @returns {string} blank where the format says nothing
 */
export function writtenDay(moment, format, language) {
  const [year, month, day, hour, minute] = moment.split(/[-T:]/).map(Number);
  const at = new Date(Date.UTC(year, month - 1, day));
  const named = (/** @type {Intl.DateTimeFormatOptions} */ what) => {
    try {
      return new Intl.DateTimeFormat(language || undefined, { ...what, timeZone: "UTC" }).format(at);
    } catch {
      return new Intl.DateTimeFormat("en", { ...what, timeZone: "UTC" }).format(at);
    }
  };
  const number = (/** @type {number} */ value, /** @type {string} */ piece) => String(value).padStart(Math.min(piece.length, 2), "0");
  return format.replace(PIECE, (piece, quoted) => {
    if (quoted !== undefined) return quoted;
    if (/^y/.test(piece)) return piece.length > 2 ? String(year) : String(year).slice(-2);
    if (/^M/.test(piece)) return piece.length > 2 ? named({ month: piece.length > 3 ? "long" : "short" }) : number(month, piece);
    if (/^d/.test(piece)) return piece.length > 2 ? named({ weekday: piece.length > 3 ? "long" : "short" }) : number(day, piece);
    if (/^H/.test(piece)) return number(hour, piece);
    if (/^h/.test(piece)) return number(hour % 12 || 12, piece);
    if (/^m/.test(piece)) return number(minute, piece);
    if (/^s/.test(piece)) return number(0, piece);
    if (/^E/.test(piece)) return String(year).replace(/\d/g, (digit) => DIGITS[Number(digit)]);
    if (/^O/.test(piece)) return inChinese(month);
    if (/^A+$/.test(piece)) return inChinese(day);
    return piece.toLowerCase() === "am/pm" ? (hour < 12 ? "AM" : "PM") : piece;
  }).trim();
}
