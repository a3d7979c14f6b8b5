/** Durations are read, and over, as `tests/durations.json` says; `tests/unit/model/test_durations.py` holds the build to the same. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { dueAt, durationParts, freeTimes, holidaysKnown, instantAt } from "../../../overrides/shared/durations.js";

const CASES = JSON.parse(readFileSync(new URL("../../durations.json", import.meta.url), "utf8"));
const WEEK = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const minutes = (clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const hoursIn = (zone) => ({
  days: CASES.hours.days.map((day) => WEEK.indexOf(day)),
  spans: [[CASES.hours.start, CASES.hours.break_start], [CASES.hours.break_end, CASES.hours.end]].map((span) => span.map(minutes)),
  zone,
});

for (const { text, parts } of CASES.parts) {
  test(`the parts of ${JSON.stringify(text)}`, () => {
    const found = durationParts(text);
    assert.deepEqual(found && Object.fromEntries(Object.entries(found).filter(([, number]) => number)), parts);
  });
}

for (const { start, within, due } of CASES.days) {
  test(`${start} and ${within}`, () => {
    assert.equal(dueAt(`${start}T12:00Z`, within, hoursIn("UTC")).toISOString(), `${due}T12:00:00.000Z`);
  });
}

for (const { why, clock, zone, start, within, due } of CASES.instants) {
  test(why, () => {
    assert.equal(dueAt(start, within, hoursIn(zone), clock === "working").toISOString(), new Date(due).toISOString());
  });
}

for (const { why, calendar, start, within, due, free, known } of CASES.crossing) {
  test(why, () => {
    const { zone, ...days } = CASES.calendars[calendar];
    const hours = { ...hoursIn(zone), ...days };
    const found = dueAt(start, within, hours, true);
    assert.equal(found.toISOString(), new Date(due).toISOString());
    assert.deepEqual(freeTimes(new Date(start), found, hours), free);
    assert.equal(holidaysKnown(new Date(start), found, hours), known);
  });
}

for (const { why, zone, start, within, due } of CASES.other) {
  test(why, () => {
    const other = CASES.other_hours.map(({ days, first, last, ...clocks }) => {
      const usual = CASES.hours, [from, to] = [clocks.start ?? usual.start, clocks.end ?? usual.end].map(minutes);
      const within = (clock) => Math.min(Math.max(minutes(clock), from), to);
      const spans = [[from, within(usual.break_start)], [within(usual.break_end), to]].filter(([begin, end]) => begin < end);
      return { days: (days ?? usual.days).map((day) => WEEK.indexOf(day)), first, last, spans };
    });
    assert.equal(dueAt(start, within, { ...hoursIn(zone), other }, true).toISOString(), new Date(due).toISOString());
  });
}

for (const { why, zone, start, within, due, free = [] } of CASES.night) {
  test(`past midnight: ${why}`, () => {
    const usual = CASES.night_hours, past = (clock) => minutes(clock) + (clock < usual.start ? 1440 : 0);
    const spans = (end) => [[usual.start, usual.break_start], [usual.break_end, end]].map((span) => span.map(past));
    const [friday] = usual.other_hours, end = past(friday.end);
    const other = [{ days: friday.days.map((day) => WEEK.indexOf(day)), spans: [[past(usual.start), end]] }];
    const hours = { ...hoursIn(zone), spans: spans(usual.end), other, free: CASES.night_free };
    const found = dueAt(start, within, hours, true);
    assert.equal(found.toISOString(), new Date(due).toISOString());
    assert.deepEqual(freeTimes(new Date(start), found, hours), free);
  });
}

test("every day of three years is worked or free as officially announced", () => {
  const official = JSON.parse(readFileSync(new URL("../../working-days.json", import.meta.url), "utf8"));
  for (const [calendar, years] of Object.entries(official)) {
    const { zone, ...days } = CASES.calendars[calendar];
    const hours = { ...hoursIn(zone), ...days };
    for (const [year, { free, worked }] of Object.entries(years)) {
      for (let at = Date.parse(`${year}-01-01`); at < Date.parse(`${Number(year) + 1}-01-01`); at += 86_400_000) {
        const day = new Date(at).toISOString().slice(0, 10);
        const off = free.some((span) => span.slice(0, 10) <= day && day <= span.slice(11));
        const expected = worked.includes(day) || (![0, 6].includes(new Date(at).getUTCDay()) && !off);
        const due = dueAt(instantAt(`${day}T09:00`, zone).getTime(), "PT30M", hours, true);
        assert.equal(due.getTime() === instantAt(`${day}T09:30`, zone).getTime(), expected, `${calendar} ${day}`);
      }
    }
  }
});

test("what cannot be read, or lies beyond all calendars, is due at no time", () => {
  for (const [start, within] of [["soon", "P1D"], ["2026-01-01T00:00Z", "P"], ["2026-01-01T00:00Z", "1D"], [8.64e15, "P1Y"]]) {
    assert.equal(dueAt(start, within, hoursIn("Asia/Shanghai")), null);
  }
});

test("a time on the wall is an instant; one that does not exist moves forward, of one that comes twice it is the first", () => {
  const cases = [["2026-03-29T02:30", "2026-03-29T01:30:00.000Z"], ["2026-10-25T02:30", "2026-10-25T00:30:00.000Z"], ["2026-07-01T10:00", "2026-07-01T08:00:00.000Z"]];
  for (const [wall, instant] of cases) assert.equal(instantAt(wall, "Europe/Berlin").toISOString(), instant);
});

test("holidays are known from the first to the last day that is known, both included", () => {
  const at = (day) => new Date(`${day}T12:00Z`);
  const known = (first, last, hours = { known: ["2026-01-01", "2026-12-31"] }) => holidaysKnown(at(first), at(last), { ...hoursIn("UTC"), ...hours });
  assert.equal(known("2026-01-01", "2026-12-31"), true);
  assert.equal(known("2025-12-31", "2026-03-01"), false);
  assert.equal(known("2026-12-31", "2027-01-01"), false);
  assert.equal(known("2026-03-01", "2026-03-02", {}), false);
});
