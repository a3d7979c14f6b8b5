// @ts-check
/**
 * What may be wrong with an answer, as a key of the page's words. Nothing here keeps anybody from taking a draft along.
 *
 * @typedef {import("./answers.js").Field} Field
 * @typedef {import("./answers.js").Values} Values
 */
import { fieldsOf, isFilled, rowsOf } from "./answers.js";

/** Blank where nothing is wrong. @param {Field} field @param {Values} values @param {boolean} [unreadable] whether the browser could not read what was typed */
export function faultOf(field, values, unreadable = false) {
  if (unreadable) return `fill_check_${field.type}`;
  if (!isFilled(field, values)) return field.required ? `fill_check_required${field.family === "table" ? "_rows" : ""}` : "";
  const value = values[field.id];
  return field.check && typeof value === "string" && !new RegExp(field.check).test(value.trim()) ? `fill_check_${field.type}` : "";
}

/** How many answers are still to be given of those that the form asks for. @param {import("./answers.js").Form} form @param {Values} values */
export function openRequired(form, values) {
  let open = 0;
  for (const field of fieldsOf(form)) {
    if (field.required && !isFilled(field, values)) open += 1;
    if (field.family !== "table") continue;
    for (const row of rowsOf(field, values)) {
      open += (field.columns ?? []).filter((column) => column.required && !isFilled(column, row)).length;
    }
  }
  return open;
}
