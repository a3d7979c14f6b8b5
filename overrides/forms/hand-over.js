// @ts-check
/**
 * The rows of a table, carried into another form: which column goes where stands in the template's data (`hands_to`).
 *
 * @typedef {{to: string, takes: string}} Pair
 * @typedef {{template: string, table: string, columns: Pair[], fields: Pair[]}} HandOver
 */
import { pageAt } from "../shared/folder.js";
import { languageHere } from "../shared/signs.js";
import { say, words } from "../shared/words.js";
import { cleaned, rowsOf } from "./answers.js";
import { nameOf } from "./draft-list.js";
import { answersIn, DRAFT_LIMITS, newDraft, withAnswers } from "./drafts/draft.js";
import { drafts } from "./drafts/kept-drafts.js";
import { leaving } from "./leaving.js";

/** @typedef {import("./form-filler.js").FormFiller} FormFiller */

/** Carry a table's rows into another form. @param {FormFiller} filler @param {import("./answers.js").Field} field @param {HTMLElement} button */
export function handOver(filler, field, button) {
  /** @type {HandOver} */
  const meant = JSON.parse(button.dataset.handOver ?? "");
  const { rows, values } = handedOver(meant, field, leaving(filler.state.form, filler.state.values, languageHere()));
  if (!rows) return filler.tell(words.fill_no_rows);
  filler.settle();
  const begin = () => carry(filler, newDraft(meant.template, values, nameOf(filler.state.draft, filler.state.form.telling)));
  const [list] = "joins" in button.dataset ? drafts.of(meant.template) : [];
  if (!list) return begin();
  askWhereTo(button, nameOf(list), () => {
    const joined = withRows(answersIn(list)[meant.table], /** @type {any} */ (values[meant.table]));
    if (!joined.added) filler.tell(words.fill_all_there);
    // More than can be kept would be no list any longer: none of it is taken.
    else if (joined.rows.length > DRAFT_LIMITS.rows) filler.tell(say("fill_list_full", { n: joined.rows.length, most: DRAFT_LIMITS.rows }));
    else carry(filler, withAnswers(list, { [meant.table]: joined.rows }));
  }, begin);
}

/** Keep a draft of another form and go there. @param {FormFiller} filler @param {import("./drafts/draft.js").Draft} draft */
function carry(filler, draft) {
  const before = drafts.all.get(draft.id);
  drafts.put(draft);
  if (drafts.keeping !== "kept") {
    if (before) drafts.all.set(before.id, before);
    else drafts.remove(draft);
    return filler.tell(words.fill_not_carried);
  }
  location.href = pageAt(`../${draft.template}/#draft=${draft.id}`);
}

/**
 * What the other form gets.
 * @param {HandOver} handOver @param {import("./answers.js").Field} table @param {import("./answers.js").Values} values
 */
function handedOver(handOver, table, values) {
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
  const same = (/** @type {any} */ one, /** @type {any} */ other) => JSON.stringify(one ?? "") === JSON.stringify(other);
  const added = rows.filter((row) => !there.some((old) => Object.entries(row).every(([column, value]) => same(old[column], value))));
  return { added: added.length, rows: [...there, ...added] };
}

/**
 * Ask beside a button whether to go on with a list that is kept already, or to begin another.
 * @param {HTMLElement} button @param {string} list its name @param {() => void} join @param {() => void} begin
 */
function askWhereTo(button, list, join, begin) {
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
