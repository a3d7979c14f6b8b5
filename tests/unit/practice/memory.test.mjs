/** What the practice remembers: two memories as one, and nothing that is not sound. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script, standIn } from "../page.mjs";

standIn();
const { memoryFault, mergeMemories, newMemory } = await script("practice/memory.js");
const card = (round, right = 1, wrong = 0, box = 1) => ({ box, round, right, wrong });
const memory = (round, cards = {}) => ({ v: 1, round, cards });

test("of each question the card counts that was asked last, whichever memory comes first", () => {
  const one = memory(5, { a: card(5), b: card(2), c: card(3, 1, 1), only: card(1) });
  const other = memory(4, { a: card(4), b: card(3), c: card(3, 1, 2), there: card(4) });
  const cards = { a: card(5), b: card(3), c: card(3, 1, 2), only: card(1), there: card(4) };
  for (const merged of [mergeMemories(one, other), mergeMemories(other, one)]) assert.deepEqual(merged, memory(5, cards));
  assert.deepEqual(mergeMemories(one, one), one);
});

test("a memory within its limits is sound", () => {
  const cards = Object.fromEntries(Array.from({ length: 2000 }, (_, number) => [`q-${number}`, card(1_000_000, 1_000_000, 0, 5)]));
  for (const sound of [newMemory(), memory(1_000_000, cards), memory(0, { "a-b": card(0, 0, 0) })]) assert.equal(memoryFault(sound), "");
});

for (const [wrong, path] of [
  [null, "practice"], [[], "practice"], [{ v: 1, round: 0 }, "practice"], [{ ...memory(0), more: 1 }, "practice"], [{ ...memory(0), v: 2 }, "practice.v"],
  [memory(-1), "practice.round"], [memory(0.5), "practice.round"], [memory(1_000_001), "practice.round"], [memory("1"), "practice.round"],
  [memory(0, []), "practice.cards"], [memory(0, null), "practice.cards"],
  [memory(1, Object.fromEntries(Array.from({ length: 2001 }, (_, number) => [`q-${number}`, card(1)]))), "practice.cards"],
  [memory(1, { "A b": card(1) }), "practice.cards.A b"], [memory(1, { "a-": card(1) }), "practice.cards.a-"], [memory(1, { a: [] }), "practice.cards.a"],
  [memory(1, { a: { ...card(1), more: 1 } }), "practice.cards.a"], [memory(1, { a: card(2) }), "practice.cards.a"], [memory(1, { a: card(1, -1) }), "practice.cards.a"],
  [memory(1, { a: card(1, 1_000_001) }), "practice.cards.a"], [memory(1, { a: card(1, 1, 0, 0) }), "practice.cards.a"], [memory(1, { a: card(1, 1, 0, 6) }), "practice.cards.a"],
]) {
  test(`what is not sound is named: ${path} of ${JSON.stringify(wrong).slice(0, 60)}`, () => assert.equal(memoryFault(wrong), path));
}
