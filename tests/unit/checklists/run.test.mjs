/** Runs: changed, brought up from every earlier version, and two copies of one merged part by part. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script, standIn } from "../page.mjs";

standIn();
const { answeredRun, changedRun, newRun, progressOf, timeOf, withTime } = await script("checklists/run.js");
const { mergeRuns } = await script("checklists/run-merging.js");
const { runFault, upgradedRun } = await script("checklists/run-reading.js");

const GOAL = { id: "goal", text: "Name the goal" };
const DUE = [{ id: "send", event: "talk" }, { id: "delete", event: "talk" }];
const T = 1_763_971_200_000;
const V1 = {
  v: 1, id: "mb1k7c0a1x9q", checklist: "meeting-after", name: "Review", started: T, changed: T + 5000, finished: 0,
  answers: { goal: { state: "done", at: T + 1000, text: "Goal", note: "seen" }, other: { state: "", at: T + 2000 } }, times: { send: "2025-11-24T16:00", gone: "" },
};

/** Both ways round, because it must not matter which copy comes from where. */
function bothWays(one, other, check) {
  for (const merged of [mergeRuns(one, other), mergeRuns(other, one)]) {
    assert.equal(runFault(merged), "");
    check(merged);
  }
}

/** A run after something was done to it elsewhere, a while later. */
const later = (run, act, by = 10_000) => act({ ...run, changed: run.changed + by, stamps: { name: run.stamps.name + by, finished: run.stamps.finished + by } });

test("a rename here and a tick made later on another device are both kept", () => {
  const run = newRun("meeting-after", "");
  const renamed = changedRun(run, { name: "Customer A" });
  const ticked = { ...answeredRun(run, GOAL, { state: "done" }), changed: renamed.changed + 60_000 };
  bothWays(renamed, ticked, (merged) => {
    assert.equal(merged.name, "Customer A");
    assert.equal(merged.answers.goal.state, "done");
  });
});

test("of two renames the later one counts, whatever else was changed last", () => {
  const run = newRun("meeting-after", "First");
  const early = { ...changedRun(run, { name: "Early" }), changed: run.changed + 90_000 };
  const late = later(run, (each) => changedRun(each, { name: "Late" }));
  bothWays(early, late, (merged) => assert.equal(merged.name, "Late"));
});

test("a time entered on one device survives a tick on the other, and of two times of one event the later counts", () => {
  const run = newRun("meeting-after", "");
  const timed = withTime(run, DUE, "talk", "2026-03-12T16:30");
  bothWays(timed, { ...answeredRun(run, GOAL, { state: "done" }), changed: timed.changed + 60_000 }, (merged) => {
    assert.match(timeOf(merged, DUE, DUE[0]), /^2026-03-12T16:30/);
  });
  const again = withTime(timed, DUE, "talk", "2026-03-13T09:00");
  bothWays({ ...timed, changed: again.changed + 60_000 }, again, (merged) => {
    for (const item of DUE) assert.match(timeOf(merged, DUE, item), /^2026-03-13T09:00/);
  });
});

test("times of different events are each merged by themselves, and one that was cleared stays cleared", () => {
  const items = [...DUE, { id: "call", event: "complaint" }];
  const run = withTime(newRun("list", ""), items, "talk", "2026-03-12T16:30");
  const here = withTime(run, items, "complaint", "2026-03-14T08:00");
  const there = { ...withTime(run, items, "talk", ""), changed: here.changed + 1 };
  bothWays(here, there, (merged) => {
    assert.equal(timeOf(merged, items, items[0]), "");
    assert.match(timeOf(merged, items, items[2]), /^2026-03-14T08:00/);
  });
});

test("a tick here and a note there on the same item are both kept, and a note leaves the time of the tick alone", () => {
  const run = newRun("list", "");
  const ticked = answeredRun(run, GOAL, { state: "done" });
  const noted = answeredRun(run, GOAL, { note: "By phone" });
  bothWays(ticked, { ...noted, changed: ticked.changed + 60_000 }, ({ answers: { goal } }) => assert.deepEqual([goal.state, goal.note], ["done", "By phone"]));
  const both = answeredRun({ ...ticked, answers: { goal: { ...ticked.answers.goal, at: 1000 } } }, GOAL, { note: "later" });
  assert.equal(both.answers.goal.at, 1000);
});

test("of parts that bear the same time, that of the copy that was changed last counts; a run began when its first copy did", () => {
  const run = newRun("list", "Here");
  const here = { ...answeredRun(run, GOAL, { state: "done" }), changed: run.changed + 1000 };
  const there = { ...here, name: "There", changed: run.changed + 2000, started: run.started - 5000, answers: { goal: { ...here.answers.goal, state: "na" } } };
  bothWays(here, there, (merged) => assert.deepEqual([merged.name, merged.answers.goal.state, merged.started], ["There", "na", run.started - 5000]));
  const stamped = (name, finished) => ({ ...run, stamps: { name: run.started + name, finished: run.started + finished } });
  bothWays(stamped(5, 9), stamped(7, 3), (merged) => assert.deepEqual(merged.stamps, stamped(7, 9).stamps));
});

test("an item's text comes with its tick, and a note with the time of it, whoever ticked or noted", () => {
  const run = newRun("list", "");
  const answered = (answer) => ({ ...run, answers: { goal: answer } });
  const old = { state: "done", at: 5, text: "Old", note: "Here", noted: 3 };
  bothWays(answered(old), answered({ state: "na", at: 9, text: "New" }), ({ answers: { goal } }) => assert.deepEqual(goal, { state: "na", at: 9, text: "New", note: "Here", noted: 3 }));
  bothWays(answered(old), answered({ state: "", at: 1, text: "Older", note: "There", noted: 7 }), ({ answers: { goal } }) => assert.deepEqual(goal, { ...old, note: "There", noted: 7 }));
});

test("finished and reopened: the later counts, and the number of the last calendar is never taken back", () => {
  const run = newRun("list", "");
  const finished = changedRun(run, { finished: 5, exported: 9 });
  const reopened = changedRun(finished, { finished: 0, exported: 7 });
  bothWays({ ...finished, changed: reopened.changed + 1 }, reopened, (merged) => assert.deepEqual([merged.finished, merged.exported], [0, 9]));
});

test("merging a run with itself, or again with what it holds already, changes nothing", () => {
  const run = withTime(answeredRun(newRun("list", "A"), GOAL, { state: "done", note: "x" }), DUE, "talk", "2026-03-12T16:30");
  assert.equal(JSON.stringify(mergeRuns(run, run)), JSON.stringify(run));
  const more = answeredRun(run, { id: "more", text: "More" }, { state: "na" });
  assert.deepEqual(mergeRuns(more, run), more);
  assert.deepEqual(mergeRuns(mergeRuns(run, more), more), mergeRuns(run, more));
});

test("a change wins over what is kept though the clock was put back since", () => {
  const run = { ...newRun("list", "Ahead"), changed: Date.now() + 1e9, stamps: { name: Date.now() + 1e9, finished: 0 } };
  const renamed = changedRun(run, { name: "Now" });
  bothWays(run, renamed, (merged) => assert.equal(merged.name, "Now"));
});

test("version 1 is read for ever: times get their zone, every part its time", () => {
  const run = upgradedRun(V1);
  assert.equal(runFault(run), "");
  assert.deepEqual([run.v, run.name, run.stamps, run.exported], [3, "Review", { name: T, finished: T + 5000 }, 0]);
  assert.match(run.times.send.time, /^2025-11-24T16:00[+-]\d\d:\d\d$/);
  assert.deepEqual(run.times.gone, { time: "", at: 0 });
  assert.deepEqual(run.answers.goal, { ...V1.answers.goal, noted: T + 1000 });
  assert.deepEqual(upgradedRun(run), run, "and is then as it is");
});

test("an old copy, which does not say when it was named or timed, wins over nothing that does", () => {
  const old = { ...upgradedRun(V1), name: "Review" };
  const here = withTime(changedRun(old, { name: "Renamed" }), DUE, "talk", "2026-03-12T16:30");
  const stale = upgradedRun({ ...V1, changed: here.changed + 60_000 });
  bothWays(here, stale, (merged) => {
    assert.equal(merged.name, "Renamed");
    assert.match(timeOf(merged, DUE, DUE[0]), /^2026-03-12/);
  });
});

test("what is no run of any version is none after the upgrade either", () => {
  const wrong = [null, 3, [], {}, { v: 1 }, { ...V1, times: 5 }, { ...V1, answers: [] }, { ...V1, extra: 1 }, { ...V1, v: 2, stamps: { name: 0, finished: 0 } },
    { ...V1, v: 2, exported: 0 }, { ...V1, v: 4 }, { ...V1, times: { send: "soon" } }, { ...V1, answers: { goal: { state: "done", at: 1, noted: 1, at2: 1 } } },
    { ...upgradedRun(V1), exported: 2 ** 31 }, { ...upgradedRun(V1), stamps: { name: 1 } }];
  for (const value of wrong) assert.notEqual(runFault(upgradedRun(value)), "", JSON.stringify(value));
});

test("an item's text is never kept longer than can be read again", () => {
  const run = answeredRun(newRun("list", ""), { id: "long", text: "长".repeat(5000) }, { state: "done" });
  assert.equal(runFault(run), "");
});

test("a time that the reader's clock skips is the one that it moves to", () => {
  process.env.TZ = "Europe/Berlin";
  const run = withTime(newRun("list", ""), DUE, "talk", "2026-03-29T02:30");
  assert.equal(new Date(timeOf(run, DUE, DUE[0])).toISOString(), "2026-03-29T01:30:00.000Z");
  assert.equal(withTime(run, DUE, "talk", "20261-03-12T16:30"), run, "a year that no calendar knows");
});

test("how far a run is leaves out what does not apply", () => {
  const run = answeredRun(answeredRun(newRun("list", ""), GOAL, { state: "na" }), { id: "b", text: "" }, { state: "done" });
  assert.deepEqual(progressOf(run, ["goal", "b", "c"]), { done: 1, all: 2 });
});
