/** What a question is about without what only asks. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script, standIn } from "../page.mjs";

standIn();
const { asMeant, bareOf, callingOf, withoutAsking } = await script("search/framing.js");

test("where to begin, and what now, is no matter", () => {
  for (const [asked, about] of [
    ["新人先干什么", "新人"], ["刚来,第一步该做什么?", "刚来"], ["投诉来了先干啥", "投诉来了"], ["新采购从哪里入手", "新采购"], ["客户骂我,我该说什么", "客户骂我"], ["服务器挂了,找谁", "服务器挂了"],
    ["i am new, what do i do first", "i am new"], ["new in purchasing where do i start", "new in purchasing"], ["data leak first step to take", "data leak"], ["he shouts at me, what do i say", "he shouts at me"],
  ]) {
    assert.equal(withoutAsking(asked), about);
    assert.equal(bareOf(asked), bareOf(about), asked);
  }
  for (const all of ["where do i start", "先做什么", "first call", "迟到,早退", "第一次打电话", "合同,找谁审"]) assert.equal(withoutAsking(all), all);
});

test("some words always mean another, and a country is none of us", () => {
  for (const [said, meant] of [["a call with people in the us", "a call with people in america"], ["they told us", "they told us"], ["被人偷了", "被偷了"]]) assert.equal(asMeant(said), meant);
});

test("from when to when only asks", () => {
  for (const said of ["食堂几点到几点", "食堂从几点到几点"]) assert.equal(withoutAsking(said), "食堂");
});

test("who is called by a department, or its phone, is so called however it is put", () => {
  for (const said of ["phone number of the finance department", "phone of finance"]) assert.equal(callingOf(said), callingOf("finance phone"));
  for (const said of ["财务电话", "财务部的电话", "财务部电话是多少"]) assert.equal(callingOf(said), callingOf("财务部电话"));
  assert.notEqual(callingOf("it phone"), callingOf("phone"));
});
