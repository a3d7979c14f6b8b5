/** Names of files, and calendars as RFC 5545 wants them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script, standIn } from "../page.mjs";

standIn();
const { allowedInName, fileName } = await script("shared/file-name.js");
const { calendarLines, icsText, revisionAfter, revisionLines } = await script("shared/ics.js");
const { LAST_REVISION } = await script("shared/keeping/sound.js");
const { shortened } = await script("shared/keeping/sound.js");
const bytes = (text) => new TextEncoder().encode(text).length;

test("a name is one that every system allows, and looks like what it is", () => {
  const names = { "Report: A/B": "Report- A-B.md", " .hidden. ": "hidden.md", "": "handbook.md", "con": "_con.md", "NUL.x": "_NUL.x.md", "a\tb\nc": "a b c.md", "invoice\u202excod.exe": "invoicexcod.exe.md",
    "\u2066a\u2069\u200b\ufeffb": "ab.md", "e\u0301": "é.md", "\u0000?": "--.md" };
  for (const [name, wanted] of Object.entries(names)) assert.equal(fileName(name, "md"), wanted, JSON.stringify(name));
});

test("a name is never longer than a system takes, and never cut within a character", () => {
  for (const letter of ["评", "é", "x", "🙂", "👩‍💻", "评 "]) {
    const name = fileName(letter.repeat(300), "json");
    assert.ok(bytes(name) <= 255, letter);
    assert.ok(!/[\ud800-\udbff](?![\udc00-\udfff])|\ufffd|\u200d\.|\s\./.test(name), name);
  }
  assert.equal(allowedInName("\u200d"), "");
});

test("a text is shortened between two characters", () => {
  assert.equal(shortened("ab🙂", 3), "ab");
  assert.equal(shortened("ab🙂", 4), "ab🙂");
  assert.equal(shortened("a👩‍💻", 4), "a👩");
});

test("each export bears a higher number and a later time than the one before, also when the clock is put back or stands still", () => {
  const numbers = [revisionAfter(0)];
  for (let turn = 0; turn < 3; turn += 1) numbers.push(revisionAfter(numbers.at(-1)));
  const ahead = numbers.at(-1) + 1e6;
  numbers.push(ahead, revisionAfter(ahead));
  assert.deepEqual(numbers, [...new Set(numbers)].sort((a, b) => a - b));
  const stamps = numbers.map((number) => revisionLines(number).find((line) => line.startsWith("LAST-MODIFIED:")));
  assert.deepEqual(stamps, [...new Set(stamps)].sort());
  for (const stamp of stamps) assert.match(stamp, /^LAST-MODIFIED:\d{8}T\d{6}Z$/);
  assert.equal(revisionAfter(LAST_REVISION), LAST_REVISION, "no more than the standard lets a number be");
});

test("a calendar's lines end as they should, none is too long, and no sign is cut or harmful", () => {
  const text = `DESCRIPTION:${icsText(`${"长".repeat(80)}; a, b\\ c\r\nnext\u0000\u0007${"🙂".repeat(40)}`)}`;
  const calendar = calendarLines("tests", [text]);
  assert.ok(!/(?<!\r)\n/.test(calendar) && !/[\u0000-\u0009\u000b\u000c\u000e-\u001f]/.test(calendar));
  assert.ok(calendar.split("\r\n").every((line) => bytes(line) <= 75));
  assert.ok(calendar.replaceAll("\r\n ", "").includes(text));
});
