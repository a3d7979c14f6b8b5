// @ts-check
/** Brings the search to life, in the dialog or on its own page, once its element has asked for it. */
import { SearchBox } from "./search-box.js";
import { startPage } from "./search-page.js";
import { Searcher } from "./searcher.js";

export { asker } from "./asker.js";

const IN_DIALOG = 8;

/**
 * @param {HTMLElement} element the <site-search> of the page
 * @param {{worker: Worker, head: Promise<string>, signal: AbortSignal, fail: () => void}} attempt what was begun to load, when all of
 *   this is done with, and whom to tell that nothing can be found
 * @throws {Error} the index is not sound
 */
export async function start(element, { worker, head: text, signal, fail }) {
  const { head: address = "", root = ".", page = "" } = element.dataset;
  const searcher = new Searcher(worker, text, new URL(address, location.href));
  searcher.addEventListener("failed", fail, { signal });
  const head = await searcher.head;
  if (signal.aborted) return;
  const template = /** @type {HTMLTemplateElement} */ (element.querySelector("template[data-result]"));
  const dialog = /** @type {HTMLElement} */ (element.querySelector("dialog"));
  const own = /** @type {HTMLElement | null} */ (document.querySelector("search-page"));
  const place = { root, page, template };
  if (own) startPage(own, searcher, head, place, signal);
  else new SearchBox(dialog, searcher, head, place, { most: IN_DIALOG, signal });
}
