// @ts-check
/** What a page says of how it keeps what is done on it, where that is not as one expects. */
import { words } from "./words.js";

const KEYS_SAID = { full: "storage_full", memory: "storage_off", refused: "storage_refused" };

/**
 * @param {import("./keeping/records.js").Records<any>} store @param {string} [of] what the keys of the words begin with: `fill_` for forms
 * @param {boolean} [withAside] whether to speak of what was set aside
 * @returns {string} blank where all is as one expects
 */
export function keepingSaid(store, of = "", withAside = true) {
  const key = KEYS_SAID[/** @type {keyof typeof KEYS_SAID} */ (store.keeping)];
  const said = [
    key ? words[of + key] : "", store.newer.size ? words.storage_newer : "", withAside && Object.keys(store.aside()).length ? words.storage_aside : "",
  ];
  return said.filter(Boolean).join(" ");
}
