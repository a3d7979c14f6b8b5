/** What is no sound run is told by the path of what is wrong, whatever part of it is damaged; nothing strange gets in. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script, standIn } from "../page.mjs";

standIn();
const { RUN_LIMITS } = await script("checklists/run.js");
const { runFault, upgradedRun } = await script("checklists/run-reading.js");

const T = 1_763_971_200_000;
const SOUND = {
  v: 3, id: "mb1k7c0a1x9q", checklist: "meeting-after", name: "Review", started: T, changed: T + 5000, finished: 0, exported: 2, stamps: { name: T, finished: T },
  answers: { goal: { state: "done", at: T, text: "Goal", note: "seen", noted: T } }, times: { send: { time: "2025-11-24T16:00+08:00", at: T }, gone: { time: "", at: 0 } },
};
const many = (count) => Object.fromEntries(Array.from({ length: count }, (_, place) => [`item-${place}`, { state: "", at: T }]));
const answer = (change) => ({ answers: { goal: { ...SOUND.answers.goal, ...change } } });

test("a sound run is sound, and so is what just keeps to the limits", () => {
  assert.equal(runFault(SOUND), "");
  for (const change of [{ name: "n".repeat(RUN_LIMITS.name) }, { answers: many(RUN_LIMITS.answers) }, answer({ note: "n".repeat(RUN_LIMITS.note) }), answer({ state: "na", text: undefined, note: undefined, noted: undefined })]) {
    assert.equal(runFault({ ...SOUND, ...change }), "");
  }
});

for (const [change, where] of [
  [{ "": 1 }, '""'], [{ more: 1 }, "more"],
  [{ v: 2 }, "v"], [{ v: "3" }, "v"], [{ id: 123456 }, "id"], [{ id: "short" }, "id"], [{ id: "UPPER-CASE" }, "id"],
  [{ checklist: 7 }, "checklist"], [{ checklist: "../other" }, "checklist"], [{ name: null }, "name"], [{ name: "n".repeat(RUN_LIMITS.name + 1) }, "name"],
  [{ started: -1 }, "started"], [{ changed: "today" }, "changed"], [{ finished: 1.5 }, "finished"], [{ exported: undefined }, "exported"], [{ exported: T }, "exported"],
  [{ stamps: null }, "stamps"], [{ stamps: { name: T } }, "stamps"], [{ stamps: { name: T, finished: T, more: T } }, "stamps"], [{ stamps: { name: T, finished: "" } }, "stamps"],
  [{ answers: [] }, "answers"], [{ answers: many(RUN_LIMITS.answers + 1) }, "answers"], [{ answers: { "No Id": { state: "", at: T } } }, "answers.No Id"],
  [{ answers: { goal: "done" } }, "answers.goal"], [answer({ more: 1 }), "answers.goal.more"], [answer({ state: "maybe" }), "answers.goal.state"],
  [answer({ at: null }), "answers.goal.at"], [answer({ text: "t".repeat(RUN_LIMITS.text + 1) }), "answers.goal.text"], [answer({ note: 5 }), "answers.goal.note"],
  [answer({ noted: -5 }), "answers.goal.noted"],
  [{ times: "none" }, "times"], [{ times: { "No Id": { time: "", at: 0 } } }, "times.No Id"], [{ times: { send: "2025-11-24T16:00+08:00" } }, "times.send"],
  [{ times: { send: { time: "", at: 0, more: 1 } } }, "times.send"], [{ times: { send: { time: "", at: "0" } } }, "times.send"],
  [{ times: { send: { time: "tomorrow", at: 0 } } }, "times.send"],
]) {
  test(`${where} is told: ${JSON.stringify(change).slice(0, 60)}`, () => assert.equal(runFault({ ...SOUND, ...change }), where));
}

test("what is no record at all is no run", () => {
  for (const value of [null, "run", 3, [SOUND]]) assert.equal(runFault(value), "run");
});

test("only what version 2 lacked is added to it", () => {
  const { exported, stamps, ...second } = { ...SOUND, v: 2, answers: { goal: { state: "done", at: T, note: "seen" }, odd: 7, bare: { state: "", at: T } }, times: { send: "2025-11-24T16:00+08:00", gone: "" } };
  const found = upgradedRun(second);
  assert.deepEqual([found.v, found.exported, found.stamps], [3, 0, { name: T, finished: T + 5000 }]);
  assert.deepEqual(found.answers, { goal: { state: "done", at: T, note: "seen", noted: T }, odd: 7, bare: { state: "", at: T } });
  assert.deepEqual(found.times, { send: { time: "2025-11-24T16:00+08:00", at: T }, gone: { time: "", at: 0 } });
  for (const given of [SOUND, { ...second, stamps }, { ...second, exported }]) assert.deepEqual(upgradedRun(given), given);
});

test("a time of version 1 gets its zone only where it is a time on the wall", () => {
  const { v, id, checklist, name, started, changed, finished, answers } = SOUND;
  const first = { v: v - 2, id, checklist, name, started, changed, finished, answers, times: { a: "2025-11-24T16:00", b: "x2025-11-24T16:00", c: "2025-11-24T16:00Z", d: 5 } };
  const { times } = upgradedRun(first);
  assert.match(times.a.time, /^2025-11-24T16:00[+-]\d\d:\d\d$/);
  assert.deepEqual([times.b.time, times.c.time, times.d.time], ["x2025-11-24T16:00", "2025-11-24T16:00Z", 5]);
});
