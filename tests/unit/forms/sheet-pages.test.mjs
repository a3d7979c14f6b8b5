/** Where the pages of a sheet end whose rows have grown. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script } from "../page.mjs";

const { breaksIn, closer } = await script("forms/sheet-pages.js");

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

test("rows give way as far as they can where that saves a page, all of them alike", () => {
  const form = (height, least) => Array.from({ length: 10 }, () => ({ height, isEmpty: false, least }));
  assert.deepEqual(closer(form(32, 22), 300), form(30).map(({ height }) => height));
  assert.deepEqual(closer(form(32, 31), 300), form(31).map(({ height }) => height), "the rest is printed a little smaller");
  assert.equal(closer(form(34, 32), 300), null, "it would be too small");
  assert.equal(closer(form(20, 18), 300), null, "it has room");
});
