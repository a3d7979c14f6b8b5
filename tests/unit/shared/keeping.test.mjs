/** What the browser keeps: by the path of the site, over erasing, coming back, full, damaged and newer storages, and on shared computers. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { comeBack, FakeStorage, hearOf, openPage } from "../storage.mjs";

const KEPT = Object.fromEntries(Object.entries(JSON.parse(readFileSync(new URL("../../kept-1.1.0.json", import.meta.url), "utf8")))
  .map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)]));
const RUN = "mb1k7c0a1x9q";

/** The stores of a page, and what changes runs. */
async function stores(path, given) {
  const page = openPage(path, given);
  const { RunStore } = await page.load("checklists/store.js");
  const { DraftStore } = await page.load("forms/drafts/kept-drafts.js");
  const runs = new RunStore();
  const drafts = new DraftStore();
  const { answeredRun, changedRun, newRun } = await page.load("checklists/run.js");
  const tick = (id = "goal") => runs.put(answeredRun(runs.begin("work-instruction"), { id, text: id }, { state: "done" }));
  return { ...page, runs, drafts, answeredRun, changedRun, newRun, tick, places: await page.load("shared/keeping/places.js") };
}

/** The names of what a storage holds for a site. */
const names = (storage, path) => Object.keys(storage.all()).filter((key) => key.endsWith(`@${path}`)).map((key) => key.slice("handbook:".length, -path.length - 1)).sort();

// --- two handbooks on one host ---------------------------------------------------------------------------------------

for (const [one, other] of [["/a/", "/b/"], ["/", "/b/"], ["/a/", "/a/b/"], ["/b@/a/", "/a/"], ["/a/", "/A/"], ["/%E6%89%8B%E5%86%8C/", "/"]]) {
  test(`deleting everything in ${other} leaves ${one} alone, and each sees its own only`, async () => {
    const local = new FakeStorage();
    const a = await stores(one, { local });
    a.tick();
    a.drafts.setDetails({ name: "Li Na" });
    const before = local.all();
    const b = await stores(other, { local });
    assert.deepEqual([b.runs.list().length, b.drafts.details.name], [0, ""]);
    b.tick("other");
    assert.equal(b.runs.list().length, 1);
    b.places.eraseHere();
    assert.deepEqual(local.all(), before);
    const again = await stores(one, { local });
    assert.deepEqual([again.runs.list().length, again.drafts.details.name], [1, "Li Na"]);
  });
}

test("a path is one place however a link writes it", async () => {
  const local = new FakeStorage();
  (await stores("/~li/", { local })).tick();
  assert.equal((await stores("/%7Eli/", { local })).runs.list().length, 1);
});

test("everything that 1.1 kept is found once and brought over, whole", async () => {
  const local = new FakeStorage(KEPT);
  const a = await stores("/a/", { local });
  const { readMemory } = await a.load("practice/memory.js");
  assert.deepEqual(a.runs.list().map((run) => run.id).sort(), Object.keys(KEPT).filter((key) => key.startsWith("handbook:run:")).map((key) => key.slice(13)).sort());
  assert.equal(a.runs.currentOf("meeting-after")?.id, RUN);
  assert.equal(a.drafts.sorted()[0].name, "Minutes of 24 November");
  assert.equal(a.drafts.details.name, "Li Na");
  assert.equal(Object.keys(readMemory().memory.cards).length, 2);
  assert.deepEqual(names(local, "/a/"), Object.keys(KEPT).map((key) => key.slice("handbook:".length)).sort());
  assert.equal(Object.keys(local.all()).length, Object.keys(KEPT).length, "nothing is left behind");
  assert.equal((await stores("/b/", { local })).runs.list().length, 0);
  a.places.eraseHere();
  assert.equal((await stores("/a/", { local })).runs.list().length, 0, "and it does not come back");
});

test("what a page of 1.1 that is still open writes afterwards is merged in", async () => {
  const local = new FakeStorage(KEPT);
  const a = await stores("/a/", { local });
  a.runs.put(a.changedRun(a.runs.runs.get(RUN), { name: "Renamed here" }));
  const old = JSON.parse(KEPT[`handbook:run:${RUN}`]);
  old.answers["send-the-minutes"] = { state: "done", at: Date.now() };
  old.changed = Date.now() + 1000;
  local.setItem(`handbook:run:${RUN}`, JSON.stringify(old));
  local.setItem("handbook:details", JSON.stringify({ v: 1, name: "Other", department: "", phone: "", email: "li@example.com", company: "" }));
  hearOf(`handbook:run:${RUN}`);
  const run = a.runs.runs.get(RUN);
  assert.deepEqual([run.name, run.answers["send-the-minutes"].state], ["Renamed here", "done"]);
  assert.deepEqual([a.drafts.details.name, a.drafts.details.email], ["Li Na", "li@example.com"]);
  assert.equal(local.getItem(`handbook:run:${RUN}`), null);
});

test("a full storage is still read, also where the browser calls it otherwise", async () => {
  for (const lack of ["QuotaExceededError", "NS_ERROR_DOM_QUOTA_REACHED"]) {
    const local = new FakeStorage();
    (await stores("/a/", { local })).tick();
    local.room = 0;
    local.lack = lack;
    assert.equal((await stores("/a/", { local })).runs.list().length, 1, lack);
  }
});

test("what 1.1 kept is read where it is as long as there is no room to bring it over", async () => {
  const size = Object.entries(KEPT).reduce((sum, [key, text]) => sum + key.length + text.length, 0);
  const full = new FakeStorage(KEPT);
  full.room = size;
  const there = await stores("/a/", { local: full });
  assert.ok(there.runs.runs.get(RUN) && there.drafts.details.name === "Li Na");
  assert.equal(full.getItem(`handbook:run:${RUN}`), KEPT[`handbook:run:${RUN}`], "nothing is lost to it");
  full.room = Infinity;
  there.tick();
  hearOf(null);
  assert.deepEqual(Object.keys(full.all()).filter((key) => !key.includes("@")), []);
});

// --- coming back -----------------------------------------------------------------------------------------------------

test("a page that comes back reads again what is kept, and writes nothing back that was deleted", async () => {
  const local = new FakeStorage();
  const session = new FakeStorage();
  const left = await stores("/a/", { local, session });
  left.tick();
  const [{ id }] = left.runs.list();
  local.setItem(`handbook:run:${id}@/a/`, JSON.stringify(left.changedRun(left.runs.list()[0], { name: "Named elsewhere" })));
  comeBack();
  assert.equal(left.runs.list()[0].name, "Named elsewhere");
  left.places.eraseHere.call(null);
  comeBack();
  assert.deepEqual([left.runs.list().length, left.runs.current], [0, {}]);
  left.tick("new");
  assert.equal(Object.keys(left.runs.list()[0].answers).length, 1);
});

test("what was only in the memory of a page is not written back after everything was deleted", async () => {
  const local = new FakeStorage();
  const session = new FakeStorage();
  const left = await stores("/a/", { local, session });
  local.room = 10;
  left.tick();
  assert.equal(left.runs.keeping, "full");
  session.setItem("handbook:erased@/a/", "elsewhere in this window");
  local.room = Infinity;
  comeBack();
  left.drafts.setDetails({ name: "New" });
  assert.equal(left.runs.list().length, 0);
  assert.deepEqual(names(local, "/a/"), ["details"]);
});

test("what another window has deleted meanwhile is gone from a page that comes back, with what it had in memory", async () => {
  const local = new FakeStorage();
  const left = await stores("/a/", { local });
  left.tick();
  local.room = 600;
  left.drafts.setDetails({ name: "x".repeat(190), company: "y".repeat(190) });
  for (const key of Object.keys(local.all())) local.removeItem(key);
  comeBack();
  assert.deepEqual([left.runs.list().length, left.runs.unsaved.size], [0, 0]);
});

// --- what goes wrong -------------------------------------------------------------------------------------------------

test("what another tab ticks is merged, and so is a rename", async () => {
  const local = new FakeStorage();
  const one = await stores("/a/", { local });
  one.tick();
  const run = one.runs.list()[0];
  local.setItem(`handbook:run:${run.id}@/a/`, JSON.stringify(one.changedRun(one.answeredRun(run, { id: "b", text: "b" }, { state: "done" }), { name: "By the other" })));
  one.runs.put(one.answeredRun(run, { id: "c", text: "c" }, { state: "done" }));
  const kept = JSON.parse(local.getItem(`handbook:run:${run.id}@/a/`));
  assert.deepEqual([kept.name, Object.keys(kept.answers).sort()], ["By the other", ["b", "c", "goal"]]);
});

test("what is beyond the limits is never kept over what was, and is kept once it is shorter", async () => {
  const { local, runs, tick, changedRun } = await stores("/a/");
  tick();
  const run = runs.list()[0];
  const kept = local.all();
  const long = runs.put(changedRun(run, { name: "x".repeat(201) }));
  assert.deepEqual(local.all(), kept);
  assert.equal(runs.keeping, "refused");
  hearOf("handbook:colours@/a/");
  assert.equal(runs.list()[0].name.length, 201, "it goes on in memory");
  runs.put(changedRun(long, { name: "short" }));
  assert.equal(runs.keeping, "kept");
  assert.equal(JSON.parse(local.getItem(`handbook:run:${run.id}@/a/`)).name, "short");
});

test("a draft with 501 rows or an answer of 60,000 characters is not kept over the draft, nor set aside later", async () => {
  const { local, drafts, load } = await stores("/a/");
  const { newDraft, withAnswers } = await load("forms/drafts/draft.js");
  const draft = drafts.put(newDraft("follow-up-tracker", { rows: Array.from({ length: 500 }, () => ({ a: "x" })) }, "Tracker"));
  const kept = local.getItem(`handbook:draft:${draft.id}@/a/`);
  for (const values of [{ rows: Array.from({ length: 501 }, () => ({ a: "x" })) }, { text: "x".repeat(60_000) }]) {
    drafts.put(withAnswers(draft, values));
    assert.equal(drafts.keeping, "refused");
    assert.equal(local.getItem(`handbook:draft:${draft.id}@/a/`), kept);
  }
  const again = await stores("/a/", { local });
  assert.equal(again.drafts.sorted()[0].fields.rows.value.length, 500);
  assert.deepEqual(Object.keys(again.drafts.aside()), []);
});

test("damaged things are set aside under the same site, newer ones left alone, both told of", async () => {
  const local = new FakeStorage({ "handbook:run:abcdef123456@/a/": "{", "handbook:run:bcdefg234567@/a/": '{"v": 4, "id": "bcdefg234567"}', "handbook:details@/a/": '{"v": 1}' });
  const { runs, drafts } = await stores("/a/", { local });
  assert.deepEqual(Object.values(runs.aside()).sort(), ['{"v": 1}', "{"].sort());
  assert.deepEqual([...runs.newer], ["run:bcdefg234567"]);
  assert.equal(drafts.newer.size, 0);
  assert.equal(local.getItem("handbook:run:bcdefg234567@/a/"), '{"v": 4, "id": "bcdefg234567"}');
  assert.deepEqual((await stores("/b/", { local })).runs.aside(), {});
});

test("two damaged things of one name are both set aside, also when the clock stands still", async (context) => {
  context.mock.timers.enable({ apis: ["Date"], now: 1_764_000_000_000 });
  const local = new FakeStorage();
  for (const damaged of ["{", "[", "]"]) {
    local.setItem("handbook:details@/a/", damaged);
    await stores("/a/", { local });
  }
  assert.deepEqual(Object.values((await stores("/a/", { local })).runs.aside()).sort(), ["[", "]", "{"]);
});

test("details that are too long are cut before they are kept, and not set aside later", async () => {
  const { local, drafts } = await stores("/a/");
  drafts.setDetails({ name: "x".repeat(201) });
  const again = await stores("/a/", { local });
  assert.deepEqual([drafts.keeping, again.drafts.details.name.length, again.drafts.aside()], ["kept", 200, {}]);
});

test("a practice that has grown beyond the limits, or that another tab goes on with, loses nothing", async () => {
  const { local, load } = await stores("/a/");
  const { keepMemory, readMemory, replaceMemory } = await load("practice/memory.js");
  const card = (box, round) => ({ box, round, right: 1, wrong: 0 });
  assert.equal(keepMemory({ v: 1, round: 1, cards: { one: card(2, 1) } }), true);
  keepMemory({ v: 1, round: 2, cards: { other: card(1, 2) } });
  assert.deepEqual(Object.keys(readMemory().memory.cards), ["one", "other"]);
  const kept = local.all();
  const many = Object.fromEntries(Array.from({ length: 2001 }, (_, number) => [`question-${number}`, card(1, 1)]));
  assert.equal(replaceMemory({ v: 1, round: 1, cards: many }), false);
  assert.deepEqual(local.all(), kept);
});

// --- whose computer --------------------------------------------------------------------------------------------------

test("on a shared computer what this window has begun goes with it, what lay there before stays", async () => {
  const local = new FakeStorage();
  (await stores("/a/", { local })).tick("colleague");
  const session = new FakeStorage();
  const { runs, drafts, places, newRun } = await stores("/a/", { local, session });
  const mine = runs.put(newRun("meeting-after", "Mine"));
  runs.choose("meeting-after", mine.id);
  drafts.setDetails({ name: "Li Na" });
  assert.equal(places.isOpen(), true);
  places.sayWhose("window");
  assert.deepEqual(runs.list().map((run) => run.name), ["Mine"]);
  assert.equal(runs.currentOf("meeting-after")?.id, mine.id);
  assert.equal(drafts.details.name, "Li Na");
  assert.deepEqual(names(local, "/a/").filter((name) => name !== "current"), names(local, "/a/").filter((name) => name.startsWith("run:")), "no details");
  assert.equal(names(local, "/a/").filter((name) => name.startsWith("run:")).length, 1);
  assert.equal((await stores("/a/", { local, session })).runs.list()[0].name, "Mine", "on the next page of the window too");
  const next = await stores("/a/", { local });
  assert.deepEqual(next.runs.list().map((run) => run.checklist), ["work-instruction"], "another window sees what lay there");
});

test("whose computer it is is open only while what was begun is still there", async () => {
  const { runs, places, newRun } = await stores("/a/");
  const mine = runs.put(newRun("meeting-after", "Mine"));
  assert.deepEqual([places.isOpen(), places.wasAskedHere()], [true, false]);
  places.noteAsked();
  const back = runs.remove(mine);
  assert.deepEqual([places.isOpen(), places.wasAskedHere()], [false, true]);
  back();
  assert.equal(places.isOpen(), true);
});

test("where nothing is to be kept, nothing is, and the page says so", async () => {
  const { local, session, runs, places, tick } = await stores("/a/");
  tick();
  places.sayWhose("nowhere");
  tick("more");
  assert.equal(runs.keeping, "nowhere");
  assert.equal(Object.keys(runs.list()[0].answers).length, 2, "this page goes on");
  assert.deepEqual(names(local, "/a/").filter((name) => name.startsWith("run:")), []);
  assert.deepEqual(names(session, "/a/"), ["computer"]);
});

test("one's own computer asks no more, and takes over what was kept for the window", async () => {
  const { local, session, runs, places, tick } = await stores("/a/");
  tick();
  places.sayWhose("window");
  places.sayWhose("own");
  assert.equal(runs.list().length, 1);
  assert.equal(names(local, "/a/").filter((name) => name.startsWith("run:")).length, 1);
  assert.deepEqual(names(session, "/a/"), []);
  const next = await stores("/a/", { local });
  next.tick("more");
  assert.equal(next.places.isOpen(), false);
});

test("an answer that nobody could have given is none", async () => {
  for (const strange of ["", "yes", "OWN", "constructor", "[object Object]"]) {
    const local = new FakeStorage({ "handbook:computer@/a/": strange });
    const session = new FakeStorage({ "handbook:computer@/a/": strange });
    const { places, tick } = await stores("/a/", { local, session });
    tick();
    assert.deepEqual([places.saidWhose(), places.placeHere(), places.isOpen()], ["", "browser", true], strange);
  }
});

test("deleting everything deletes what is kept for the window too", async () => {
  const { local, session, places, tick } = await stores("/a/");
  tick();
  places.sayWhose("window");
  tick("more");
  places.eraseHere();
  assert.deepEqual([names(local, "/a/"), names(session, "/a/")], [[], ["erased"]]);
});
