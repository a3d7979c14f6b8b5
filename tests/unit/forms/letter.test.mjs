/** Letters: answers joined to their sentences as in the downloads. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { script } from "../page.mjs";

const { continued } = await script("forms/letter.js");
const { inWords } = await script("forms/letter-words.js");

test("a sign that an answer brings along is not said twice", () => {
  const cases = JSON.parse(readFileSync(new URL("../../letter-joins.json", import.meta.url), "utf-8"));
  for (const { text, more, gives } of cases) assert.equal(continued(text, more), gives, `${text} ${more}`);
});

test("names with “and” in them are told apart", () => {
  const options = ["Freight", "Tax rate and type of invoice", "Packaging"].map((en, number) => ({ id: `${number}`, label: { zh: en, en } }));
  const field = { id: "parts", family: "choices", options };
  assert.equal(inWords(field, { parts: ["0", "1"] }, "en", false), "freight, and tax rate and type of invoice");
  assert.equal(inWords(field, { parts: ["0", "2"] }, "en", false), "freight and packaging");
  assert.equal(inWords(field, { parts: ["0", "1", "2"] }, "en", false), "freight, tax rate and type of invoice, and packaging");
});
