// @ts-check
/** <search-page>…the box…</search-page>: all results; the query stands in the address behind `#q=`, which no browser sends to a host. */
import { setAddress } from "../shared/address.js";
import { SearchBox } from "./search-box.js";

const MOST_ON_PAGE = 60;

/**
 * @param {HTMLElement} element @param {import("./searcher.js").Searcher} searcher
 * @param {import("./engine.js").Head} head @param {import("./search-box.js").Place} place
 * @param {AbortSignal} signal when the page is done with searching
 */
export function startPage(element, searcher, head, place, signal) {
  const input = /** @type {HTMLInputElement} */ (element.querySelector("[role=combobox]"));
  const typed = input.value;

  const fromAddress = () => new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
  input.value = typed || fromAddress();
  const box = new SearchBox(element, searcher, head, place, {
    most: MOST_ON_PAGE,
    signal,
    shown: (query) => setAddress(`#q=${encodeURIComponent(query)}`),
  });
  input.addEventListener("input", () => {
    if (!input.value.trim()) setAddress(location.pathname + location.search);
  }, { signal });
  element.querySelector("[data-clear]")?.addEventListener("click", () => {
    input.value = "";
    input.focus();
    input.dispatchEvent(new Event("input"));
  }, { signal });
  addEventListener("hashchange", () => {
    input.value = fromAddress();
    box.search();
  }, { signal });
}
