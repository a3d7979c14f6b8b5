/** Calendars: exported again they replace what is there; times that a clock leaves out or shows twice. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script } from "../page.mjs";
import { sampleForm } from "./samples.mjs";

const { calendarOf } = await script("forms/calendar.js");
const PAST = -Infinity;
const line = (calendar, name) => new RegExp(`^${name}:(.*)\r$`, "m").exec(calendar)?.[1];
const at = (local, zone) => line(calendarOf(sampleForm(), { "noticed-at": local }, "en", zone, PAST), "DTSTART");

test("an event that changed has a higher number and a later time than the one before, within the same second too", () => {
  const said = (time) => {
    const calendar = calendarOf(sampleForm(), { subject: "Again", "noticed-at": time }, "en", "Asia/Shanghai", PAST);
    return [line(calendar, "UID"), Number(line(calendar, "SEQUENCE")), line(calendar, "LAST-MODIFIED")];
  };
  const [first, second, third] = ["2026-11-05T10:00", "2026-11-05T11:00", "2026-11-05T12:00"].map(said);
  assert.equal(new Set([first, second, third].map(([uid]) => uid)).size, 1);
  assert.ok(first[1] < second[1] && second[1] < third[1] && third[1] < 2 ** 31);
  assert.ok(first[2] < second[2] && second[2] < third[2]);
  assert.deepEqual(said("2026-11-05T12:00"), third, "the same again is the same");
});

test("a time that does not exist is as long after midnight as if it did", () => {
  assert.equal(at("2026-03-29T02:30", "Europe/Berlin"), "20260329T013000Z"); // 03:30 there
  assert.equal(at("2026-03-08T02:30", "America/New_York"), "20260308T073000Z");
  assert.equal(at("2026-10-04T02:15", "Australia/Lord_Howe"), "20261003T154500Z"); // Half an hour is left out: 02:45 there.
  assert.equal(at("2026-09-06T00:30", "America/Santiago"), "20260906T043000Z"); // At midnight.
});

test("a time that comes twice is the first of the two", () => {
  assert.equal(at("2026-10-25T02:30", "Europe/Berlin"), "20261025T003000Z");
  assert.equal(at("2026-11-01T01:30", "America/New_York"), "20261101T053000Z");
});

test("every other time is itself", () => {
  for (const [local, zone, utc] of [["2026-03-29T01:59", "Europe/Berlin", "20260329T005900Z"], ["2026-03-29T03:00", "Europe/Berlin", "20260329T010000Z"],
    ["2026-03-31T14:30", "Asia/Shanghai", "20260331T063000Z"], ["2026-07-01T09:00", "Asia/Kolkata", "20260701T033000Z"], ["0999-01-01T00:00", "UTC", "09990101T000000Z"]]) {
    assert.equal(at(local, zone), utc);
  }
});

const calendar = (more = {}) => ({ happens: null, due: [], works: ["09:00", "18:00"], ...more });
const happens = (more = {}) => ({ begins: "noticed-at", ends: "over-at", called: { zh: "会议", en: "Meeting" }, wholeDays: false, place: "room", ...more });
const form = (own) => {
  const made = sampleForm({ calendar: own });
  const field = (id, family) => ({ id, type: family, family, label: { zh: id, en: id }, help: { zh: "", en: "" }, required: false });
  made.sections[0].fields.push(field("over-at", "datetime"), field("room", "words"));
  return made;
};
const shanghai = (own, values, now = PAST) => calendarOf(form(own), { subject: "Prices", ...values }, "en", "Asia/Shanghai", now);

test("a meeting is one event from begin to end, at its place, with an alarm", () => {
  const made = shanghai(calendar({ happens: happens() }), { "noticed-at": "2026-11-12T14:00", "over-at": "2026-11-12T15:00", room: "Room 302, link" });
  assert.equal(made.split("BEGIN:VEVENT").length, 2);
  assert.deepEqual(["DTSTART", "DTEND", "SUMMARY", "LOCATION", "TRIGGER"].map((name) => line(made, name)),
    ["20261112T060000Z", "20261112T070000Z", "Meeting: Prices", "Room 302\\, link", "-PT15M"]);
  const open = shanghai(calendar({ happens: happens() }), { "noticed-at": "2026-11-12T14:00", "over-at": "2026-11-12T13:00" });
  assert.equal(line(open, "DTEND"), undefined, "an end before the begin is none");
  assert.equal(line(open, "DURATION"), "PT30M");
});

test("an absence is the whole days away; one of some hours is those hours", () => {
  const away = (begin, end) => shanghai(calendar({ happens: happens({ wholeDays: true }) }), { "noticed-at": begin, "over-at": end });
  const days = (begin, end) => ["DTSTART;VALUE=DATE", "DTEND;VALUE=DATE"].map((name) => line(away(begin, end), name));
  assert.deepEqual(days("2026-11-13T18:00", "2026-11-30T09:00"), ["20261114", "20261130"]);
  assert.deepEqual(days("2026-11-13T09:00", "2026-11-13T18:00"), ["20261113", "20261114"]);
  assert.equal(line(away("2026-11-13T13:00", "2026-11-13T18:00"), "DTSTART"), "20261113T050000Z");
  assert.match(away("2026-11-13T09:00", "2026-11-16T09:00"), /TRANSP:OPAQUE/);
});

test("what is recorded, settled or past is no event", () => {
  const own = calendar({ due: [{ at: "needed-by", remind: 7 * 24 * 60 }] });
  assert.equal(shanghai(own, { "noticed-at": "2026-11-12T14:00" }), null, "recorded");
  const due = shanghai(own, { "needed-by": "2026-12-31", "noticed-at": "2026-11-12T14:00" });
  assert.equal(due.split("BEGIN:VEVENT").length, 2);
  assert.equal(line(due, "TRIGGER"), "-PT9540M", "seven days before, in the morning");
  assert.equal(shanghai(own, { "needed-by": "2026-12-31" }, Date.UTC(2027, 0)), null, "past");
  assert.notEqual(shanghai(own, { "needed-by": "2026-12-31" }, Date.UTC(2026, 11, 31)), null, "today");
  const rows = { "to-dos": [{ what: "Open", due: "2026-12-01" }, { what: "Settled", due: "2026-12-02", checked: true }] };
  const made = shanghai(calendar(), rows);
  assert.match(made, /SUMMARY:Open/);
  assert.doesNotMatch(made, /Settled/);
});

test("a moment without its time of day is a day", () => {
  const made = shanghai(calendar({ due: [{ at: "noticed-at", remind: null }] }), { "noticed-at": "2026-12-01" });
  assert.equal(line(made, "DTSTART;VALUE=DATE"), "20261201");
});
