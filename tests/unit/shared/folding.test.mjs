/** Texts in the form in which they are compared. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script, standIn } from "../page.mjs";

standIn();
const { normal, simpleSigns } = await script("shared/folding.js");

test("hyphens, width, case and possessives are one", () => {
  assert.deepEqual(["E-mail", "e‑mail", "e‐mail", "EMAIL", "ｅｍａｉｌ"].map((text) => normal(text)), Array(5).fill("email"));
  assert.equal(normal("the manager’s file"), "the manager file");
});

test("traditional signs become simplified ones where these are known", () => {
  const signs = simpleSigns("ttn -2h6,n5h 4h4");
  assert.equal(normal("電話", signs), "电话");
  assert.equal(normal("電話"), "電話");
});
