// @ts-check
/**
 * How well each entry fits a query: by how much of the query it holds, and by how exactly one of its names is what was typed.
 *
 * @typedef {import("./engine.js").Engine} Engine
 * @typedef {import("./engine.js").Hit} Hit
 * @typedef {import("./asking.js").Asked} Asked
 * @typedef {import("./variants.js").Variant} Variant
 * @typedef {import("./variants.js").Span} Span
 * @typedef {{all: number, held: Map<number, number>, named: Map<number, [number, number]>, used: Set<string>}} Weighed
 *   What a text weighs, how much of that each entry holds, and each name: of the text, and of itself; and by which terms.
 */
import { termsOf } from "./terms.js";
import { apart, spansOf, variantsOf } from "./variants.js";

/** A name that is exactly what was typed counts as more than a whole fit. */
const EXACT = 1.25;

/**
 * Note how well each entry fits a query, in each way of putting it.
 * @param {Engine} engine @param {string} text @param {Map<number, Hit>} best @param {Asked} [asked] the kind that alone is meant
 */
export function fitAll(engine, text, best, asked) {
  const spans = spansOf(text, engine.synonyms, engine.near);
  for (const variant of variantsOf(text, spans, (word) => engine.mass(word))) {
    note(engine, best, variant.text, weigh(engine, variant), variant.worth, () => variant.text, asked);
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
    /** @type {Map<number, number>} */
    const held = new Map();
    /** @type {Map<number, [number, number]>} */
    const named = new Map();
    for (const [other, worth] of /** @type {[string, number][]} */ ([[word, 1], ...others])) {
      const one = weigh(engine, { text: other, worth, start: 0, end: 0, scale: 1 }, false); // A whole word: tax is no taxi.
      if (!one.all) continue;
      const scale = worth * mass / one.all;
      for (const [entry, weight] of one.held) {
        if (weight * scale <= (held.get(entry) ?? 0)) continue;
        held.set(entry, weight * scale);
        const words = chosen.get(entry) ?? [];
        words[number] = other;
        chosen.set(entry, words);
      }
      for (const [name, [ofQuery, ofName]] of one.named) {
        if (ofQuery * scale > (named.get(name)?.[0] ?? 0)) named.set(name, [ofQuery * scale, ofName]);
      }
      for (const term of one.used) whole.used.add(term);
    }
    whole.all += mass;
    for (const [entry, weight] of held) whole.held.set(entry, (whole.held.get(entry) ?? 0) + weight);
    for (const [name, [ofQuery, ofName]] of named) {
      const before = whole.named.get(name) ?? [0, 0];
      whole.named.set(name, [before[0] + ofQuery, before[1] + ofName]);
    }
  });
  const by = (/** @type {number} */ entry) => {
    const words = chosen.get(entry);
    return [rest, ...spans.map(({ start, end }, number) => words?.[number] ?? text.slice(start, end))].join(" ");
  };
  note(engine, best, text, whole, 0.9, by);
}

/**
 * What a way of putting a query weighs, and who holds how much of it.
 * @param {Engine} engine @param {Variant} variant @param {boolean} [isTyping] Whether its last word may be half of one @returns {Weighed}
 */
function weigh(engine, { text, start, end, scale }, isTyping = true) {
  const terms = termsOf(text), count = terms.filter((term) => !term.part).length;
  /** @type {Weighed} */
  const found = { all: 0, held: new Map(), named: new Map(), used: new Set() };
  terms.forEach((term, place) => {
    const known = term.part ? engine.exactly(term.text) : engine.alike(term.text, isTyping && place === terms.length - 1, count);
    const tells = term.weight * (known.length ? Math.max(...known.map(([one]) => engine.rarity(one))) : engine.unknown(term.text));
    // A word that stands for another counts no more than that one, however many terms it is cut into.
    const counts = term.place >= start && term.place < end ? tells * scale : tells;
    found.all += counts;
    /** @type {Map<number, number>} */
    const inEntries = new Map();
    /** @type {Map<number, number>} */
    const inNames = new Map();
    /** What the term tells of each name: less, where it is found there as one that tells less. @type {Map<number, number>} */
    const ofNames = new Map();
    for (const [one, likeness] of known) {
      found.used.add(one);
      for (const [entry, weight] of engine.places.get(one) ?? []) raise(inEntries, entry, weight * likeness);
      const own = term.weight * engine.rarity(one) * likeness;
      for (const name of engine.namesWith.get(one) ?? []) {
        raise(inNames, name, likeness);
        raise(ofNames, name, own);
      }
    }
    for (const [entry, weight] of inEntries) found.held.set(entry, (found.held.get(entry) ?? 0) + counts * weight);
    for (const [name, likeness] of inNames) {
      const [ofQuery, ofName] = found.named.get(name) ?? [0, 0];
      found.named.set(name, [ofQuery + counts * likeness, ofName + (ofNames.get(name) ?? 0)]);
    }
  });
  return found;
}

/**
 * Note of each entry its best fit.
 * @param {Engine} engine @param {Map<number, Hit>} best @param {string} text as it was put @param {Weighed} weighed
 * @param {number} worth of this way of putting it @param {(entry: number) => string} by how it was put for an entry @param {Asked} [asked]
 */
function note(engine, best, text, { all, held, named, used }, worth, by, asked) {
  const whole = text.trim(), count = termsOf(text).filter((term) => !term.part).length;
  // Of a long sentence no name is the whole; of a word it should be.
  const loose = Math.min(0.75, 0.25 + 0.08 * count);
  /** @type {Map<number, [number, string]>} */
  const bestNames = new Map();
  for (const [number, [ofQuery, ofName]] of named) {
    const name = engine.names[number], share = Math.min(1, ofQuery / all), said = Math.min(1, ofName / name.weight);
    if (asked && engine.entries[name.entry].kind !== asked.kind) continue;
    const fit = name.text === whole ? (asked ? 1 : EXACT) : asked ? said ** 2 * (asked.firm + (1 - asked.firm) * share) : share * (loose + (1 - loose) * said);
    if (fit * name.worth > (bestNames.get(name.entry)?.[0] ?? 0)) bestNames.set(name.entry, [fit * name.worth, name.text]);
  }
  for (const [entry, weight] of held) {
    const [fit, name] = bestNames.get(entry) ?? [0, ""];
    if (asked && !fit) continue;
    const score = asked ? worth * fit : (worth * (weight / all + fit)) / 2;
    if (score > (best.get(entry)?.score ?? 0)) best.set(entry, { score, name, terms: used, by: by(entry), isWhole: name === whole, isAsked: Boolean(asked) });
  }
}

/** @param {Map<number, number>} map @param {number} key @param {number} value */
function raise(map, key, value) {
  if ((map.get(key) ?? 0) < value) map.set(key, value);
}
