/** What scripts say, with what readers typed in it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script, standIn } from "../page.mjs";

standIn({ deleted: "Deleted: [n]", person: "[n] ([of])" });
const { say } = await script("shared/words.js");
const { inARow } = await script("shared/signs.js");

test("signs that mean something to a replacement stay as they were typed", () => {
  for (const typed of ["$&", "$1", "$$", "$`", "US$'000", "a\\1"]) assert.equal(say("deleted", { n: typed }), `Deleted: ${typed}`);
});

test("what looks like a mark in a value is none", () => {
  assert.equal(say("person", { n: "[of]", of: "[n]" }), "[of] ([n])");
});

test("a mark without a value stays, and a key without words is said itself", () => {
  assert.equal(say("person", { n: "Li" }), "Li ([of])");
  assert.equal(say("no_such_key", {}), "no_such_key");
});

test("behind a full stop there is no comma", () => {
  assert.equal(inARow(["甲", "乙"], "zh"), "甲、乙");
  assert.equal(inARow(["不拍照。", "不带走。"], "zh"), "不拍照。不带走。");
  assert.equal(inARow(["No photographs.", "No samples."], "en"), "No photographs. No samples.");
});
