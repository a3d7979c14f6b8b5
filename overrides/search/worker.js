// @ts-check
/**
 * Answers the page's questions beside it, so that no keystroke waits, each under its `id`: `{head}`, `{rest}` and `{foreign}` are
 * the index as text; `{query, most, kind, wide}` is answered by `{results, count, sure, card, weaker, kinds, kind, isForeign}`, where a count of 0 says that
 * the results are only near, `sure` that the best may answer at once, `card` what does, `weaker` how many fit less well and are left out unless the question is `wide`, `kinds` how many there are of each, and `isForeign` that the names
 * of the other language may find more; of a kind of which there is none, all are given;
 * `{query, isForList}` by `{places, isForeign}`, where everything stands that fits, how well, how much of what was typed it speaks of, and by which words it was found;
 * `{page, query}` by the piece of a page to show; `{whole}` is the text of all pages, `{words, shown}` is answered by `{results}`, the pages
 * that hold these very words and are not shown yet; what cannot be answered by `{failed}`.
 *
 * @typedef {import("./excerpt.js").Piece} Piece
 * @typedef {import("./engine.js").Entry} Entry
 * @typedef {import("./engine.js").Hit} Hit
 * @typedef {{entry: Entry, text: string, meaning: string, call: Entry[]}} Card an entry, what it is about, what the word means that was typed, and the contacts that it names
 * @typedef {{entry: Entry, title: Piece[], also: Piece[], text: Piece[], found: boolean, terms: string[]}} Result
 *   `found`: whether title, other name or text show why it was found; else `terms` are looked for in the page.
 */
import { normal } from "../shared/folding.js";
import { Engine } from "./engine.js";
import { isForOutsiders } from "./asking.js";
import { cardOf, isFirst, meaningOf } from "./card.js";
import { excerpt, hasHit, marked } from "./excerpt.js";
import { certainty, nearest, spokenOf } from "./sure.js";
import { WholeText } from "./whole-text.js";

/** How many results are offered that are only near, where nothing fits. */
const MOST_NEAR = 4;
/**
 * What is shown unless more is asked for: so many, each of the first few, and each behind them, that fits so well beside the best. Beside the best where that
 * answers, else behind the first few, it must fit clearly, or speak of so much of what was typed beside what the best does.
 */
const MOST_STRONG = 20, FIRST_FEW = 3, AMONG_FIRST = { least: 0.34, clear: 0, says: 0 }, BESIDE_ANSWER = { least: 0.4, clear: 0.55, says: 0.8 }, BEHIND = { least: 0.5, clear: 0.7, says: 0.8 };
/** With how much of what was typed spoken of the best of one kind is what was asked for. */
const ALL_SPOKEN = 0.95;
/** @type {Engine | null} */
let engine = null;
/** @type {WholeText | null} */
let whole = null;

addEventListener("message", ({ data }) => {
  try {
    postMessage({ id: data.id, ...answerTo(data) });
  } catch {
    postMessage({ id: data.id, failed: true });
  }
});

/** @param {any} question */
function answerTo(question) {
  if (question.page !== undefined) return { pieces: excerpt(question.page, new Set(question.terms), engine?.simple) };
  if (question.head !== undefined) {
    const { entries, names, worth } = JSON.parse(question.head);
    entries.forEach((/** @type {Entry} */ entry, /** @type {number} */ number) => { entry.names = names[number].split("|").filter(Boolean); });
    engine = new Engine(entries, worth);
  }
  if (!engine) throw new Error("The index has not come yet.");
  if (question.whole !== undefined) whole = new WholeText(JSON.parse(question.whole));
  if (question.words !== undefined) return { results: standing(engine, question.words, question.shown) };
  if (question.rest !== undefined) engine.addRest(JSON.parse(question.rest));
  if (question.foreign !== undefined) engine.addForeign(JSON.parse(question.foreign));
  if (question.isForList) return placesOf(engine, question.query);
  return question.query === undefined ? {} : found(engine, question.query, question);
}

/** Where everything stands that fits, and how. @param {Engine} engine @param {string} query */
function placesOf(engine, query) {
  const hits = engine.search(query), isFound = certainty(engine, query, hits) !== "nothing";
  const places = isFound ? hits.map((hit) => [engine.entries[hit[0]].url, hit[1].score, spokenOf(engine, query, hit), hit[1].by || hit[1].name]) : [];
  return { places, isForeign: !isFound || engine.isForeign(query) };
}

/** @param {Engine} engine @param {string} words @param {string[]} shown @returns {Result[]} */
function standing({ entries }, words, shown) {
  return (whole?.find(words, shown) ?? []).map(({ url, title, text }) => {
    const entry = entries.find((each) => each.url === url) ?? { kind: "page", title, url, part: "", names: [] };
    return { entry, title: [[entry.title, false]], also: [], text, found: true, terms: [] };
  });
}

/** @param {Engine} engine @param {string} query @param {{most: number, kind?: string, wide?: boolean}} wanted how many, of which kind, blank for all, and whether weak ones too */
function found(engine, query, { most, kind: wanted, wide }) {
  const { simple } = engine;
  const fitting = engine.search(query), certain = certainty(engine, query, fitting), all = certain === "nothing" ? [] : eachPlaceOnce(engine, fitting);
  const strong = wide ? all : all.slice(0, MOST_STRONG).filter((hit, place) => !place || isStrong(engine, query, all[0], hit, place >= FIRST_FEW ? BEHIND : certain === "sure" ? BESIDE_ANSWER : AMONG_FIRST));
  const answering = certain === "nothing" ? -1 : cardOf(engine, query, strong, certain === "sure");
  const isAhead = certain !== "sure" && answering > 0 && isFirst(engine, query, strong, answering), exact = isAhead ? [strong[answering], ...strong.filter((_, place) => place !== answering)] : strong;
  const kindOf = (/** @type {[number, unknown]} */ [number]) => engine.entries[number].kind;
  /** @type {Map<string, number>} */
  const kinds = new Map();
  for (const hit of exact) kinds.set(kindOf(hit), (kinds.get(kindOf(hit)) ?? 0) + 1);
  const kind = wanted && kinds.has(wanted) ? wanted : "";
  const hits = exact.length ? exact.filter((hit) => !kind || kindOf(hit) === kind) : nearest(engine, query).slice(0, MOST_NEAR);
  const isOutside = isForOutsiders(engine.plain(query));
  const results = hits.slice(0, most).map(([number, { name, terms }]) => {
    const entry = engine.entries[number], title = marked(entry.title, terms, simple), text = marked(engine.texts[number] ?? "", terms, simple);
    const also = hasHit(title) ? "" : entry.names.find((other) => normal(other, simple) === name) ?? "";
    const isSeen = hasHit(title) || also !== "" || hasHit(text);
    return { entry: told(openedAt(entry, name), isOutside), title, also: marked(also, terms, simple), text, found: isSeen, terms: isSeen ? [] : [...terms] };
  });
  // Among one kind only, the best is what was asked for where it says all that was typed.
  const sure = kind ? hits.length > 0 && spokenOf(engine, query, hits[0]) >= ALL_SPOKEN : certain === "sure", best = kind ? -1 : isAhead ? 0 : answering;
  const card = best < 0 ? null : cardFor(engine, exact[best], meaningOf(engine, query, exact), isOutside), count = exact.length && hits.length;
  return { results, count, sure, card, weaker: kind ? 0 : all.length - exact.length, kinds: [...kinds], kind, isForeign: !exact.length || engine.isForeign(query) };
}

/**
 * Whether a hit is more than a word that it shares with the question.
 * @param {Engine} engine @param {string} query @param {[number, Hit]} best @param {[number, Hit]} hit @param {typeof BEHIND} bounds
 */
function isStrong(engine, query, best, hit, { least, clear, says }) {
  const fits = hit[1].score / best[1].score;
  return fits >= least && (fits >= clear || spokenOf(engine, query, hit) >= says * spokenOf(engine, query, best));
}

/** Hits without those that open where a better one does. @param {Engine} engine @param {[number, Hit][]} hits */
function eachPlaceOnce({ entries }, hits) {
  const opened = new Set();
  return hits.filter(([number, { name }]) => {
    const { url } = openedAt(entries[number], name);
    return !opened.has(url) && opened.add(url);
  });
}

/** An entry that opens where its page says what was asked by one of its names, if one section does. @param {Entry} entry @param {string} name @returns {Entry} */
function openedAt({ sections, ...entry }, name) {
  const [id, title] = sections?.get(name) ?? [];
  return id ? { ...entry, url: `${entry.url}#${id}`, section: title } : entry;
}

/** An entry as it answers whoever asks it for somebody outside. @param {Entry} entry @param {boolean} isOutside @returns {Entry} */
function told({ answer, ...entry }, isOutside) {
  return isOutside && answer && "level" in answer ? { ...entry, answer: { ...answer, outside: true } } : { answer, ...entry };
}

/** What answers at once. @param {Engine} engine @param {[number, Hit]} hit @param {string} meaning of the word that was typed @param {boolean} isOutside @returns {Card} */
function cardFor({ entries, texts }, [number, { name }], meaning, isOutside) {
  const entry = told(openedAt(entries[number], name), isOutside), call = entry.answer && "call" in entry.answer ? entry.answer.call ?? [] : [];
  return { entry, text: texts[number] ?? "", meaning: entry.kind === "term" ? "" : meaning, call: entries.filter(({ kind, url }) => kind === "contact" && call.includes(url.split("#")[1])) };
}
