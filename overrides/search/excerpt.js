// @ts-check
/** Which piece of a text to show, and where in it the hits are. */
import { normal } from "../shared/folding.js";
import { HAN, hasChinese } from "../shared/han.js";
import { stem, termsOf } from "./terms.js";

const WORD = new RegExp(`[A-Za-z0-9](?:[A-Za-z0-9]|[-’'](?=[A-Za-z0-9]))*|[${HAN}]{2}`, "gu");
const AROUND = 24, LONGEST = 110;

/** @typedef {[string, boolean]} Piece A piece of a text, and whether it is a hit. */

/**
 * A text in pieces, those marked that a search found.
 * @param {string} text @param {Set<string>} terms in the form of `termsOf` @param {Map<string, string>} [simple] @returns {Piece[]}
 */
export function marked(text, terms, simple) {
  const hit = new Array(text.length).fill(false);
  const plain = normal(text, simple);
  // Where normal form has another length, as for e-mail and email, only whole words are looked up.
  if (plain.length === text.length) {
    for (const term of termsOf(plain)) if (terms.has(term.text) && term.weight === 1) hit.fill(true, term.place, term.place + wordAt(plain, term.place, term.text));
  } else {
    for (const { 0: word, index } of text.matchAll(WORD)) {
      if (terms.has(stem(normal(word, simple)))) hit.fill(true, index, index + word.length);
    }
  }
  /** @type {Piece[]} */
  const pieces = [];
  for (let place = 0; place < text.length; place += 1) {
    const last = pieces[pieces.length - 1];
    if (last && last[1] === hit[place]) last[0] += text[place];
    else pieces.push([text[place], hit[place]]);
  }
  return pieces;
}

/** @param {Piece[]} pieces */
export function hasHit(pieces) {
  return pieces.some(([, hit]) => hit);
}

/** The piece of a long text that holds most of what was searched for. @param {string} text @param {Set<string>} terms @param {Map<string, string>} [simple] @returns {Piece[]} */
export function excerpt(text, terms, simple) {
  const places = termsOf(normal(text, simple)).filter((term) => terms.has(term.text) && term.weight === 1).map((term) => term.place);
  if (!places.length) return [];
  let best = places[0], most = 0;
  for (const place of places) {
    const near = new Set(places.filter((other) => other >= place && other < place + LONGEST - AROUND));
    if (near.size > most) [best, most] = [place, near.size];
  }
  const start = Math.max(0, best - AROUND);
  const piece = text.slice(start, start + LONGEST);
  return marked(`${start ? "…" : ""}${piece.trim()}${start + LONGEST < text.length ? "…" : ""}`, terms, simple);
}

/** How long the word is that begins at a place. @param {string} text @param {number} place @param {string} term */
function wordAt(text, place, term) {
  return hasChinese(term) ? term.length : (/^[\p{L}\p{N}]+/u.exec(text.slice(place))?.[0].length ?? term.length);
}
