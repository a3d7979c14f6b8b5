/** What a round asks, and that what failed to come is asked for again. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script, standIn } from "../page.mjs";

standIn();
const { roundOf } = await script("practice/questions.js");
const { learn } = await script("practice/memory.js");
const { once } = await script("shared/once.js");
const all = Array.from({ length: 25 }, (_, number) => ({ id: `q-${number}`, topic: `t-${number}` }));
const ids = (round) => round.map(({ id }) => id);

test("a round asks ten, what was wrong first, and what was right only when nothing else is left", () => {
  const memory = { v: 1, round: 1, cards: {} };
  for (const id of ids(all).slice(0, 12)) learn(memory, id, id !== "q-7");
  assert.deepEqual(memory.cards["q-7"], { box: 1, round: 1, right: 0, wrong: 1 });
  assert.deepEqual(memory.cards["q-3"], { box: 2, round: 1, right: 1, wrong: 0 });
  memory.round = 2;
  const round = ids(roundOf(all, memory, 7));
  assert.equal(new Set(round).size, 10);
  assert.equal(round[0], "q-7");
  assert.ok(round.slice(1).every((id) => !(id in memory.cards)));
  assert.deepEqual(ids(roundOf(all, memory, 7)), round);
  assert.notDeepEqual(ids(roundOf(all, memory, 8)), round);
  assert.equal(roundOf(all.slice(0, 12), memory, 7).length, 10, "what is not due fills the round");
});

test("of a topic no more than two are asked, unless there is nothing else", () => {
  const crowded = all.map((question, number) => ({ ...question, topic: `t-${number < 15 ? 0 : number}` }));
  for (let seed = 0; seed < 20; seed += 1) {
    const round = roundOf(crowded, { v: 1, round: 1, cards: {} }, seed);
    assert.equal(new Set(ids(round)).size, 10);
    assert.ok(round.filter(({ topic }) => topic === "t-0").length <= 2);
  }
  assert.equal(roundOf(crowded.slice(0, 12), { v: 1, round: 1, cards: {} }, 7).length, 10);
});

test("what has come is not fetched again, what failed is", async () => {
  let tries = 0;
  const got = once(async () => {
    tries += 1;
    if (tries === 1) throw new Error("no line");
    return tries;
  });
  await assert.rejects(got());
  assert.deepEqual(await Promise.all([got(), got()]), [2, 2]);
  assert.equal(await got(), 2);
});
