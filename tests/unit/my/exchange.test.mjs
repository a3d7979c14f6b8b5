/** Exports and imports: whatever a browser can keep comes back. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "../storage.mjs";

const { load } = openPage("/");
const { answeredRun, newRun } = await load("checklists/run.js");
const { inspectImport } = await load("my/exchange.js");
const { toJson } = await load("checklists/exporting.js");
const { othersOf } = await load("my/others.js");
const { newMemory } = await load("practice/memory.js");

const items = Array.from({ length: 40 }, (_, number) => ({ id: `item-${String.fromCharCode(97 + (number % 26))}${number}`, group: "", text: "" }));
const lists = new Map([["list", { id: "list", title: "List", url: "", retired: [], items }]]);
const nothing = { drafts: new Map(), details: { v: 1, name: "", department: "", phone: "", email: "", company: "" }, practice: { memory: newMemory(), mayKeep: true }, singles: { round: null, passed: null, office: null, joined: null }, templates: {} };

test("as much as a browser keeps for a site can be exported and imported again", () => {
  const full = items.reduce((run, item) => answeredRun(run, item, { state: "done", note: "备注".repeat(60) }), newRun("list", "A"));
  const size = JSON.stringify(full).length;
  const runs = Array.from({ length: Math.floor(5_200_000 / size) }, (_, number) => ({ ...full, id: `run${number}abcdef` }));
  const found = inspectImport(toJson(runs), new Map(), lists, nothing);
  assert.equal(found.added?.length, runs.length, JSON.stringify(found.fault));
});

test("an export of version 2 is imported, merged with what is here part by part", () => {
  const here = newRun("list", "Renamed");
  const { exported: _, stamps: __, ...old } = { ...here, v: 2, name: "Before", answers: { [items[0].id]: { state: "done", at: here.started + 5, note: "" } }, times: { [items[1].id]: "2026-03-12T16:30+08:00" }, changed: here.changed + 99_999 };
  const found = inspectImport(JSON.stringify({ "handbook-runs": 2, runs: [old] }), new Map([[here.id, here]]), lists, nothing);
  assert.deepEqual([found.changed.length, found.changed[0].v], [1, 3]);
});

const singles = {
  office: { v: 1, id: "munich" }, joined: { v: 1, day: "2026-12-01" },
  passed: { v: 1, day: "2026-11-29", right: 9, all: 10, version: "1.2.0" },
  round: { seed: 7, ids: ["one", "two", "three"], place: 2, score: 1, missed: ["two"] },
};

test("the office, the day of joining and a round that is under way come back where there is none, and leave what is there", () => {
  const text = toJson([], othersOf({ ...nothing, singles }));
  assert.deepEqual(inspectImport(text, new Map(), lists, nothing).others.singles, singles);
  const here = { ...singles, office: { v: 1, id: "zurich" } };
  assert.deepEqual(inspectImport(text, new Map(), lists, { ...nothing, singles: here }).others.singles, nothing.singles);
});

test("what is not sound of them is told, and nothing is imported", () => {
  for (const [wrong, detail] of [
    [{ office: { v: 1, id: "" } }, "office.id"], [{ office: { v: 1, id: "a", more: 1 } }, "office"], [{ joined: { v: 1, day: "soon" } }, "joined.day"],
    [{ joined: null }, "joined"], [{ passed: { ...singles.passed, right: 11 } }, "passed.right"], [{ passed: { ...singles.passed, day: "2026-02-30" } }, "passed.day"], [{ round: { ...singles.round, place: 3 } }, "round"], [{ round: { ...singles.round, ids: [7] } }, "round"],
  ]) assert.deepEqual(inspectImport(toJson([], wrong), new Map(), lists, nothing), { fault: "import_wrong", detail });
});
