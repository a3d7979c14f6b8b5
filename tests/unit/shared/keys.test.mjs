/** Which key was pressed: none of an input method's, none where there is none, commands as the system gives them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script, standIn } from "../page.mjs";

standIn();
const { commandName, commandOf, keyOf } = await script("shared/keys.js");
const pressed = (/** @type {object} */ event) => ({ isComposing: false, keyCode: 0, key: "k", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...event });

test("a key of an input method is none", () => {
  assert.equal(keyOf(pressed({ keyCode: 229, key: "Enter" })), "");
  assert.equal(keyOf(pressed({ isComposing: true, key: "Enter" })), "");
  assert.equal(keyOf(pressed({ key: "Enter" })), "Enter");
});

test("an event without a key is no fault", () => {
  assert.equal(keyOf(pressed({ key: undefined })), "");
  assert.equal(commandOf(pressed({ key: undefined, ctrlKey: true })), "");
});

test("a command is the system's own modifier and nothing beside it", () => {
  const [own, other] = commandName("K") === "Meta+K" ? ["metaKey", "ctrlKey"] : ["ctrlKey", "metaKey"];
  assert.equal(commandOf(pressed({ [own]: true, key: "K" })), "k");
  for (const wrong of [{ [other]: true }, { [own]: true, [other]: true }, { [own]: true, altKey: true }, { [own]: true, shiftKey: true }, {}]) {
    assert.equal(commandOf(pressed(wrong)), "");
  }
});
