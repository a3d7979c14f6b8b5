/** Which kind of thing a question asks for, what it is about, and how sure an answer may be. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script, standIn } from "../page.mjs";

standIn();
const { heardIn } = await script("search/asking.js");
const { Engine } = await script("search/engine.js");
const { certainty, nearest } = await script("search/sure.js");

for (const [query, kind, thing] of [
  ["工资表能发微信吗", "sending", "工资表"], ["把客户名单发给供应商行吗", "sending", "客户名单"], ["may i send a salary list by chat", "sending", "salary list"],
  ["bonus figures over wechat", "sending", "bonus figures"], ["电脑坏了找谁修", "contact", "电脑坏"], ["who handles expenses", "contact", "expenses"],
  ["闭环是什么意思", "term", "闭环"], ["what does close the loop mean", "term", "close loop"], ["道歉怎么说", "phrase", "道歉"], ["how to say sorry", "phrase", "sorry"],
  ["微信多久要回", "time", "微信"], ["how soon should i answer an email", "time", "email"], ["投诉登记用哪个表", "template", "投诉登记"],
]) {
  test(`${query} asks for a ${kind}`, () => {
    const asked = heardIn(query).find((one) => one.kind === kind);
    assert.equal(asked?.thing.replace(/\s+/g, " "), thing);
  });
}

test("what is no such question asks for nothing", () => {
  for (const query of ["开发票", "meeting minutes", "发货", "打电话还是发微信", "should i call or send an email", "should i reply all"]) {
    assert.deepEqual(heardIn(query).filter(({ kind }) => kind === "sending" || kind === "time"), [], query);
  }
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
  assert.equal(said("escalating a broken machine"), "near");
  assert.equal(said("escalating a problem"), "sure");
  assert.equal(said("火锅"), "nothing");
});

test("a channel and a time are no sure answer to whether something may be sent", () => {
  const time = { channel: "chat", label: "Chat", url: "channels/chat/", within: "We answer within 4 working hours" };
  const chats = new Engine([{ ...entry("scenario", "Customers who want to use WeChat", "contract by WeChat"), answer: time }, entry("term", "Offer")], {});
  const said = (/** @type {string} */ query) => certainty(chats, query, chats.search(query));
  assert.equal(said("may I send a contract by WeChat"), "near");
  assert.equal(said("contract by WeChat"), "sure");
});
