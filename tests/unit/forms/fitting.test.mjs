/** What comes back from a file is written as it was typed. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script, standIn } from "../page.mjs";
import { sampleForm } from "./samples.mjs";

standIn();
const { withCells } = await script("forms/fitting.js");

test("a number that says the same stays as it was typed, alone and in a row; another one is taken", () => {
  const form = sampleForm();
  form.sections[0].fields.at(-1).columns.push({ ...form.sections[0].fields.find(({ id }) => id === "affected"), id: "price" });
  const there = { affected: "1,200.5", "to-dos": [{ what: "A", price: "7" }, { what: "B", price: "8" }] };
  const read = { affected: "1200.50", "to-dos": [{ what: "A", price: "7.00" }, { what: "B", price: "9.00" }] };
  const fitted = withCells(form, read, there);
  assert.equal(fitted.affected, "1,200.5");
  assert.deepEqual(fitted["to-dos"].map(({ price }) => price), ["7", "9.00"]);
  assert.deepEqual(Object.keys(fitted), ["affected", "to-dos"]);
  assert.equal(withCells(form, { affected: "1200.5" }, { affected: "about 12" }).affected, "1200.5");
});
