// @ts-check
/** What the reader says of themself once, offered wherever a form asks for the like. */
import { say } from "../shared/words.js";
import { drafts } from "./drafts/kept-drafts.js";

/** Put the details into their fields, and offer them. @param {HTMLElement} filler */
export function showDetails(filler) {
  const details = drafts.details;
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (filler.querySelectorAll("[data-detail]"))) {
    const value = /** @type {any} */ (details)[field.dataset.detail ?? ""];
    if (field !== document.activeElement) field.value = value;
  }
  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (filler.querySelectorAll("button[data-mine]"))) {
    button.value = /** @type {any} */ (details)[button.dataset.mine ?? ""];
    button.hidden = !button.value;
    button.setAttribute("aria-label", say("fill_mine_of", { n: button.value }));
  }
  const { name, department, company } = details;
  suggest(filler, "name", [name, name && department && say("fill_person", { n: name, of: department }),
    name && company && say("fill_person", { n: name, of: company })]);
  suggest(filler, "department", [department, department && company && say("fill_department", { n: department, of: company })]);
}

/** @param {HTMLElement} filler @param {string} detail @param {string[]} values */
function suggest(filler, detail, values) {
  const list = filler.querySelector(`#fill-list-${detail}`);
  list?.replaceChildren(...values.filter(Boolean).map((value) => new Option("", value)));
}
