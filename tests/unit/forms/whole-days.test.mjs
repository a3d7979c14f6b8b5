/** Days in a text: found where they are days, and held together. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script } from "../page.mjs";

const { betweenHyphens, daysIn, withWholeDays } = await script("forms/whole-days.js");

test("the hyphens of days in figures are those at which no line may end", () => {
  assert.deepEqual(betweenHyphens("due 2026-10-13, or 2026-1-2"), ["due 2026", "10", "13, or 2026", "1", "2"]);
  for (const text of ["", "XS-2026-031", "2026-10-13-7", "12026-10-13", "010-5555-0135", "2026/10/13"]) assert.deepEqual(betweenHyphens(text), [text]);
  assert.equal(withWholeDays("by 2026-10-13 (well-known)"), "by 2026\u201110\u201113 (well-known)");
});

test("days in words are found too, and nothing of the text is lost", () => {
  const text = "自2026年11月5日至12月1日，5 October 2026, 2026/10/13; 13 people";
  const pieces = daysIn(text);
  assert.equal(pieces.join(""), text);
  assert.deepEqual(pieces.filter((_, number) => number % 2), ["2026年11月5日", "12月1日", "5 October 2026", "2026/10/13"]);
});
