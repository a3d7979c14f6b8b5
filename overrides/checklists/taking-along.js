// @ts-check
/**
 * A run as a text or a file for other programs. Whatever the page says of an item is said here too.
 *
 * @typedef {import("./run.js").Run} Run
 * @typedef {import("./run.js").Checklist} Checklist
 * @typedef {import("./run.js").Item} Item
 * @typedef {import("./run.js").Words} Words
 */
import { dueOf, dueSaid, isByDay, localTime } from "./due-items.js";
import { dueItems, dueNoted } from "./due-next.js";
import { calendarLines, icsText, revisionLines, utc } from "../shared/ics.js";
import { plainBy } from "../shared/markdown.js";
import { languageHere, SIGNS } from "../shared/signs.js";
import { progressOf, removedOf } from "./run.js";
import { shownName } from "./run-names.js";

/** A run as Markdown. @param {Run} run @param {Checklist} list @param {Words} words */
export function toMarkdown(run, list, words) {
  const { done, all } = progressOf(run, list.items.map((item) => item.id));
  const plain = plainBy({ signs: words.markdown_signs, numbered: words.markdown_numbered });
  const lines = [`# ${plain(titleOf(run, list))}`, "", `${done}/${all}`, ""];
  let group = "";
  for (const item of list.items) {
    if (item.group !== group) lines.push(...(group ? [""] : []), `## ${plain((group = item.group))}`, "");
    lines.push(`- ${boxOf(run, item.id)} ${plain(answerText(run, item, list, words))}`);
  }
  const removed = removedOf(run, list);
  if (removed.length) lines.push("", `## ${plain(words.removed)}`, "");
  for (const item of removed) lines.push(`- ${boxOf(run, item.id)} ${plain(answerText(run, item, list, words))}`);
  return `${lines.join("\n")}\n`;
}

/** A run as plain text for the messenger. @param {Run} run @param {Checklist} list @param {Words} words */
export function toText(run, list, words) {
  const { done, all } = progressOf(run, list.items.map((item) => item.id));
  const signs = { done: "✓", na: "–", "": "□" };
  const line = (/** @type {Item} */ item) => `${signs[run.answers[item.id]?.state ?? ""]} ${answerText(run, item, list, words)}`;
  const removed = removedOf(run, list).map((item) => `${line(item)}${SIGNS[languageHere()].remark.join(words.removed)}`);
  return [`${titleOf(run, list)} (${done}/${all})`, ...list.items.map(line), ...removed].join("\n");
}

/** A run as CSV, which Excel opens as it is. @param {Run} run @param {Checklist} list @param {Words} words */
export function toCsv(run, list, words) {
  const rows = [[words.checklist, words.record, words.group, words.item, words.state, words.when, words.due, words.note]];
  const removed = removedOf(run, list).map((item) => ({ ...item, group: words.removed }));
  for (const item of [...list.items, ...removed]) {
    const answer = run.answers[item.id];
    const said = { done: words.done, na: words.na, "": words.open }[answer?.state ?? ""];
    const due = dueOf(run, list, item);
    rows.push([list.title, shownName(run), item.group, item.text, said, answer?.state ? localTime(new Date(answer.at)) : "",
      due ? dueNoted(due, run, list, item) : "", answer?.note ?? ""]);
  }
  return `\ufeff${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

/**
 * What is due in a run, as a calendar; null where the reader has given no time.
 * @param {Run} run with the number of this export, which is higher than that of any earlier one @param {Checklist} list @param {Words} words
 */
export function toCalendar(run, list, words) {
  const events = dueItems(run, list).flatMap(({ item, due, from }) => [
    "BEGIN:VEVENT", `UID:${run.id}-${item.id}@handbook`, ...revisionLines(run.exported),
    ...(isByDay(item) ? [`DTSTART;VALUE=DATE:${localTime(due).slice(0, 10).replaceAll("-", "")}`, "TRANSP:TRANSPARENT"] : [`DTSTART:${utc(due)}`, "DURATION:PT15M"]),
    `SUMMARY:${icsText(item.text)}`, `DESCRIPTION:${icsText([titleOf(run, list), ...(item.working ? [dueSaid(due, run, list, item)] : []), new URL(`${list.url}#${list.id}-${item.id}`, location.href).href].join("\n"))}`,
    "BEGIN:VALARM", "ACTION:DISPLAY", isByDay(item) ? "TRIGGER:PT9H" : `TRIGGER:-PT${noticeOf(from, due)}M`, `DESCRIPTION:${icsText(item.text)}`, "END:VALARM", "END:VEVENT",
  ]);
  return events.length ? calendarLines("checklists", events) : null;
}

/** How many minutes ahead a calendar reminds: a third of the time there is, an hour at most; of a day, at nine on it. @param {Date} from @param {Date} due */
function noticeOf(from, due) {
  return Math.max(1, Math.min(60, Math.round((due.getTime() - from.getTime()) / 180_000)));
}

/** @param {Run} run @param {Checklist} list */
function titleOf(run, list) {
  return [list.title, shownName(run)].join(" · ");
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
  return [item.text, answer?.state === "na" ? words.na : "", due ? dueSaid(due, run, list, item) : "", note].filter(Boolean).join(" — ");
}

/** A cell that no spreadsheet takes for a formula. @param {string} text */
function csvCell(text) {
  const plain = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}
