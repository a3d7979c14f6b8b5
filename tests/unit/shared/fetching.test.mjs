/** What a page loads late from a site that was replaced meanwhile is told as such, whatever it is. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { script, standIn } from "../page.mjs";

standIn();
const { fetchedBytes, fetchedText, moduleAt } = await script("shared/fetching.js");
const said = { build: "old", root: "." };
let there, told;

document.querySelector = (wanted) => {
  const name = /"handbook-(\w+)"/.exec(wanted)?.[1];
  return name && said[name] ? { getAttribute: () => said[name] } : null;
};
globalThis.dispatchEvent = ({ type }) => told.push(type);
globalThis.fetch = async (address) => {
  if (there === null) throw new TypeError("no connection");
  const build = String(address).endsWith("build.json");
  return { ok: build, status: build ? 200 : 404, url: address, json: async () => ({ build: there }) };
};

beforeEach(() => {
  told = [];
});

for (const [what, load] of Object.entries({ bytes: () => fetchedBytes("a.docx"), script: () => moduleAt("data:text/javascript,!") })) {
  test(`${what}: it is said whether the site is another by now, or cannot be reached`, async () => {
    for (const [build, why, events] of [["new", "replaced", ["handbook-replaced"]], ["old", "offline", []], [null, "offline", []]]) {
      there = build;
      told = [];
      await assert.rejects(load(), { message: why });
      assert.deepEqual(told, events);
    }
  });
}

test("text keeps its own error, and the page is told too", async () => {
  there = "new";
  await assert.rejects(fetchedText("a.json"), /404/);
  await new Promise((resolve) => setTimeout(resolve));
  assert.deepEqual(told, ["handbook-replaced"]);
});
