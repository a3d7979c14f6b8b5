/** How much room a text takes in a cell, and where cells stand. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script } from "../page.mjs";

const { ENGLISH, heightOf, linesOf, LISTED, OURS, placeOf, STRANGERS, typeFor, widthOf } = await script("forms/cell-room.js");
const TYPES = { OURS, ENGLISH, LISTED, STRANGERS };

for (const [name, type] of Object.entries(TYPES)) {
  test(`lines end between words and between Chinese letters, and nothing of a text is lost (${name})`, () => {
    const width = type.sides + 10.5 * type.letter;
    for (const text of ["one two three fours", "四个字四个字四个字", "a".repeat(35), "会议room 3楼，下午。", "", "one\n\ntwo\n"]) {
      const lines = linesOf(text, width, type);
      assert.equal(lines.join(""), text);
      for (const line of lines) assert.ok(widthOf(line.trimEnd(), type) <= 10.5 * type.letter, line);
    }
    assert.deepEqual(linesOf("one two three fours", width, type), ["one two ", "three ", "fours"]);
    assert.deepEqual(linesOf("one\n\ntwo\n", width, type), ["one\n", "\n", "two\n", ""]);
  });

  test(`more lines are higher, and a cell of no width ends (${name})`, () => {
    assert.equal(heightOf(3, type) - heightOf(2, type), type.line);
    assert.equal(linesOf("four", 0, type).length, 4);
  });
}

test("of a file whose fonts are not known, no text is taken to be narrower than in one of ours", () => {
  for (const text of ["一行字", "one line", "会议 room 3"]) assert.ok(widthOf(text, STRANGERS) > widthOf(text, OURS), text);
});

test("in a list, whose letters are larger, a text takes more lines and each of them more height than in a form", () => {
  const said = "10月26日：两次未答，已请双方负责人定";
  assert.equal(linesOf(said, 81, LISTED).length, 4);
  assert.ok(linesOf(said, 81, OURS).length < 4 && heightOf(1, LISTED) > heightOf(1, OURS));
});

test("a cell is known by its column and row, whichever of them it names", () => {
  const said = { A1: [1, 1], AB12: [28, 12], XFD1048576: [16384, 1048576], C: [3, 0], "7": [0, 7], "": [0, 0] };
  for (const [name, place] of Object.entries(said)) assert.deepEqual(placeOf(name), place);
});

test("in a form in English, what is said in Chinese has the height of Chinese lines, and all else that of its own", () => {
  assert.equal(heightOf(2, typeFor("Songping 松坪", ENGLISH)), heightOf(2, OURS));
  assert.ok(heightOf(2, typeFor("Songping", ENGLISH)) < heightOf(2, OURS));
  for (const type of [OURS, LISTED, STRANGERS]) assert.equal(typeFor("Songping 松坪", type), type);
});
