/** The very words of pages: the whole phrase, else all words near one another, else the longest Chinese run; never for nonsense. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script, standIn } from "../page.mjs";

standIn();
const { WholeText } = await script("search/whole-text.js");

/** @param {Record<string, string>} pages text by address */
const over = (pages) => new WholeText({ pages: Object.entries(pages).map(([url, text]) => [url, url, text]), simple: "ttn -16u,n5h 5fd" });
const urls = (/** @type {any} */ whole, /** @type {string} */ query, /** @type {string[]} */ shown = []) => whole.find(query, shown).map((/** @type {any} */ { url }) => url);
const shownText = (/** @type {any} */ { text }) => text.map((/** @type {[string, boolean]} */ [piece, hit]) => (hit ? `[${piece}]` : piece)).join("");

test("a phrase is found however it is written, and marked as it stands there", () => {
  const whole = over({ a: "等得越多，错得越多。切回旧版之前先问。", b: "With outsiders, silence outside is never a Yes. Form ＤＨ-1027 goes first.", c: "电邮规则" });
  for (const [query, url, piece] of [["越多", "a", "等得[越多]，错得越多。切回旧版之前先问。"], ["切回旧版", "a", "[切回旧版]"], ["多，错得", "a", "越[多，错得]越多"], ["silence outside is never a yes", "b", "[silence outside is never a Yes]."],
    ["dh-1027", "b", "[ＤＨ-1027]"], ["DH1027", "b", "[ＤＨ-1027]"], ["電郵", "c", "[电邮]规则"]]) {
    const [hit] = whole.find(query, []);
    assert.equal(hit?.url, url, query);
    assert.ok(shownText(hit).includes(piece), shownText(hit));
  }
});

test("the phrase comes before pages that have its words near one another, and those far apart are none", () => {
  const whole = over({ near: "A deposit is due before the crane is hired.", far: `deposit ${"and so on ".repeat(30)} crane`, one: "the deposit" });
  assert.deepEqual(urls(whole, "crane deposit"), ["near"]);
  assert.deepEqual(urls(over({ near: "hired after the crane deposit was hired", phrase: "the deposit for the crane" }), "deposit for the crane"), ["phrase"]);
  const [hit] = whole.find("crane deposit", []);
  assert.equal(shownText(hit), "A [deposit] is due before the [crane] is hired.");
});

test("of Chinese the longest run stands for the whole, and pieces that are parted stand near one another", () => {
  const whole = over({ a: "对方不回话，绝不等于同意价格。", b: "先停发货，再切回旧版。" });
  assert.deepEqual(urls(whole, "他不回话绝不等于同意吗"), ["a"]);
  assert.deepEqual(urls(whole, "旧版 停发货"), ["b"]);
  assert.deepEqual(urls(whole, "旧版 价格"), []);
});

test("nonsense, words of any sentence and parts of words find nothing", () => {
  const whole = over({ a: "Say hello to the people who are there.", b: "这是不是要先问一下大家？今天天气" });
  for (const query of ["hello kitty", "who are there", "peop", "今天吃什么菜好呢", "", "…", "是不是", "x".repeat(9999), "会".repeat(9999)]) assert.deepEqual(urls(whole, query), [], query);
});

test("what is shown already is not shown again, and nothing worse in its place; five are the most", () => {
  const whole = over({ a: "crane deposit", b: "deposit for the crane" });
  assert.deepEqual(urls(whole, "crane deposit", ["a"]), []);
  const many = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`p${n}`, "deposit ".repeat(n + 1)]));
  assert.deepEqual(urls(over(many), "deposit"), ["p8", "p7", "p6", "p5", "p4"]);
});
