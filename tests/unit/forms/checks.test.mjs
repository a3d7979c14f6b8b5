/** What is to be looked at in answers, and what is only still to be given. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script } from "../page.mjs";

const { besideIn, doubtsIn, faultOf, openRequired } = await script("forms/checks.js");
const day = (id, more = {}) => ({ id, type: "date", family: "date", label: { zh: id, en: id }, ...more });
const moment = (id, more = {}) => ({ ...day(id, more), type: "datetime", family: "datetime" });
const columns = [day("begun"), day("done", { notBefore: "begun", required: true }), day("told", { notBefore: "from" })];
const fields = [
  moment("from", { required: true }), moment("to", { notBefore: "from" }), day("on", { notBefore: "from" }),
  { id: "phone", type: "phone", family: "words", check: "^\\d{3,}$", required: true }, { id: "rows", family: "table", columns },
];
const form = { sections: [{ fields }] };
const said = (id, values) => faultOf(fields.find((field) => field.id === id), values, besideIn(form, values))?.key;

test("a moment before the one that it follows is to be looked at, the same one is not, and a day is held against the day alone", () => {
  assert.equal(said("to", { from: "2026-12-05T09:00", to: "2026-12-01T09:00" }), "fill_check_order");
  assert.equal(said("to", { from: "2026-12-05T09:00", to: "2026-12-05 09:00" }), undefined);
  assert.equal(said("on", { from: "2026-12-05T09:00", on: "2026-12-05" }), undefined);
  assert.equal(said("on", { from: "2026-12-05T09:00", on: "2026-12-04" }), "fill_check_order");
});

test("nothing is said while one of the two is missing, or its year is still being typed", () => {
  for (const from of ["", "0202-12-05T09:00", undefined]) assert.equal(said("to", { from, to: "0020-12-01T09:00" }), undefined);
});

test("what is wrong is counted beside what is missing, in rows too", () => {
  const values = { from: "2026-12-05T09:00", to: "2026-12-01T09:00", phone: "12", rows: [
    { begun: "2026-12-02", done: "2026-12-01", told: "2026-12-06" }, { begun: "2026-12-02", done: "", told: "2026-12-01" }, {},
  ] };
  assert.equal(openRequired(form, values), 1);
  assert.equal(doubtsIn(form, values), 4);
  assert.equal(said("phone", values), "fill_check_phone");
  assert.equal(said("phone", {}), "fill_check_required");
});

test("a sum that is none is counted", () => {
  const total = { id: "total", type: "number", family: "number", decimals: 0 };
  const rows = { id: "rows", family: "table", columns: [{ id: "each", type: "number", family: "number" }] };
  const summed = { sections: [{ fields: [rows, total] }], adds: [{ field: "total", table: "rows", adds: "each" }], says: { sum: { zh: "[n]", en: "[n]" } } };
  const values = { rows: [{ each: "5" }], total: "6" };
  assert.equal(doubtsIn(summed, values), 1);
});
