// @ts-check
/**
 * The dates of a filled form as a calendar: a day as an event of the whole day, a moment as one of half an hour, and one for
 * each row of a table that falls due.
 *
 * @typedef {import("./answers.js").Field} Field
 * @typedef {import("./answers.js").FileLanguage} FileLanguage
 * @typedef {import("./answers.js").Form} Form
 * @typedef {import("./answers.js").Values} Values
 * @typedef {{when: string, summary: string, details: string, key: string}} DatedEvent
 */
import { instantAt } from "../shared/durations.js";
import { calendarLines, icsText, revisionAfter, revisionLines, utc } from "../shared/ics.js";
import { answered, cleaned, colonOf, fieldsOf, isDay, isPlain, matterOf, momentOf, oneLine, rowsOf, said } from "./answers.js";

/** What was exported on this page, by UID: what it said, and its revision. @type {Map<string, {said: string, revision: number}>} */
const exported = new Map();

/**
 * An .ics file; null where the form has no date.
 * @param {Form} form @param {Values} values @param {FileLanguage} language @param {string} zone where the times are meant, such as Asia/Shanghai
 */
export function calendarOf(form, values, language, zone) {
  const matter = matterOf(form, values);
  const events = fieldsOf(form).flatMap((field) => (field.family === "table"
    ? dueRows(form, field, values, language) : dated(form, field, values, language, matter)));
  if (!events.length) return null;
  const used = new Set();
  const lines = events.flatMap(({ when, summary, details, key }) => {
    let id = `${form.id}-${digestOf(`${matter}|${key}`)}`;
    for (let number = 2; used.has(id); number += 1) id = `${form.id}-${digestOf(`${matter}|${key}|${number}`)}`;
    used.add(id);
    const lines = [...timesOf(when, zone), `SUMMARY:${icsText(summary)}`, `DESCRIPTION:${icsText(details)}`];
    return ["BEGIN:VEVENT", `UID:${id}@handbook`, ...revisionLines(revisionOf(id, lines.join("\n"))), ...lines, "END:VEVENT"];
  });
  return calendarLines("forms", lines);
}

/** The revision of an event: a higher one wherever it says something else than when it was exported before. @param {string} id @param {string} said */
function revisionOf(id, said) {
  const before = exported.get(id);
  if (before?.said === said) return before.revision;
  const revision = revisionAfter(before?.revision ?? 0);
  exported.set(id, { said, revision });
  return revision;
}

/** The event of a date that stands alone. @param {Form} form @param {Field} field @param {Values} values @param {FileLanguage} language @param {string} matter @returns {DatedEvent[]} */
function dated(form, field, values, language, matter) {
  const when = whenOf(field, values);
  const title = said(form.title, language, " / ");
  if (!when) return [];
  return [{ when, summary: `${said(field.label, language, " / ")}${colonOf(language)}${matter || title}`, details: title, key: field.id }];
}

/** The events of rows that fall due. @param {Form} form @param {Field} table @param {Values} values @param {FileLanguage} language @returns {DatedEvent[]} */
function dueRows(form, table, values, language) {
  const columns = table.columns ?? [];
  const due = columns.find((column) => column.id === table.due);
  if (!due) return [];
  return rowsOf(table, values).flatMap((row) => {
    const when = whenOf(due, row);
    if (!when) return [];
    const answers = columns.filter((column) => column !== due).map((column) => ({ column, answer: oneLine(answered(column, row, language)) }))
      .filter(({ answer }) => answer);
    const first = answers.find(({ column }) => isPlain(column)) ?? answers[0];
    const label = said(table.label, language, " / ");
    return [{
      when,
      summary: first?.answer ?? label,
      details: [`${said(form.title, language, " / ")} · ${label}`,
        ...answers.filter((each) => each !== first).map(({ column, answer }) => said(column.label, language, " / ") + colonOf(language) + answer)].join("\n"),
      key: `${table.id}|${first?.answer ?? ""}`,
    }];
  });
}

/** When a field says, as a day or as a moment; a blank where it says nothing of the kind. @param {Field} field @param {Values} values */
function whenOf(field, values) {
  const moment = isDay(field) ? momentOf(cleaned(values[field.id])) : null;
  return (field.family === "date" ? moment?.slice(0, 10) : moment) ?? "";
}

/** @param {string} when @param {string} zone */
function timesOf(when, zone) {
  const day = when.slice(0, 10);
  if (when === day) {
    const next = new Date(Date.parse(`${day}T00:00Z`) + 86_400_000);
    return [`DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`, `DTEND;VALUE=DATE:${utc(next).slice(0, 8)}`, "TRANSP:TRANSPARENT"];
  }
  return [`DTSTART:${utc(instantAt(when, zone))}`, "DURATION:PT30M"];
}

/** A short name for a text, the same each time (FNV-1a, 2 × 32 bits). @param {string} text */
function digestOf(text) {
  return [0x811c9dc5, 0x01234567].map((begin) => {
    let sum = begin;
    for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
    return (sum >>> 0).toString(16).padStart(8, "0");
  }).join("");
}
