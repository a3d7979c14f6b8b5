/** What was typed, as it leaves: what a title says around an answer is not said twice, and a form names the file that it is. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script } from "../page.mjs";

const { leaving } = await script("forms/leaving.js");
const both = (text) => ({ zh: text, en: text });
const field = (id, more = {}) => ({ id, family: "words", label: both(id), required: true, ...more });

test("words that the title puts around an answer are left out of it", () => {
  const body = { zh: [{ kind: "title", pieces: ["关于", { field: "matter" }, "的函"] }], en: [{ kind: "title", pieces: ["Letter: ", { field: "matter" }] }] };
  const form = { body, sections: [{ id: "a", fields: [field("matter")] }] };
  const said = (matter) => leaving(form, { matter }, "zh").matter;
  for (const [typed, left] of [
    ["关于派员参加联合测试的函", "派员参加联合测试"], ["关于派员", "派员"], ["答复贵公司3月2日的函", "答复贵公司3月2日的函"],
    ["Letter: joint test", "joint test"], ["关于的函", "关于的函"], ["派员", "派员"],
  ]) assert.equal(said(typed), left);
  const behind = { ...form, body: { zh: [{ kind: "title", pieces: [{ field: "matter" }, "询价函"] }], en: [] } };
  assert.equal(leaving(behind, { matter: "轴承询价函" }, "zh").matter, "轴承");
});

test("a form says the name of its file where nobody has named it, and only once it says what it is about", () => {
  const fields = [field("matter"), field("day", { family: "date" }), field("filed", { required: false })];
  const form = { body: null, filedAs: "filed", ownDate: "day", department: null, fileName: { zh: "会议纪要", en: "Meeting minutes" }, sections: [{ id: "a", fields }] };
  const values = { matter: "Warehouse move", day: "2026-11-05" };
  assert.equal(leaving(form, values, "en").filed, "2026-11-05–Warehouse move meeting minutes");
  assert.equal(leaving(form, { ...values, filed: "Mine" }, "en").filed, "Mine");
  assert.equal(leaving(form, { day: "2026-11-05" }, "en").filed, undefined);
});
