// @ts-check
/** What of a run is due next, for the home page, which has it come only where a run has times. */
import { isByDay } from "./due-items.js";
import { dueItems } from "./due-next.js";

/** @param {import("./run.js").Run} run as it is kept @param {import("./run.js").Checklist[]} lists @returns {import("../shared/keeping/begun.js").First | undefined} */
export function firstDue(run, lists) {
  const list = lists.find(({ id }) => id === run.checklist), [first] = list ? dueItems(run, list) : [];
  return first && { due: first.due, isByDay: isByDay(first.item), item: first.item.id, said: first.item.act ?? first.item.text };
}
