// @ts-check
/**
 * <search-page>…the box…<fieldset data-kinds></search-page>: all results, of one kind or of all; the query stands in the
 * address behind `#q=`, which no browser sends to a host.
 *
 * @typedef {import("./searcher.js").Result} Result
 */
import { setAddress } from "../shared/address.js";
import { SearchBox } from "./search-box.js";

const MOST_ON_PAGE = 60;

/**
 * @param {HTMLElement} element @param {import("./searcher.js").Searcher} searcher
 * @param {import("./engine.js").Head} head @param {import("./search-box.js").Place} place
 * @param {AbortSignal} signal when the page is done with searching
 */
export function startPage(element, searcher, head, place, signal) {
  const kinds = /** @type {HTMLFieldSetElement} */ (element.querySelector("[data-kinds]"));
  const template = /** @type {HTMLTemplateElement} */ (element.querySelector("template[data-kind]"));
  const input = /** @type {HTMLInputElement} */ (element.querySelector("[role=combobox]"));
  const typed = input.value;
  let kind = "";
  element.querySelector(".search__said")?.after(kinds);

  /** Offer the kinds that were found, with how many of each. @param {Result[]} results */
  const offerKinds = (results) => {
    const counts = new Map([["", results.length]]);
    for (const { entry } of results) counts.set(entry.kind, (counts.get(entry.kind) ?? 0) + 1);
    if (!counts.has(kind)) kind = "";
    kinds.hidden = counts.size < 3;
    const focused = document.activeElement instanceof HTMLInputElement && kinds.contains(document.activeElement);
    kinds.replaceChildren(.../** @type {Node[]} */ ([kinds.querySelector("legend")]), ...[...counts].map(([name, count]) => {
      const label = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
      const radio = /** @type {HTMLInputElement} */ (label.querySelector("input"));
      radio.value = name;
      radio.checked = name === kind;
      /** @type {HTMLElement} */ (label.querySelector("span")).textContent = `${name ? head.words[name] : head.words.everything} ${count}`;
      return label;
    }));
    if (focused) /** @type {HTMLElement | null} */ (kinds.querySelector("input:checked"))?.focus();
  };

  const fromAddress = () => new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
  input.value = typed || fromAddress();
  const box = new SearchBox(element, searcher, head, place, {
    most: MOST_ON_PAGE,
    signal,
    shown: (results, query) => {
      setAddress(`#q=${encodeURIComponent(query)}`);
      offerKinds(results);
      return results.filter(({ entry }) => !kind || entry.kind === kind).slice(0, MOST_ON_PAGE);
    },
  });
  input.addEventListener("input", () => {
    if (input.value.trim()) return;
    kinds.hidden = true;
    setAddress(location.pathname + location.search);
  }, { signal });
  kinds.addEventListener("change", (event) => {
    kind = event.target instanceof HTMLInputElement ? event.target.value : "";
    box.search();
  }, { signal });
  addEventListener("hashchange", () => {
    input.value = fromAddress();
    box.search();
  }, { signal });
}
