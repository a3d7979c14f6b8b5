// @ts-check
/**
 * What of a filled form is still to come, as a calendar: what it is about as one event from begin to end, with its place; a moment by
 * which something is due; and one for each row of a table that falls due and is not settled. What is only recorded is no event.
 *
 * @typedef {import("./answers.js").Field} Field
 * @typedef {import("./answers.js").FileLanguage} FileLanguage
 * @typedef {import("./answers.js").Form} Form
 * @typedef {import("./answers.js").Values} Values
 * @typedef {{begin: string, end?: string, summary: string, details: string, key: string, place?: string, remind?: number, remindOn?: string,
 *   away?: boolean}} DatedEvent `begin` is a day or a moment; `end` is of the same kind, and no longer part of it; `remind`: minutes before,
 *   `remindOn`: a day or moment; `away`: nobody is at work meanwhile.
 */
import { A_DAY_IN_MILLISECONDS, momentOf } from "../shared/day.js";
import { instantAt } from "../shared/durations.js";
import { calendarLines, icsText, revisionAfter, revisionLines, utc } from "../shared/ics.js";
import { answered, answerTo, chosen, cleaned, colonOf, fieldsOf, isDay, isPlain, matterOf, oneLine, rowsOf, said } from "./answers.js";

/** How many minutes before: a meeting, what is due at a time of day, and what is due on a day, which is in the morning of that day. */
const BEFORE_MEETING = 15, BEFORE_MOMENT = 60, MORNING = -9 * 60;

/** What was exported on this page, by UID: what it said, and its revision. @type {Map<string, {said: string, revision: number}>} */
const exported = new Map();

/** Whether anything in a form is still to come. @param {Form} form @param {Values} values */
export function hasEvents(form, values) {
  return eventsOf(form, values, "zh", form.zone, Date.now()).length > 0;
}

/**
 * An .ics file; null where nothing is still to come.
 * @param {Form} form @param {Values} values @param {FileLanguage} language @param {string} zone where the times are meant, such as Asia/Shanghai
 * @param {number} [now] what ended before has no event
 */
export function calendarOf(form, values, language, zone, now = Date.now()) {
  const matter = matterOf(form, values);
  const events = eventsOf(form, values, language, zone, now);
  if (!events.length) return null;
  const used = new Set();
  const lines = events.flatMap((event) => {
    let id = `${form.id}-${digestOf(`${matter}|${event.key}`)}`;
    for (let number = 2; used.has(id); number += 1) id = `${form.id}-${digestOf(`${matter}|${event.key}|${number}`)}`;
    used.add(id);
    const lines = [...timesOf(event, zone), `SUMMARY:${icsText(event.summary)}`, `DESCRIPTION:${icsText(event.details)}`,
      ...(event.place ? [`LOCATION:${icsText(event.place)}`] : []), ...alarmOf(event, zone)];
    return ["BEGIN:VEVENT", `UID:${id}@handbook`, ...revisionLines(revisionOf(id, lines.join("\n"))), ...lines, "END:VEVENT"];
  });
  return calendarLines("forms", lines);
}

/** @param {Form} form @param {Values} values @param {FileLanguage} language @param {string} zone @param {number} now */
function eventsOf(form, values, language, zone, now) {
  const matter = matterOf(form, values);
  const rows = fieldsOf(form).flatMap((field) => (field.family === "table" ? dueRows(form, field, values, language) : []));
  return [...happening(form, values, language, matter), ...dueFields(form, values, language, matter), ...rows]
    .filter((event) => instantAt(moment(event.end ?? dayAfter(event.begin)), zone).getTime() > now);
}

/** The revision of an event: a higher one wherever it says something else than when it was exported before. @param {string} id @param {string} said */
function revisionOf(id, said) {
  const before = exported.get(id);
  if (before?.said === said) return before.revision;
  const revision = revisionAfter(before?.revision ?? 0);
  exported.set(id, { said, revision });
  return revision;
}

/** What a form is about, from begin to end. @param {Form} form @param {Values} values @param {FileLanguage} language @param {string} matter @returns {DatedEvent[]} */
function happening(form, values, language, matter) {
  const { happens, works } = form.calendar;
  const [begin, end] = happens ? [happens.begins, happens.ends].map((id) => momentOf(cleaned(values[id])) ?? "") : [];
  if (!happens || !begin) return [];
  const called = said(happens.called, language, " / ");
  const event = { summary: matter ? `${called}${colonOf(language)}${matter}` : called, details: said(form.title, language, " / "), key: happens.begins };
  if (happens.wholeDays) {
    // A day begun or ended at work is no whole day.
    const first = begin.slice(11) <= works[0] ? begin.slice(0, 10) : dayAfter(begin);
    const after = end.slice(11) < works[1] ? end.slice(0, 10) : end && dayAfter(end);
    if (first < after) return [{ ...event, begin: first, end: after, away: true }];
  }
  return [{
    ...event, begin, end: end > begin ? end : undefined, remind: happens.wholeDays ? undefined : BEFORE_MEETING, away: happens.wholeDays,
    place: answerTo(form, values, happens.place),
  }];
}

/** What is due by itself. @param {Form} form @param {Values} values @param {FileLanguage} language @param {string} matter @returns {DatedEvent[]} */
function dueFields(form, values, language, matter) {
  const title = said(form.title, language, " / ");
  return form.calendar.due.flatMap(({ at, remind }) => {
    const field = fieldsOf(form).find(({ id }) => id === at);
    const begin = field ? whenOf(field, values) : "";
    if (!field || !begin) return [];
    const before = begin.length > 10 ? remind ?? BEFORE_MOMENT : MORNING + (remind ?? 0);
    return [{ begin, summary: `${said(field.label, language, " / ")}${colonOf(language)}${matter || title}`, details: title, key: at, remind: before }];
  });
}

/** The rows that fall due and are not settled. @param {Form} form @param {Field} table @param {Values} values @param {FileLanguage} language @returns {DatedEvent[]} */
function dueRows(form, table, values, language) {
  const columns = table.columns ?? [];
  const { at, says, done, remindOn } = table.due ?? {};
  const due = columns.find((column) => column.id === at), reminding = columns.find((column) => column.id === remindOn);
  const settling = columns.find((column) => column.id === done?.column);
  if (!due) return [];
  return rowsOf(table, values).flatMap((row) => {
    const begin = whenOf(due, row);
    const isDone = settling && (done?.option ? chosen(settling, row[settling.id])[0]?.id === done.option : row[settling.id] === true);
    if (!begin || isDone) return [];
    const answers = columns.filter((column) => column !== due).map((column) => ({ column, answer: oneLine(answered(column, row, language)) }))
      .filter(({ answer }) => answer);
    const first = answers.find(({ column }) => (says ? column.id === says : isPlain(column))) ?? answers[0];
    const label = said(table.label, language, " / ");
    return [{
      begin, remind: begin.length > 10 ? BEFORE_MOMENT : MORNING, remindOn: reminding && whenOf(reminding, row),
      summary: first?.answer ?? label,
      details: [`${said(form.title, language, " / ")} · ${label}`,
        ...answers.filter((each) => each !== first).map(({ column, answer }) => said(column.label, language, " / ") + colonOf(language) + answer)].join("\n"),
      key: `${table.id}|${first?.answer ?? ""}`,
    }];
  });
}

/** When a field says, as a day or as a moment; a blank where it says nothing of the kind. @param {Field} field @param {Values} values */
function whenOf(field, values) {
  const text = isDay(field) ? cleaned(values[field.id]).trim() : "";
  // A moment that was written without its time of day is a day.
  return (field.family === "date" || text.length === 10 ? momentOf(text)?.slice(0, 10) : momentOf(text)) ?? "";
}

/** @param {string} when a day or a moment */
function dayAfter(when) {
  return new Date(Date.parse(`${when.slice(0, 10)}T00:00Z`) + A_DAY_IN_MILLISECONDS).toISOString().slice(0, 10);
}

/** @param {string} when a day or a moment */
function moment(when) {
  return when.length > 10 ? when : `${when}T00:00`;
}

/** @param {DatedEvent} event @param {string} zone */
function timesOf({ begin, end, away }, zone) {
  const shown = away ? ["TRANSP:OPAQUE", "X-MICROSOFT-CDO-BUSYSTATUS:OOF"] : [];
  const day = (/** @type {string} */ when) => when.replaceAll("-", "");
  if (begin.length === 10) {
    return [`DTSTART;VALUE=DATE:${day(begin)}`, `DTEND;VALUE=DATE:${day(end ?? dayAfter(begin))}`, ...(away ? shown : ["TRANSP:TRANSPARENT"])];
  }
  return [`DTSTART:${utc(instantAt(begin, zone))}`, end ? `DTEND:${utc(instantAt(end, zone))}` : "DURATION:PT30M", ...shown];
}

/** @param {DatedEvent} event @param {string} zone */
function alarmOf({ summary, remind, remindOn }, zone) {
  if (remind === undefined && !remindOn) return [];
  const trigger = remindOn ? `TRIGGER;VALUE=DATE-TIME:${utc(instantAt(remindOn.length > 10 ? remindOn : `${remindOn}T09:00`, zone))}`
    : `TRIGGER:${Number(remind) > 0 ? "-" : ""}PT${Math.abs(Number(remind))}M`;
  return ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${icsText(summary)}`, trigger, "END:VALARM"];
}

/** A short name for a text, the same each time (FNV-1a, 2 × 32 bits). @param {string} text */
function digestOf(text) {
  return [0x811c9dc5, 0x01234567].map((begin) => {
    let sum = begin;
    for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
    return (sum >>> 0).toString(16).padStart(8, "0");
  }).join("");
}
