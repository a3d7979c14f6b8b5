// @ts-check
/**
 * The records of checklists in the table of all that is kept: in which order, and what a row says of each.
 *
 * @typedef {import("../checklists/run.js").Run} Run
 * @typedef {import("../checklists/run.js").Checklist} Checklist
 * @typedef {{run: Run, list?: Checklist, ended: number, due?: ReturnType<typeof dueItems>[number]}} Entry `due`: what of it is due next; `ended`: when it
 *   was finished, or all of it done; 0 while it goes on.
 */
import { localTime } from "../checklists/due-items.js";
import { daySaid, momentSaid } from "./days.js";
import { dueItems, dueNoted } from "../checklists/due-next.js";
import { progressOf } from "../checklists/run.js";
import { nearDay } from "../shared/day.js";
import { languageHere, SIGNS } from "../shared/signs.js";
import { shownName } from "../checklists/run-names.js";
import { FEW, showFirst } from "./first-rows.js";
import { say, words } from "../shared/words.js";

/** What is overdue, then what is due next, what has no time, and what is finished; of each the one changed last first. @param {Run[]} runs @param {Map<string, Checklist>} lists @returns {Entry[]} */
export function inOrder(runs, lists) {
  const dueAt = (/** @type {Entry} */ { due }) => due?.due.getTime() ?? Infinity;
  return runs.map((run) => {
    const list = lists.get(run.checklist);
    return { run, list, ended: endOf(run, list), due: list && !run.finished ? dueItems(run, list)[0] : undefined };
  }).sort((a, b) => Number(Boolean(a.ended)) - Number(Boolean(b.ended)) || dueAt(a) - dueAt(b) || 0);
}

/** Whoever has ticked all is done, too. @param {Run} run @param {Checklist} [list] */
function endOf(run, list) {
  const { done, all } = progressOf(run, list?.items.map((item) => item.id) ?? []);
  return run.finished || (done && done >= all ? Math.max(...Object.values(run.answers).map(({ at }) => at)) : 0);
}

/** What goes on, and behind a fold what has ended; or, of many, what is called as was typed, or is due as was; of the drafts too.
 * @param {HTMLElement} page @param {Entry[]} all in their order @param {(entry: Entry) => Node} row */
export function showRuns(page, all, row) {
  const [going, fold, find] = /** @type {HTMLElement[]} */ (["going", "ended", "find"].map((part) => page.querySelector(`[data-${part}]`)));
  const isLong = all.length > FEW, wanted = isLong ? plain(find.querySelector("input")?.value ?? "") : "";
  const ended = all.filter((entry) => entry.ended), goingOn = all.filter((entry) => !entry.ended);
  const shown = wanted ? all.filter((entry) => isCalled(`${entry.list?.title} ${shownName(entry.run)} ${dueIn(entry)}`, wanted)) : goingOn;
  const drafts = /** @type {Partial<import("./my-drafts.js").MyDrafts> | null} */ (page.querySelector("my-drafts"))?.find?.(wanted) ?? 0;
  showFirst(going, shown, row);
  showFirst(fold, ended, row);
  going.hidden = !shown.length;
  fold.hidden = Boolean(wanted) || !ended.length;
  if (!goingOn.length) fold.setAttribute("open", "");
  find.hidden = !isLong;
  Object.assign(fold.querySelector("summary") ?? {}, { textContent: say("my_ended", { n: ended.length }) });
  Object.assign(find.querySelector("output") ?? {}, { textContent: wanted && say("my_found", { n: shown.length + drafts }) });
}

/** Whether every word that is wanted stands in a name. @param {string} name @param {string} wanted plain */
export function isCalled(name, wanted) {
  return wanted.split(/\s+/).every((word) => plain(name).includes(word));
}

/** @param {string} text */
function plain(text) {
  return text.normalize("NFKC").trim().toLowerCase();
}

/** @param {Entry} entry @param {HTMLTemplateElement} template @param {string} root of the site */
export function rowOf({ run, list, due, ended }, template, root) {
  const row = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  const [link, onward] = row.querySelectorAll("a");
  link.textContent = list?.title ?? run.checklist;
  if (list) onward.href = link.href = `${root}/${list.url}`;
  if (list && due) onward.href += `#${list.id}-${due.item.id}`;
  onward.toggleAttribute("hidden", Boolean(ended) || !list);
  const put = (/** @type {string} */ name, /** @type {string} */ text) =>
    Object.assign(row.querySelector(`[data-cell="${name}"]`) ?? {}, { textContent: text });
  const name = shownName(run), begun = localTime(new Date(run.started));
  put("name", name === begun ? "" : name); // What is called by when it was begun says so once.
  const first = name === begun ? momentSaid(run.started) : daySaid(run.started), last = daySaid(run.finished || run.started);
  put("when", `${first}${first.startsWith(last) ? "" : ` – ${last}`}`);
  const { done, all } = progressOf(run, list?.items.map((item) => item.id) ?? []);
  put("progress", [`${ended ? "✓ " : ""}${list ? `${done}/${all}` : ""}`, ended ? say("run_finished_on", { n: daySaid(ended) }) : ""].filter(Boolean).join(" · "));
  row.querySelector("progress")?.toggleAttribute("hidden", Boolean(ended));
  Object.assign(row.querySelector("progress") ?? {}, { max: Math.max(all, 1), value: done });
  put("due", dueIn({ run, list, due }));
  row.querySelector(`[data-cell="due"]`)?.classList.toggle("overdue", isOver(due));
  const button = row.querySelector("button");
  if (button) button.value = run.id;
  nameActs(row, `${list?.title ?? ""} ${shownName(run)}`);
  return row;
}

/** What is due next and when; blank where nothing is. @param {Pick<Entry, "run" | "list" | "due">} entry */
function dueIn({ run, list, due }) {
  if (!due || !list) return "";
  const next = say("due_first", { n: dueInWords(dueNoted(due.due, run, list, due.item), due.due), item: due.item.act ?? due.item.text });
  return isOver(due) ? say("overdue", { n: next }) : next;
}

/** @param {Entry["due"]} due */
function isOver(due) {
  return Boolean(due && due.due.getTime() < Date.now());
}

/** The time that is said first, as this page says times, the year only where it is another. @param {string} noted @param {Date} due */
function dueInWords(noted, due) {
  const isOfThisYear = due.getFullYear() === new Date().getFullYear(), near = nearDay(due);
  return noted.replace(/\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?/, (_, time = "") => (near ? near + time.replace(" ", SIGNS[languageHere()].glue) : (time ? momentSaid : daySaid)(due, isOfThisYear)));
}

/** What is done with a row says which. @param {DocumentFragment} row @param {string} of what it is called */
export function nameActs(row, of) {
  for (const act of row.querySelectorAll(".button")) act.setAttribute("aria-label", `${act.textContent}${SIGNS[languageHere()].colon}${of}`);
}
