// @ts-check
/**
 * A form's controls and the values in them. A field has a place of its own (`data-field`); a table's rows are copies of
 * the template in its place.
 *
 * @typedef {import("./answers.js").Field} Field
 * @typedef {import("./answers.js").Values} Values
 * @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control
 */
import { isFilled } from "./answers.js";
import { DRAFT_LIMITS } from "./drafts/draft.js";
import { say } from "../shared/words.js";

const CONTROLS = "input[data-type], textarea[data-type], select[data-type]";
const GROUPED = /^([-+]?\d{1,3}(?:,\d{3})+)((?:\.\d+)?)$/;
let rowsMade = 0;

/** The controls in a place. @param {Element} place @returns {Control[]} */
export function inputsIn(place) {
  return /** @type {Control[]} */ ([...place.querySelectorAll(CONTROLS)]);
}

/** Whether the browser has nothing of what was typed, such as a day without its year. @param {Control} control */
export function isUnreadable(control) {
  return control.validity.badInput;
}

/** What was typed into a field. @param {Element} place @param {Field} field @returns {any} */
export function readField(place, field) {
  if (field.family !== "table") return readControls(inputsIn(place), field);
  return rowPlaces(place).map((row) => readRow(row, field))
    .filter((row) => field.columns?.some((column) => isFilled(column, row)));
}

/** What was typed into a row. @param {Element} row @param {Field} table @returns {Values} */
export function readRow(row, table) {
  return Object.fromEntries((table.columns ?? []).map((column) =>
    [column.id, readControls(inputsIn(cellIn(row, column.id)), column)]));
}

/** Put a value into a field; what is being typed into just now is left alone. @param {Element} place @param {Field} field @param {any} value */
export function writeField(place, field, value) {
  if (field.family !== "table") return writeControls(inputsIn(place), field, value);
  const rows = Array.isArray(value) ? value : [];
  const wanted = Math.max(rows.length, 1);
  const there = rowPlaces(place);
  const write = (/** @type {Element} */ row, /** @type {number} */ number) => {
    for (const column of field.columns ?? []) writeControls(inputsIn(cellIn(row, column.id)), column, rows[number]?.[column.id]);
  };
  for (const surplus of there.slice(wanted)) {
    if (!surplus.contains(document.activeElement)) surplus.remove();
  }
  there.forEach(write);
  // All further rows at once, and filled before: a page is slow where it changes a thousand times.
  const further = document.createDocumentFragment();
  for (let number = there.length; number < wanted; number += 1) {
    const row = rowOf(place, field);
    write(row, number);
    further.append(row);
  }
  place.querySelector("[data-rows]")?.append(further);
  numberRows(place);
  markAsked(place, field);
}

/** Mark the rows that hold anything: only in these something is required; and the first of a table that is to have one. @param {Element} place @param {Field} field */
export function markAsked(place, field) {
  const { columns = [] } = field, rows = rowPlaces(place);
  if (!columns.some((column) => column.required)) return;
  const begun = rows.map((row) => {
    const values = readRow(row, field);
    return columns.some((column) => isFilled(column, values));
  });
  if (field.required && !begun.includes(true)) begun[0] = true;
  for (const [number, row] of rows.entries()) {
    if (begun[number] === row.hasAttribute("data-asked")) continue;
    row.toggleAttribute("data-asked", begun[number]);
    for (const column of columns) {
      if (column.required) for (const control of inputsIn(cellIn(row, column.id))) control.setAttribute("aria-required", String(begun[number]));
    }
  }
}

/** @param {Element} place @param {Field} field @returns {Element} the new row, at the end */
export function addRow(place, field) {
  const row = rowOf(place, field);
  place.querySelector("[data-rows]")?.append(row);
  numberRows(place);
  markAsked(place, field);
  return row;
}

/** Whether a table may have another row: more than a draft holds could not be kept. @param {Element} place */
export function mayGrow(place) {
  return rowPlaces(place).length < DRAFT_LIMITS.rows;
}

/** Which of the rows that hold anything a row is; -1 where it holds nothing. @param {Element} place @param {Field} field @param {Element} row */
export function filledPlace(place, field, row) {
  return rowPlaces(place).filter((each) => field.columns?.some((column) => isFilled(column, readRow(each, field)))).indexOf(row);
}

/** A row that does not stand in its place yet. @param {Element} place @param {Field} field */
function rowOf(place, field) {
  const template = /** @type {HTMLTemplateElement} */ (place.querySelector("template"));
  const row = /** @type {Element} */ (template.content.firstElementChild?.cloneNode(true));
  rowsMade += 1;
  for (const column of field.columns ?? []) {
    const cell = cellIn(row, column.id);
    for (const part of cell.querySelectorAll(".ask__fault, [data-example]")) {
      part.id = `fill-${field.id}-${rowsMade}-${column.id}-${part.matches(".ask__fault") ? "fault" : "example"}`;
      for (const control of inputsIn(cell)) control.setAttribute("aria-describedby", `${control.getAttribute("aria-describedby")} ${part.id}`);
    }
  }
  return row;
}

/** Take a row out; the last one is emptied instead. @param {Element} place @param {Field} field @param {Element} row @returns {Element | null} the row that stands there now */
export function removeRow(place, field, row) {
  const number = rowPlaces(place).indexOf(row);
  row.remove();
  if (!rowPlaces(place).length) addRow(place, field);
  numberRows(place);
  markAsked(place, field);
  const left = rowPlaces(place);
  return left[Math.min(number, left.length - 1)];
}

/** @param {Element} place */
function rowPlaces(place) {
  return [...place.querySelectorAll("[data-rows] > .ask-row")];
}

/** @param {Element} row @param {string} column */
function cellIn(row, column) {
  return /** @type {Element} */ (row.querySelector(`[data-column="${column}"]`));
}

/** Where what is wrong is said. @param {Element} place */
export function faultIn(place) {
  return /** @type {HTMLElement} */ (place.querySelector(":scope > .ask__fault"));
}

/** @param {Element} place */
function numberRows(place) {
  for (const [number, row] of rowPlaces(place).entries()) {
    const name = say("fill_row", { n: number + 1 });
    const legend = row.querySelector("legend");
    const remove = row.querySelector("button[data-do=remove-row]");
    if (legend) legend.textContent = name;
    remove?.setAttribute("aria-label", say("fill_remove", { n: number + 1 }));
  }
}

/** @param {Control[]} controls @param {Field} field @returns {any} */
function readControls(controls, field) {
  const [first] = controls;
  if (field.family === "tick") return /** @type {HTMLInputElement} */ (first).checked;
  if (field.family === "choices") return controls.filter((box) => /** @type {HTMLInputElement} */ (box).checked).map((box) => box.value);
  if (field.family === "number") return plainNumber(first.value);
  return field.family === "datetime" ? first.value.slice(0, 16) : first.value;
}

/** @param {Control[]} controls @param {Field} field @param {any} value */
function writeControls(controls, field, value) {
  for (const control of controls) {
    if (control instanceof HTMLInputElement && control.type === "checkbox") {
      control.checked = field.family === "tick" ? value === true : Array.isArray(value) && value.includes(control.value);
    } else if (control !== document.activeElement || !document.hasFocus()) {
      const given = typeof value === "string" ? value : "";
      const text = field.family === "date" ? given.slice(0, 10) : "line" in control.dataset ? given.replace(/[\r\n]+/g, "") : given; // A day may come from where a time was asked for.
      if (control.value === text) continue;
      control.value = text;
      control.dispatchEvent(new Event("written", { bubbles: true })); // For field-care.js.
    }
  }
}

/** Empty what is being typed into just now, which is left alone where values are written. @param {Element} place */
export function emptyFocused(place) {
  const at = document.activeElement;
  const isText = at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && at.type !== "checkbox");
  if (isText && place.contains(at)) at.value = "";
}

/** A number without the commas between its thousands, in plain digits; anything else as it is. @param {string} text */
function plainNumber(text) {
  const narrow = text.trim().replace(/[\uff0b-\uff19]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  const grouped = GROUPED.exec(narrow);
  return grouped ? grouped[1].replaceAll(",", "") + grouped[2] : narrow;
}
