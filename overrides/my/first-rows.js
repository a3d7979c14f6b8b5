// @ts-check
/** Of a long table of records the first rows are shown, the others behind one button. */
import { say, words } from "../shared/words.js";

/** So many stay; two more are not worth a button. */
const FIRST = 5;

/** @param {ParentNode} page where the table is, with the button behind it */
export function showFirst(page) {
  const frame = page.querySelector(".table-tools"), button = /** @type {HTMLButtonElement | null} */ (page.querySelector("[data-all]"));
  if (!frame || !button) return;
  const rows = frame.querySelectorAll("tbody > tr").length, isOpen = button.ariaExpanded === "true";
  button.hidden = rows <= FIRST + 2;
  button.textContent = isOpen ? words.my_few : say("my_all", { n: rows });
  frame.toggleAttribute("data-few", !button.hidden && !isOpen);
  button.onclick = () => {
    button.ariaExpanded = String(!isOpen);
    showFirst(page);
    if (isOpen) button.scrollIntoView({ block: "nearest" });
  };
}
