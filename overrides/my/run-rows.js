// @ts-check
/**
 * The records of checklists in the table of all that is kept: in which order, and what a row says of each.
 *
 * @typedef {import("../checklists/run.js").Run} Run
 * @typedef {import("../checklists/run.js").Checklist} Checklist
 * @typedef {{run: Run, list?: Checklist, due?: ReturnType<typeof dueItems>[number]}} Entry `due`: what of it is due next.
 */
import { localTime } from "../checklists/due-items.js";
import { dueItems, dueNoted } from "../checklists/due-next.js";
import { progressOf } from "../checklists/run.js";
import { shownName } from "../checklists/run-names.js";
import { say, words } from "../shared/words.js";

/** What is overdue, then what is due next, what has no time, and what is finished. @param {Run[]} runs @param {Map<string, Checklist>} lists @returns {Entry[]} */
export function inOrder(runs, lists) {
  const dueAt = (/** @type {Entry} */ { due }) => due?.due.getTime() ?? Infinity;
  return runs.map((run) => {
    const list = lists.get(run.checklist);
    return { run, list, due: list && !run.finished ? dueItems(run, list)[0] : undefined };
  }).sort((a, b) => Number(Boolean(a.run.finished)) - Number(Boolean(b.run.finished)) || dueAt(a) - dueAt(b) || 0);
}

/** @param {Entry} entry @param {HTMLTemplateElement} template @param {string} root of the site */
export function rowOf({ run, list, due }, template, root) {
  const row = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  const link = row.querySelector("a");
  if (link) {
    link.textContent = list?.title ?? run.checklist;
    if (list) link.href = `${root}/${list.url}`;
  }
  const put = (/** @type {string} */ name, /** @type {string} */ text) =>
    Object.assign(row.querySelector(`[data-cell="${name}"]`) ?? {}, { textContent: text });
  const name = shownName(run), begun = localTime(new Date(run.started));
  put("name", name === begun ? "" : name); // What is called by when it was begun says so once.
  const first = name === begun ? begun : begun.slice(0, 10), last = run.finished ? localTime(new Date(run.finished)).slice(0, 10) : first;
  put("when", `${first}${first.startsWith(last) ? "" : ` – ${last}`}`);
  const { done, all } = progressOf(run, list?.items.map((item) => item.id) ?? []), isWhole = Boolean(done) && done >= all;
  const ended = run.finished || (isWhole && Math.max(...Object.values(run.answers).map(({ at }) => at))); // Whoever has ticked all is done, too.
  put("progress", [list ? `${done}/${all}` : "", ended ? say("run_finished_on", { n: localTime(new Date(ended)).slice(0, 10) }) : ""].filter(Boolean).join(" · "));
  row.querySelector("progress")?.toggleAttribute("hidden", Boolean(ended));
  Object.assign(row.querySelector("progress") ?? {}, { max: Math.max(all, 1), value: done });
  const next = due && list ? say("due_first", { n: dueNoted(due.due, run, list, due.item), item: due.item.text }) : "";
  const isOver = Boolean(due && due.due.getTime() < Date.now());
  put("due", isOver ? say("overdue", { n: next }) : next);
  row.querySelector(`[data-cell="due"]`)?.classList.toggle("overdue", isOver);
  const button = row.querySelector("button");
  if (button) {
    button.value = run.id;
    button.setAttribute("aria-label", `${button.textContent?.trim()}: ${list?.title ?? ""} ${shownName(run)}`);
  }
  return row;
}
