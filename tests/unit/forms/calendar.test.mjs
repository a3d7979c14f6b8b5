/** Calendars: exported again they replace what is there; times that a clock leaves out or shows twice. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script } from "../page.mjs";
import { sampleForm } from "./samples.mjs";

const { calendarOf } = await script("forms/calendar.js");
const line = (calendar, name) => new RegExp(`^${name}:(.*)\r$`, "m").exec(calendar)?.[1];
const at = (local, zone) => line(calendarOf(sampleForm(), { "noticed-at": local }, "en", zone), "DTSTART");

test("an event that changed has a higher number and a later time than the one before, within the same second too", () => {
  const said = (time) => {
    const calendar = calendarOf(sampleForm(), { subject: "Again", "noticed-at": time }, "en", "Asia/Shanghai");
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
