// @ts-check
/**
 * The rows of a table, carried into another form: which column goes where stands in the template's data (`hands_to`).
 *
 * @typedef {{to: string, takes: string}} Pair
 * @typedef {{template: string, table: string, columns: Pair[], fields: Pair[]}} HandOver
 */
import { cleaned, rowsOf } from "./answers.js";

/**
 * What the other form gets.
 * @param {HandOver} handOver @param {import("./answers.js").Field} table @param {import("./answers.js").Values} values
 */
export function handedOver(handOver, table, values) {
  const rows = rowsOf(table, values).map((row) => Object.fromEntries(
    handOver.columns.map(({ to, takes }) => [to, takes in row ? row[takes] : values[takes] ?? ""])));
  const fields = handOver.fields.filter(({ takes }) => cleaned(values[takes])).map(({ to, takes }) => [to, values[takes]]);
  return { rows: rows.length, values: { ...Object.fromEntries(fields), [handOver.table]: rows } };
}
