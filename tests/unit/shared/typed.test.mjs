/** What is typed into the filter of a list. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script, standIn } from "../page.mjs";

standIn();
const { heldBy, wordsOf } = await script("shared/typed.js");

test("words that only join others do not count, unless there are no others", () => {
  assert.deepEqual(wordsOf("Photo of a customer"), ["photo", "customer"]);
  assert.deepEqual(wordsOf("客户的照片"), ["客户", "照片"]);
  assert.deepEqual(wordsOf("in"), ["in"]);
  assert.deepEqual(wordsOf("目的"), ["目的"]);
  assert.deepEqual(wordsOf(""), []);
});

test("where no row has each word, those that have the rarest are near", () => {
  const rows = ["photo", "customer list", "customer price"];
  assert.deepEqual(heldBy(rows, ["customer", "price"], (row) => row), { held: ["customer price"], near: [] });
  assert.deepEqual(heldBy(rows, ["customer", "photo"], (row) => row), { held: [], near: ["photo"] });
  assert.deepEqual(heldBy(rows, ["no", "such", "photo"], (row) => row), { held: [], near: [] }, "too little of it is known");
  assert.deepEqual(heldBy(rows, ["zz"], (row) => row), { held: [], near: [] });
  assert.deepEqual(heldBy(rows, [], (row) => row).held, rows);
});
