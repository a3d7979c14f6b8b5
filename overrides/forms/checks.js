// @ts-check
/**
 * What may be wrong with an answer, as a key of the page's words. Nothing here keeps anybody from taking a draft along.
 *
 * @typedef {import("./answers.js").Field} Field
 * @typedef {import("./answers.js").Form} Form
 * @typedef {import("./answers.js").Values} Values
 */
import { fieldsOf, isFilled, rowsOf, typedText } from "./answers.js";
import { differing } from "./tallies.js";

/** @typedef {(id: string) => {field: Field, value: import("./answers.js").Value} | undefined} Beside What is answered in a field beside one: of the same row, else of the form. */
/** @typedef {{key: string, first?: Field}} Fault `key`: of the page's words; `first`: the field that should come first. */

/** A year that is whole: while one is typed, browsers have it as 0002, 0020, 0202. */
const WHOLE = /^[1-9]\d{3}-/;

/** What is wrong; null where nothing is. @param {Field} field @param {Values} values @param {Beside} beside @param {boolean} [unreadable] whether the browser could not read what was typed @returns {Fault | null} */
export function faultOf(field, values, beside, unreadable = false) {
  if (unreadable) return { key: `fill_check_${field.type}` };
  if (!isFilled(field, values)) return field.required ? { key: `fill_check_required${field.family === "table" ? "_rows" : ""}` } : null;
  return doubtOf(field, values, beside);
}

/** What is to be looked at in what was answered; null where nothing is. @param {Field} field @param {Values} values @param {Beside} beside @returns {Fault | null} */
export function doubtOf(field, values, beside) {
  const value = values[field.id];
  if (field.check && typeof value === "string" && value.trim() && !new RegExp(field.check).test(value.trim())) return { key: `fill_check_${field.type}` };
  const first = field.notBefore ? beside(field.notBefore) : undefined;
  return first && isBefore(typedText(field, value), typedText(first.field, first.value)) ? { key: "fill_check_order", first: first.field } : null;
}

/** Where both have a time of day it counts, else the day. @param {string} one @param {string} other */
function isBefore(one, other) {
  const length = Math.min(one.length, other.length);
  return WHOLE.test(one) && WHOLE.test(other) && one.slice(0, length) < other.slice(0, length);
}

/** @param {Form} form @param {Values} values @param {Field} [table] @param {Values} [row] of it @returns {Beside} */
export function besideIn(form, values, table, row) {
  return (id) => {
    const column = table?.columns?.find((each) => each.id === id);
    if (column && row) return { field: column, value: row[id] };
    const field = fieldsOf(form).find((each) => each.id === id);
    return field && { field, value: values[id] };
  };
}

/** How many answers are still to be given of those that the form asks for. @param {Form} form @param {Values} values */
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

/** How many answers are to be looked at, a sum that is none among them. @param {Form} form @param {Values} values */
export function doubtsIn(form, values) {
  return fieldsOf(form).reduce((sum, field) => {
    const columns = field.columns?.filter((column) => column.check || column.notBefore) ?? [];
    const rows = columns.length ? rowsOf(field, values) : [];
    return sum + Number(Boolean(doubtOf(field, values, besideIn(form, values))))
      + rows.reduce((all, row) => all + columns.filter((column) => doubtOf(column, row, besideIn(form, values, field, row))).length, 0);
  }, differing(form, values).length);
}
