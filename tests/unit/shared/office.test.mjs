/** The reader's office: one that there is, by whatever name. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script, standIn } from "../page.mjs";

standIn();
const { officeFault } = await script("shared/office.js");

test("a name that every object has is no office", () => {
  for (const id of ["constructor", "toString", "__proto__"]) assert.equal(officeFault({ v: 1, id }), "office.id", id);
  assert.equal(officeFault({ v: 1, id: "munich" }), "");
});
