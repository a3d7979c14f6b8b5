// @ts-check
/**
 * When the items of a run are due, and how that is said: the same on the page and in whatever is taken along.
 *
 * @typedef {import("./run.js").Run} Run
 * @typedef {import("./exchange.js").Checklist} Checklist
 * @typedef {import("./exchange.js").Item} Item
 * @typedef {import("./exchange.js").Words} Words
 */
import { dueAt } from "../shared/durations.js";
import { timeOf } from "./run.js";
import { fillIn } from "../shared/words.js";

/** When an item of a run is due, or null. @param {Run | null} run @param {Checklist} list @param {Item} item */
export function dueOf(run, list, item) {
  const time = timeOf(run, list.items, item);
  return time && item.within && list.hours ? dueAt(time, item.within, list.hours, item.working) : null;
}

/** The items of a run that are open and have a due time, the next one first. @param {Run} run @param {Checklist} list */
export function dueItems(run, list) {
  const found = [];
  for (const item of list.items) {
    const due = dueOf(run, list, item);
    if (due && !run.answers[item.id]?.state) found.push({ item, due, from: new Date(timeOf(run, list.items, item)) });
  }
  return found.sort((a, b) => a.due.getTime() - b.due.getTime());
}

/** “by 2026-03-12 14:30”, with what is to be minded of the reckoning. @param {Date} due @param {Item} item @param {Words} words */
export function dueSaid(due, item, words) {
  return fillIn(words[item.working ? "due_at_work" : "due_at"], { n: localTime(due), note: words.due_note });
}

/** The bare time, with what is to be minded of the reckoning. @param {Date} due @param {Item} item @param {Words} words */
export function dueNoted(due, item, words) {
  return item.working ? fillIn(words.due_noted, { n: localTime(due), note: words.due_note }) : localTime(due);
}

/** Date and time as the reader's clock has it: 2026-03-12 14:30. @param {Date} date */
export function localTime(date) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
