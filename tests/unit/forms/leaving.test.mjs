/** Mails and names of files: what programs that take them would cut, refuse or show as something else. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script } from "../page.mjs";
import { sampleForm } from "./samples.mjs";

const { fillMail } = await script("forms/mail.js");
const { fileNameOf } = await script("forms/names.js");
const letter = sampleForm({ audience: "external", letter: true, body: { zh: [], en: [] }, mailSubject: { zh: "关于〔名称〕", en: "About [Subject]" } });
const head = (mail) => mail.slice(0, mail.indexOf("\r\n\r\n")).split("\r\n");
const decoded = (mail) => [...head(mail).join("\n").replace(/\n /g, " ").matchAll(/=\?utf-8\?b\?([^?]*)\?=/g)].map(([, word]) => Buffer.from(word, "base64").toString()).join("");

test("no line of a mail's head is longer than 76, and every word of it is whole", () => {
  for (const subject of ["x", "长".repeat(200), "𠮷野家".repeat(50), "👩‍👩‍👧".repeat(30), "a".repeat(500), "US$ $& $1 100%", "e\u0301".repeat(99)]) {
    const mail = fillMail(letter, { subject, "reply-to": `${"a".repeat(64)}@example.com, b@example.com` }, "zh");
    for (const line of head(mail)) assert.ok(line.length <= 76 || / ?a+@example\.com,$/.test(line), line);
    assert.ok(decoded(mail).includes(subject), subject);
    assert.ok(!decoded(mail).includes("\ufffd"));
  }
});

test("signs that mean something to a replacement stay in a subject", () => {
  assert.ok(decoded(fillMail(letter, { subject: "$& $1 $$" }, "en")).includes("$& $1 $$"));
});

test("a T within a subject is no T between a day and a time", () => {
  assert.ok(decoded(fillMail(letter, { subject: "The Tea" }, "en")).includes("The Tea"));
  const dated = sampleForm({ audience: "external", letter: true, body: { zh: [], en: [] }, mailSubject: { zh: "期限〔期限〕", en: "Noticed at [Noticed at]" } });
  assert.ok(decoded(fillMail(dated, { "noticed-at": "2026-11-05T14:30" }, "en")).includes("Noticed at 2026-11-05 14:30"));
});

test("a name has no sign that hides or turns it, and no more bytes than any system holds", () => {
  const values = (subject) => ({ subject, department: subject, "needed-by": "2026-11-05" });
  for (const sign of "\u202e\u202d\u200e\u200f\u2066\u2067\u2068\u2069\u061c\u200b\u2060\u00ad\u034f\u180e\u3164\u115f\uffa0\u{e0001}\u{e007f}\u0007") {
    const name = fileNameOf(sampleForm(), values(`a${sign}b`), "zh", "docx");
    assert.ok(name.startsWith("ab-2026-11-05-ab"), JSON.stringify(name));
  }
  for (const sign of ["长", "𠮷", "👩‍👩‍👧", "e\u0323\u0301", "W", "\u{1f1e8}\u{1f1f3}"]) {
    for (const language of ["zh", "en", "zh-en"]) {
      const name = fileNameOf(sampleForm(), values(sign.repeat(300)), language, "docx");
      assert.ok(new TextEncoder().encode(name).length <= 255 && !/[\u200d. ]\.docx$/.test(name) && !/\p{Surrogate}/u.test(name), name);
    }
  }
});

test("a name says once where its matter ends in what its kind begins with", () => {
  const named = (subject, kind, language) => fileNameOf(sampleForm({ fileName: { zh: kind, en: kind } }), { subject, "needed-by": "2026-11-05" }, language, "docx");
  assert.equal(named("搬迁协调会", "会议纪要", "zh"), "2026-11-05-搬迁协调会议纪要.docx");
  assert.equal(named("搬迁分工", "会议纪要", "zh"), "2026-11-05-搬迁分工会议纪要.docx");
  assert.equal(named("传感器询价", "询价函", "zh"), "2026-11-05-传感器询价函.docx");
  assert.equal(named("weekly meeting", "Meeting minutes", "en"), "2026-11-05–weekly meeting minutes.docx");
  assert.equal(named("Heling Foods", "Statement of account", "en"), "2026-11-05–Heling Foods statement of account.docx");
});
