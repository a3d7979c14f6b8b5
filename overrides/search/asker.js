// @ts-check
/** The search for a list that is filtered: where everything stands that fits, by its address. */
import { fetchedText, scriptAt } from "../shared/fetching.js";
import { trustedScript } from "../shared/trusted.js";
import { Searcher } from "./searcher.js";

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
  return async (typed) => {
    latest = typed;
    const grown = new Promise((resolve) => { searcher.addEventListener("grown", resolve, { once: true }); });
    let answer = await searcher.ask({ query: typed, isForList: true });
    if (searcher.isGrowing) { // The names in the other language are on their way.
      await grown;
      if (latest === typed) answer = await searcher.ask({ query: typed, isForList: true });
    }
    return new Map((answer.places ?? []).map((/** @type {import("../shared/widening.js").Place} */ place) => [new URL(`${root}/${place[0]}`, location.href).href, place]));
  };
}
