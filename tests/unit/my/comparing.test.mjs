/** The records of several people side by side. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script } from "../page.mjs";

const { openWithSeveral, ownerOf, peopleIn } = await script("my/comparing.js");

const item = (id) => ({ id, group: "", text: `Do ${id}` });
const DAY = { id: "day", title: "Day one", url: "", items: [item("a"), item("b"), item("c")], retired: [] };
const WEEK = { id: "week", title: "First week", url: "", items: [item("d")], retired: [] };
const run = (name, checklist, done = [], changed = 1) => ({ whose: `${name || "nobody"}-file`, run: {
  name, checklist, changed, answers: Object.fromEntries(done.map((id) => [id, { state: "done", at: 1 }])) } });

test("records of one name are one person's, the younger of two of the same list counts, and a file stands for a missing name", () => {
  const people = peopleIn([run("Zhou", "day", ["a"], 1), run("Li", "day"), run("Zhou", "day", ["a", "b"], 2), run("Zhou", "week"), run(" ", "day")], "en");
  assert.deepEqual(people.map(({ name, runs }) => [name, [...runs.keys()]]), [[" -file", ["day"]], ["Li", ["day"]], ["Zhou", ["day", "week"]]]);
  assert.equal(people[2].runs.get("day").changed, 2);
});

test("what one person alone has open, or nobody has begun, is not told", () => {
  const people = peopleIn([run("A", "day", ["a"]), run("B", "day", ["a", "b"]), run("C", "day", ["b", "c"])], "en");
  assert.deepEqual(openWithSeveral(people, [DAY, WEEK]), [{ list: DAY, text: "Do c", open: 2 }]);
  assert.deepEqual(openWithSeveral(peopleIn([run("A", "day"), run("B", "day"), run("C", "day", ["a"])], "en"), [DAY]).map(({ text, open }) => [text, open]),
    [["Do b", 3], ["Do c", 3], ["Do a", 2]]);
});

test("a file is that of whom most of its records are named after, of as many, of whom the first list is; without a name nobody's", () => {
  const named = (...all) => ownerOf(all.map(([name, checklist]) => run(name, checklist).run), ["day", "week", "buyer"]);
  assert.equal(named(["Visit of Mr. Ortega", "buyer"], ["Li", "week"], ["Li ", "day"]), "Li");
  assert.equal(named(["Pumps", "buyer"], ["Li", "day"], ["", "week"]), "Li");
  assert.equal(named([" ", "day"]), "");
});
