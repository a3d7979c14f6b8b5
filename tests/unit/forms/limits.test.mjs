/** What comes from elsewhere is fitted into drafts before it is taken; rows join lists. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script, standIn } from "../page.mjs";

standIn();
const { DRAFT_LIMITS, draftFault, fitted, newDraft, renamedDraft } = await script("forms/drafts/draft.js");
const { withRows } = await script("forms/hand-over.js");
const rows = (number) => Array.from({ length: number }, (_, place) => ({ task: `Task ${place}`, done: false }));

test("whatever is fitted into a draft, it stays one", () => {
  for (const value of ["x".repeat(60_000), "𠮷".repeat(30_000), rows(501), [{ task: "x".repeat(60_000) }], Array(101).fill("x"), ["x".repeat(201)], true, "", []]) {
    assert.equal(draftFault(newDraft("meeting-minutes", { subject: fitted(value) }, "𠮷".repeat(150))), "");
  }
  assert.equal(draftFault(renamedDraft(newDraft("meeting-minutes"), "👩‍👩‍👧".repeat(50))), "");
});

test("what fits is left as it is, and what is cut is cut between characters", () => {
  for (const value of ["x".repeat(DRAFT_LIMITS.text), rows(DRAFT_LIMITS.rows), ["a", "b"], false]) assert.deepEqual(fitted(value), value);
  assert.equal(fitted(`${"x".repeat(DRAFT_LIMITS.text - 1)}𠮷`), "x".repeat(DRAFT_LIMITS.text - 1));
  assert.ok(fitted("𠮷".repeat(30_000)).isWellFormed?.() ?? true);
});

test("rows join a list once, whatever kind their cells are of", () => {
  const list = [{ task: "A", by: ["call"], owner: "Li" }];
  assert.deepEqual(withRows(list, [{ task: "A", by: ["call"] }, { task: "B", by: [] }]), { added: 1, rows: [...list, { task: "B", by: [] }] });
});
