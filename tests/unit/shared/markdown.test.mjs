/** Texts as they stand in Markdown: what Python takes for active, scripts do too (see `tests/test_markdown_signs.py`). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script, standIn } from "../page.mjs";

standIn();
const { plainBy } = await script("shared/markdown.js");
const { signs, texts } = JSON.parse(process.env.MARKDOWN_SIGNS ?? '{"signs": {"signs": "[*]", "numbered": "^([0-9]+)([.])"}, "texts": [["*1", "\\\\*1"], ["1. a", "1\\\\. a"]]}');

test("a text reads in Markdown as it is", () => {
  const plain = plainBy(signs);
  for (const [text, wanted] of texts) assert.equal(plain(text), wanted);
});
