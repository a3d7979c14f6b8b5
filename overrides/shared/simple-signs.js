// @ts-check
/** By which filters find in one way of writing Chinese what was typed in the other. */
import { fetchedText } from "./fetching.js";
import { simpleSigns } from "./folding.js";

/** @type {Promise<Map<string, string> | undefined> | undefined} */
let signs;

/** The simplified sign of each traditional one, fetched once a page, from where a filter's `signs` says; none where they cannot be had. @param {Element} filter */
export function signsFor(filter) {
  signs ??= fetchedText(filter.getAttribute("signs") ?? "").then(JSON.parse).then(simpleSigns, () => undefined);
  return signs;
}
