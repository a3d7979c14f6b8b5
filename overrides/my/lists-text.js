// @ts-check
/**
 * The text of the checklists, which is asked for before what is kept is read, where runs are kept: each takes its time, and neither
 * waits for the other. Imported first of all that the page of all that is kept has.
 */
import { fetchedText } from "../shared/fetching.js";
import { storageFor } from "../shared/keeping/places.js";
import { namesHere } from "../shared/keeping/site.js";

/** What was asked for and not yet taken. @type {Promise<string> | undefined} */
let coming = hasRuns() ? fetchedText(address()) : undefined;
coming?.catch(() => {}); // Whoever takes it is told.

/** @returns {Promise<string>} */
export function listsText() {
  const text = coming ?? fetchedText(address());
  coming = undefined; // What failed is fetched anew.
  return text;
}

function address() {
  return document.querySelector("my-runs")?.getAttribute("lists") ?? "";
}

function hasRuns() {
  return [storageFor("browser"), storageFor("window")].some((storage) => storage && namesHere(storage, "run:").length);
}
