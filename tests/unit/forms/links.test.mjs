/** Links that bring values along, as mail programs and messengers hand them on. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script } from "../page.mjs";
import { sampleForm } from "./samples.mjs";

const { valuesOfLink } = await script("forms/prefill.js");
const form = sampleForm();
const read = (hash) => valuesOfLink(hash, form);
const nothing = { values: {}, ignored: 0, cut: false, draft: null };

test("values are read as they were meant", () => {
  const whole = { ...nothing, values: { subject: "A & B = 50% 会议", "noticed-at": "2026-11-05T10:00" } };
  assert.deepEqual(read("#subject=A+%26+B+%3D+50%25+%E4%BC%9A%E8%AE%AE&noticed-at=2026-11-05T10:00"), whole);
  assert.deepEqual(read("#subject=A %26 B %3D 50% %E4%BC%9A%E8%AE%AE&noticed-at=2026-11-05T10%3A00"), whole, "half escaped");
  assert.deepEqual(read("#subject=A%20%26%20B%20%3D%2050%25%20会议&amp;noticed-at=2026-11-05%2010:00"), whole, "escaped for HTML");
  assert.deepEqual(read("#subject%3DNew%26needed-by%3D2026-11-05").values, { subject: "New", "needed-by": "2026-11-05" }, "its signs escaped");
});

test("a link that breaks off within a letter says so, and its last value is left out", () => {
  for (const end of ["%", "%E", "%E4", "%E4%", "%E4%BC", "%E4%BC%9"]) {
    assert.deepEqual(read(`#subject=Whole&story=Cut${end}`), { ...nothing, values: { subject: "Whole" }, cut: true }, end);
  }
  assert.deepEqual(read("#story=%E4%BC&subject=Whole"), { ...nothing, values: { subject: "Whole" }, ignored: 1 });
});

test("what a field cannot hold is left out and counted", () => {
  for (const hash of ["#needed-by=2026-02-30", "#noticed-at=2026-11-05", "#noticed-at=2026-11-05T24:00", "#source=fax", "#needs=fax", "#told=perhaps", "#to-dos=x",
    "#no-such=x", "#constructor=x", "#__proto__=x", "#toString=x", "#subject=", `#subject=${"x".repeat(501)}`]) assert.deepEqual(read(hash), { ...nothing, ignored: 1 }, hash);
});

test("a link may name a draft, or nothing", () => {
  assert.equal(read("#draft=abcdef123456").draft, "abcdef123456");
  assert.equal(read("#draft=").draft, "");
  for (const hash of ["", "#", "#download", "#%E4", "#%"]) assert.deepEqual(read(hash), nothing);
});
