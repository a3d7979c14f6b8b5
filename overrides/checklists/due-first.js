// @ts-check
/** When what of a run is due next is so, for the home page, which has it come only where a run has times. */
import { dueItems } from "./due-next.js";

/** @param {import("./run.js").Run} run as it is kept @param {import("./run.js").Checklist[]} lists @returns {Date | undefined} */
export function firstDue(run, lists) {
  const list = lists.find(({ id }) => id === run.checklist);
  return list && dueItems(run, list)[0]?.due;
}
