/** What browsers keep under an id that is another one by now. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script, standIn } from "../page.mjs";

standIn({ moved_ids: JSON.stringify({ checklists: { "step-talk": "meeting-during" }, templates: { report: "work-report" } }) });
const { idNow } = await script("shared/keeping/moved.js");
const { newRun } = await script("checklists/run.js");
const { runFault, upgradedRun } = await script("checklists/run-reading.js");
const { inspectImport } = await script("my/exchange.js");
const { toJson } = await script("checklists/exporting.js");
const { draftFault, newDraft, upgradedDraft } = await script("forms/drafts/draft.js");

const NOTHING = { drafts: new Map(), details: { v: 1 }, practice: { memory: { v: 1, round: 0, cards: {} }, mayKeep: true }, templates: { "work-report": "Report" } };
const run = { ...newRun("step-talk", "Customer A"), answers: { gone: { state: "done", at: 1, text: "Note the date", note: "12 March", noted: 1 } } };

test("an id that went is the one of now, and every other stays", () => {
  const ids = [["checklists", "step-talk"], ["checklists", "absence"], ["templates", "step-talk"], ["templates", "constructor"]];
  assert.deepEqual(ids.map((each) => idNow(...each)), ["meeting-during", "absence", "step-talk", "constructor"]);
});

test("runs and drafts go on under the id of now, with all that they hold", () => {
  const later = upgradedRun(run);
  assert.deepEqual([later.checklist, later.name, later.answers, runFault(later)], ["meeting-during", "Customer A", run.answers, ""]);
  const draft = upgradedDraft(newDraft("report", { subject: "x" }));
  assert.deepEqual([draft.template, draft.fields.subject.value, draftFault(draft)], ["work-report", "x", ""]);
});

test("a file that was taken along earlier is read, also where it answers what the list of now does not ask", () => {
  const lists = new Map([["meeting-during", { id: "meeting-during", title: "", url: "", items: [], retired: [] }]]);
  const draft = newDraft("report");
  const plan = inspectImport(toJson([run], { drafts: [draft] }), new Map(), lists, NOTHING);
  assert.deepEqual([plan.added[0].checklist, plan.others.added[0].template], ["meeting-during", "work-report"]);
  const strange = { ...run, checklist: "meeting-during" };
  assert.deepEqual(inspectImport(toJson([strange]), new Map(), lists, NOTHING).added[0].answers, run.answers);
  const gone = inspectImport(toJson([{ ...run, checklist: "gone-list" }]), new Map(), lists, NOTHING);
  assert.deepEqual([gone.fault, gone.detail], ["import_unknown", "gone-list"]);
  assert.deepEqual(inspectImport(toJson([{ ...run, checklist: "gone-list" }, strange]), new Map(), lists, NOTHING).left, ["gone-list"]);
});
