// @ts-check
/**
 * A run: one time through a checklist, with a name, its answers, notes and times. Pure functions; nothing is kept here.
 * Whatever can be changed by itself has the time of its last change beside it, so that two copies can be merged part by part.
 *
 * @typedef {"done" | "na" | ""} State Done, does not apply, or open again (kept so that another tab learns of it).
 * @typedef {{state: State, at: number, text?: string, note?: string, noted?: number}} Answer `at`, `noted`: when the state and
 *   the note were last changed, in milliseconds; `text`: the item as it read.
 * @typedef {{time: string, at: number}} EventTime `time`: date and time of the event, with the difference to UTC that the reader's
 *   clock had (YYYY-MM-DDThh:mm+08:00), or blank.
 * @typedef {{name: number, finished: number}} Stamps When the name was last changed, and whether the run is finished.
 * @typedef {{v: number, id: string, checklist: string, name: string, started: number, changed: number, finished: number,
 *   exported: number, stamps: Stamps, answers: Record<string, Answer>, times: Record<string, EventTime>}} Run `finished`: 0 while
 *   it goes on; `exported`: the number that its calendar bore when it was last exported; `times`: by item that has a due time.
 * @typedef {{id: string, group: string, text: string, act?: string, within?: string, working?: boolean, event?: string}} Item `act`: what is to be done, where
 *   `text` says first in which case alone.
 * @typedef {{id: string, title: string, url: string, items: Item[], retired: string[], hours?: import("../shared/office.js").Hours}} Checklist
 *   An item is due `within` a time after an `event`, by the clocks of the company, whose `hours` are; where it is `working`, only those count.
 * @typedef {Record<string, string>} Words The page's own words, by key.
 */
import { ID, laterThan, newId, shortened } from "../shared/keeping/sound.js";

/** The version of what is kept; `run-reading.js` knows the earlier ones. */
export const RUN_VERSION = 3;
export const RUN_LIMITS = { name: 200, text: 2000, note: 5000, answers: 500 };
const EVENT_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}[+-]\d{2}:\d{2}$/;

/** @param {string} checklist @param {string} name @returns {Run} */
export function newRun(checklist, name) {
  const now = Date.now();
  return {
    v: RUN_VERSION, id: newId(), checklist, name, started: now, changed: now, finished: 0, exported: 0,
    stamps: { name: now, finished: now }, answers: {}, times: {},
  };
}

/**
 * A run with changes. Its times are always later than before, even if a clock was wrong or put back, so that the change
 * wins over what is kept.
 * @param {Run} run @param {Partial<Pick<Run, "name" | "finished" | "exported" | "answers" | "times">>} changes @returns {Run}
 */
export function changedRun(run, changes) {
  const stamps = { ...run.stamps };
  if ("name" in changes) stamps.name = laterThan(stamps.name);
  if ("finished" in changes) stamps.finished = laterThan(stamps.finished);
  return { ...run, ...changes, stamps, changed: laterThan(run.changed) };
}

/**
 * A run in which an item is answered, or has a note.
 * @param {Run} run @param {{id: string, text: string}} item @param {{state?: State, note?: string}} said @returns {Run}
 */
export function answeredRun(run, item, { state, note }) {
  /** @type {Answer} */
  const answer = { ...(run.answers[item.id] ?? { state: "", at: 0 }), text: shortened(item.text, RUN_LIMITS.text) };
  if (state !== undefined) Object.assign(answer, { state, at: laterThan(answer.at) });
  if (note !== undefined) Object.assign(answer, { note, noted: laterThan(answer.noted ?? 0) });
  return changedRun(run, { answers: { ...run.answers, [item.id]: answer } });
}

/** A time by the reader's clock, with its difference to UTC; one that does not exist that day is the one that it moves to.
 * @param {string} time YYYY-MM-DDThh:mm */
export function withZone(time) {
  const minutes = Math.round((Date.parse(`${time}Z`) - new Date(time).getTime()) / 60_000);
  if (Number.isNaN(minutes)) return time;
  const two = (/** @type {number} */ number) => String(Math.floor(Math.abs(number))).padStart(2, "0");
  return `${time}${minutes < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** @param {unknown} time */
export function isEventTime(time) {
  return typeof time === "string" && EVENT_TIME.test(time) && !Number.isNaN(Date.parse(time));
}

/**
 * A run with the reader's time of an event. It is kept with each item that counts from the event, so that none of them
 * loses it when others are moved or taken off the list.
 * @param {Run} run @param {{id: string, event?: string}[]} items @param {string} event @param {string} time by the reader's clock
 */
export function withTime(run, items, event, time) {
  const zoned = time && withZone(time);
  if (zoned && !isEventTime(zoned)) return run; // Such as a year of five digits.
  const fellows = items.filter((item) => item.event === event && ID.test(item.id));
  const at = laterThan(Math.max(0, ...fellows.map((item) => run.times[item.id]?.at ?? 0)));
  return changedRun(run, { times: { ...run.times, ...Object.fromEntries(fellows.map((item) => [item.id, { time: zoned, at }])) } });
}

/** The time of the event that an item counts from, or blank: the one that was entered last at any item that counts from it.
 * @param {Run | null} run @param {{id: string, event?: string}[]} items @param {{id: string, event?: string}} item */
export function timeOf(run, items, item) {
  let last = { time: "", at: 0 };
  for (const fellow of item.event && run ? [item, ...items] : []) {
    const one = fellow.event === item.event ? run?.times[fellow.id] : undefined;
    if (one && (one.at > last.at || (one.at === last.at && !last.time))) last = one;
  }
  return last.time;
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

/** Items that were answered and then taken out of the checklist. @param {Run} run @param {Checklist} list @returns {Item[]} */
export function removedOf(run, list) {
  const known = new Set(list.items.map((item) => item.id));
  return Object.entries(run.answers)
    .filter(([id, answer]) => !known.has(id) && (answer.state || answer.note?.trim()))
    .map(([id, answer]) => ({ id, group: "", text: answer.text || id }));
}
