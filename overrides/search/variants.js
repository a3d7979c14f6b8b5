// @ts-check
/**
 * The ways to put a query: as it is, with a word replaced by another that means the same or that the handbook says for it,
 * and with all such words free at once.
 *
 * @typedef {{text: string, worth: number, start: number, end: number, scale: number}} Variant
 *   What a way is worth, where in it a word was replaced, and how much that word's terms count.
 * @typedef {{start: number, end: number, others: [string, number][]}} Span a word of a query, where it stands, and what else
 *   may stand there, each with what that is worth
 * @typedef {{said: string[], means: string[]}} Leads what people say, and what the handbook has for it
 */
import { hasChinese } from "../shared/han.js";
import { isCommon, stem, termsOf } from "./terms.js";

/** What a fit is worth that was found by another word of the same meaning, or by one that is only near. */
const SYNONYM = 0.86, NEAR = 0.72;
/** A word that the handbook has not is cut in two from so many letters on. */
const SHORTEST_CUT = 7;
const MOST = 60;
/** In so many terms, all ways taken together: of a long sentence fewer are tried, so that none takes seconds. */
const MOST_TERMS = 3600;

/**
 * The words of a query for which others may stand. A word within a longer one means something else: the leader in “team leader”.
 * @param {string} text the query @param {string[][]} synonyms groups of words that mean the same @param {Leads[]} near
 * @param {(word: string) => boolean} isKnown whether the handbook says a word: what it nowhere says stands for nothing
 * @param {(word: string) => boolean} isWord whether it says just that word @returns {Span[]}
 */
export function spansOf(text, synonyms, near, isKnown, isWord) {
  /** @type {Map<string, Span>} */
  const spans = new Map(), its = stemmed(text);
  const note = (/** @type {string} */ word, /** @type {string[]} */ others, /** @type {number} */ worth) => {
    const place = isCommon(word) ? null : placeOf(word, text, its); // `im` is “I’m”, not what messages go by.
    if (!place) return;
    const [start, end] = place, span = spans.get(place.join()) ?? { start, end, others: [] };
    for (const other of others) if (other !== word && isKnown(other)) span.others.push([other, worth]);
    spans.set(place.join(), span);
  };
  for (const group of synonyms) for (const word of group) note(word, group, SYNONYM);
  for (const { said, means } of near) for (const word of said) note(word, means, NEAR);
  for (const [word, other] of otherwiseCut(text, isWord)) note(word, [other], SYNONYM);
  const all = [...spans.values()];
  return all.filter(({ start, end }) => !all.some((other) => other.start <= start && end <= other.end && other.end - other.start > end - start));
}

/**
 * English words that the handbook writes as two where somebody writes one, or the other way round, each with what it has: `filename`, `hand over`.
 * @param {string} text @param {(word: string) => boolean} isWord @returns {[string, string][]}
 */
function otherwiseCut(text, isWord) {
  const words = text.match(/[a-z]+(?:[ -](?=[a-z]))?|[^a-z]+/g) ?? [];
  return words.flatMap((written, place) => {
    const word = written.replace(/[^a-z]/g, ""), next = /[a-z][ -]$/.test(written) ? words[place + 1].replace(/[^a-z]/g, "") : "";
    const cuts = word.length < SHORTEST_CUT || isWord(word) ? [] : Array.from({ length: word.length - 5 }, (_, cut) => [word.slice(0, cut + 3), word.slice(cut + 3)]);
    const cut = cuts.find((parts) => parts.every(isWord)), joined = word.length > 1 && next.length > 1 && isWord(word + next);
    return /** @type {[string, string][]} */ ([...(cut ? [[word, cut.join(" ")]] : []), ...(joined ? [[`${word} ${next}`, word + next]] : [])]);
  });
}

/**
 * @param {string} text the query @param {Span[]} spans
 * @param {(word: string) => number} mass how much a word tells @returns {Variant[]}
 */
export function variantsOf(text, spans, mass) {
  /** @type {Variant[]} */
  const found = [{ text, worth: 1, start: 0, end: 0, scale: 1 }], most = Math.min(MOST, MOST_TERMS / termsOf(text).length);
  for (const { start, end, others } of spans) {
    const before = `${text.slice(0, start)} `, behind = ` ${text.slice(end)}`, own = mass(text.slice(start, end));
    for (const [other, worth] of others) {
      if (found.length > most) break;
      const scale = Math.min(1, own / mass(other));
      found.push({ text: before + other + behind, worth, start: before.length, end: before.length + other.length, scale });
    }
  }
  return found;
}

/** Spans none of which reaches into another, the longest first. @param {Span[]} spans */
export function apart(spans) {
  /** @type {Span[]} */
  const found = [];
  for (const span of [...spans].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (!found.some((other) => other.start < span.end && span.start < other.end)) found.push(span);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A text's Latin words by their stems, and where each stands. @param {string} text @returns {{stems: string, places: [number, number, number][]}} */
function stemmed(text) {
  let stems = " ";
  /** @type {[number, number, number][]} */
  const places = [];
  for (const match of text.matchAll(/[a-z0-9@]+/g)) {
    places.push([stems.length, match.index, match.index + match[0].length]);
    stems += `${stem(match[0])} `;
  }
  return { stems, places };
}

/**
 * Where a word stands in a text, start and end, an English one in any of its forms; null where it does not.
 * @param {string} word @param {string} text @param {ReturnType<typeof stemmed>} its the same as stems @returns {[number, number] | null}
 */
function placeOf(word, text, { stems, places }) {
  if (hasChinese(word)) {
    const start = text.indexOf(word);
    return start < 0 ? null : [start, start + word.length];
  }
  const own = stemsOf(word), at = stems.indexOf(own);
  if (own.length < 2 || at < 0) return null;
  const first = places.findIndex(([place]) => place === at + 1), count = own.split(" ").length - 2;
  return [places[first][1], places[first + count - 1][2]];
}

/** Of each word that was looked for, its stems. @type {Map<string, string>} */
const known = new Map();

/** @param {string} word */
function stemsOf(word) {
  let own = known.get(word);
  if (own === undefined) known.set(word, own = stemmed(word).stems);
  return own;
}
