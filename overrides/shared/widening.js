// @ts-check
/**
 * What the search finds besides what the filter of a list does: by words that mean the same, and in spite of a slip. The search comes with the
 * first key; until it is there, or where it cannot be had, the filter does alone.
 */
import { moduleAt } from "./fetching.js";
import { holds, normal } from "./folding.js";

/** How well the best of the list must fit, and how much of what was typed it must speak of: all of it, where rows are called so. */
const LEAST = 0.4, SPOKEN = 0.6, ALL_SPOKEN = 0.9;
/** How well a row must fit beside the best of all, one that does not say itself by what it was found, and any beside the best of the list. */
const OF_ALL = 0.4, UNSAID = 0.56, OF_LIST = 0.85;
/** Where more than so many fit alike, none of them was meant. */
const FEW = 4;

/**
 * @typedef {[url: string, score: number, spoken: number, by: string]} Place how well it fits, how much of what was typed it speaks of, by which words it was found
 * @typedef {(typed: string) => Promise<Map<string, Place>>} Ask
 */

/** @type {Promise<Ask> | undefined} */
let asker;
/** What was typed last, and what was found. @type {{typed: string, rows: HTMLElement[], found: HTMLElement[]}} */
let last = { typed: "", rows: [], found: [] };
let latest = "";

/**
 * @param {string} typed @param {HTMLElement[]} rows of the list
 * @param {(found: HTMLElement[]) => void} show what the filter leaves, with those found, the best first: called again once they are there
 * @param {HTMLElement[]} held what the filter alone leaves: where that is nothing, nobody is told so before the search has said the same
 * @param {HTMLElement[]} [near] what is shown too where that is nothing: if they are many, only where the search finds none either
 */
export async function widen(typed, rows, show, held, near = []) {
  const search = /** @type {HTMLElement | null} */ (document.querySelector("site-search")), isAsked = search && typed.trim().length > 1;
  latest = typed;
  // Whoever types on keeps what was found, so that nothing goes and comes again.
  const kept = typed && last.typed && typed.startsWith(last.typed) && last.rows[0] === rows[0] ? last.found : [];
  const orNear = (/** @type {HTMLElement[]} */ found) => (held.length || (found.length && near.length > FEW) ? found : [...new Set([...found, ...near])]);
  if (!isAsked || held.length || kept.length) show(isAsked ? kept : orNear(kept));
  if (!isAsked) return;
  asker ??= moduleAt(search.dataset.script ?? "").then((module) => module.asker(search));
  const found = await asker.then((ask) => ask(typed)).then((places) => chosen(places, typed, rows, held)).catch(() => {
    asker = undefined;
  });
  if (latest !== typed) return;
  if (found) last = { typed, rows, found };
  show(orNear(found ?? kept));
}

/**
 * Which rows fit, the best first: of those that the filter leaves, and of the others only what surely was meant.
 * @param {Map<string, Place>} places @param {string} typed @param {HTMLElement[]} rows @param {HTMLElement[]} held
 */
function chosen(places, typed, rows, held) {
  const best = Math.max(0, ...[...places.values()].map(([, score]) => score));
  const scored = rows.flatMap((row) => {
    const [place] = placesOf(row).map((url) => places.get(url)).filter((found) => found !== undefined).sort(([, one], [, other]) => other - one);
    return place ? [{ row, place, score: place[1] }] : [];
  }).sort((one, other) => other.score - one.score);
  const [top] = scored;
  if (!top || top.score < LEAST || top.place[2] < SPOKEN) return [];
  const spoken = held.some((row) => says(nameOf(row), typed)) ? ALL_SPOKEN : 0;
  const more = scored.filter(({ row, place, score }) => !held.includes(row) && place[2] >= spoken && score >= OF_LIST * top.score && score >= best * (says(row.textContent ?? "", place[3]) ? OF_ALL : UNSAID));
  const added = more.length <= FEW ? more : held.length ? [] : more.slice(0, FEW);
  return scored.filter((each) => held.includes(each.row) || added.includes(each)).map(({ row }) => row);
}

/** @param {HTMLElement} row */
function nameOf(row) {
  return row.querySelector("th, h3, .card__title")?.textContent ?? "";
}

/** Whether a text says each of some words. @param {string} text @param {string} words */
function says(text, words) {
  const plain = normal(text);
  return normal(words).split(/\s+/).every((word) => holds(plain, word));
}

/** Where the matter of a row stands: at its own place, or where its name leads; of one that has neither, wherever it leads. @param {HTMLElement} row */
function placesOf(row) {
  if (row.id) return [new URL(`#${row.id}`, location.href).href];
  const named = /** @type {HTMLAnchorElement | null} */ (row.querySelector("th a, a.card__title"));
  return (named ? [named] : [...row.querySelectorAll("a")]).map(({ href }) => href);
}
