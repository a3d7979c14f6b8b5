// @ts-check
/**
 * What the filters of a page are set to, behind the # of its address: so a list that was filtered can be shared, and is there
 * again on the way back, in the other language too; no host is ever sent it.
 */
import { setAddress } from "./address.js";

/** The filters in a place, by their names. @param {HTMLElement} place */
function filtersIn(place) {
  return [.../** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */ (place.querySelectorAll("input[name], select[name]"))];
}

/** What the address says. */
function saidThere() {
  return new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
}

/** Set the filters as the address says, now and when it changes. @param {HTMLElement} place @param {() => void} then what shows what they leave */
export function followAddress(place, then) {
  /** @param {(name: string) => boolean} isMeant */
  const follow = (isMeant) => {
    const said = saidThere(), filters = filtersIn(place).filter(({ name }) => isMeant(name) || said.has(name));
    for (const filter of filters) {
      const value = said.get(filter.name) ?? "";
      if (filter.type === "radio") /** @type {HTMLInputElement} */ (filter).checked ||= filter.value === value;
      else if (!(filter instanceof HTMLSelectElement) || [...filter.options].some((option) => option.value === value)) filter.value = value;
    }
    if (filters.length) then();
  };
  // A way back to an address without filters takes them off; one to a heading says nothing of them.
  addEventListener("hashchange", () => follow(() => !location.hash || location.hash.includes("=")));
  follow(() => false);
}

/** Put into the address what the filters are set to. @param {HTMLElement} place @param {boolean} [step] whether the browser's way back undoes it */
export function putIntoAddress(place, step = false) {
  const said = saidThere();
  for (const { name } of filtersIn(place)) said.delete(name);
  for (const filter of filtersIn(place)) {
    if (filter.value && (filter.type !== "radio" || /** @type {HTMLInputElement} */ (filter).checked)) said.set(filter.name, filter.value);
  }
  const text = String(said);
  if (text || location.hash.includes("=")) setAddress(text ? `#${text}` : location.pathname + location.search, step);
}
