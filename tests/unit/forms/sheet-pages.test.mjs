/** Where the pages of a sheet end whose rows have grown. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script } from "../page.mjs";

const { breaksIn } = await script("forms/sheet-pages.js");

const row = (height = 20) => ({ height, isEmpty: false });
const room = [{ height: 6, isEmpty: true }, { height: 2, isEmpty: true }];
const rows = (count, height) => Array.from({ length: count }, () => row(height));

test("what fits on its page, or is higher than one, is left as it is", () => {
  assert.deepEqual(breaksIn([...rows(10), ...room, ...rows(4)], 300), []);
  assert.deepEqual(breaksIn([...rows(2), ...room, ...rows(20)], 300), []);
  assert.deepEqual(breaksIn([...room, ...rows(4)], 300), []);
});

test("a page ends before a place to sign that it would tear apart", () => {
  const signed = [...rows(12), ...room, ...rows(4)];
  assert.deepEqual(breaksIn(signed, 300), [11]);
  assert.deepEqual(breaksIn(signed, 330), []);
});

test("a page ends before the name of a section below which nothing would stand", () => {
  const form = [...rows(13), ...room, row(), ...room, ...rows(9), ...room, ...rows(3)];
  assert.deepEqual(breaksIn(form, 300), [12]);
  assert.deepEqual(breaksIn([...rows(9), ...room, ...rows(9), ...room, ...rows(3)], 300), [], "its beginning has room");
});

test("each further page is counted from where it begins", () => {
  const form = [...rows(12), ...room, ...rows(4, 60), ...room, ...rows(4)];
  assert.deepEqual(breaksIn(form, 300), [11, 17]);
});
