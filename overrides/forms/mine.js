// @ts-check
/** What the reader says of themself once, offered wherever a form asks for the like. */
import { say } from "../shared/words.js";
import { drafts } from "./drafts/kept-drafts.js";

const KEYS = { person: "name", department: "department", phone: "phone", email: "email" };

/** Put the details into their fields, and offer them. @param {HTMLElement} filler */
export function showDetails(filler) {
  const details = drafts.details;
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (filler.querySelectorAll("[data-detail]"))) {
    const value = /** @type {any} */ (details)[field.dataset.detail ?? ""];
    if (field !== document.activeElement) field.value = value;
  }
  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (filler.querySelectorAll("button[data-mine]"))) {
    const key = KEYS[/** @type {keyof typeof KEYS} */ (button.dataset.mine)];
    button.value = /** @type {any} */ (details)[key];
    button.hidden = !button.value;
    button.setAttribute("aria-label", say("fill_mine_of", { n: button.value }));
  }
  const { name, department, company } = details;
  suggest(filler, "person", [name, name && department && say("fill_person", { n: name, of: department }),
    name && company && say("fill_person", { n: name, of: company })]);
  suggest(filler, "department", [department, department && company && say("fill_department", { n: department, of: company })]);
}

/** @param {HTMLElement} filler @param {string} type @param {string[]} values */
function suggest(filler, type, values) {
  const list = filler.querySelector(`#fill-list-${type}`);
  list?.replaceChildren(...values.filter(Boolean).map((value) => new Option("", value)));
}
