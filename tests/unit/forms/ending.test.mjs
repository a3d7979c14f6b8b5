/** Drafts end, but never unsaid; those of confidential forms stay in the window unless the reader wants them kept. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeStorage, openPage } from "../storage.mjs";

const DAY = 86_400_000;
const MONTH = { after: "P30D", zone: "Asia/Shanghai" };

async function page(given) {
  const opened = openPage("/a/", given);
  const { DraftStore } = await opened.load("forms/drafts/kept-drafts.js");
  const { newDraft, withAnswers } = await opened.load("forms/drafts/draft.js");
  const { endOf, endOld } = await opened.load("forms/drafts/ending.js");
  const drafts = new DraftStore();
  const aged = (name, days, template = "meeting-minutes") => drafts.put({ ...newDraft(template, { subject: name }, name), changed: Date.now() - days * DAY });
  return { ...opened, drafts, aged, endOf, endOld, newDraft, withAnswers };
}

const names = (drafts) => drafts.map((draft) => draft.name).sort();

test("a draft that has ended is told of first, and deleted a day later at the earliest", async () => {
  const { local, drafts, aged, endOld } = await page();
  aged("fresh", 10);
  aged("old", 31);
  const now = Date.now();
  for (const [after, told, gone, left] of [[0, ["old"], [], ["fresh", "old"]], [DAY - 1, ["old"], [], ["fresh", "old"]], [DAY, [], ["old"], ["fresh"]], [DAY + 1, [], [], ["fresh"]]]) {
    const found = endOld(drafts, MONTH, now + after);
    assert.deepEqual([names(found.told), names(found.gone), names(drafts.sorted())], [told, gone, left], `after ${after}`);
  }
  assert.equal(local.getItem("handbook:told@/a/"), null, "and nothing is noted any more");
});

test("whoever goes on with a draft keeps it, and what has gone can be brought back", async () => {
  const { drafts, aged, endOld, withAnswers } = await page();
  const now = Date.now();
  const going = aged("going on", 40);
  const gone = aged("gone", 40);
  endOld(drafts, MONTH, now);
  drafts.put(withAnswers(going, { subject: "more" }));
  assert.deepEqual(names(endOld(drafts, MONTH, now + 2 * DAY).gone), ["gone"]);
  drafts.bringBack([gone]);
  assert.deepEqual(endOld(drafts, MONTH, now + 2 * DAY), { told: [], gone: [] });
  assert.deepEqual(names(drafts.sorted()), ["going on", "gone"]);
});

test("a clock that was ahead for a while ends nothing when it is right again", async () => {
  const { drafts, aged, endOld } = await page();
  aged("mine", 1);
  const now = Date.now();
  assert.equal(endOld(drafts, MONTH, now + 365 * DAY).told.length, 1);
  assert.deepEqual(endOld(drafts, MONTH, now), { told: [], gone: [] });
  assert.deepEqual(endOld(drafts, MONTH, now + 40 * DAY).gone, [], "it is told of anew");
  assert.equal(drafts.sorted().length, 1);
});

test("a month by the calendar ends at the end of a month", async () => {
  const { endOf, newDraft } = await page();
  const draft = { ...newDraft("a"), changed: Date.parse("2026-01-31T10:00+08:00") };
  assert.equal(endOf(draft, { after: "P1M", zone: "Asia/Shanghai" }).toISOString(), "2026-02-28T02:00:00.000Z");
});

test("a draft of a confidential form stays in the window until the reader wants it kept", async () => {
  const local = new FakeStorage();
  const session = new FakeStorage();
  const { drafts, newDraft, withAnswers } = await page({ local, session });
  drafts.confidential = new Set(["complaint-record"]);
  const secret = drafts.put(newDraft("complaint-record", { subject: "x" }, "Secret"));
  const open = drafts.put(newDraft("meeting-minutes", { subject: "y" }, "Open"));
  assert.equal(Object.keys(local.all()).length, 1);
  assert.deepEqual([drafts.isWindowOnly(secret), drafts.isWindowOnly(open)], [true, false]);
  const next = await page({ local, session });
  assert.deepEqual(names(next.drafts.sorted()), ["Open", "Secret"], "the next page of the window has it");
  const other = await page({ local });
  assert.deepEqual(names(other.drafts.sorted()), ["Open"]);
  next.drafts.confidential = new Set(["complaint-record"]);
  const changed = next.drafts.put(next.withAnswers(secret, { subject: "z" }));
  next.drafts.keepHere(changed);
  assert.equal(next.drafts.isWindowOnly(changed), false);
  next.drafts.put(next.withAnswers(changed, { subject: "last" }));
  const later = await page({ local });
  assert.equal(later.drafts.sorted().find((draft) => draft.name === "Secret").fields.subject.value, "last");
  assert.deepEqual(Object.keys(session.all()).filter((key) => key.includes("draft:")), []);
});

test("deleting a draft of a confidential form deletes it wherever it is, and everything with everything", async () => {
  const { local, session, drafts, newDraft } = await page();
  drafts.confidential = new Set(["complaint-record"]);
  const [one, other] = ["One", "Other"].map((name) => drafts.put(newDraft("complaint-record", {}, name)));
  drafts.keepHere(other);
  for (const draft of [one, other]) drafts.remove(draft);
  for (const storage of [local, session]) assert.deepEqual(Object.keys(storage.all()).filter((key) => key.includes("draft:")), []);
  drafts.put(one);
  drafts.clear();
  assert.deepEqual(Object.keys(session.all()).filter((key) => key.includes("draft:")), []);
});
