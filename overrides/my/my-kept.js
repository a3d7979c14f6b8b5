// @ts-check
/** On the page of all that is kept: what there is beside records and drafts, each with the way to where it came from. */
import { drafts } from "../forms/drafts/kept-drafts.js";
import { readMemory } from "../practice/memory.js";
import { dayOf, keptPassed } from "../practice/passed.js";
import { roundThere } from "../practice/round.js";
import { keptJoined } from "../checklists/joining.js";
import { recent } from "../shared/recent.js";
import { languageHere, SIGNS } from "../shared/signs.js";
import { say } from "../shared/words.js";

/** @param {HTMLElement} page @returns {boolean} whether anything was begun; searching begins nothing */
export function showKept(page) {
  const { comma } = SIGNS[languageHere()];
  const passed = keptPassed(), round = roundThere(), joined = keptJoined(), cards = Object.values(readMemory().memory.cards);
  const { v: _, ...details } = drafts.details;
  const total = (/** @type {"right" | "wrong"} */ how) => cards.reduce((sum, card) => sum + card[how], 0);
  /** @type {Record<string, string>} */
  const said = {
    passed: passed ? say("practice_passed_on", { n: passed.right, all: passed.all, day: dayOf(passed) }) : "",
    round: round ? say("my_round", { n: round.place + 1, all: round.ids.length }) : "",
    learnt: cards.length ? say("my_learnt", { n: cards.length, right: total("right"), wrong: total("wrong") }) : "",
    joined: joined ? dayOf(joined) : "",
    details: Object.values(details).filter(Boolean).join(comma),
    searches: recent().join(comma),
  };
  for (const place of page.querySelectorAll("[data-kept-of]")) {
    const text = said[place.getAttribute("data-kept-of") ?? ""];
    place.toggleAttribute("hidden", !text);
    const output = place.querySelector("span");
    if (output) output.textContent = text;
    if (output && "page" in /** @type {HTMLElement} */ (place).dataset) output.replaceChildren(...recent().flatMap((query, number) => [
      number ? comma : "", Object.assign(document.createElement("a"), { textContent: query, href: `${place.getAttribute("data-page")}#q=${encodeURIComponent(query)}` })]));
  }
  for (const part of page.querySelectorAll("[data-also]")) part.toggleAttribute("hidden", !part.querySelector("[data-kept-of]:not([hidden])"));
  const { searches: __, ...begun } = said;
  return Object.values(begun).some(Boolean);
}
