// @ts-check
/**
 * Runs as files and texts to take along, and back again. An import is looked at first and changes nothing until applied.
 *
 * @typedef {import("./run.js").Run} Run
 * @typedef {{id: string, group: string, text: string, within?: string, working?: boolean, event?: string}} Item
 * @typedef {{id: string, title: string, url: string, items: Item[], retired: string[], hours?: import("../shared/due.js").Hours}} Checklist
 *   An item is due `within` a time after an `event`; where it is `working`, only the `hours` of the list count.
 * @typedef {Record<string, string>} Words The page's own words, by key.
 * @typedef {{added: Run[], changed: Run[], same: Run[]}} RunsPlan What an import would do with runs.
 * @typedef {RunsPlan & {others: import("./others.js").OthersPlan}} Plan What an import would do.
 */
import { dueAt } from "../shared/due.js";
import { icsLine, icsText, utc } from "../shared/ics.js";
import { inspectOthers } from "./others.js";
import { mergeRuns, progressOf, runFault, RUN_VERSION, timeOf, upgradedRun } from "./run.js";

const MARK = "handbook-runs";
const PARTS = [MARK, "runs", "drafts", "details", "practice"];
export const LARGEST_IMPORT = 5_000_000;

/** @param {Run[]} runs @param {Record<string, any>} [others] what else there is, as `othersOf` gives it */
export function toJson(runs, others = {}) {
  return JSON.stringify({ [MARK]: RUN_VERSION, runs, ...others }, null, 1);
}

/** A run as Markdown. @param {Run} run @param {Checklist} list @param {Words} words */
export function toMarkdown(run, list, words) {
  const { done, all } = progressOf(run, list.items.map((item) => item.id));
  const lines = [`# ${list.title}${run.name ? ` · ${run.name}` : ""}`, "", `${done}/${all}`, ""];
  let group = "";
  for (const item of list.items) {
    if (item.group !== group) lines.push(...(group ? [""] : []), `## ${(group = item.group)}`, "");
    lines.push(`- ${boxOf(run, item.id)} ${answerText(run, item, list, words)}`);
  }
  const removed = removedOf(run, list);
  if (removed.length) lines.push("", `## ${words.removed}`, "");
  for (const item of removed) lines.push(`- ${boxOf(run, item.id)} ${answerText(run, item, list, words)}`);
  return `${lines.join("\n")}\n`;
}

/** A run as plain text for the messenger. @param {Run} run @param {Checklist} list @param {Words} words */
export function toText(run, list, words) {
  const { done, all } = progressOf(run, list.items.map((item) => item.id));
  const signs = { done: "✓", na: "–", "": "□" };
  const line = (/** @type {Item} */ item) => `${signs[run.answers[item.id]?.state ?? ""]} ${answerText(run, item, list, words)}`;
  const removed = removedOf(run, list).map((item) => `${line(item)} (${words.removed})`);
  return [`${list.title}${run.name ? ` · ${run.name}` : ""} (${done}/${all})`, ...list.items.map(line), ...removed].join("\n");
}

/** A run as CSV, which Excel opens as it is. @param {Run} run @param {Checklist} list @param {Words} words */
export function toCsv(run, list, words) {
  const rows = [[words.checklist, words.record, words.group, words.item, words.state, words.when, words.due, words.note]];
  const removed = removedOf(run, list).map((item) => ({ ...item, group: words.removed }));
  for (const item of [...list.items, ...removed]) {
    const answer = run.answers[item.id];
    const said = { done: words.done, na: words.na, "": words.open }[answer?.state ?? ""];
    const due = dueOf(run, list, item);
    rows.push([list.title, run.name, item.group, item.text, said, answer?.state ? localTime(new Date(answer.at)) : "", due ? localTime(due) : "", answer?.note ?? ""]);
  }
  return `\ufeff${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

/** What is due in a run, as a calendar; null where the reader has given no time. @param {Run} run @param {Checklist} list */
export function toCalendar(run, list) {
  const events = dueItems(run, list).map(({ item, due, from }) => [
    "BEGIN:VEVENT", `UID:${run.id}-${item.id}@handbook`, `DTSTAMP:${utc(new Date(run.started))}`, `DTSTART:${utc(due)}`,
    "DURATION:PT15M", `SUMMARY:${icsText(item.text)}`, `DESCRIPTION:${icsText([list.title, run.name].filter(Boolean).join(" · "))}`,
    "BEGIN:VALARM", "ACTION:DISPLAY", `TRIGGER:-PT${noticeOf(from, due)}M`, `DESCRIPTION:${icsText(item.text)}`, "END:VALARM", "END:VEVENT",
  ].map(icsLine).join("\r\n"));
  if (!events.length) return null;
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//handbook//checklists//EN", ...events, "END:VCALENDAR", ""].join("\r\n");
}

/** How many minutes ahead a calendar reminds: a third of the time there is, an hour at most. @param {Date} from @param {Date} due */
function noticeOf(from, due) {
  return Math.max(1, Math.min(60, Math.round((due.getTime() - from.getTime()) / 180_000)));
}

/** When an item of a run is due, or null. @param {Run} run @param {Checklist} list @param {Item} item */
export function dueOf(run, list, item) {
  const time = timeOf(run, list.items, item);
  return time && item.within ? dueAt(time, item.within, item.working ? list.hours : undefined) : null;
}

/** The items of a run that are open and have a due time, the next one first. @param {Run} run @param {Checklist} list */
export function dueItems(run, list) {
  const found = [];
  for (const item of list.items) {
    const due = dueOf(run, list, item);
    if (due && !run.answers[item.id]?.state) found.push({ item, due, from: new Date(timeOf(run, list.items, item)) });
  }
  return found.sort((a, b) => a.due.getTime() - b.due.getTime());
}

/** Items that were answered and then taken out of the checklist. @param {Run} run @param {Checklist} list @returns {Item[]} */
export function removedOf(run, list) {
  const known = new Set(list.items.map((item) => item.id));
  return Object.entries(run.answers)
    .filter(([id, answer]) => !known.has(id) && answer.state)
    .map(([id, answer]) => ({ id, group: "", text: answer.text || id }));
}

/**
 * Look at a file that is to be imported.
 * @param {string} text @param {Map<string, Run>} there the runs that are kept @param {Map<string, Checklist>} lists
 * @param {import("./others.js").There} others what else is kept
 * @returns {{fault: string, detail: string} | Plan} `fault` is a key of the page's words
 */
export function inspectImport(text, there, lists, others) {
  if (text.length > LARGEST_IMPORT) return { fault: "import_large", detail: `${Math.round(text.length / 1e6)} MB` };
  /** @type {any} */
  let value = null;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { fault: "import_no_json", detail: error instanceof Error ? error.message : "" };
  }
  if (typeof value !== "object" || value === null || !Number.isInteger(value[MARK]) || !Array.isArray(value.runs)) {
    return { fault: "import_foreign", detail: "" };
  }
  if (value[MARK] > RUN_VERSION) return { fault: "import_newer", detail: String(value[MARK]) };
  const strange = Object.keys(value).find((key) => !PARTS.includes(key));
  if (strange !== undefined) return { fault: "import_wrong", detail: strange };
  const runs = inspectRuns(value.runs, there, lists);
  if ("fault" in runs) return runs;
  const found = inspectOthers(value, others);
  return "fault" in found ? found : { ...runs, others: found };
}

/**
 * @param {any[]} runs @param {Map<string, Run>} there @param {Map<string, Checklist>} lists
 * @returns {{fault: string, detail: string} | RunsPlan}
 */
function inspectRuns(runs, there, lists) {
  /** @type {RunsPlan} */
  const plan = { added: [], changed: [], same: [] };
  const seen = new Set();
  for (const [number, run] of runs.map(upgradedRun).entries()) {
    const fault = runFault(run);
    if (fault) return { fault: "import_wrong", detail: `runs[${number}].${fault}` };
    const list = lists.get(run.checklist);
    if (!list) return { fault: "import_unknown", detail: run.checklist };
    const known = new Set([...list.items.map((item) => item.id), ...list.retired]);
    const unknown = [...Object.keys(run.answers), ...Object.keys(run.times)].find((id) => !known.has(id));
    if (unknown !== undefined) return { fault: "import_unknown", detail: `${run.checklist}: ${unknown}` };
    if (seen.has(run.id)) return { fault: "import_wrong", detail: `runs[${number}].id` };
    seen.add(run.id);
    const mine = there.get(run.id);
    if (mine && mine.checklist !== run.checklist) return { fault: "import_wrong", detail: `runs[${number}].checklist` };
    if (!mine) plan.added.push(run);
    else if (JSON.stringify(mergeRuns(mine, run)) !== JSON.stringify(mine)) plan.changed.push(run);
    else plan.same.push(run);
  }
  return plan;
}

/** A name for a file, safe on Windows and macOS. @param {string} name @param {string} ending */
export function fileName(name, ending) {
  const safe = [...name.replace(/[<>:"/\\|?*\u0000-\u001f]/g, "-").trim()].slice(0, 80).join("").replace(/[. ]+$/, "");
  return `${safe || "handbook"}.${ending}`;
}

/** Date and time as the reader's clock has it: 2026-03-12 14:30. @param {Date} date */
export function localTime(date) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** @param {Run} run @param {string} item */
function boxOf(run, item) {
  return run.answers[item]?.state === "done" ? "[x]" : "[ ]";
}

/** @param {Run} run @param {Item} item @param {Checklist} list @param {Words} words */
function answerText(run, item, list, words) {
  const answer = run.answers[item.id];
  const due = answer?.state ? null : dueOf(run, list, item);
  const note = answer?.note?.trim().replace(/\s*[\r\n]+\s*/g, " / "); // On one line, so that it cannot look like an item.
  return [item.text, answer?.state === "na" ? words.na : "", due ? words.due_at.replace("[n]", localTime(due)) : "", note].filter(Boolean).join(" — ");
}

/** A cell that no spreadsheet takes for a formula. @param {string} text */
function csvCell(text) {
  const plain = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}
