// @ts-check
/**
 * The rows of a wide table, folded to a line that says what they are, where they lack nothing: once a draft is opened or values have come from
 * elsewhere, and when a row is added. The row in use stays open, and so does one that is lacking something; whoever presses on the line opens it.
 *
 * @typedef {import("./answers.js").Field} Field
 * @typedef {import("./form-filler.js").FormFiller} FormFiller
 */
import { languageHere } from "../shared/signs.js";
import { words } from "../shared/words.js";
import { answered, isFilled } from "./answers.js";
import { inputsIn, readRow } from "./controls.js";

const FOLD = "button[data-do=fold-row]";

/** @param {FormFiller} filler @param {AbortSignal} signal */
export function foldRows(filler, signal) {
  if (!filler.querySelector("[data-folds]")) return;
  const later = () => queueMicrotask(() => foldComplete(filler)); // What is taken over is written behind the draft that takes it.
  filler.state.addEventListener("work", later, { signal });
  filler.state.addEventListener("values", (event) => {
    if (!(/** @type {CustomEvent} */ (event).detail)) for (const row of filler.querySelectorAll(".ask-row[data-folded]")) fold(filler, row, true);
  }, { signal });
  filler.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button[data-do]") : null, row = button?.closest(".ask-row");
    if (button?.matches("[data-folds] > * > [data-do=add-row]")) later();
    else if (row && button?.matches(FOLD)) fold(filler, row, !row.hasAttribute("data-folded"));
  }, { signal });
}

/** Open the row in which something stands. @param {FormFiller} filler @param {Element} part */
export function unfold(filler, part) {
  const row = part.closest(".ask-row[data-folded]");
  if (row) fold(filler, row, false);
}

/** @param {FormFiller} filler */
function foldComplete(filler) {
  const open = new Set(filler.gaps.all().map(({ place }) => place.closest(".ask-row")));
  for (const place of filler.querySelectorAll("[data-folds]")) {
    const rows = [...place.querySelectorAll("[data-rows] > .ask-row")];
    for (const row of rows) {
      const isOpen = rows.length < 2 || open.has(row) || row.contains(document.activeElement) || !toldOf(filler, row);
      fold(filler, row, !isOpen);
    }
  }
}

/** @param {FormFiller} filler @param {Element} row @param {boolean} isFolded */
function fold(filler, row, isFolded) {
  const button = row.querySelector(FOLD), told = toldOf(filler, row);
  row.toggleAttribute("data-folded", isFolded && Boolean(told));
  button?.toggleAttribute("hidden", !told);
  button?.setAttribute("aria-expanded", String(!row.hasAttribute("data-folded")));
  button?.replaceChildren(row.hasAttribute("data-folded") ? told : words.fill_fold);
  if (!isFolded) for (const control of inputsIn(row)) control.dispatchEvent(new Event("written", { bubbles: true })); // For field-care.js.
}

/** What a row is, in a line: the answers that it must have. @param {FormFiller} filler @param {Element} row */
function toldOf(filler, row) {
  const table = /** @type {Field} */ (filler.fieldOf(row)), values = readRow(row, table);
  const asked = (table.columns ?? []).filter((column) => column.required && isFilled(column, values));
  return asked.map((column) => answered(column, values, languageHere()).replace(/\s+/g, " ").trim()).join(" · ");
}
