// @ts-check
/** The search for a list that is filtered: which of its rows are found. */
import { fetchedText, scriptAt } from "../shared/fetching.js";
import { trustedScript } from "../shared/trusted.js";
import { Searcher } from "./searcher.js";

/** How well a row must fit, beside the best of all and the best of the list. */
const OF_ALL = 0.4, OF_LIST = 0.65;

/** @param {HTMLElement} element the <site-search> of the page @returns {Promise<(typed: string, rows: HTMLElement[]) => Promise<HTMLElement[]>>} */
export async function asker({ dataset: { engine = "", head = "", root = "." } }) {
  const worker = new Worker(trustedScript(await scriptAt(engine)));
  const searcher = new Searcher(worker, fetchedText(head), new URL(head, location.href));
  const isWhole = new Promise((resolve, reject) => {
    searcher.addEventListener("grown", resolve, { once: true });
    searcher.addEventListener("failed", reject, { once: true });
    worker.addEventListener("error", reject, { once: true });
  });
  await Promise.all([searcher.head, isWhole]);
  return async (typed, rows) => {
    const grown = new Promise((resolve) => { searcher.addEventListener("grown", resolve, { once: true }); });
    let answer = await searcher.ask({ query: typed, isForList: true });
    if (searcher.isGrowing) { // The names in the other language are on their way.
      await grown;
      answer = await searcher.ask({ query: typed, isForList: true });
    }
    /** @type {Map<string, number>} */
    const scores = new Map((answer.places ?? []).map((/** @type {[string, number]} */ [url, score]) => [new URL(`${root}/${url}`, location.href).href, score]));
    const best = Math.max(0, ...scores.values()), scored = rows.map((row) => /** @type {[HTMLElement, number]} */ ([row, Math.max(0, ...placesOf(row).map((place) => scores.get(place) ?? 0))]));
    const least = Math.max(OF_ALL * best, OF_LIST * Math.max(0, ...scored.map(([, score]) => score)));
    return scored.filter(([, score]) => score && score >= least).sort(([, one], [, other]) => other - one).map(([row]) => row);
  };
}

/** Where the matter of a row stands: at its own place, or where its name leads; of one that has neither, wherever it leads. @param {HTMLElement} row */
function placesOf(row) {
  if (row.id) return [new URL(`#${row.id}`, location.href).href];
  const named = /** @type {HTMLAnchorElement | null} */ (row.querySelector("th a, a.card__title"));
  return (named ? [named] : [...row.querySelectorAll("a")]).map(({ href }) => href);
}
