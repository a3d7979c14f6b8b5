/** Exports and imports: whatever a browser can keep comes back. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "../storage.mjs";

const { load } = openPage("/");
const { answeredRun, newRun } = await load("checklists/run.js");
const { inspectImport } = await load("checklists/exchange.js");
const { toJson } = await load("checklists/exporting.js");
const { newMemory } = await load("practice/memory.js");

const items = Array.from({ length: 40 }, (_, number) => ({ id: `item-${String.fromCharCode(97 + (number % 26))}${number}`, group: "", text: "" }));
const lists = new Map([["list", { id: "list", title: "List", url: "", retired: [], items }]]);
const nothing = { drafts: new Map(), details: { v: 1, name: "", department: "", phone: "", email: "", company: "" }, practice: { memory: newMemory(), mayKeep: true }, templates: {} };

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
