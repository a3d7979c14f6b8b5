// @ts-check
/** What is typed into the filter of a list, and which rows it leaves. */
import { holds, normal } from "./folding.js";

/** Words that only join others. */
const LITTLE = new Set("a an the of for in on to and or with my our".split(" "));

/** The words of what was typed that count; where there are no others, all of them. @param {string} typed @param {Map<string, string>} [signs] */
export function wordsOf(typed, signs) {
  const all = normal(typed, signs).replace(/的(?=\S)/g, " ").split(/\s+/).filter(Boolean), words = all.filter((word) => !LITTLE.has(word));
  return words.length ? words : all;
}

/**
 * The rows that hold each word; and where none does, but each is known, those that hold the word that fewest hold, which says most.
 * @template {HTMLElement} Row @param {Row[]} rows @param {string[]} words @param {(row: Row) => string} textOf in normal form
 * @returns {{held: Row[], near: Row[]}}
 */
export function heldBy(rows, words, textOf) {
  const texts = words.length ? rows.map(textOf) : [];
  const each = words.map((word) => rows.filter((_, place) => holds(texts[place], word)));
  const held = rows.filter((row) => each.every((some) => some.includes(row)));
  const [near = []] = held.length || !each.every((some) => some.length) ? [] : each.sort((one, other) => one.length - other.length);
  return { held, near };
}
