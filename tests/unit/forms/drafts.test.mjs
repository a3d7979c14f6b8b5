/** Drafts: two copies of one merged part by part, and every earlier version read. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script, standIn } from "../page.mjs";

standIn();
const { draftFault, mergeDrafts, newDraft, renamedDraft, upgradedDraft, withAnswers } = await script("forms/drafts/draft.js");
const V1 = { v: 1, id: "abcdef123456", template: "meeting-minutes", name: "Old", started: 1_700_000_000_000, changed: 1_700_000_000_000, fields: { subject: { value: "x", at: 1_700_000_000_000 } } };

test("a rename here and an answer given later elsewhere are both kept", () => {
  const draft = newDraft("meeting-minutes");
  const renamed = renamedDraft(draft, "Minutes");
  const filled = { ...withAnswers(draft, { subject: "Move" }), changed: renamed.changed + 60_000 };
  for (const merged of [mergeDrafts(renamed, filled), mergeDrafts(filled, renamed)]) {
    assert.deepEqual([merged.name, merged.fields.subject.value, draftFault(merged)], ["Minutes", "Move", ""]);
  }
});

test("version 1 is read for ever, and wins over no name that says when it was given", () => {
  const draft = upgradedDraft(V1);
  assert.equal(draftFault(draft), "");
  const renamed = renamedDraft(draft, "New");
  const stale = upgradedDraft({ ...V1, changed: renamed.changed + 60_000 });
  for (const merged of [mergeDrafts(renamed, stale), mergeDrafts(stale, renamed)]) assert.equal(merged.name, "New");
  assert.equal(JSON.stringify(mergeDrafts(draft, upgradedDraft(V1))), JSON.stringify(draft));
  for (const wrong of [null, { ...V1, v: 3 }, { ...V1, named: 1 }, { ...V1, v: 2 }, { ...V1, name: 7 }]) assert.notEqual(draftFault(upgradedDraft(wrong)), "");
});

test("a name is cut to what may be kept, never within a character", () => {
  const name = "🙂".repeat(150);
  for (const draft of [newDraft("a", {}, name), renamedDraft(newDraft("a"), name)]) assert.equal(draft.name, "🙂".repeat(100));
});
