/** What a reader is shown of changes: nothing at first, then the mark until the list was read, and each place once. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { isSound, look } from "../../../overrides/shared/news-seen.js";

test("who is here for the first time is shown nothing, and is known from then on", () => {
  assert.deepEqual(look(null, "b", "home"), { isShown: false, keep: { v: 1, seen: "b", of: "b", pages: [] } });
  assert.deepEqual(look(null, "b", "scenarios/absence/"), { isShown: false, keep: null });
});

test("the home page says so until the list was read", () => {
  const kept = look(null, "a", "home").keep;
  assert.deepEqual(look(kept, "b", "home"), { isShown: true, keep: null });
  const read = look(kept, "b", "list");
  assert.equal(read.isShown, false);
  assert.deepEqual(look(read.keep, "b", "home"), { isShown: false, keep: null });
  assert.deepEqual(look(read.keep, "b", "list"), { isShown: false, keep: null });
});

test("a place says so once for each change of the handbook", () => {
  const first = look({ v: 1, seen: "a", of: "a", pages: ["x/"] }, "b", "x/");
  assert.deepEqual(first, { isShown: true, keep: { v: 1, seen: "a", of: "b", pages: ["x/"] } });
  assert.equal(look(first.keep, "b", "x/").isShown, false);
  assert.deepEqual(look(first.keep, "b", "y/").keep?.pages, ["x/", "y/"]);
  assert.equal(look(first.keep, "", "y/").isShown, false);
});

test("only what is sound is believed", () => {
  assert.ok(isSound({ v: 1, seen: "a", of: "", pages: ["x/"] }));
  for (const value of [{ v: 1 }, { v: 1, seen: 1, of: "", pages: [] }, { v: 1, seen: "", of: "", pages: [1] }, { v: 1, seen: "", of: "", pages: "x" }]) {
    assert.ok(!isSound(value));
  }
});
