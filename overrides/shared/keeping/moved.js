// @ts-check
/** Ids under which this browser may have kept something, and that are other ones by now: `docs/data/redirects.yml`. */
import { words } from "../words.js";

/** @type {Record<string, Record<string, string>>} */
const moved = JSON.parse(words.moved_ids ?? "{}");

/** The id that a thing has now. @param {"checklists" | "templates"} folder @param {string} id */
export function idNow(folder, id) {
  const known = moved[folder] ?? {};
  return Object.hasOwn(known, id) ? known[id] : id;
}
