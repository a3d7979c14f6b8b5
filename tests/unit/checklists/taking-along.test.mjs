/** A run in files and texts: what the page says of a due time, each of them says. */
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { script, standIn } from "../page.mjs";

process.env.TZ = "Asia/Shanghai";
const WORDS = {
  due_at: "by [n]", due_at_work: "by [n] ([note])", due_noted: "[n] ([note])", due_zone: "[n] [zone]", due_note: "at work", due_note_bare: "holidays not counted", due_free: "; [first] to [last] are free", due_free_day: "; [first] is free", due_beyond: "; known from [first] to [last]", done: "done", na: "n/a", open: "open", removed: "removed",
  markdown_signs: "[*_]", markdown_numbered: "^(\\d+)([.)])", checklist: "Checklist", record: "Record", group: "Group", item: "Item", state: "State", when: "When", due: "Due", note: "Note",
};
standIn(WORDS);
const { newRun, withTime, answeredRun, changedRun } = await script("checklists/run.js");
const { dueOf, dueSaid } = await script("checklists/due-items.js");
const { dueItems } = await script("checklists/due-next.js");
const { removedOf } = await script("checklists/run.js");
const { toCalendar, toCsv, toMarkdown, toText } = await script("checklists/taking-along.js");

const LIST = {
  id: "complaint", title: "Complaint", url: "", retired: [], hours: { days: [1, 2, 3, 4, 5], spans: [[540, 720], [780, 1080]], zone: "Asia/Shanghai" },
  items: [{ id: "call", group: "First", text: "Call back", within: "PT2H", working: true, event: "call" }, { id: "close", group: "Then", text: "Close", within: "P1M", event: "call" },
    { id: "free", group: "Then", text: "Learn" }],
};
const run = withTime(newRun("complaint", "A\u202eB"), LIST.items, "call", "2026-01-30T17:30");

test("due times: working hours over the weekend, a month to the end of the next", () => {
  assert.deepEqual(dueItems(run, LIST).map(({ item, due }) => [item.id, due.toISOString()]), [["call", "2026-02-02T02:30:00.000Z"], ["close", "2026-02-28T15:59:00.000Z"]], "of a day all of it is left");
  assert.equal(dueOf(run, LIST, LIST.items[2]), null);
  assert.deepEqual(dueItems(run, { ...LIST, items: LIST.items.toReversed() }).map(({ item }) => item.id), ["call", "close"], "the next one first, wherever it stands");
});

test("what is to be minded of a due time stands in Markdown, text, CSV and calendar as on the page, and only where it holds", () => {
  const said = dueSaid(dueOf(run, LIST, LIST.items[0]), run, LIST, LIST.items[0]);
  assert.equal(said, "by 2026-02-02 10:30 (holidays not counted)");
  for (const text of [toMarkdown(run, LIST, WORDS), toText(run, LIST, WORDS)]) {
    assert.ok(text.includes(said) && /by 2026-02-28(?! \d)/.test(text));
    assert.equal(text.match(/holidays/g).length, 1);
  }
  assert.match(toCsv(run, LIST, WORDS), /"Call back","open","","2026-02-02 10:30 \(holidays not counted\)"/);
  assert.match(toCsv(run, LIST, WORDS), /"Close","open","","2026-02-28"/);
  const calendar = toCalendar(changedRun(run, { exported: 7 }), LIST, WORDS).replaceAll("\r\n ", "");
  assert.equal(calendar.match(/holidays/g).length, 1);
  assert.ok(calendar.includes("SEQUENCE:7\r\n") && calendar.includes("LAST-MODIFIED:20200101T000007Z"));
  assert.match(calendar, /DTSTART;VALUE=DATE:20260228\r\nTRANSP:TRANSPARENT\r\nSUMMARY:Close[\s\S]*TRIGGER:PT9H/, "what is due on a day has no hour, and leaves the day free");
  assert.equal(calendar.match(/TRANSP:/g).length, 1);
  assert.equal(calendar.match(/DURATION/g).length, 1);
});

test("a time says which days off it crosses, and where public holidays are not known", () => {
  const list = { ...LIST, hours: { ...LIST.hours, free: ["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"], worked: ["2026-10-10"], known: ["2025-01-01", "2026-12-31"] } };
  const said = (time) => {
    const given = withTime(newRun("complaint", "A"), list.items, "call", time);
    return dueSaid(dueOf(given, list, list.items[0]), given, list, list.items[0]);
  };
  mock.timers.enable({ apis: ["Date"], now: Date.UTC(2026, 8, 1) });
  assert.equal(said("2026-09-30T17:30"), "by 2026-10-08 10:30 (at work; 1 Oct to 7 Oct are free)");
  mock.timers.setTime(Date.UTC(2027, 8, 1));
  assert.equal(said("2026-09-30T17:30"), "by 2026-10-08 10:30 (at work; 1 Oct 2026 to 7 Oct 2026 are free)", "another year is named");
  mock.timers.reset();
  assert.equal(said("2026-10-09T17:30"), "by 2026-10-10 10:30 (at work)");
  assert.equal(said("2026-12-31T17:30"), "by 2027-01-01 10:30 (at work; known from 2025-01-01 to 2026-12-31)");
});

test("a time names the clock by which it is meant where others of the company, or the company itself, have another", () => {
  const item = { ...LIST.items[1], within: "PT696H" };
  const said = (hours) => dueSaid(dueOf(run, LIST, item), run, { ...LIST, hours }, item);
  assert.equal(said(LIST.hours), "by 2026-02-28 17:30");
  assert.equal(said({ ...LIST.hours, offices: { munich: { ...LIST.hours, zone: "Europe/Berlin" } } }), "by 2026-02-28 17:30 China Standard Time");
  assert.match(said({ ...LIST.hours, zone: "Europe/Berlin" }), /^by 2026-0[23]-\d\d \d\d:30 China Standard Time$/);
  assert.doesNotMatch(said({ ...LIST.hours, zone: "Asia/Singapore" }), /Standard/);
});

test("no name turns the direction of writing in what is taken along", () => {
  for (const text of [toMarkdown(run, LIST, WORDS), toText(run, LIST, WORDS), toCsv(run, LIST, WORDS), toCalendar(run, LIST, WORDS)]) {
    assert.ok(text.includes("AB") && !text.includes("\u202e"));
  }
});

test("an item that was taken off the list is shown when it was ticked or has a note", () => {
  const old = answeredRun(answeredRun(run, { id: "fax", text: "Send a fax" }, { note: "no paper" }), { id: "none", text: "Nothing" }, { state: "" });
  assert.deepEqual(removedOf(old, LIST).map(({ text }) => text), ["Send a fax"]);
  assert.match(toText(old, LIST, WORDS), /Send a fax.* \(removed\)$/);
  globalThis.document = { documentElement: { lang: "zh-CN" } };
  assert.match(toText(old, LIST, { ...WORDS, removed: "已删去" }), /Send a fax.*（已删去）$/, "in Chinese with Chinese signs");
  delete globalThis.document;
});
