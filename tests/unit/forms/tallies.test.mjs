/** What answers add up to, and what is said where that is not what else was written. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script } from "../page.mjs";

const { typedNumber } = await script("forms/typed-number.js");

const { differing, numberIn, tallyOf } = await script("forms/tallies.js");
const words = (id) => ({ id, family: "words" });
const number = (id, more = {}) => ({ id, family: "number", ...more });
const form = (more) => ({
  says: { sum: { zh: "[n]元", en: "CNY [n]" } },
  sections: [{ fields: [
    number("total", { decimals: 2 }), number("change", { decimals: 2 }), { id: "from", family: "datetime" }, { id: "to", family: "datetime" },
    { id: "rows", family: "table", columns: [number("each"), number("many"), words("kind"), words("before")] },
  ] }],
  ...more,
});
const asked = (given, values, id, language = "zh") => tallyOf(given, values, given.sections[0].fields.find((field) => field.id === id), language);

test("a sum is offered where its field is empty, said where it says something else, and nothing is said where it is right", () => {
  const summed = form({ adds: [{ field: "total", table: "rows", adds: "each", times: "many" }] });
  const rows = [{ each: "1,234.10", many: "3" }, { each: "0.1", many: "2" }];
  assert.equal(asked(summed, { rows: [] }, "total"), null);
  assert.deepEqual(asked(summed, { rows }, "total"), { key: "fill_sum", values: { n: "3,702.50元" }, differs: false, sum: 3702.5 });
  assert.deepEqual(asked(summed, { rows, total: "3700" }, "total", "en"), { key: "fill_sum_other", values: { n: "CNY 3,702.50" }, differs: true, sum: 3702.5 });
  assert.equal(asked(summed, { rows, total: "3702.50" }, "total"), null);
  // What a row adds that is no number, nobody knows.
  assert.equal(asked(summed, { rows: [...rows, { each: "about 5", many: "1" }] }, "total"), null);
});

test("only what says something else than it adds up to is to be looked at", () => {
  const summed = form({ adds: [{ field: "total", table: "rows", adds: "each" }] });
  const names = (values) => differing(summed, values).map(({ id }) => id);
  assert.deepEqual([{}, { rows: [{ each: "5" }] }, { rows: [{ each: "5" }], total: "5" }].flatMap(names), []);
  assert.deepEqual(names({ rows: [{ each: "5" }], total: "6" }), ["total"]);
});

test("a balance begins with what there was, and loses what was taken", () => {
  const balance = form({ adds: [{ field: "total", table: "rows", adds: "each", takes: "many", begins: "change" }] });
  assert.equal(asked(balance, { change: "100", rows: [{ each: "50" }, { many: "30.5" }] }, "total").sum, 119.5);
  assert.deepEqual([{}, { total: "1" }].map((more) => asked(balance, { ...more, change: "100", rows: [] }, "total").key), ["fill_sum_begun", "fill_sum_begun_other"]);
  // Where nothing moved, what there was is the balance, as the formula in Excel says.
  assert.equal(asked(balance, { change: "100", rows: [] }, "total").sum, 100);
  assert.equal(asked(balance, { rows: [] }, "total"), null);
});

test("the minutes of the items, with those for closing, are held against the meeting", () => {
  const agenda = form({ lasts: { table: "rows", adds: "each", besides: 5, begins: "from", ends: "to" } });
  const rows = [{ each: "30" }, { each: "15" }, { each: "10" }];
  assert.equal(asked(agenda, { rows: [{ before: "x" }] }, "rows"), null);
  assert.equal(asked(agenda, { rows, from: "2026-11-12T14:00" }, "rows").key, "fill_lasts");
  assert.equal(asked(agenda, { rows, from: "2026-11-12T14:00", to: "2026-11-12T15:00" }, "rows").key, "fill_lasts_so");
  assert.deepEqual(asked(agenda, { rows, from: "2026-11-12T23:30", to: "2026-11-13T01:00" }, "rows"), {
    key: "fill_lasts_other", values: { n: 55, besides: 5, sum: 60, length: 90 }, differs: true,
  });
});

test("a price less its difference is one that was agreed before, as far as any can be read", () => {
  const price = form({ repriced: { field: "total", changedBy: "change", table: "rows", before: "before", kind: "kind", option: "price" } });
  const values = (before, total = "148800") => ({ total, change: "6,800", rows: [{ kind: "price", before }, { kind: "delivery", before: "5 月 25 日" }] });
  for (const before of ["第3条：总价142000元", "Clause 3: total CNY 142,000", "１４２，０００元", "按附件一", ""]) assert.equal(asked(price, values(before), "total"), null, before);
  assert.deepEqual(asked(price, values("第3条：总价142000元", "158800"), "total"), {
    key: "fill_repriced", values: { after: "158,800.00元", change: "6,800.00元", before: "152,000.00元" }, differs: true,
  });
});

test("a number is what Excel would take for one", () => {
  assert.deepEqual(["1,234.5", "１２", "+3", "-0.5", "007", "1e5", "12,34", "about 5", "1234567890123456"].map(numberIn), [1234.5, 12, 3, -0.5, null, null, null, null, null]);
});

test("of a number from a document only what stands between thousands goes", () => {
  for (const [said, number] of Object.entries({
    "1,234": "1234", "1,234.50": "1234.50", "１，２３４": "1234", "1 234 567": "1234567", "1\u202f234": "1234", "5 元": "5", "-12,000元": "-12000", "88.00": "88",
  })) assert.equal(typedNumber(said, ["元"], 2), number, said);
  for (const said of ["12,5", "1，5", "0,50", "1.234,56", "1,2,3", "12 5", "1,0000", "5万", "-"]) assert.equal(typedNumber(said, ["元"], 2), said, said);
});
