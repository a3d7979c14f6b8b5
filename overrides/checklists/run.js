// @ts-check
/**
 * A run: one time through a checklist, with a name, its answers, notes and times. Pure functions; nothing is kept here.
 *
 * @typedef {"done" | "na" | ""} State Done, does not apply, or open again (kept so that another tab learns of it).
 * @typedef {{state: State, at: number, text?: string, note?: string}} Answer `at`: milliseconds; `text`: the item as it read.
 * @typedef {{v: number, id: string, checklist: string, name: string, started: number, changed: number, finished: number,
 *   answers: Record<string, Answer>, times: Record<string, string>}} Run `finished`: 0 while it goes on; `times`: by
 *   item that has a due time, date and time of the event from which it counts, with the difference to UTC that the
 *   reader's clock had (YYYY-MM-DDThh:mm+08:00).
 */

import { ID, isPlain, isText, isTime, laterThan, newId, RECORD_ID } from "../shared/keeping/sound.js";

/** The version of what is kept. Version 1 kept times without their difference to UTC (see `upgradedRun`). */
export const RUN_VERSION = 2;
const ON_THE_WALL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}[+-]\d{2}:\d{2}$/;
const LIMITS = { name: 200, text: 2000, note: 5000, answers: 500 };

/** @param {string} checklist @param {string} name @returns {Run} */
export function newRun(checklist, name) {
  const now = Date.now();
  return { v: RUN_VERSION, id: newId(), checklist, name, started: now, changed: now, finished: 0, answers: {}, times: {} };
}

/**
 * A run with changes. Its time is always later than before, even if a clock was wrong or put back, so that the change
 * wins over what is kept.
 * @param {Run} run @param {Partial<Run>} changes @returns {Run}
 */
export function changedRun(run, changes) {
  return { ...run, ...changes, changed: laterThan(run.changed) };
}

/** What should be a run, as this version has it; what is no run is given back as it is. @param {any} value @returns {any} */
export function upgradedRun(value) {
  if (!isPlain(value) || value.v !== 1 || !isPlain(value.times)) return value;
  const times = Object.entries(value.times).map(([item, time]) => [item, typeof time === "string" && ON_THE_WALL.test(time) ? withZone(time) : time]);
  return { ...value, v: RUN_VERSION, times: Object.fromEntries(times) };
}

/** A time by the reader's clock, with the difference to UTC that the clock has then. @param {string} time YYYY-MM-DDThh:mm */
function withZone(time) {
  const minutes = -new Date(time).getTimezoneOffset();
  if (Number.isNaN(minutes)) return time;
  const two = (/** @type {number} */ number) => String(Math.floor(Math.abs(number))).padStart(2, "0");
  return `${time}${minutes < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** @param {string} time */
function isEvent(time) {
  return TIME.test(time) && !Number.isNaN(Date.parse(time));
}

/**
 * A run with the reader's time of an event. It is kept with each item that counts from the event, so that none of them
 * loses it when others are moved or taken off the list.
 * @param {Run} run @param {{id: string, event?: string}[]} items @param {string} event @param {string} time by the reader's clock
 */
export function withTime(run, items, event, time) {
  const zoned = time && withZone(time);
  if (zoned && !isEvent(zoned)) return run; // Such as a year of five digits.
  const times = items.filter((item) => item.event === event).map((item) => [item.id, zoned]);
  return changedRun(run, { times: { ...run.times, ...Object.fromEntries(times) } });
}

/** The time of the event that an item counts from, or blank.
 * @param {Run | null} run @param {{id: string, event?: string}[]} items @param {{id: string, event?: string}} item */
export function timeOf(run, items, item) {
  const fellows = item.event ? [item, ...items.filter((other) => other.event === item.event)] : [];
  return fellows.map((fellow) => run?.times[fellow.id]).find(Boolean) ?? "";
}

/**
 * What is wrong with something that should be a run; blank where nothing is. Every key and type is looked at, so that
 * nothing strange gets in by an import or a damaged store.
 * @param {any} value @returns {string} the path of what is wrong
 */
export function runFault(value) {
  if (!isPlain(value)) return "run";
  const keys = ["v", "id", "checklist", "name", "started", "changed", "finished", "answers", "times"];
  const strange = Object.keys(value).find((key) => !keys.includes(key));
  if (strange !== undefined) return strange;
  if (value.v !== RUN_VERSION) return "v";
  if (typeof value.id !== "string" || !RECORD_ID.test(value.id)) return "id";
  if (typeof value.checklist !== "string" || !ID.test(value.checklist)) return "checklist";
  if (!isText(value.name, LIMITS.name)) return "name";
  for (const key of ["started", "changed", "finished"]) if (!isTime(value[key])) return key;
  if (!isPlain(value.answers) || Object.keys(value.answers).length > LIMITS.answers) return "answers";
  for (const [item, answer] of Object.entries(value.answers)) {
    if (!ID.test(item) || !isPlain(answer)) return `answers.${item}`;
    const odd = Object.keys(answer).find((key) => !["state", "at", "text", "note"].includes(key));
    if (odd !== undefined) return `answers.${item}.${odd}`;
    if (!["done", "na", ""].includes(answer.state)) return `answers.${item}.state`;
    if (!isTime(answer.at)) return `answers.${item}.at`;
    if (answer.text !== undefined && !isText(answer.text, LIMITS.text)) return `answers.${item}.text`;
    if (answer.note !== undefined && !isText(answer.note, LIMITS.note)) return `answers.${item}.note`;
  }
  if (!isPlain(value.times)) return "times";
  for (const [item, time] of Object.entries(value.times)) {
    if (!ID.test(item) || typeof time !== "string" || !(time === "" || isEvent(time))) return `times.${item}`;
  }
  return "";
}

/**
 * Two copies of one run as one: for each item the later answer, so that two tabs never undo each other's ticks.
 * @param {Run} one @param {Run} other @returns {Run}
 */
export function mergeRuns(one, other) {
  const [older, newer] = one.changed <= other.changed ? [one, other] : [other, one];
  const answers = { ...older.answers };
  for (const [item, answer] of Object.entries(newer.answers)) {
    if (!answers[item] || answers[item].at <= answer.at) answers[item] = answer;
  }
  return { ...newer, answers, times: { ...older.times, ...newer.times } };
}

/**
 * How far a run is.
 * @param {Run | null} run @param {string[]} items the ids of the checklist's items
 * @returns {{done: number, all: number}} `all` leaves out what does not apply
 */
export function progressOf(run, items) {
  const answered = items.map((item) => run?.answers[item]?.state ?? "");
  return { done: answered.filter((state) => state === "done").length, all: answered.filter((state) => state !== "na").length };
}
