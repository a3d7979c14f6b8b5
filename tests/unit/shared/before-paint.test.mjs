// @ts-check
/** What runs before the page is painted, read as a plain script. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import vm from "node:vm";

import { SCRIPTS } from "../page.mjs";

const SOURCE = readFileSync(new URL("shared/before-paint.js", SCRIPTS), "utf-8");

/** The colours that a page at an address is painted in, with these things kept. @param {string} href @param {Record<string, string>} kept */
function coloursAt(href, kept) {
  /** @type {Record<string, string>} */
  const dataset = {};
  const nothing = () => {};
  vm.runInNewContext(SOURCE, {
    document: {
      documentElement: { dataset, classList: { replace: nothing, add: nothing }, toggleAttribute: nothing }, referrer: "", currentScript: { dataset: {} },
      querySelector: (/** @type {string} */ wanted) => (wanted.startsWith("meta") ? { getAttribute: () => "." } : null), addEventListener: nothing,
    },
    location: new URL(href), URL, addEventListener: nothing, CSS: { supports: () => false }, performance: { getEntriesByType: () => [] },
    localStorage: { getItem: (/** @type {string} */ key) => kept[key] ?? null },
  });
  return dataset.colours;
}

test("the reader's colours are kept by where the site lives, however a link has written that", () => {
  assert.equal(coloursAt("https://a.example/b~/", { "handbook:colours@/b~/": "dark" }), "dark");
  assert.equal(coloursAt("https://a.example/%E6%89%8B%E5%86%8C/", { "handbook:colours@/手册/": "dark" }), "dark");
  assert.equal(coloursAt("https://a.example/other/", { "handbook:colours@/手册/": "dark" }), undefined);
});

test("an address with a per cent sign that escapes nothing keeps them too", () => {
  assert.equal(coloursAt("https://a.example/100%/", { "handbook:colours@/100%/": "dark" }), "dark");
});
