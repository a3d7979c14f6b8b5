// @ts-check
/**
 * The rows of a table, carried into another form: which column goes where stands in the template's data (`hands_to`).
 *
 * @typedef {{to: string, takes: string}} Pair
 * @typedef {{template: string, table: string, columns: Pair[], fields: Pair[]}} HandOver
 */
import { say, words } from "../shared/words.js";
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

/**
 * A table that goes on: what it held, and behind it the rows that it does not hold yet, whatever was entered in further columns.
 * @param {unknown} before what the table held @param {Record<string, any>[]} rows
 */
export function withRows(before, rows) {
  const there = (Array.isArray(before) ? before : []).filter((row) => Object.values(row).some((cell) => (Array.isArray(cell) ? cell.length : cell)));
  const added = rows.filter((row) => !there.some((old) => Object.entries(row).every(([column, value]) => (old[column] ?? "") === value)));
  return { added: added.length, rows: [...there, ...added] };
}

/**
 * Ask beside a button whether to go on with a list that is kept already, or to begin another.
 * @param {HTMLElement} button @param {string} list its name @param {() => void} join @param {() => void} begin
 */
export function askWhereTo(button, list, join, begin) {
  button.parentElement?.querySelector(".filler__where")?.remove();
  const where = document.createElement("span");
  where.className = "filler__where";
  for (const [text, act] of /** @type {[string, () => void][]} */ ([[say("fill_join", { n: list }), join], [words.fill_another, begin]])) {
    const way = document.createElement("button");
    Object.assign(way, { type: "button", className: "button", textContent: text });
    way.addEventListener("click", () => {
      where.remove();
      button.focus();
      act();
    });
    where.append(way);
  }
  button.after(where);
  where.querySelector("button")?.focus();
}
