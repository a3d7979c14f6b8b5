// @ts-check
/** Which piece of a text to show, and where in it the hits are. */
import { normal } from "../shared/folding.js";
import { HAN, hasChinese } from "../shared/han.js";
import { termsOf } from "./terms.js";

/** A word with its hyphens, or any other sign: what normal form may make shorter or longer by itself. */
const PIECE = /[A-Za-z0-9](?:[A-Za-z0-9]|[-\u2010\u2011’'](?=[A-Za-z0-9]))*|[^]/gu;
const LATIN = new RegExp(`^(?:(?![${HAN}])[\\p{L}\\p{N}])+`, "u");
const AROUND = 24, LONGEST = 110;

/** @typedef {[string, boolean]} Piece A piece of a text, and whether it is a hit. */

/**
 * A text in pieces, those marked that a search found.
 * @param {string} text @param {Set<string>} terms in the form of `termsOf` @param {Map<string, string>} [simple] @returns {Piece[]}
 */
export function marked(text, terms, simple) {
  const hit = new Array(text.length).fill(false);
  for (const [start, end] of placesOf(text, terms, simple)) hit.fill(true, start, end);
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
  const places = placesOf(text, terms, simple).map(([start]) => start);
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

/** The piece of a long text that holds what was found there, marked. @param {string} text @param {[number, number][]} places in their order @returns {Piece[]} */
export function around(text, places) {
  const first = Math.max(0, places[0][0] - AROUND), half = /^[A-Za-z’'-]+ /.exec(text.slice(Math.max(0, first - 1), places[0][0]));
  const start = first && half ? first - 1 + half[0].length : first, end = Math.max(start + LONGEST, Math.min(places[0][1], start + 2 * LONGEST));
  /** @type {Piece[]} */
  const pieces = [];
  let from = start;
  for (const [begins, ends] of places.filter(([begins]) => begins < end)) {
    pieces.push([text.slice(from, begins), false], [text.slice(begins, Math.min(ends, end)), true]);
    from = Math.min(ends, end);
  }
  pieces.push([`${text.slice(from, end)}${end < text.length ? "…" : ""}`, false]);
  if (start) pieces.unshift(["…", false]);
  return pieces.filter(([piece]) => piece);
}

/** Where terms stand in a text, each from where to where. @param {string} text @param {Set<string>} terms @param {Map<string, string>} [simple] @returns {[number, number][]} */
function placesOf(text, terms, simple) {
  const { plain, starts, ends } = plainly(text, simple);
  return termsOf(plain).filter((term) => terms.has(term.text) && term.weight === 1).map(({ text: term, place }) => {
    const last = place + (hasChinese(term) ? term.length : LATIN.exec(plain.slice(place))?.[0].length ?? term.length) - 1;
    return [starts?.[place] ?? place, ends?.[last] ?? last + 1];
  });
}

/**
 * A text in normal form; where that has another length, as for e-mail and email, with where each of its signs begins and ends in the text.
 * @param {string} text @param {Map<string, string>} [simple] @returns {{plain: string, starts?: number[], ends?: number[]}}
 */
function plainly(text, simple) {
  const plain = normal(text, simple);
  if (plain.length === text.length) return { plain };
  /** @type {number[]} */
  const starts = [];
  /** @type {number[]} */
  const ends = [];
  let joined = "";
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    const form = normal(piece, simple);
    joined += form;
    for (const _ of form.split("")) {
      starts.push(index);
      ends.push(index + piece.length);
    }
  }
  return { plain: joined, starts, ends };
}
