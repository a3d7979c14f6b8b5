// @ts-check
/**
 * What of a run is due next, for whoever lists it away from its page.
 *
 * @typedef {import("./run.js").Run} Run
 * @typedef {import("./run.js").Checklist} Checklist
 * @typedef {import("./run.js").Item} Item
 */
import { dueOf, noteOf, timeSaid } from "./due-items.js";
import { timeOf } from "./run.js";
import { say } from "../shared/words.js";

/** The items of a run that are open and have a due time, the next one first. @param {Run} run @param {Checklist} list */
export function dueItems(run, list) {
  const found = [];
  for (const item of list.items) {
    const due = dueOf(run, list, item);
    if (due && !run.answers[item.id]?.state) found.push({ item, due, from: new Date(timeOf(run, list.items, item)) });
  }
  return found.sort((a, b) => a.due.getTime() - b.due.getTime());
}

/** The bare time, with what is to be minded of the reckoning.
 * @param {Date} due @param {Run | null} run @param {Checklist} list @param {Item} item */
export function dueNoted(due, run, list, item) {
  return item.working ? say("due_noted", { n: timeSaid(due, list, item), note: noteOf(due, run, list, item) }) : timeSaid(due, list, item);
}
