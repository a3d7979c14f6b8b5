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
    const { id, query, ...question } = this.asked.shift();
    this.dispatchEvent(Object.assign(new Event("message"), { data: { id, results: [query], isForeign: /[\u4e00-\u9fff]/.test(query) } }));
    return question;
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

test("the names of the other language come once, when somebody asks in it, and nothing is told as final before", async (test) => {
  const worker = new Slow(), loaded = test.mock.method(globalThis, "fetch", async (/** @type {string} */ address) => new Response(new URL(address).pathname));
  const searcher = new Searcher(worker, Promise.resolve('{"rest": "rest.json", "foreign": "foreign.json"}'), new URL("https://example.com/assets/search.json"));
  let grown = 0;
  searcher.addEventListener("grown", () => { grown += 1; });
  for (const part of ["head", "rest"]) {
    await settled();
    assert.deepEqual(Object.keys(worker.answer()), [part]);
  }
  await settled();
  assert.deepEqual([grown, searcher.isGrowing], [1, false]);
  for (const query of ["投诉", "会议"]) {
    const answer = searcher.ask({ query });
    await settled();
    worker.answer();
    await answer;
    assert.equal(searcher.isGrowing, query === "投诉");
    await settled();
    if (query !== "投诉") continue;
    assert.deepEqual(worker.answer(), { foreign: "/assets/foreign.json" });
    await settled();
    assert.equal(grown, 2);
  }
  assert.deepEqual(loaded.mock.calls.map((call) => call.arguments[0].split("/").pop()), ["rest.json", "foreign.json"]);
});

test("names that cannot be had are asked for once, and the rest answers", async (test) => {
  const worker = new Slow();
  test.mock.method(globalThis, "fetch", async () => new Response("gone", { status: 404 }));
  const searcher = new Searcher(worker, Promise.resolve('{"foreign": "foreign.json"}'), new URL("https://example.com/assets/search.json"));
  for (const query of ["投诉", "投诉"]) {
    const answer = searcher.ask({ query });
    for (let turn = 0; turn < 2; turn += 1) {
      await settled();
      if (worker.asked.length) worker.answer();
    }
    assert.deepEqual((await answer).results, [query]);
    await settled();
  }
  assert.equal(searcher.isGrowing, false);
});
