// @ts-check
/** Of a long table of records the first rows are there, the others behind one button and on paper. */
import { say, words } from "../shared/words.js";

/** So many stay; up to as many as are few, the others are not worth a button. */
const FIRST = 5;
export const FEW = FIRST + 2;

/** What adds the rows that are not there yet, by the part of a table that lacks them. @type {Map<HTMLTableSectionElement, () => void>} */
const adding = new Map();
addEventListener("beforeprint", () => adding.forEach((add) => add()));

/**
 * @template T
 * @param {ParentNode} page where the table is, with the button behind it @param {T[]} records in their order
 * @param {(record: T) => Node} rowOf a row takes time: one that nobody sees is not made
 */
export function showFirst(page, records, rowOf) {
  const body = page.querySelector("tbody"), button = /** @type {HTMLButtonElement | null} */ (page.querySelector("[data-all]"));
  if (!body || !button) return;
  const isLong = records.length > FEW;
  const unfold = (/** @type {boolean} */ isOpen) => {
    if (isOpen) adding.get(body)?.();
    button.hidden = !isLong;
    button.ariaExpanded = String(isOpen);
    button.textContent = isOpen ? words.my_few : say("my_all", { n: records.length });
    body.closest(".table-tools")?.toggleAttribute("data-few", isLong && !isOpen);
  };
  body.replaceChildren(...records.slice(0, isLong ? FIRST : undefined).map(rowOf));
  adding.set(body, () => body.append(...records.slice(body.rows.length).map(rowOf)));
  unfold(button.ariaExpanded === "true");
  button.onclick = () => {
    const wasOpen = button.ariaExpanded === "true";
    unfold(!wasOpen);
    if (wasOpen) button.scrollIntoView({ block: "nearest" });
  };
}
