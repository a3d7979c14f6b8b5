// @ts-check
/**
 * How well each entry fits a query: by how much of the query it holds, and by how exactly one of its names is what was typed.
 *
 * @typedef {import("./engine.js").Engine} Engine
 * @typedef {import("./engine.js").Hit} Hit
 * @typedef {import("./asking.js").Asked} Asked
 * @typedef {import("./variants.js").Variant} Variant
 * @typedef {import("./variants.js").Span} Span
 * @typedef {{entries: [number, number, number][], names: [number, number, number][], terms: string[], rarity: number}} Found
 *   Which entries hold what a term means, how well, and how well reckoned by how often; which names, how like it that is there and how much it tells there.
 * @typedef {{all: number, held: Float64Array, often: Float64Array, ofQuery: Float64Array, ofName: Float64Array, entries: number[], names: number[], used: Set<string>}} Weighed
 *   What a text weighs, how much of that each entry holds, flatly and reckoned by how often, and each name: of the text, and of
 *   itself; which entries and names those are; and by which terms.
 */
import { callingOf } from "./framing.js";
import { stem, termsOf, wordsIn } from "./terms.js";
import { apart, spansOf, variantsOf } from "./variants.js";

/** A name that is exactly what was typed counts as more than a whole fit. */
const EXACT = 1.25;
/** What counts of a term by how many of an entry's own names have it: the more, the less each adds. */
const OFTEN = 0.8;
/** The same where none has it but only the text or the page. */
const NOWHERE_NAMED = 0.6;
/** What a term weighs where one of an entry's own names has it; where one in the other language does, it is less. */
const OWN_NAME = 0.95, ANY_NAME = 0.85;
/** What a name that is said whole counts however much else is said, it counts in full from one in so many of all. */
const FIRM_FROM = 2;
/** How well phrases must fit to stand before the page of all, and how far that then stays behind. */
const FITS_ROW = 0.5, BEHIND_ROW = 0.99;
/** What counts on top at most where an entry's names say the very words of a query. */
export const VERY_WORDS = 0.15;
/** After how few names a word is said often enough, and how far that goes by how many names an entry has. */
const SOON_ENOUGH = 1.2, BY_NAMES = 0.7;
/** A query of so few terms is a name, which one entry has or has not; of so many more all counts by how often. */
const SHORT = 2, LONGER = 6;

/**
 * Note how well each entry fits a query, in each way of putting it.
 * @param {Engine} engine @param {string} text @param {Map<number, Hit>} best @param {Asked} [asked] the kind that alone is meant
 */
export function fitAll(engine, text, best, asked) {
  const spans = spansOf(text, engine.synonyms, engine.near, (word) => engine.says(word), (word) => engine.places.has(stem(word)));
  for (const variant of variantsOf(text, spans, (word) => engine.mass(word))) {
    note(engine, best, variant.text, weigh(engine, variant), variant.worth, () => variant.text, asked);
    if (!asked) noteCalled(engine, best, variant);
  }
  const free = apart(spans);
  if (free.length > 1 && !asked) fitTogether(engine, text, free, best);
}

/**
 * The same with each of several words free to be any that may stand for it: of an entry, each counts by the one it holds best.
 * @param {Engine} engine @param {string} text @param {Span[]} spans @param {Map<number, Hit>} best
 */
function fitTogether(engine, text, spans, best) {
  let rest = "", from = 0;
  for (const { start, end } of spans) [rest, from] = [`${rest}${text.slice(from, start)} `, end];
  rest += text.slice(from);
  const isTyping = spans[spans.length - 1].end < text.length, whole = weigh(engine, { text: rest, worth: 1, start: 0, end: 0, scale: 1 }, isTyping);
  /** Of each entry, what it holds each word by. @type {Map<number, string[]>} */
  const chosen = new Map();
  spans.forEach(({ start, end, others }, number) => {
    const word = text.slice(start, end), mass = weigh(engine, { text: word, worth: 1, start: 0, end: 0, scale: 1 }, false).all;
    const best = nothing(engine);
    for (const [other, worth] of /** @type {[string, number][]} */ ([[word, 1], ...others])) {
      const one = weigh(engine, { text: other, worth, start: 0, end: 0, scale: 1 }, false); // A whole word: tax is no taxi.
      if (!one.all) continue;
      const scale = worth * mass / one.all;
      for (const entry of one.entries) {
        if (one.held[entry] * scale <= best.held[entry]) continue;
        if (!best.held[entry]) best.entries.push(entry);
        best.held[entry] = one.held[entry] * scale;
        best.often[entry] = one.often[entry] * scale;
        const words = chosen.get(entry) ?? [];
        words[number] = other;
        chosen.set(entry, words);
      }
      for (const name of one.names) {
        if (one.ofQuery[name] * scale <= best.ofQuery[name]) continue;
        if (!best.ofQuery[name]) best.names.push(name);
        best.ofQuery[name] = one.ofQuery[name] * scale;
        best.ofName[name] = one.ofName[name];
      }
      for (const term of one.used) whole.used.add(term);
    }
    whole.all += mass;
    for (const entry of best.entries) {
      addTo(whole.entries, whole.held, entry, best.held[entry]);
      whole.often[entry] += best.often[entry];
    }
    for (const name of best.names) {
      addTo(whole.names, whole.ofQuery, name, best.ofQuery[name]);
      whole.ofName[name] += best.ofName[name];
    }
  });
  const by = (/** @type {number} */ entry) => {
    const words = chosen.get(entry);
    return [rest, ...spans.map(({ start, end }, number) => words?.[number] ?? text.slice(start, end))].join(" ");
  };
  note(engine, best, text, whole, 0.9, by);
}

/** Those who are called just so: of several none answers before the others. @param {Engine} engine @param {Map<number, Hit>} best @param {Variant} variant */
function noteCalled(engine, best, { text, worth }) {
  const score = worth * EXACT, called = engine.called.get(callingOf(text)) ?? [], isWhole = called.length === 1;
  for (const entry of called) {
    if (score > (best.get(entry)?.score ?? 0)) best.set(entry, { score, flat: score, name: isWhole ? text : "", terms: new Set(wordsIn(text)), by: "", isWhole, isAsked: false });
  }
}

/** @param {Engine} engine @returns {Weighed} */
function nothing({ entries, names }) {
  const zeros = (/** @type {number} */ count) => new Float64Array(count);
  return { all: 0, held: zeros(entries.length), often: zeros(entries.length), ofQuery: zeros(names.length), ofName: zeros(names.length), entries: [], names: [], used: new Set() };
}

/**
 * What a way of putting a query weighs, and who holds how much of it.
 * @param {Engine} engine @param {Variant} variant @param {boolean} [isTyping] Whether its last word may be half of one @returns {Weighed}
 */
function weigh(engine, { text, start, end, scale }, isTyping = true) {
  const terms = termsOf(text), count = terms.filter((term) => !term.part && !term.between).length;
  const found = nothing(engine);
  /** @type {Set<string>} */
  const said = new Set();
  terms.forEach((term, place) => {
    // “Vacation left” with leave for vacation says leave but once.
    if (!term.part && said.size === said.add(term.text).size) return;
    if (term.between && !engine.places.has(term.text)) return;
    const known = foundOf(engine, term, isTyping && place === terms.length - 1, count);
    const tells = term.weight * (known.terms.length ? known.rarity : engine.unknown(term.text));
    // A word that stands for another counts no more than that one, however many terms it is cut into.
    const counts = term.place >= start && term.place < end ? tells * scale : tells;
    found.all += counts;
    for (const one of known.terms) found.used.add(one);
    for (const [entry, weight, often] of known.entries) {
      addTo(found.entries, found.held, entry, counts * weight);
      found.often[entry] += counts * often;
    }
    for (const [name, likeness, own] of known.names) {
      addTo(found.names, found.ofQuery, name, counts * likeness);
      found.ofName[name] += term.weight * own;
    }
  });
  return found;
}

/** @param {number[]} touched @param {Float64Array} sums @param {number} place @param {number} more */
function addTo(touched, sums, place, more) {
  if (!sums[place]) touched.push(place);
  sums[place] += more;
}

/**
 * Where a term is found, or what it means: kept, since the ways of putting a query share most of their terms.
 * @param {Engine} engine @param {import("./terms.js").Term} term @param {boolean} last @param {number} count @returns {Found}
 */
function foundOf(engine, term, last, count) {
  const key = engine.keyOf(term, last, count), before = engine.found.get(key);
  if (before) return before;
  const known = term.part ? engine.exactly(term.text) : engine.alike(term.text, last, count);
  /** @type {Map<number, number>} */
  const inEntries = new Map();
  const oftenIn = new Float64Array(engine.entries.length);
  /** @type {Map<number, number>} */
  const inNames = new Map();
  /** What the term tells of each name: less, where it is found there as one that tells less. @type {Map<number, number>} */
  const ofNames = new Map();
  for (const [one, likeness] of known) {
    const own = engine.rarity(one) * likeness, times = timesIn(engine, one);
    for (const [entry, weight] of engine.places.get(one) ?? []) {
      raise(inEntries, entry, weight * likeness);
      oftenIn[entry] = Math.max(oftenIn[entry], weight * likeness * (weight < ANY_NAME ? NOWHERE_NAMED : repeated(times[entry] || 1)));
    }
    for (const name of engine.namesWith.get(one) ?? []) {
      raise(inNames, name, likeness);
      raise(ofNames, name, own);
    }
  }
  /** @type {Found} */
  const found = {
    entries: [...inEntries].map(([entry, weight]) => [entry, weight, oftenIn[entry]]), names: [...inNames].map(([name, likeness]) => [name, likeness, ofNames.get(name) ?? 0]),
    terms: known.map(([one]) => one), rarity: rarityOf(engine, known),
  };
  engine.keep(key, found);
  return found;
}

/** How many of each entry's own names have a term. @param {Engine} engine @param {string} term */
function timesIn({ entries, names, namesWith }, term) {
  const times = new Uint16Array(entries.length);
  for (const number of namesWith.get(term) ?? []) {
    const { entry, worth } = names[number];
    if (worth >= OWN_NAME) times[entry] += 1;
  }
  return times;
}

/**
 * How well the names of each entry say the very words of a query, of 1, as BM25 has it: no other form, nothing alike.
 * @param {Engine} engine @param {string} text @returns {(entry: number) => number}
 */
export function verbatim(engine, text) {
  const { entries, names } = engine, terms = termsOf(text).filter(({ part, between }) => !part && !between), said = new Float64Array(entries.length);
  let all = 0;
  for (const { text: term, weight } of terms) {
    const tells = weight * engine.rarity(term);
    all += tells;
    timesIn(engine, term).forEach((times, entry) => {
      const enough = SOON_ENOUGH * (1 - BY_NAMES + (BY_NAMES * entries[entry].names.length * entries.length) / names.length);
      said[entry] += (tells * times * (1 + SOON_ENOUGH)) / (times + enough);
    });
  }
  return (entry) => (terms.length > 1 && all ? said[entry] / all : 0); // Of a single word no name says more than another.
}

/** What a term counts for, said so many times, against once. @param {number} times */
function repeated(times) {
  return 1 + OFTEN * ((2 * times) / (times + 1) - 1);
}

/**
 * Note of each entry its best fit.
 * @param {Engine} engine @param {Map<number, Hit>} best @param {string} text as it was put @param {Weighed} weighed
 * @param {number} worth of this way of putting it @param {(entry: number) => string} by how it was put for an entry @param {Asked} [asked]
 */
function note(engine, best, text, { all, held, often, ofQuery, ofName, entries, names, used }, worth, by, asked) {
  const whole = text.trim(), count = termsOf(text).filter((term) => !term.part).length;
  // Of a long sentence no name is the whole; of a word it should be.
  const loose = Math.min(0.75, 0.08 * count), byTimes = Math.max(0, Math.min(1, (count - SHORT) / LONGER));
  /** @type {Map<number, [number, string]>} */
  const bestNames = new Map();
  for (const number of names) {
    const name = engine.names[number], share = Math.min(1, ofQuery[number] / all), said = Math.min(1, ofName[number] / engine.weightOf(name));
    if (asked && engine.entries[name.entry].kind !== asked.kind) continue;
    const fit = name.text === whole ? (asked ? 1 : EXACT) : asked ? said ** 2 * (asked.firm * Math.min(1, FIRM_FROM * share) + (1 - asked.firm) * share) : share * (loose + (1 - loose) * said);
    if (fit * name.worth > (bestNames.get(name.entry)?.[0] ?? 0)) bestNames.set(name.entry, [fit * name.worth, name.text]);
  }
  for (const entry of entries) {
    const weight = held[entry], [fit, name] = bestNames.get(entry) ?? [0, ""];
    if (asked && !fit) continue;
    const flat = asked ? worth * fit : (worth * (weight / all + fit)) / 2;
    const score = asked ? flat : flat + (worth * byTimes * (often[entry] - weight)) / all / 2;
    if (score > (best.get(entry)?.score ?? 0)) best.set(entry, { score, flat, name, terms: used, by: by(entry), isWhole: name === whole, isAsked: Boolean(asked) });
  }
}

/** The phrases that are asked for stand before the page of all, which the words that only ask fit better. @param {Engine} engine @param {Map<number, Hit>} best */
export function putPhrasesFirst({ entries }, best) {
  for (const [row, { score, flat, isAsked }] of best) {
    const { kind, url } = entries[row];
    if (kind !== "phrase" || !isAsked || flat < FITS_ROW) continue;
    for (const [page, hit] of best) if (url.startsWith(`${entries[page].url}#`)) hit.score = Math.min(hit.score, BEHIND_ROW * score);
  }
}

/** @param {Map<number, number>} map @param {number} key @param {number} value */
function raise(map, key, value) {
  if ((map.get(key) ?? 0) < value) map.set(key, value);
}

/**
 * How much a word tells: of itself and the rarest that it may mean, the mean. By the rarest alone, “plan” would tell as much as “planet”.
 * @param {Engine} engine @param {[string, number][]} known what it means, itself first
 */
function rarityOf(engine, known) {
  const rarest = Math.max(...known.map(([one]) => engine.rarity(one)));
  return known.length && known[0][1] === 1 ? (engine.rarity(known[0][0]) + rarest) / 2 : rarest;
}
