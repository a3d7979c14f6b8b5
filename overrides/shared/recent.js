// @ts-check
/** The last searches, kept under the name `searches`, the newest first. */
import { placeHere, storageFor } from "./keeping/places.js";
import { keyHere } from "./keeping/site.js";
import { readValue } from "./keeping/values.js";

const SEARCHES = "searches", LEFT = "search-left";
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

/** What was found is followed from this page. */
export function leave() {
  try {
    sessionStorage.setItem(keyHere(LEFT), location.pathname);
  } catch {
    // Switched off: coming back, the search is closed.
  }
}

/** What was searched for when this page was left for something that was found; blank where it was not. @returns {string} */
export function leftHere() {
  try {
    const isLeft = sessionStorage.getItem(keyHere(LEFT)) === location.pathname;
    if (isLeft) sessionStorage.removeItem(keyHere(LEFT));
    return isLeft ? recent()[0] ?? "" : "";
  } catch {
    return "";
  }
}

export function forget() {
  try {
    storageFor(placeHere())?.removeItem(keyHere(SEARCHES));
  } catch {
    // Switched off: there is nothing to erase.
  }
}
