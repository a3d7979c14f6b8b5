// @ts-check
/** On the page of all that is kept: the round of the practice that was passed last. */
import { dayOf, keptPassed } from "../practice/passed.js";
import { say } from "../shared/words.js";

/** @param {HTMLElement} page @returns {boolean} whether there is one */
export function showPassed(page) {
  const passed = keptPassed(), place = page.querySelector("[data-passed]");
  place?.toggleAttribute("hidden", !passed);
  const said = place?.querySelector("span");
  if (said && passed) said.textContent = say("practice_passed_on", { n: passed.right, all: passed.all, day: dayOf(passed) });
  return Boolean(place && passed);
}
