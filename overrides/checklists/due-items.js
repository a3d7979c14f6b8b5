// @ts-check
/**
 * When the items of a run are due, and how that is said: the same on the page and in whatever is taken along.
 *
 * @typedef {import("./run.js").Run} Run
 * @typedef {import("./run.js").Checklist} Checklist
 * @typedef {import("./run.js").Item} Item
 */
import { dueAt, freeTimes, holidaysKnown, yearOf } from "../shared/durations.js";
import { hoursHere } from "../shared/office.js";
import { languageHere, SIGNS } from "../shared/signs.js";
import { timeOf } from "./run.js";
import { say, words } from "../shared/words.js";

/** Whether an item is due on a day, at no time of it. @param {Item} item */
export function isByDay({ within, working }) {
  return !working && !within?.includes("T");
}

/** When an item of a run is due, or null. @param {Run | null} run @param {Checklist} list @param {Item} item */
export function dueOf(run, list, item) {
  const time = item.within ? timeOf(run, list.items, item) : "";
  const hours = time ? hoursHere(list.hours) : undefined; // The reader's office is kept in the browser too: it is asked for where it counts.
  const due = item.within && hours ? dueAt(time, item.within, hours, item.working) : null;
  if (due && isByDay(item)) due.setHours(23, 59); // All of that day is left.
  return due;
}

/** “by 2026-03-12 14:30”, with what is to be minded of the reckoning.
 * @param {Date} due @param {Run | null} run @param {Checklist} list @param {Item} item */
export function dueSaid(due, run, list, item) {
  return say(item.working ? "due_at_work" : "due_at", { n: timeSaid(due, list, item), note: noteOf(due, run, list, item) });
}

/** The time by the reader's clock, which is named where others of the company have another: “2026-03-12 14:30 China Standard Time”.
 * @param {Date} due @param {Checklist} list @param {Item} item */
export function timeSaid(due, list, item) {
  const time = localTime(due);
  if (isByDay(item)) return time.slice(0, 10);
  const { zone, offices } = /** @type {import("../shared/office.js").Hours} */ (list.hours ?? {});
  const isElsewhere = zone && clockAt(due, zone) !== clockAt(due);
  if (!offices && !isElsewhere) return time;
  const named = formatOf(SIGNS[languageHere()].locale, { timeZoneName: "long" }).formatToParts(due).find(({ type }) => type === "timeZoneName");
  return named ? say("due_zone", { n: time, zone: named.value }) : time;
}

/** What a clock shows. @param {Date} date @param {string} [timeZone] the reader's, where none is given */
function clockAt(date, timeZone) {
  return formatOf("en", { timeZone, dateStyle: "short", timeStyle: "short" }).format(date);
}

/** Ways of writing a time; each takes long to be made. @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** @param {string} language @param {Intl.DateTimeFormatOptions} how */
function formatOf(language, how) {
  const key = JSON.stringify([language, how]);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, how);
  formats.set(key, format);
  return format;
}

/** Which days off were left out, and where the reckoning had to do without public holidays.
 * @param {Date} due @param {Run | null} run @param {Checklist} list @param {Item} item */
export function noteOf(due, run, list, item) {
  const hours = hoursHere(list.hours);
  if (!item.working || !hours) return "";
  const start = new Date(timeOf(run, list.items, item) ?? due);
  const free = freeTimes(start, due, hours).map(([first, last]) =>
    say(first === last ? "due_free_day" : "due_free", { first: shortDay(first), last: shortDay(last) }));
  const { known } = hours;
  const beyond = known && !holidaysKnown(start, due, hours) ? say("due_beyond", { first: known[0], last: known[1] }) : "";
  return [hours.note ?? words[known ? "due_note" : "due_note_bare"], ...free, beyond].join("");
}

/** “8 Oct”, of another year with it, in the language of the page. @param {string} day */
function shortDay(day) {
  const language = languageHere();
  return formatOf(SIGNS[language].locale, { timeZone: "UTC", year: yearOf(day), day: "numeric", month: language === "zh" ? "long" : "short" }).format(new Date(day));
}

/** Date and time as the reader's clock has it: 2026-03-12 14:30. @param {Date} date */
export function localTime(date) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
