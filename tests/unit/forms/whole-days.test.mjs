/** Days in a text: found where they are days, and held together. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script } from "../page.mjs";

const { betweenHyphens, held, loosened, wholesIn, withWholeDays } = await script("forms/whole-days.js");

test("the hyphens of days in figures are those at which no line may end", () => {
  assert.deepEqual(betweenHyphens("due 2026-10-13, or 2026-1-2"), ["due 2026", "10", "13, or 2026", "1", "2"]);
  for (const text of ["", "XS-2026-031", "2026-10-13-7", "12026-10-13", "010-5555-0135", "2026/10/13"]) assert.deepEqual(betweenHyphens(text), [text]);
  assert.equal(withWholeDays("by 2026-10-13 (well-known)"), "by 2026\u201110\u201113 (well-known)");
});

test("days in words are found too, and nothing of the text is lost", () => {
  const text = "自2026年11月5日至12月1日，5 October 2026, 2026/10/13; 13 people";
  const pieces = wholesIn(text);
  assert.equal(pieces.join(""), text);
  assert.deepEqual(pieces.filter((_, number) => number % 2), ["2026年11月5日", "12月1日", "5 October 2026", "2026/10/13"]);
});

test("numbers of contracts and telephones are found for paper, and nothing that is too long for a line", () => {
  const text = "合同HT-2026-057、EXT-CS-2026-46：010-5555 0135或+86 10 5555 0135，covid-19、COVID-19-well-known、A-B";
  const pieces = wholesIn(text);
  assert.equal(pieces.join(""), text);
  assert.deepEqual(pieces.filter((_, number) => number % 2), ["HT-2026-057", "EXT-CS-2026-46", "010-5555 0135", "+86 10 5555 0135", "COVID-19"]);
  assert.deepEqual(wholesIn("A-".repeat(20_000)), ["A-".repeat(20_000)]);
});

test("English days and sums of money are held together, and read as they were typed", () => {
  const text = "18:00 on 28 November 2026, CNY 148,800.00 by 5 May. In all 3 people, ISO 9001; 12 Marchand, XCNYZ 5";
  assert.equal(held(text), "18:00 on 28\u00a0November\u00a02026, CNY\u00a0148,800.00 by 5\u00a0May. In all 3 people, ISO\u00a09001; 12 Marchand, XCNYZ 5");
  assert.equal(loosened(held(text)), text);
});

test("a figure and its unit are held together in Word and on paper", () => {
  const text = "−30 to 60 °C, ±0.3 °C; suitable for −40 °C, 5 m, 12 kg, 3.5 %, 230 V, 5 men, Room 3 A4";
  assert.equal(held(text), "−30 to 60\u00a0°C, ±0.3\u00a0°C; suitable for −40\u00a0°C, 5\u00a0m, 12\u00a0kg, 3.5\u00a0%, 230\u00a0V, 5 men, Room 3 A4");
  assert.equal(loosened(held(text)), text);
  const pieces = wholesIn(text);
  assert.equal(pieces.join(""), text);
  assert.deepEqual(pieces.filter((_, number) => number % 2), ["60 °C", "±0.3 °C", "−40 °C", "5 m", "12 kg", "3.5 %", "230 V"]);
  assert.deepEqual(wholesIn("1".repeat(20_000)), ["1".repeat(20_000)]);
});

test("no line ends behind the letter of “e-mail”, and addresses are left as they are", () => {
  assert.deepEqual(betweenHyphens("Customer’s e-mail, E-mail: a-b@example.com or e-mail.example.com, a well-known x-y-z"), ["Customer’s e", "mail, E", "mail: a-b@example.com or e-mail.example.com, a well-known x-y-z"]);
  assert.deepEqual(wholesIn("by e-mail on 5 May").filter((_, number) => number % 2), ["e-mail", "5 May"]);
  assert.equal(loosened("E\u2011mail of 2026\u201110\u201113, well\u2011known"), "E-mail of 2026-10-13, well\u2011known");
});
