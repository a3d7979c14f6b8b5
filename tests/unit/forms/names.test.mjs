/** What a filled-in form is called in the reader's folder. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script, standIn } from "../page.mjs";

standIn();
const { fileNameOf } = await script("forms/names.js");

const field = { id: "subject", type: "text", family: "words", label: { zh: "事由", en: "Subject" }, help: { zh: "", en: "" }, required: true };
const named = (/** @type {string} */ title) => ({
  id: "a", fileName: { zh: title, en: title }, sections: [{ id: "s", title: { zh: "", en: "" }, fields: [field] }],
});

test("a title that goes on in a name loses its capital, and no other letter", () => {
  for (const [title, goesOn] of [["Meeting minutes", "meeting minutes"], ["PDF form", "PDF form"], ["Request to HR", "request to HR"]]) {
    assert.match(fileNameOf(named(title), { subject: "Move" }, "en", "md"), new RegExp(`Move ${goesOn}\\.md$`));
    assert.match(fileNameOf(named(title), {}, "en", "md"), new RegExp(`${title}\\.md$`));
  }
});

test("a word that ends the matter and begins the title is said once", () => {
  const name = (/** @type {string} */ subject, /** @type {"zh" | "en"} */ language = "en") => fileNameOf(named("Meeting minutes"), { subject }, language, "md");
  assert.match(name("Weekly sales meeting"), /–Weekly sales meeting minutes\.md$/);
  assert.match(name("Weekly meetings"), /–Weekly meetings meeting minutes\.md$/);
  assert.match(fileNameOf(named("Meeting"), { subject: "Sales meeting" }, "en", "md"), /Sales meeting meeting\.md$/);
});

test("a matter that is too long is cut at a word, says so, and leaves the form's name whole", () => {
  const name = (/** @type {string} */ subject, /** @type {"zh" | "en" | "zh-en"} */ language = "en") => fileNameOf(named("Letter of authority"), { subject }, language, "docx").replace(/^[\d-]+–/, "");
  assert.equal(name("Signing the annual contract for temperature sensors"), "Signing the annual contract for temperature sensors letter of authority.docx");
  assert.equal(name("Signing the annual contract for temperature sensors of the second warehouse"), "Signing the annual contract for temperature sensors of the… letter of authority.docx");
  assert.equal(name("Two thermostats without power, four of nine boxes broken, one of them lost"), "Two thermostats without power, four of nine boxes broken… letter of authority.docx");
  const form = named("");
  form.fileName = { zh: "授权委托书", en: "Letter of authority" };
  assert.match(fileNameOf(form, { subject: "温".repeat(40) }, "zh", "docx"), /温{30}…授权委托书\.docx$/);
  assert.match(fileNameOf({ ...form, department: "subject" }, { subject: "温".repeat(80) }, "zh-en", "docx"), /温…授权委托书 Letter of authority\.docx$/, "200 bytes hold all of the form's name");
});

test("between Chinese and Chinese there is no space, in a name of both languages either", () => {
  const form = named("");
  form.fileName = { zh: "会议纪要", en: "Meeting minutes" };
  for (const [subject, name] of [["发货计划协调会", "发货计划协调会议纪要"], ["发货计划协调会议", "发货计划协调会议纪要"], ["发货计划", "发货计划会议纪要"], ["Q4", "Q4 会议纪要"]]) {
    assert.match(fileNameOf(form, { subject }, "zh-en", "docx"), new RegExp(`-${name} Meeting minutes\\.docx$`));
  }
});
