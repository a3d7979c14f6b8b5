// @ts-check
/** Brings the search to life, in the dialog and on its own page, once its element has asked for it. */
import { SearchBox } from "./search-box.js";
import { startPage } from "./search-page.js";
import { Searcher } from "./searcher.js";

const IN_DIALOG = 8;

/** @param {HTMLElement & {worker: Worker, head: Promise<string>, fail: () => void}} element the <site-search> of the page */
export async function start(element) {
  const { rest = "", root = ".", page = "" } = element.dataset;
  try {
    const searcher = new Searcher(element.worker, element.head, rest);
    const head = await searcher.head;
    const template = /** @type {HTMLTemplateElement} */ (element.querySelector("template[data-result]"));
    const dialog = /** @type {HTMLElement} */ (element.querySelector("dialog"));
    const own = /** @type {HTMLElement | null} */ (document.querySelector("search-page"));
    const place = { root, page, template };
    if (own) startPage(own, searcher, head, place);
    else new SearchBox(dialog, searcher, head, place, { most: IN_DIALOG });
  } catch {
    element.fail();
  }
}
