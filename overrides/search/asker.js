// @ts-check
/** The search for a list that is filtered: which of its rows are found. */
import { fetchedText, scriptAt } from "../shared/fetching.js";
import { holds, normal } from "../shared/folding.js";
import { trustedScript } from "../shared/trusted.js";
import { Searcher } from "./searcher.js";

/** How well the best of the list must fit, and how much of what was typed it must speak of: all of it, where rows are called so. */
const LEAST = 0.4, SPOKEN = 0.6, ALL_SPOKEN = 0.9;
/** How well a row must fit beside the best of all, one that does not say itself by what it was found, and any beside the best of the list. */
const OF_ALL = 0.4, UNSAID = 0.56, OF_LIST = 0.85;
/** Where more than so many fit alike, none of them was meant. */
const FEW = 4;

/** @typedef {[url: string, score: number, spoken: number, by: string]} Place how well it fits, how much of what was typed it speaks of, by which words it was found */

/** @param {HTMLElement} element the <site-search> of the page @returns {Promise<import("../shared/widening.js").Ask>} */
export async function asker({ dataset: { engine = "", head = "", root = "." } }) {
  const worker = new Worker(trustedScript(await scriptAt(engine)));
  const searcher = new Searcher(worker, fetchedText(head), new URL(head, location.href));
  const isWhole = new Promise((resolve, reject) => {
    searcher.addEventListener("grown", resolve, { once: true });
    searcher.addEventListener("failed", reject, { once: true });
    worker.addEventListener("error", reject, { once: true });
  });
  await Promise.all([searcher.head, isWhole]);
  let latest = "";
  return async (typed, rows, held) => {
    latest = typed;
    const grown = new Promise((resolve) => { searcher.addEventListener("grown", resolve, { once: true }); });
    let answer = await searcher.ask({ query: typed, isForList: true });
    if (searcher.isGrowing) { // The names in the other language are on their way.
      await grown;
      if (latest === typed) answer = await searcher.ask({ query: typed, isForList: true });
    }
    /** @type {Map<string, Place>} */
    const places = new Map((answer.places ?? []).map((/** @type {Place} */ place) => [new URL(`${root}/${place[0]}`, location.href).href, place]));
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
  };
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
