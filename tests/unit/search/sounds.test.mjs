import assert from "node:assert/strict";
import { test } from "node:test";
import { Sounds, soundsLike } from "../../../overrides/search/sounds.js";

test("the commonest characters stand in the order of GB/T 2312", () => {
  const sounds = new Sounds({}, "a2ai13an9");
  assert.deepEqual(["啊", "阿", "哀", "隘", "鞍", "案"].map((sign) => sounds.of.get(sign)), [["a"], ["a"], ["ai"], ["ai"], ["an"], ["an"]]);
  assert.equal(sounds.of.get("肮"), undefined, "told no further");
  assert.deepEqual(sounds.cut("aan"), [["a"], ["an"]]);
});

test("what is read in another way as well, and rare characters, come beside", () => {
  const sounds = new Sounds({ yi: "阿", di: "嘀" }, "a2");
  assert.deepEqual([sounds.of.get("阿"), sounds.of.get("嘀")], [["a", "yi"], ["di"]]);
});

test("a name sounds less like other characters than like some of its own", () => {
  const name = [["gong"], ["shi"]], typed = [["gong"], ["shi"]];
  const fits = [() => true, (/** @type {number} */ place) => place === 0, () => false].map((isSame) => soundsLike(name, typed, isSame));
  assert.equal(fits[0], 1);
  assert.ok(fits[0] > fits[1] && fits[1] > fits[2] && fits[2] > 0.5, fits.join());
});

test("what is spelled in another order sounds more like a name than a part of it does", () => {
  const name = [["wang"], ["le"], ["mi"], ["ma"]], typed = [["mi"], ["ma"], ["wang"], ["le"]];
  assert.ok(soundsLike(name, typed) > soundsLike(name, [["mi"], ["ma"], ["gong"], ["shi"]]));
  assert.ok(soundsLike(name, name) > soundsLike(name, typed));
  assert.equal(new Sounds({ mi: "密", ma: "码吗", wang: "忘" }).cut("mimawang")?.length, 3, "吗 only asks at the end");
});
