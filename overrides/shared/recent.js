// @ts-check
/** The last searches, kept under the name `searches`, the newest first. */
import { placeHere, storageFor } from "./keeping/places.js";
import { keyHere } from "./keeping/site.js";
import { readValue } from "./keeping/values.js";

const SEARCHES = "searches";
const MOST = 6, LONGEST = 60;
/** @type {import("./keeping/values.js").Kind} */
const SEARCHES_KIND = { version: Infinity, isSound: (value) => Array.isArray(value) };

/** @returns {string[]} */
export function recent() {
  const { value } = readValue(storageFor(placeHere()), SEARCHES, SEARCHES_KIND);
  return (value ?? []).filter((/** @type {unknown} */ query) => typeof query === "string" && query.length <= LONGEST).slice(0, MOST);
}

/** @param {string} query */
export function remember(query) {
  const text = query.trim();
  if (!text || text.length > LONGEST) return;
  try {
    storageFor(placeHere())?.setItem(keyHere(SEARCHES), JSON.stringify([text, ...recent().filter((other) => other !== text)].slice(0, MOST)));
  } catch {
    // Switched off or full: the next search is offered no last ones.
  }
}

export function forget() {
  try {
    storageFor(placeHere())?.removeItem(keyHere(SEARCHES));
  } catch {
    // Switched off: there is nothing to erase.
  }
}
