/** Texts cut into terms, words without their endings, and slips of the fingers. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script, standIn } from "../page.mjs";

standIn();
const { areKin, isLatin, slips, stem, termsOf } = await script("search/terms.js");
const { excerpt, marked } = await script("search/excerpt.js");
const { hasChinese } = await script("shared/han.js");
const { apart, spansOf, variantsOf } = await script("search/variants.js");
const found = (text) => Object.fromEntries(termsOf(text).map((term) => [term.text, term.weight]));

test("English words are stems, and those that stand everywhere tell little", () => {
  assert.deepEqual(found("the meetings again 2026"), { the: 0.12, meet: 1, again: 0.5, 2026: 1 });
  assert.deepEqual(termsOf("a minute").map(({ place }) => place), [0, 2]);
});

test("Chinese is cut into pairs and characters, and what only joins tells little", () => {
  assert.deepEqual(found("会议的"), { 会: 0.7, 议: 0.7, 会议: 1, 议的: 0.12 });
  assert.deepEqual(found("如何"), { 如: 0.7, 何: 0.7, 如何: 0.12 });
  assert.deepEqual([found("章"), found("会"), found("的")], [{ 章: 1 }, { 会: 0.12 }, { 的: 0.12 }]);
  assert.deepEqual(termsOf("9 会议").map(({ text, place, part }) => [text, place, part ?? false]), [["9", 0, false], ["会", 2, true], ["议", 3, true], ["会议", 2, false]]);
});

test("whether one thing or its contrary is asked tells no more than the thing", () => {
  assert.deepEqual([found("加班算不算钱")["算不"], found("加班算不算钱")["不算"], found("加班算不算钱")["班算"]], [0.12, 0.12, 1]);
  assert.equal(found("工资给没给")["给没"], 0.12);
  assert.deepEqual([found("不算加班")["不算"], found("说不清楚")["说不"]], [1, 1]);
});

test("what comes between a verb and what it is done to hides neither", () => {
  for (const [said, meant] of [["派个车", "派车"], ["借两个人", "借人"], ["盖了章", "盖章"], ["问一下人", "问人"]]) assert.equal(found(said)[meant], 0.5, said);
  assert.ok(!("派吗" in found("派个吗")), "what only joins is nothing that is done to");
});

test("one stem for the endings and spellings of a word", () => {
  for (const [words, wanted] of [
    [["organise", "organised", "organizing", "organizes"], "organiz"], [["colour", "colours", "coloured", "color"], "color"], [["centre", "centres", "center"], "center"],
    [["reply", "replies"], "reply"], [["call", "calls", "called", "calling"], "cal"], [["lose", "lost"], "lose"], [["write", "wrote", "written"], "writ"], [["plan", "plans", "planned", "planning"], "plan"], [["miss", "misses"], "miss"], [["box", "boxes"], "box"],
    [["status"], "status"], [["analysis"], "analysis"], [["ring"], "ring"], [["bed"], "bed"], [["3rd"], "3rd"], [["invite", "invites", "invited", "inviting"], "invit"],
  ]) {
    for (const word of words) assert.equal(stem(word), wanted, word);
  }
});

test("slips are letters changed, left out, added or swapped, and no more are counted than asked for", () => {
  for (const [a, b, wanted] of [["email", "email", 0], ["emial", "email", 1], ["emil", "email", 1], ["eemail", "email", 1], ["emaik", "email", 1], ["eamik", "email", 2], ["xyz", "email", 3], ["", "ab", 2], ["abcdef", "abc", 3], ["ab", "ba", 1]]) {
    assert.equal(slips(a, b, 2), wanted, `${a} ${b}`);
  }
  assert.equal(slips("kitten", "sitting", 5), 3);
});

test("scripts are told apart", () => {
  assert.deepEqual([hasChinese("a会"), hasChinese("abc"), hasChinese("𠀀"), isLatin("abc"), isLatin("ab1"), isLatin("")], [true, false, true, true, false, false]);
});

const always = () => true, never = () => false;

test("a query is also put with other words of the same meaning, and a word within a longer one means something else", () => {
  const put = (text, ...synonyms) => variantsOf(text, spansOf(text, synonyms, [], always, never), () => 1).map((variant) => variant.text);
  assert.deepEqual(put("call the boss", ["boss", "manager"]), ["call the boss", "call the  manager "]);
  assert.deepEqual(put("bosses", ["boss", "manager"]), ["bosses", "  manager "].map((text) => (text === "bosses" ? text : " manager ")));
  assert.deepEqual(put("embossed", ["boss", "manager"]), ["embossed"]);
  assert.deepEqual(put("team leader", ["leader", "boss"], ["team leader", "foreman"]), ["team leader", " foreman "]);
  assert.deepEqual(put("找老板谈", ["老板", "领导"]), ["找老板谈", "找 领导 谈"]);
  const [, other] = variantsOf("ring him", spansOf("ring him", [["ring", "phone"]], [], always, never), (word) => (word === "ring" ? 1 : 2));
  assert.deepEqual([other.worth, other.scale, other.text.slice(other.start, other.end)], [0.86, 0.5, "phone"]);
});

test("an English word is met in any of its forms, and of words that reach into each other the longest is free", () => {
  const met = (text, ...words) => spansOf(text, [], [{ said: words, means: ["x"] }], always, never).map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(met("he shouted at me", "shout"), ["shouted"]);
  assert.deepEqual(met("they were stealing, he stole", "steal"), ["stealing"]);
  assert.deepEqual(met("price list", "rice"), []);
  const spans = [[0, 4], [2, 9], [10, 12]].map(([start, end]) => ({ start, end, others: [] }));
  assert.deepEqual(apart(spans).map(({ start }) => start), [2, 10]);
});

test("of a long sentence fewer ways are tried than of a short question, but some", () => {
  const others = Array.from({ length: 80 }, (_, number) => `别的${number}`);
  const ways = (/** @type {string} */ text) => variantsOf(text, spansOf(text, [["领导", ...others]], [], always, never), () => 1).length;
  assert.ok(ways("找领导") > 60);
  const long = ways(`找领导${"手上还有一个客户投诉没有处理完".repeat(6)}`);
  assert.ok(long > 5 && long < 30, String(long));
});

test("a word in letters ends where Chinese begins", () => {
  assert.deepEqual(termsOf("vpn连上").map(({ text }) => text), ["vpn", "连", "上", "连上"]);
});

test("a code with hyphens is shown and marked, whatever hyphens stand before it", () => {
  const before = "以旧换新-e-mail-".repeat(40), terms = new Set(["dh1027"]);
  for (const code of ["DH-1027", "DH‑1027"]) {
    const pieces = excerpt(`${before}订单${code}晚五天`, terms);
    assert.deepEqual(pieces.filter(([, hit]) => hit), [[code, true]]);
    assert.deepEqual(marked(`订单${code}晚`, terms), [["订单", false], [code, true], ["晚", false]]);
  }
});

test("what only looks like another word has a stem of its own", () => {
  for (const [one, other] of [["customer", "customs"], ["expenses", "expensive"]]) assert.ok(!stem(other).startsWith(stem(one)) && !areKin(stem(one), stem(other)), other);
});

test("days tell little of a question, and a measure word may stand between a verb and its thing", () => {
  const weight = (/** @type {string} */ text, /** @type {string} */ word) => termsOf(text).find((term) => term.text === word)?.weight ?? 0;
  assert.ok(weight("明天请假", "明天") < weight("明天请假", "请假"));
  assert.ok(weight("day off tomorrow", "tomorrow") < 1);
  assert.ok(weight("领台电脑", "领电") > 0 && weight("开张发票", "开发") > 0);
});
