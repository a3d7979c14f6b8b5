// @ts-check
/**
 * Dates and times in words, as people write them in a document: 2026年11月5日（周四）下午3点半, 5 November 2026 at 3.30 pm.
 * What could be meant in two ways, or is less than a day or a moment, is not guessed.
 *
 * @typedef {"ambiguous" | "no_year" | "no_time" | "weekday" | "words"} DateFault Why a text is no date; `weekday`: of another day.
 * @typedef {{value: string, fault?: undefined} | {value?: undefined, fault: DateFault}} DateRead
 */
import { momentOf } from "../shared/day.js";
import { withoutUnseen } from "../shared/file-name.js";
import { timeIn } from "./times.js";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = "(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december)(?![a-z])";
const ORDINAL = "(\\d{1,2})(?:st|nd|rd|th)?";
/** Signs that a date is written in, with room to spare; to look for one in a long text takes seconds. */
const LONGEST = 500;
/** How a whole date is written; each with the places of year, month and day among what it finds. @type {[RegExp, number, number, number][]} */
const WHOLE = [
  [/(?<!\d)(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?(?:[日号號]|(?!\d))/, 1, 2, 3],
  [/(?<!\d)(\d{4}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{1,2})(?!\d|\.\d)/, 1, 3, 4],
  [/(?<!\d)(\d{4})(\d\d)(\d\d)(?!\d)/, 1, 2, 3],
  [new RegExp(`(?<![\\w.])${ORDINAL}(?: of)?[-/. ]{0,2}${MONTH}[-/., ]{0,3}(\\d{4})(?!\\d)`), 3, 2, 1],
  [new RegExp(`(?<![a-z])${MONTH}[-/. ]{0,2}(?:the )?${ORDINAL},?[-/ ]{0,2}(\\d{4})(?!\\d)`), 3, 1, 2],
  [new RegExp(`(?<!\\d)(\\d{4}),?[-/. ]{1,2}${MONTH}[-/. ]{1,2}${ORDINAL}(?!\\d)`), 1, 2, 3],
];
/** The day and the month in the order of one's country, the year last. */
const YEAR_LAST = /(?<![\d.])(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4})(?!\d)/;
const WITHOUT_YEAR = [/(?<![\d年])\d{1,2} ?月 ?\d{1,2}/, /^\D*\d{1,2} ?[-/.] ?\d{1,2}(?![\d/.-])/,
  new RegExp(`(?<![a-z])${MONTH}[. ]{0,2}\\d{1,2}(?!\\d)|(?<!\\d)${ORDINAL}(?: of)?[-/. ]{0,2}${MONTH}`)];
const WEEKDAYS = [/(?:星期|礼拜|禮拜|周|週)([日天一二三四五六])|[([] ?([日一二三四五六]) ?[)\]]/,
  /\b(sun|mon|tue|wed|thu|fri|sat)(?:s|r|rs|nes|ur)?(?:day)?\b\.?/];
const DIGITS = "〇一二三四五六七八九";
const CHINESE_DAYS = "日一二三四五六";
const ENGLISH_DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
/** What may stand between a day and a time, and around them. */
const BETWEEN = /^[\s,、;@()[\]]+|[\s,、;@()[\].。]+$|[,、;()]/g;
const LINKS = /(?<![a-z])(?:at|on|the|t|in)(?![a-z])/g;

/**
 * A date or a moment, as a form keeps it.
 * @param {string} text @param {string} family `date` or `datetime` @param {string} [zone] where the form's times are meant @returns {DateRead}
 */
export function dateRead(text, family, zone = "") {
  if (text.length > LONGEST) return { fault: "words" };
  const plain = inDigits(squeezed(text), zone);
  const { rest: named, weekday } = withoutWeekday(plain);
  const { days, rest } = daysIn(named);
  if (!days) return { fault: WITHOUT_YEAR.some((form) => form.test(named)) ? "no_year" : "words" };
  const clock = rest.replace(LINKS, " ").replace(/\s+/g, " ").replace(BETWEEN, "").trim();
  const time = clock ? timeIn(clock) : "";
  if (time === null || !days.length) return { fault: "words" };
  const fitting = days.filter((day) => weekday === null || new Date(`${day}T00:00Z`).getUTCDay() === weekday);
  if (!fitting.length) return { fault: "weekday" };
  if (fitting.length > 1 || time === "ambiguous") return { fault: "ambiguous" };
  if (family === "date") return { value: fitting[0] };
  return time ? { value: `${fitting[0]}T${time}` } : { fault: "no_time" };
}

/** The days that a text may mean, null where it has none; and what else it says. @param {string} text @returns {{days: string[] | null, rest: string}} */
function daysIn(text) {
  for (const [form, year, month, day] of WHOLE) {
    const found = form.exec(text);
    if (found) return { days: dayOf(found[year], found[month], found[day]), rest: without(found, text) };
  }
  const found = YEAR_LAST.exec(text);
  if (!found) return { days: null, rest: text };
  const [, one, , other, year] = found;
  return { days: [...new Set([...dayOf(year, one, other), ...dayOf(year, other, one)])], rest: without(found, text) };
}

/** A text without what was found in it. @param {RegExpExecArray} found @param {string} text */
function without(found, text) {
  return `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
}

/** A day of the calendar; none where there is no such day. @param {string} year @param {string} month a number or a name @param {string} day */
function dayOf(year, month, day) {
  const number = /\d/.test(month) ? month : String(MONTHS.indexOf(month.slice(0, 3)) + 1);
  const written = `${year}-${number.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return momentOf(written) ? [written] : [];
}

/** A text and the day of the week that it names, 0 for Sunday. @param {string} text @returns {{rest: string, weekday: number | null}} */
function withoutWeekday(text) {
  for (const form of WEEKDAYS) {
    const found = form.exec(text);
    if (!found) continue;
    const name = found[1] ?? found[2];
    const weekday = name.length === 1 ? CHINESE_DAYS.indexOf(name.replace("天", "日")) : ENGLISH_DAYS.indexOf(name);
    return { rest: without(found, text), weekday };
  }
  return { rest: text, weekday: null };
}

/** A text of one line in half-width letters. @param {string} text */
function squeezed(text) {
  return withoutUnseen(text).normalize("NFKC").toLowerCase().replace(/[‐‑‒–—―−]/g, "-").replace(/[○〇零]/g, "〇")
    .replace(/\s+/g, " ").replace(/ ?([:：]) ?/g, ":").trim();
}

/** Numbers in Chinese signs as digits, where they stand beside a unit of time; a zone that is the form's own left out. @param {string} text @param {string} zone */
function inDigits(text, zone) {
  const local = zone === "Asia/Shanghai" ? text.replace(/北京时间|北京時間|beijing time/g, " ") : text;
  return local.replace(/(?<!星期|礼拜|禮拜|[周週])([〇一二三四五六七八九十廿卅两兩]+)(?=[年月日号號点點时時分刻])|(?<=[点點时時])([〇一二三四五六七八九十]+)/g,
    (_, before, behind) => numberIn(before ?? behind));
}

/** @param {string} signs such as 二〇二六, 十一, 廿五; what is no number of a date stays, so that nothing is read */
function numberIn(signs) {
  const digits = [...signs.replace(/[两兩]/g, "二")].map((sign) => DIGITS.indexOf(sign));
  if (!digits.includes(-1)) return digits.join("");
  const [, tens, ten, ones] = /^([一二三四五六七八九]?)(十|廿|卅)([一二三四五六七八九]?)$/.exec(signs) ?? [];
  if (!ten) return signs;
  const base = ten === "十" ? DIGITS.indexOf(tens || "一") : "廿卅".indexOf(ten) + 2;
  return String(10 * base + (ones ? DIGITS.indexOf(ones) : 0));
}
