/** The page's side of the worker: every question ends, and what more typing has overtaken is never asked. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script, standIn } from "../page.mjs";

standIn();
const { Searcher } = await script("search/searcher.js");

/** A worker that keeps what it is asked until it is told to answer. */
class Slow extends EventTarget {
  constructor() {
    super();
    /** @type {any[]} */
    this.asked = [];
  }

  /** @param {any} question */
  postMessage(question) {
    this.asked.push(question);
  }

  /** Answer the oldest question. */
  answer() {
    const { id, query } = this.asked.shift();
    this.dispatchEvent(Object.assign(new Event("message"), { data: { id, results: [query] } }));
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test("of what is typed while the engine thinks only the last is asked", async () => {
  const worker = new Slow();
  const searcher = new Searcher(worker, new Promise(() => {}), new URL("https://example.com/"));
  const answers = ["l", "le", "lea", "leav"].map((query) => searcher.ask({ query }));
  await settled();
  assert.deepEqual(worker.asked.map(({ query }) => query), ["l"]);
  worker.answer();
  await settled();
  assert.deepEqual(worker.asked.map(({ query }) => query), ["leav"]);
  worker.answer();
  assert.deepEqual((await Promise.all(answers)).map((answer) => answer.overtaken ?? answer.results[0]), ["l", true, true, "leav"]);
  const next = searcher.ask({ query: "leave" });
  await settled();
  worker.answer();
  assert.deepEqual((await next).results, ["leave"]);
});

test("a question of another kind waits for none", async () => {
  const worker = new Slow();
  const searcher = new Searcher(worker, new Promise(() => {}), new URL("https://example.com/"));
  const answers = [searcher.ask({ query: "leave" }), searcher.ask({ page: "text", terms: [] })];
  await settled();
  assert.equal(worker.asked.length, 2);
  worker.answer();
  worker.answer();
  await Promise.all(answers);
});
