/** The search's engine over an index of a few entries. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script, standIn } from "../page.mjs";

standIn();
const { Engine } = await script("search/engine.js");
const { certainty } = await script("search/sure.js");
const { cardOf, isFirst } = await script("search/card.js");

const entry = (/** @type {string} */ title, kind = "page") => ({ kind, title, url: title, part: "", names: [] });
const rest = (/** @type {number} */ count, more = {}) => ({
  // Of traditional signs: 電 郵 規 則.
  texts: Array(count).fill(""), names: Array(count).fill(""), synonyms: [], near: [], body: {}, readings: {}, simple: "ttn -16u -1gm -ax4,n5h 5fd -1d6 -azv", ...more,
});
const found = (/** @type {any} */ engine, /** @type {string} */ query) => engine.search(query).map(([number]) => engine.entries[number].title);

test("a handbook written in traditional signs is found by either", () => {
  const engine = new Engine([entry("電郵規則"), entry("会议纪要")], {});
  engine.addRest(rest(2));
  for (const query of ["電郵規則", "电邮规则", "电郵"]) assert.equal(found(engine, query)[0], "電郵規則", query);
});

test("so are texts, pages' words and words of the same meaning", () => {
  const engine = new Engine([entry("One"), entry("Two"), entry("Three")], {});
  engine.addRest(rest(3, { texts: ["電郵", "", ""], body: { 規: "則 1" }, synonyms: ["郵電|three"] }));
  assert.deepEqual(["电邮", "规则", "邮电"].map((query) => found(engine, query)[0]), ["One", "Two", "Three"]);
});

test("what people say leads to what the handbook calls it, and not the other way round", () => {
  const engine = new Engine([entry("Negative feedback"), entry("Handling a complaint"), entry("Sloppy")], {});
  engine.addRest(rest(3, { near: [["sloppy work|screams", "negative feedback|complaint"]] }));
  assert.equal(found(engine, "such sloppy work")[0], "Negative feedback");
  assert.equal(found(engine, "negative feedback").includes("Sloppy"), false);
});

test("a word for which the handbook has no other takes nothing of the question away", () => {
  const engine = new Engine([entry("Meeting in person"), entry("Getting a company seal stamped")], {});
  engine.addRest(rest(2, { synonyms: ["company seal|盖章"] }));
  assert.equal(found(engine, "company seal person")[0], "Getting a company seal stamped");
  engine.addForeign([[], ["盖章"]]);
  assert.equal(found(engine, "company seal")[0], "Getting a company seal stamped");
});

test("several words may each stand for another at once", () => {
  const engine = new Engine([entry("Manager away"), entry("Manager in a meeting"), entry("Home away")], {});
  engine.addRest(rest(3, { synonyms: ["boss|manager"], near: [["on holiday", "away"]] }));
  assert.equal(found(engine, "boss on holiday")[0], "Manager away");
});

test("the rest of another index is refused, and what there is goes on", () => {
  const engine = new Engine([entry("Minutes")], {});
  assert.throws(() => engine.addRest(rest(2)));
  assert.deepEqual(found(engine, "minutes"), ["Minutes"]);
});

test("names in the other language find, by their sound too, once they are there", () => {
  const engine = new Engine([entry("Handling a complaint"), entry("Meeting minutes")], {});
  engine.addRest(rest(2, { readings: { tou: "投", su: "诉" } }));
  assert.deepEqual(["投诉", "tousu"].map((query) => found(engine, query).length), [0, 0]);
  assert.deepEqual(["投诉", "a complaint", "tousu"].map((query) => engine.isForeign(query)), [true, false, false]);
  engine.addForeign([["投诉"], ["会议纪要"]]);
  for (const query of ["投诉", "tousu", "complaint"]) assert.equal(found(engine, query)[0], "Handling a complaint", query);
  assert.throws(() => engine.addForeign([[]]));
});

test("of a handbook in Chinese, words in letters are of the other language, but not what is said the same in both", () => {
  const engine = new Engine([entry("处理客户投诉")], {});
  assert.deepEqual(["complaint", "PPT怎么改", "HR", "投诉"].map((query) => engine.isForeign(query)), [true, true, false, false]);
});

test("a kind that nobody has weighed is found like any other", () => {
  assert.deepEqual(found(new Engine([entry("Minutes", "novelty")], { page: 0.9 }), "minutes"), ["Minutes"]);
});

test("English endings and spellings are one", () => {
  const engine = new Engine([entry("Apologise to customers"), entry("The centre’s colours"), entry("Boxes and classes"), entry("Licences")], {});
  engine.addRest(rest(4));
  for (const [query, title] of [["apologizing", "Apologise to customers"], ["center", "The centre’s colours"], ["color", "The centre’s colours"],
    ["box", "Boxes and classes"], ["class", "Boxes and classes"], ["license", "Licences"], ["licensed", "Licences"]]) assert.equal(found(engine, query)[0], title, query);
});

test("who asks what a word means gets the term before the page that uses it", () => {
  const engine = new Engine([entry("Changing it by a supplement"), entry("Supplement", "term"), entry("Minutes"), entry("Letters")], { page: 0.97, term: 0.75 });
  assert.equal(found(engine, "a supplement for it")[0], "Changing it by a supplement");
  for (const query of ["what is a supplement", "what does supplement mean", "meaning of supplement"]) assert.equal(found(engine, query)[0], "Supplement", query);
});

test("a whole sentence is not held against the sound of every name, which takes seconds", () => {
  const engine = new Engine([entry("请假")], { page: 1 });
  engine.addRest(rest(1, { readings: { qing: "请", jia: "假", xia: "下", zhou: "周", kan: "看", bing: "病", shou: "手", shang: "上", ke: "客", hu: "户", tou: "投", su: "诉" } }));
  let looked = 0;
  for (const name of engine.names) {
    const { sounds } = name;
    Object.defineProperty(name, "sounds", { get: () => (looked += 1) && sounds });
  }
  engine.search("请假");
  assert.ok(looked > 0);
  looked = 0;
  engine.search("下周请假看病，手上客户投诉。下周请假看病");
  assert.equal(looked, 0);
});

test("IT is a department where it is asked for, and a word for another is a whole one", () => {
  const engine = new Engine([entry("Helpdesk"), entry("How it works"), entry("Taxi"), entry("Salary and tax"), entry("I am ill")], {});
  engine.addRest(rest(5, { near: [["levy", "tax"], ["earnings", "salary"]] }));
  assert.equal(found(engine, "phone number of IT")[0], "Helpdesk");
  assert.equal(found(engine, "levy on earnings")[0], "Salary and tax");
  assert.equal(found(engine, "ill")[0], "I am ill");
});

test("of a long question an entry holds more whose names say its words often, of a short one the name decides", () => {
  const [once, often] = [entry("Meals with guests"), entry("The canteen")];
  once.names.push("lunch with a supplier");
  often.names.push("lunch card", "lunch hours", "where is lunch", "card for lunch");
  const engine = new Engine([once, often, entry("Access cards"), entry("Minutes"), entry("Letters")], {});
  assert.equal(found(engine, "supplier lunch")[0], once.title);
  const [[first, hit], [, next]] = engine.search("somebody says there was no lunch left for our table yesterday");
  assert.equal(engine.entries[first].title, often.title);
  assert.ok(hit.score / hit.flat > next.score / next.flat, "how sure it is does not count how often");
});

test("the very words count more than what only begins like them or is of their family", () => {
  const [kin, very] = [entry("Approvals by the board"), entry("Approve a leave")];
  const engine = new Engine([kin, very, entry("Minutes"), entry("Letters")], {});
  const [[first, hit], [, other]] = engine.search("approve it now");
  assert.equal(engine.entries[first].title, very.title);
  assert.ok(hit.score / other.score > hit.flat / other.flat);
});

test("what comes near the best but for how often its words are said leaves that only near", () => {
  const engine = new Engine([entry("Buying vouchers for strangers"), entry("Strangers")], {});
  const [[number, best]] = engine.search("buying vouchers strangers");
  const judged = (/** @type {number} */ flat) => certainty(engine, "buying vouchers strangers", [[number, { ...best, isWhole: false, score: 1, flat: 0.8 }], [1, { ...best, isWhole: false, score: 0.8, flat }]]);
  assert.deepEqual([0.6, 0.7].map(judged), ["sure", "near"]);
});

test("what is told of rows comes behind the head", () => {
  const engine = new Engine([entry("Minutes"), entry("Chasing", "phrase")], {});
  engine.addRest(rest(2, { answers: { 1: { phrase: "May I remind you" } } }));
  assert.deepEqual(engine.entries.map(({ answer }) => answer), [undefined, { phrase: "May I remind you" }]);
});

test("what only asks is not held against how a name sounds, in signs or in letters", () => {
  const engine = new Engine([entry("会议纪要"), entry("请假"), entry("Minutes")], {});
  engine.addRest(rest(3, { readings: { hui: "会", yi: "议", ji: "纪", yao: "要", zen: "怎", me: "么", xie: "写", qing: "请", jia: "假" } }));
  for (const query of ["huiyi jiyao zenme xie", "huiyijiyao zenmexie", "会义纪要怎么写"]) {
    const [[first, { score }]] = engine.search(query);
    assert.equal(engine.entries[first].title, "会议纪要", query);
    assert.ok(score > 0.5, query);
  }
});

test("a frequent word that begins a rare one tells less than a rare one", () => {
  const engine = new Engine([entry("Plan"), entry("The plan"), entry("Plan of ours"), entry("Planetarium"), entry("Late")], {});
  assert.equal(found(engine, "late plan")[0], "Late");
});

test("what two things of different matters are called answers for neither as if surely", () => {
  const named = (/** @type {string} */ title) => ({ ...entry(title), names: ["brochure"] });
  const others = ["Minutes", "Letters", "Travel"].map((title) => entry(title));
  const sure = (/** @type {any[]} */ ...entries) => {
    const engine = new Engine([...entries, ...others], {});
    return certainty(engine, "brochure", engine.search("brochure"));
  };
  assert.equal(sure(named("Our logo"), named("Price lists")), "near");
  assert.equal(sure(named("Our logo"), named("Drawing a logo")), "sure");
  assert.equal(sure(named("Our logo")), "sure");
});

test("a few letters find a whole word or its beginning, in capitals the word alone; five and more forgive a slip", () => {
  const engine = new Engine([entry("Racism"), entry("Stamp"), entry("VPN access"), entry("Meeting minutes")], {});
  engine.addRest(rest(4));
  assert.deepEqual(["raci", "RACI", "stmap", "vpn", "VPN", "minuts"].map((query) => found(engine, query)[0]), ["Racism", undefined, "Stamp", "VPN access", "VPN access", "Meeting minutes"]);
  assert.deepEqual(engine.search("RACI", true), []);
});

test("above the results stands who must be called, whose matter was typed, what a word means, or the best where it says something", () => {
  const contact = (/** @type {string} */ title, names = [""], urgent = false) => ({ ...entry(title, "contact"), names, answer: { role: "Someone", ways: [], due: "2030-01-01", urgent } });
  const entries = [
    { ...entry("Urgent matters", "scenario"), names: ["fire", "bribe", "escalate"], answer: { label: "Phone", within: "15 minutes" } },
    contact("An injury or damage", ["fire"], true), contact("Reporting fraud", ["bribe"]),
    { ...entry("Escalation", "term"), names: ["escalate"] }, { ...entry("Escalation note", "template"), answer: { names: {}, files: [] } },
    { ...entry("Working from home"), names: ["home office"] }, contact("Attendance", ["home office"]),
  ];
  const engine = new Engine(entries, {});
  engine.addRest(rest(entries.length));
  const card = (/** @type {string} */ query) => {
    const hits = engine.search(query), place = cardOf(engine, query, hits, certainty(engine, query, hits) === "sure");
    return entries[hits[place]?.[0] ?? -1]?.title;
  };
  assert.equal(card("fire"), "An injury or damage");
  assert.equal(card("bribe"), "Reporting fraud");
  assert.equal(card("escalation note"), "Escalation note");
  assert.equal(card("escalation"), "Escalation");
  assert.equal(card("how do i say fire politely"), undefined, "who asks for a phrase calls nobody");
});

test("who tells of danger in a sentence of which nothing else is said is told whom to call", () => {
  const contact = (/** @type {string} */ title, names = [""], first = false) => ({ ...entry(title, "contact"), names, answer: { role: "Someone", ways: [], due: "2030-01-01", urgent: first, first } });
  const entries = [
    contact("An injury or damage", ["fire", "faint", "accident", "晕倒"], true), contact("Stationery", ["kitchen", "会议室"]), entry("A fire inspection and what to show"), entry("Booking"), entry("Minutes"), entry("Leave"),
  ];
  const engine = new Engine(entries, {});
  engine.addRest(rest(entries.length));
  const told = (/** @type {string} */ query) => {
    const hits = engine.search(query), certain = certainty(engine, query, hits), place = cardOf(engine, query, hits, certain === "sure");
    return [entries[hits[0]?.[0] ?? -1]?.title, certain, entries[hits[place]?.[0] ?? -1]?.title];
  };
  const called = ["An injury or damage", "near", "An injury or damage"];
  for (const query of ["fire in that kitchen of ours", "a client fainted near the kitchen", "客户在会议室晕倒"]) assert.deepEqual(told(query), called, query);
  assert.equal(told("the kitchen of ours")[0], "Stationery");
  assert.equal(told("inspection about fire")[0], "A fire inspection and what to show", "what says that word itself is meant");
  assert.notEqual(told("sent to the kitchen by accident")[2], "An injury or damage");
  assert.notEqual(told("how do i say fire in the kitchen politely")[2], "An injury or damage");
});

test("a sum that somebody paid is money", () => {
  const engine = new Engine([entry("给骗子转了钱"), entry("五万个零件")], {});
  engine.addRest(rest(2));
  for (const query of ["给骗子转了五万", "给骗子转了3000块"]) assert.equal(found(engine, query)[0], "给骗子转了钱", query);
  assert.equal(found(engine, "五万个零件")[0], "五万个零件");
});

test("how soon is told above the results to whoever asks for it or for just that", () => {
  const entries = [{ ...entry("Response times"), names: ["deadline for customer mail"], answer: { times: [["", "4 hours"]] } }, entry("Seals"), entry("Minutes")];
  const engine = new Engine(entries, {});
  engine.addRest(rest(entries.length));
  const card = (/** @type {string} */ query) => {
    const hits = engine.search(query);
    return cardOf(engine, query, hits, certainty(engine, query, hits) === "sure");
  };
  assert.deepEqual(["deadline for customer mail", "customer mail"].map(card), [0, -1]);
});

test("what the handbook writes as two words is found written as one, and the other way round", () => {
  const entries = [entry("Naming a file name"), entry("Laptop repairs"), entry("Minutes")];
  const engine = new Engine(entries, {});
  engine.addRest(rest(entries.length));
  assert.deepEqual(["filename", "my lap top", "lap-top"].map((query) => found(engine, query)[0]), ["Naming a file name", "Laptop repairs", "Laptop repairs"]);
});

test("whoever inspects against fire comes while nothing burns", () => {
  const entries = [{ ...entry("An injury or damage", "contact"), names: ["fire"], answer: { role: "", ways: [], urgent: true, first: true } }, entry("An inspection by an authority"), entry("Minutes")];
  const engine = new Engine(entries, {});
  engine.addRest(rest(entries.length));
  for (const query of ["fire inspectors showed up", "fire department inspection tomorrow"]) assert.equal(found(engine, query)[0], "An inspection by an authority", query);
  assert.equal(found(engine, "fire in the department")[0], "An injury or damage");
});

test("phrases that are asked for stand before the page of all", () => {
  const entries = [{ ...entry("Phrases"), url: "phrases/", names: ["怎么说好听"] }, { ...entry("拒绝", "phrase"), url: "phrases/#refusing" }, entry("Minutes")];
  const engine = new Engine(entries, { phrase: 0.8 });
  engine.addRest(rest(entries.length));
  assert.deepEqual(found(engine, "拒绝的话怎么说好听").slice(0, 2), ["拒绝", "Phrases"]);
  assert.equal(found(engine, "怎么说好听")[0], "Phrases");
});

test("a contact that speaks of less than the best answers nothing, and one that speaks of as much and fits nearly as well stands first", () => {
  const contact = (/** @type {string} */ title, /** @type {string[]} */ names) => ({ ...entry(title, "contact"), names, answer: { role: "", ways: [] } });
  const entries = [entry("Camera on in meetings", "channel"), contact("Meeting equipment", ["camera"]), { ...entry("Data got out", "scenario"), names: ["stolen laptop"] }, contact("A lost device", ["stolen laptop"]), entry("Minutes")];
  const engine = new Engine(entries, { contact: 0.95 });
  engine.addRest(rest(entries.length));
  const told = (/** @type {string} */ query) => {
    const hits = engine.search(query), place = cardOf(engine, query, hits, certainty(engine, query, hits) === "sure");
    return [entries[hits[place]?.[0] ?? -1]?.title, place > 0 && isFirst(engine, query, hits, place)];
  };
  assert.deepEqual(told("camera on in meetings"), [undefined, false]);
  assert.deepEqual(told("my laptop was stolen"), ["A lost device", true]);
  assert.equal(told("stolen laptop")[1], false, "where both are called just that");
});

test("where it is known whom to call, nobody else answers who only shares a word", () => {
  const told = (/** @type {string[]} */ call) => {
    const entries = [
      { ...entry("A supplier changes its account", "scenario"), names: ["vendor wants us to pay to a new account"], answer: { label: "Phone", within: "", call } },
      { ...entry("Paying suppliers", "contact"), url: "contacts/#pay", names: ["vendor wants us to pay"], answer: { role: "", ways: [] } }, entry("Minutes"),
    ];
    const engine = new Engine(entries, {});
    engine.addRest(rest(entries.length));
    const query = "vendor wants us to pay", hits = new Map(engine.search(query));
    const place = cardOf(engine, query, [0, 1].map((number) => [number, { ...hits.get(number), score: 1 - number / 4 }]), false);
    return entries[place]?.title;
  };
  assert.equal(told(["pay"]), "Paying suppliers");
  assert.equal(told(["bank"]), undefined);
});
