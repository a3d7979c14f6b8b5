// @ts-check
/** Says beside a field what may be wrong with its answer, when the reader leaves it and has answered it; and takes it back once it is right. Says what answers add up to. */
import { languageHere } from "../shared/signs.js";
import { say } from "../shared/words.js";
import { isFilled } from "./answers.js";
import { besideIn, doubtOf, faultOf } from "./checks.js";
import { faultIn, inputsIn, isUnreadable, readRow } from "./controls.js";
import { lettersOf } from "./letter-width.js";
import { tallyOf } from "./tallies.js";

/** @typedef {import("./form-filler.js").FormFiller} FormFiller */

/** @param {FormFiller} filler @param {AbortSignal} signal */
export function beKind(filler, signal) {
  keepChecked(filler, signal);
  watchPasting(filler, signal);
  keepTallied(filler, signal);
  keepWhole(filler, signal);
  keepLines(filler, signal);
}

/** Who types a number and stops for so long, in milliseconds, has typed it. */
const A_REST = 1000;
/** So many letters of an option are seen in its list on a phone. */
const IN_SIGHT = 40;

/** What is asked for on a line wraps, so that all of it is seen, and stays one line. @param {FormFiller} filler @param {AbortSignal} signal */
function keepLines(filler, signal) {
  const lineAt = (/** @type {EventTarget | null} */ target) => (target instanceof HTMLTextAreaElement && target.matches("[data-line]") ? target : null);
  filler.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing && lineAt(event.target)) event.preventDefault();
  }, { signal });
  filler.addEventListener("input", ({ target }) => {
    const line = lineAt(target);
    if (line?.value.includes("\n")) line.value = line.value.replace(/\s*\n\s*/g, " ");
  }, { signal, capture: true });
}

/** Write out below its list an option that is chosen and too long for it. @param {FormFiller} filler @param {AbortSignal} signal */
function keepWhole(filler, signal) {
  const show = () => {
    for (const place of /** @type {NodeListOf<HTMLElement>} */ (filler.querySelectorAll("[data-rows] [data-whole], .ask > [data-whole]"))) {
      const text = place.parentElement?.querySelector("select")?.selectedOptions[0]?.text ?? "";
      place.hidden = lettersOf(text) <= IN_SIGHT;
      place.textContent = place.hidden ? "" : text;
    }
  };
  for (const kind of ["change", "values"]) filler.state.addEventListener(kind, show, { signal });
}

/** Say what was added up, and offer a sum where its field is empty or says something else. @param {FormFiller} filler @param {AbortSignal} signal */
function keepTallied(filler, signal) {
  const page = languageHere();
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (filler.querySelectorAll("[data-tally]"))) {
    const field = /** @type {import("./answers.js").Field} */ (filler.state.fields.get(place.dataset.tally ?? ""));
    const [said, button] = /** @type {[HTMLElement, HTMLButtonElement]} */ ([...place.children]);
    const show = () => {
      const tally = tallyOf(filler.state.form, filler.state.values, field, page);
      place.hidden = !tally;
      place.classList.toggle("ask__tally--other", Boolean(tally?.differs));
      said.textContent = tally ? say(tally.key, tally.values) : "";
      button.hidden = tally?.sum === undefined;
      button.value = String(tally?.sum ?? "");
    };
    filler.state.addEventListener("change", show, { signal });
    filler.state.addEventListener("values", show, { signal });
    button.addEventListener("click", () => {
      filler.state.set(field, button.value);
      /** @type {HTMLElement | undefined} */ (inputsIn(/** @type {Element} */ (place.closest("[data-field]")))[0])?.focus();
    }, { signal });
  }
}

/** @param {FormFiller} filler @param {AbortSignal} signal */
function keepChecked(filler, signal) {
  /** What was left and is still to be looked at. @type {Set<Element>} */
  const left = new Set();
  /** Where something was typed or chosen: who only passed a field is told nothing. @type {WeakSet<Element>} */
  let used = new WeakSet();
  let pressed = false;
  filler.state.addEventListener("work", () => { // Of another draft, or an empty form, nothing was answered yet.
    left.clear();
    used = new WeakSet();
  }, { signal });
  const look = () => {
    for (const place of left) {
      // Of a day without its year browsers tell nothing.
      const isUsed = used.has(place) || (faultIn(place).hidden && inputsIn(place).some(isUnreadable));
      if (!place.isConnected || !isUsed || place.contains(document.activeElement)) continue;
      checkAll(filler, place);
      if (document.activeElement === document.body) bringUp(filler, place);
    }
    left.clear();
    filler.gaps.count();
  };
  filler.addEventListener("focusout", ({ target, relatedTarget: next }) => {
    for (const place of placesAround(target)) if (!(next instanceof Node && place.contains(next))) left.add(place);
    if (!pressed) setTimeout(look);
  }, { signal });
  // A message moves what stands below it: not while a finger or a mouse is about to press there.
  addEventListener("pointerdown", () => {
    pressed = true;
  }, { signal, capture: true });
  for (const end of ["pointerup", "pointercancel"]) {
    addEventListener(end, () => {
      pressed = false;
      setTimeout(look);
    }, { signal, capture: true });
  }
  let resting = 0;
  filler.addEventListener("input", ({ target }) => {
    clearTimeout(resting);
    resting = Number(setTimeout(() => rested(filler, placesAround(target)[0]), A_REST));
    // Nobody is told off while typing: only what was said already is looked at again.
    for (const place of placesAround(target)) used.add(place);
    for (const place of placesAround(target)) if (!faultIn(place).hidden) check(filler, place);
    for (const place of placesAround(target).flatMap((each) => behind(filler, each))) if (!faultIn(place).hidden) check(filler, place);
  }, { signal });
}

/** What was typed as a number is one, or it is said where it is still being looked at. @param {FormFiller} filler @param {Element | undefined} place */
function rested(filler, place) {
  if (!place?.contains(document.activeElement) || askedAt(filler, place).asked.family !== "number") return;
  check(filler, place);
  filler.gaps.count();
  bringUp(filler, place);
}

/** What is said at the foot of a field is not below the bar. @param {FormFiller} filler @param {Element} place */
function bringUp(filler, place) {
  for (const told of place.querySelectorAll(":scope > :is(.ask__fault, .ask__tally)")) {
    if (told.getBoundingClientRect().bottom > filler.one(".filler__bar").getBoundingClientRect().top) told.scrollIntoView({ block: "nearest" });
  }
}

/** Say when more is pasted than a field holds: browsers cut it without a word. @param {FormFiller} filler @param {AbortSignal} signal */
function watchPasting(filler, signal) {
  const look = (/** @type {EventTarget | null} */ target, /** @type {DataTransfer | null} */ data) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) || target.maxLength < 0) return;
    const text = (data?.getData("text/plain") ?? "").replace(/\r\n?/g, "\n");
    const replaced = (target.selectionEnd ?? 0) - (target.selectionStart ?? 0);
    const left = target.value.length - replaced + text.length - target.maxLength;
    if (left > 0) setTimeout(() => filler.tell(say("fill_paste_cut", { most: target.maxLength, n: left }))); // After what the pasting itself says.
  };
  filler.addEventListener("paste", (event) => look(event.target, event.clipboardData), { signal });
  filler.addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length) look(event.target, event.dataTransfer);
  }, { signal });
}

/** The cell and the field that an input belongs to. @param {EventTarget | null} target @returns {Element[]} */
function placesAround(target) {
  if (!(target instanceof Element) || !target.matches("[data-type]")) return [];
  return /** @type {Element[]} */ ([target.closest("[data-column]"), target.closest("[data-field]")].filter(Boolean));
}

/** A field or a cell, and what is answered there and beside it. @param {FormFiller} filler @param {Element} place */
function askedAt(filler, place) {
  const whole = /** @type {import("./answers.js").Field} */ (filler.fieldOf(place));
  const column = whole.columns?.find(({ id }) => id === place.getAttribute("data-column"));
  const row = place.closest(".ask-row");
  const values = row ? readRow(row, whole) : filler.state.values;
  // In a row with nothing in it nothing is asked for.
  const asked = column && !whole.columns?.some((each) => isFilled(each, values)) ? { ...column, required: false } : column ?? whole;
  return { asked, values, beside: besideIn(filler.state.form, filler.state.values, whole, row ? values : undefined) };
}

/** What is to be looked at there. @param {FormFiller} filler @param {Element} place */
export function doubtAt(filler, place) {
  const { asked, values, beside } = askedAt(filler, place);
  return doubtOf(asked, values, beside);
}

/** Say beside a field, or a cell, what is wrong with it. @param {FormFiller} filler @param {Element} place */
export function check(filler, place) {
  const { asked, values, beside } = askedAt(filler, place);
  const controls = asked.family === "table" ? [] : inputsIn(place);
  const found = faultOf(asked, values, beside, controls.some(isUnreadable));
  for (const control of controls) {
    if (found) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }
  const fault = faultIn(place);
  fault.textContent = found ? faultSaid(found, asked) : "";
  fault.hidden = !found;
}

/** What is wrong, in words. @param {import("./checks.js").Fault} fault @param {import("./answers.js").Field} field */
export function faultSaid({ key, first }, field) {
  const page = languageHere();
  return say(key, { n: field.label[page], first: first?.label[page] ?? "" });
}

/** A field and those that are not to be before it. @param {FormFiller} filler @param {Element} place */
function checkAll(filler, place) {
  check(filler, place);
  for (const other of behind(filler, place)) if (!other.contains(document.activeElement)) check(filler, other);
}

/** Where that stands which is not to be before a day, as far as it was answered. @param {FormFiller} filler @param {Element} place @returns {Element[]} */
function behind(filler, place) {
  const whole = filler.fieldOf(place), row = place.closest(".ask-row");
  const name = place.getAttribute("data-column") ?? whole?.id;
  if (!whole || !name) return [];
  const cells = (/** @type {import("./answers.js").Field} */ table, /** @type {Iterable<Element>} */ rows) => (table.columns ?? []).filter((column) => column.notBefore === name)
    .flatMap((column) => [...rows].filter((each) => isFilled(column, readRow(each, table))).map((each) => /** @type {Element} */ (each.querySelector(`[data-column="${column.id}"]`))));
  if (row) return cells(whole, [row]);
  const { fields, values } = filler.state;
  return [...fields.values()].flatMap((field) => field.notBefore === name && isFilled(field, values) ? [filler.placeOf(field)]
    : cells(field, field.columns ? filler.placeOf(field).querySelectorAll("[data-rows] > .ask-row") : []));
}
