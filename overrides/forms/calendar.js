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
import { icsLine, icsText, utc } from "../shared/ics.js";
import { answered, cleaned, colonOf, fieldsOf, matterOf, momentOf, oneLine, rowsOf, said } from "./answers.js";

/**
 * An .ics file; null where the form has no date.
 * @param {Form} form @param {Values} values @param {FileLanguage} language @param {string} zone where the times are meant, such as Asia/Shanghai
 */
export function calendarOf(form, values, language, zone) {
  const matter = matterOf(form, values);
  const events = fieldsOf(form).flatMap((field) => (field.type === "table"
    ? dueRows(form, field, values, language) : dated(form, field, values, language, matter)));
  if (!events.length) return null;
  const stamp = `DTSTAMP:${utc(new Date())}`;
  const used = new Set();
  const lines = events.flatMap(({ when, summary, details, key }) => {
    let id = `${form.id}-${digestOf(`${matter}|${key}`)}`;
    for (let number = 2; used.has(id); number += 1) id = `${form.id}-${digestOf(`${matter}|${key}|${number}`)}`;
    used.add(id);
    return ["BEGIN:VEVENT", `UID:${id}@handbook`, stamp, ...timesOf(when, zone), `SUMMARY:${icsText(summary)}`,
      `DESCRIPTION:${icsText(details)}`, "END:VEVENT"];
  });
  const all = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//handbook//forms//EN", ...lines, "END:VCALENDAR"];
  return `${all.map(icsLine).join("\r\n")}\r\n`;
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
    const first = answers.find(({ column }) => column.type === "text") ?? answers[0];
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
  const moment = ["date", "datetime"].includes(field.type) ? momentOf(cleaned(values[field.id])) : null;
  return (field.type === "date" ? moment?.slice(0, 10) : moment) ?? "";
}

/** @param {string} when @param {string} zone */
function timesOf(when, zone) {
  const day = when.slice(0, 10);
  if (when === day) {
    const next = new Date(Date.parse(`${day}T00:00Z`) + 86_400_000);
    return [`DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`, `DTEND;VALUE=DATE:${utc(next).slice(0, 8)}`, "TRANSP:TRANSPARENT"];
  }
  return [`DTSTART:${utc(instantOf(when, zone))}`, "DURATION:PT30M"];
}

/** The moment at which the clocks of a zone show this time. @param {string} local @param {string} zone */
function instantOf(local, zone) {
  const shown = new Intl.DateTimeFormat("en", {
    timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
  });
  const wanted = Date.parse(`${local}Z`);
  let instant = wanted;
  // Twice: the first guess may lie on the other side of a change of the clocks.
  for (let turn = 0; turn < 2; turn += 1) {
    const parts = Object.fromEntries(shown.formatToParts(instant).map(({ type, value }) => [type, value]));
    instant += wanted - Date.parse(`${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}Z`);
  }
  return new Date(instant);
}

/** A short name for a text, the same each time (FNV-1a, 2 × 32 bits). @param {string} text */
function digestOf(text) {
  return [0x811c9dc5, 0x01234567].map((begin) => {
    let sum = begin;
    for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
    return (sum >>> 0).toString(16).padStart(8, "0");
  }).join("");
}
