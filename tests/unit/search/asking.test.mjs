/** Which kind of thing a question asks for, what it is about, and how sure an answer may be. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script, standIn } from "../page.mjs";

standIn();
const { heardIn, isForOutsiders } = await script("search/asking.js");
const { Engine } = await script("search/engine.js");
const { certainty, nearest } = await script("search/sure.js");
const { saidOf } = await script("search/answering.js");

for (const [query, kind, thing] of [
  ["工资表能发微信吗", "sending", "工资表"], ["把客户名单发给供应商行吗", "sending", "客户名单"], ["may i send a salary list by chat", "sending", "salary list"],
  ["bonus figures over wechat", "sending", "bonus figures"], ["org chart to a headhunter", "sending", "org chart"], ["give my login to a colleague", "sending", "login"],
  ["email the ratings to the whole team", "sending", "ratings"], ["sick note in the team chat ok?", "sending", "sick note"], ["供应商报价一般几天", "time", "供应商报价"], ["微信发合同可以吗", "sending", "合同"], ["能不能用微信发合同", "sending", "合同"], ["电脑坏了找谁修", "contact", "电脑坏"], ["门禁刷了没反应", "contact", "门禁刷"], ["handover checklist", "checklist", "handover"], ["接待清单", "checklist", "接待"], ["闭环这词啥含义", "term", "闭环"], ["who handles expenses", "contact", "expenses"],
  ["快递到了谁帮收", "contact", "快递到 收"], ["可疑邮件转给谁看", "contact", "可疑邮件"], ["收入证明谁给开", "contact", "收入证明 开"],
  ["闭环是什么意思", "term", "闭环"], ["what does close the loop mean", "term", "close loop"], ["对接人是谁", "term", "对接人"], ["who is my direct manager", "term", "direct manager"], ["什么算投诉", "term", "投诉"], ["what counts as a complaint", "term", "complaint"], ["道歉怎么说", "phrase", "道歉"], ["迟到怎么劝", "phrase", "迟到 劝"], ["how to say sorry", "phrase", "sorry"],
  ["微信多久要回", "time", "微信"], ["how soon should i answer an email", "time", "email"], ["投诉登记用哪个表", "template", "投诉登记"],
  ["wifi down", "contact", "wifi"], ["aircon not working", "contact", "aircon"], ["complaint answer time", "time", "complaint"],
]) {
  test(`${query} asks for a ${kind}`, () => {
    const asked = heardIn(query).find((one) => one.kind === kind);
    assert.equal(asked?.thing.replace(/\s+/g, " "), thing);
  });
}

test("what is no such question asks for nothing", () => {
  assert.ok(!heardIn("who may sign a contract").some(({ kind }) => kind === "contact") && heardIn("who checks a contract").some(({ kind }) => kind === "contact"));
  for (const query of ["开发票", "meeting minutes", "发货", "打电话还是发微信", "把客户名单发到群里了", "合同发错人了", "should i call or send an email", "should i reply all", "a call from a journalist", "what do i tell a customer", "发现图纸有错", "微信上谈好的价格算数吗", "price agreed in chat is it valid", "he said ok by chat"]) {
    assert.deepEqual(heardIn(query).filter(({ kind }) => kind === "sending" || kind === "time"), [], query);
  }
});

test("what is put into an assistant asks of that as much as of what may be sent", () => {
  const worth = (/** @type {string} */ query) => heardIn(query).find(({ kind }) => kind === "sending")?.worth ?? 0;
  assert.ok(worth("合同丢给豆包翻译") < worth("合同发到微信群"));
  assert.ok(worth("paste contract into chatgpt") < worth("paste contract into the chat"));
});

const entry = (/** @type {string} */ kind, /** @type {string} */ title, ...names) => ({ kind, title, url: title, part: "", names });
const engine = new Engine([
  entry("sending", "工资表、工资条", "工资", "工资表"), entry("scenario", "向别的部门要数据", "要表"), entry("term", "Escalation"), entry("scenario", "Escalating a problem", "no time to help"),
  entry("scenario", "Hello to new colleagues"),
], { term: 0.6, sending: 0.9 });

test("of the kind that is asked for a name that is said whole is enough, however long the question", () => {
  for (const query of ["工资表能发微信吗", "我想问一下同事的工资表可以直接贴到工作群里吗"]) {
    const hits = engine.search(query);
    assert.equal(engine.entries[hits[0][0]].kind, "sending", query);
    assert.equal(certainty(engine, query, hits), "sure", query);
  }
  assert.equal(engine.entries[engine.search("what does escalation mean")[0][0]].kind, "term");
});

test("who has hit on one word of several is near, on nothing that tells, not found", () => {
  const said = (/** @type {string} */ query) => certainty(engine, query, engine.search(query));
  assert.deepEqual(nearest(engine, "espresso machine"), []);
  assert.equal(said("escalating a bug"), "near");
  assert.equal(said("escalating a broken machine"), "nothing", "words that stand nowhere are not left out");
  assert.equal(said("escalating a problem"), "sure");
  assert.equal(said("火锅"), "nothing");
});

test("what only looks a little like a word of the query is not offered as nearest", () => {
  const few = new Engine([entry("contact", "Advances", "petty cash", "借款"), entry("scenario", "Hurry", "被艾特了", "踢皮球"), entry("step", "Wording"), entry("scenario", "处理投诉", "投诉")], {});
  few.addRest({ texts: ["", "", "", ""], names: ["", "", "", ""], synonyms: [], near: [], body: {}, readings: {}, simple: "" });
  for (const query of ["hello kitty", "奥特曼", "足球", "harry potter", "world cup"]) assert.deepEqual(nearest(few, query), [], query);
  const first = (/** @type {string} */ query) => few.entries[nearest(few, query)[0]?.[0]]?.title;
  assert.equal(first("petty officer"), "Advances");
  assert.equal(first("advvancees"), "Advances");
});

test("who asks whether something may be sent is answered by its level and channels, or by nothing", () => {
  const asked = new Engine([entry("scenario", "Customers who use chat", "contract by chat"), entry("sending", "Contract, draft contract", "contract")], {});
  const said = (/** @type {string} */ query) => [asked.entries[asked.search(query)[0][0]].kind, certainty(asked, query, asked.search(query))];
  assert.deepEqual(said("may i send a contract by chat"), ["sending", "sure"]);
  assert.deepEqual(said("customers who use chat"), ["scenario", "sure"]);
  assert.deepEqual(said("contract"), ["sending", "sure"]);
  assert.deepEqual(said("draft of a contract"), ["sending", "near"], "who does not ask that, and says more than its name, is not told where it may go");
  const other = new Engine([entry("scenario", "Customers who use chat", "contract by chat"), entry("scenario", "Minutes")], {});
  assert.equal(certainty(other, "contract by chat", other.search("contract by chat")), "near");
});

test("a ruling says level, channels and for whom it does not count, unless its note stands for all that", () => {
  const head = { words: { may: "Yes: [n]", may_others: "To others: [n]", may_not: "No: [n]" }, levels: { limited: { name: "Restricted", yes: "Phone", no: "Chat", mind: "encrypted", outside: "once it is signed" } } };
  const said = (/** @type {object} */ more) => saidOf({ answer: { level: "limited", ...more } }, head);
  assert.equal(said({}), "Restricted · Yes: Phone · No: Chat · encrypted");
  assert.equal(said({ exception: "not to the party" }), "Restricted · not to the party · To others: Phone · No: Chat · encrypted");
  assert.equal(said({ note: "to nobody" }), "Restricted · to nobody");
  assert.equal(said({ outside: true }), "Restricted · once it is signed · Yes: Phone · No: Chat · encrypted");
});

test("who asks for somebody outside, or for the public, is heard", () => {
  for (const said of ["源代码能给外包看吗", "车间照片可以发朋友圈吗", "把纪要外发行吗", "can i share source code with a supplier", "may i post a photo", "give out a number"]) assert.ok(isForOutsiders(said), said);
  for (const said of ["客户名单能发群里吗", "客户的合同价能发邮件吗", "may i send the customer list by chat", "can i give my boss the minutes"]) assert.ok(!isForOutsiders(said), said);
});

test("pay that is paid out is nothing to send", () => {
  for (const said of ["发工资的日子", "发奖金"]) assert.ok(!heardIn(said).some(({ kind }) => kind === "sending"), said);
  assert.ok(heardIn("发工资条给同事可以吗").some(({ kind }) => kind === "sending"));
});
