/** Letters: answers joined to their sentences as in the downloads. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { script } from "../page.mjs";

const { continued, letterOf, unstopped } = await script("forms/letter.js");
const { inWords, unlisted } = await script("forms/letter-words.js");
const { inCapitals } = await script("forms/capitals.js");

test("a sign that an answer brings along is not said twice", () => {
  const cases = JSON.parse(readFileSync(new URL("../../letter-joins.json", import.meta.url), "utf-8"));
  for (const { text, more, gives, left = text } of cases) {
    assert.equal(continued(text, more), gives, `${text} ${more}`);
    assert.equal(unstopped(text, more), left, `${text} ${more}`);
  }
});

test("amounts are said in Chinese capitals, in a Chinese letter and where there is an amount", () => {
  for (const { figure, capitals } of JSON.parse(readFileSync(new URL("../../capitals.json", import.meta.url), "utf-8"))) {
    assert.equal(inCapitals(figure), capitals, figure);
  }
  const pieces = [{ field: "sum" }, { capitals: "sum" }, "。"];
  const fields = [{ id: "sum", family: "number", decimals: 2, label: { zh: "合计", en: "Total" } }];
  const says = { sum: { zh: "[n]元", en: "CNY [n]" }, capitals: { zh: "（大写：人民币[n]）", en: "" } };
  const form = { signers: [], sections: [{ id: "a", fields }], says, body: { zh: [{ kind: "text", pieces }], en: [{ kind: "text", pieces }] } };
  const said = (sum, language = "zh") => letterOf(form, { sum }, language).map(({ text }) => text);
  assert.deepEqual(said("12800"), ["12,800.00元（大写：人民币壹万贰仟捌佰元整）。"]);
  assert.deepEqual(said("12800", "en"), ["CNY 12,800.00。"]);
  assert.deepEqual(said("约100"), ["约100。"]);
});

test("what is ticked, a line each, has its box, as in Word; nothing yet, all have an empty one", () => {
  const options = ["a", "b"].map((id) => ({ id, label: { zh: `甲${id}`, en: `Point ${id}` } }));
  const fields = [{ id: "known", family: "choices", required: true, label: { zh: "已知悉", en: "Understood" }, options }];
  const body = [{ kind: "text", pieces: [{ rows: "known", pattern: null }] }];
  const form = { signers: [], sections: [{ id: "a", fields }], says: {}, body: { zh: body, en: body } };
  const said = (known) => letterOf(form, { known }, "en").map(({ text }) => text);
  assert.deepEqual(said(["b"]), ["☑\u00a0Point b"]);
  assert.deepEqual(said([]), ["☐\u00a0Point a", "☐\u00a0Point b"]);
});

test("names with “and” in them are told apart", () => {
  const options = ["Freight", "Tax rate and type of invoice", "Packaging"].map((en, number) => ({ id: `${number}`, label: { zh: en, en } }));
  const field = { id: "parts", family: "choices", options };
  assert.equal(inWords(field, { parts: ["0", "1"] }, "en", false), "freight, and tax rate and type of invoice");
  assert.equal(inWords(field, { parts: ["0", "2"] }, "en", false), "freight and packaging");
  assert.equal(inWords(field, { parts: ["0", "1", "2"] }, "en", false), "freight, tax rate and type of invoice, and packaging");
});

test("a paper to a superior says its number and who signs it on one line, either without the other", () => {
  const pieces = [{ part: [{ field: "number" }] }, "\t签发人：", { field: "who" }];
  const fields = ["number", "who"].map((id) => ({ id, family: "words", label: { zh: id, en: id } }));
  const form = { signers: ["who"], sections: [{ id: "a", fields }], says: {}, body: { zh: [{ kind: "reference", pieces }], en: [] } };
  const said = (values) => letterOf(form, values, "zh").map(({ text }) => text);
  assert.deepEqual(said({ number: "〔2026〕12号", who: "周敏" }), ["〔2026〕12号\u3000\u3000签发人：周敏"]);
  assert.deepEqual(said({ who: "周敏" }), ["签发人：周敏"]);
  assert.deepEqual(said({ number: "〔2026〕12号" }), ["〔2026〕12号\u3000\u3000签发人：＿＿＿＿＿＿＿＿"]);
});

test("a rule and room above a line stand once, however many lines its answer has", () => {
  const fields = [{ id: "said", family: "block", label: { zh: "意见", en: "Decision" } }];
  const kinds = ["confirm", "apart", "annexes", "right"];
  const body = kinds.map((kind) => ({ kind, pieces: [{ field: "said" }] }));
  const form = { signers: [], sections: [{ id: "a", fields }], says: {}, body: { zh: body, en: body } };
  const said = letterOf(form, { said: "同意。\n先试。\n再报。" }, "zh").map(({ kind }) => kind);
  assert.deepEqual(said, ["confirm", "line", "line", "apart", "line", "line", "annexes", "text", "text", "right", "right", "right"]);
});

test("the closing of an English letter follows its salutation, and none is left out", () => {
  const both = (en) => ({ zh: en, en });
  const form = {
    salutation: "dear", signers: [], sections: [{ id: "a", fields: [{ id: "dear", family: "words", label: both("Salutation") }] }],
    says: { unnamed: both("Dear Sir or Madam,"), sincerely: both("Yours sincerely,"), faithfully: both("Yours faithfully,") },
    body: { zh: [], en: [{ kind: "apart", pieces: [{ field: "dear" }] }, { kind: "text", pieces: ["Yours sincerely,"] }] },
  };
  const said = (dear) => letterOf(form, { dear }, "en").map(({ text }) => text);
  for (const [dear, ...expected] of [
    ["", "Dear Sir or Madam,", "Yours faithfully,"],
    ["Dear Sirs,", "Dear Sirs,", "Yours faithfully,"],
    ["Dear Madam or Sir", "Dear Madam or Sir", "Yours faithfully,"],
    ["To whom it may concern:", "To whom it may concern:", "Yours faithfully,"],
    ["Dear Ms Shi,", "Dear Ms Shi,", "Yours sincerely,"],
    ["Dear Sir John,", "Dear Sir John,", "Yours sincerely,"],
  ]) assert.deepEqual(said(dear), expected);
  form.sections[0].fields[0].required = true;
  assert.deepEqual(said(""), ["[Salutation]", "Yours sincerely,"]);
});

test("what the other side is to tick stands apart from its box", () => {
  const options = [{ id: "a", label: { zh: "相符", en: "It agrees." } }, { id: "b", label: { zh: "不符", en: "It differs." } }];
  const pieces = ["Result: ", { field: "result" }];
  for (const family of ["choice", "choices"]) {
    const fields = [{ id: "result", family, options, label: { zh: "结果", en: "Result" } }];
    const form = { signers: [], sections: [{ id: "a", fields }], says: {}, body: { zh: [], en: [{ kind: "confirm", pieces }] } };
    assert.deepEqual(letterOf(form, {}, "en").map(({ text }) => text), ["Result: ☐\u00a0It agrees. ☐\u00a0It differs."]);
  }
});

test("what is enclosed stands one below another and is numbered, one alone is not, and what is read back is as it was typed", () => {
  const fields = [{ id: "annexes", family: "block", listed: true, label: { zh: "附件", en: "Enclosures" } }];
  const body = { zh: [{ kind: "annexes", pieces: ["附件：", { field: "annexes" }] }], en: [{ kind: "line", pieces: ["Enclosures: ", { field: "annexes" }] }] };
  const form = { signers: [], sections: [{ id: "a", fields }], says: {}, body };
  const said = (annexes, language = "zh") => letterOf(form, { annexes }, language).map(({ text }) => text);
  assert.deepEqual(said("大纲1份\n\n 场地图2份"), ["附件：1. 大纲1份", "\u3000\u3000\u30002. 场地图2份"]);
  assert.deepEqual(said("1. Plan\n2. Map", "en"), ["Enclosures:", "1. Plan", "2. Map"]);
  assert.deepEqual(said("大纲1份"), ["附件：大纲1份"]);
  for (const read of ["1. Plan\n\u3000\u3000\u3000\u3000\u30002. Map", "\n1. Plan\n2. Map", "Plan\nMap"]) assert.equal(unlisted(read), "Plan\nMap");
});
