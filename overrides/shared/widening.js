// @ts-check
/**
 * What the search finds besides what the filter of a list does: by words that mean the same, and in spite of a slip. The search comes with the
 * first key; until it is there, or where it cannot be had, the filter does alone.
 */
import { moduleAt } from "./fetching.js";

/**
 * @typedef {(typed: string, rows: HTMLElement[], held: HTMLElement[]) => Promise<HTMLElement[]>} Ask which rows fit, the best first: of those that the filter leaves,
 *   and of the others only what surely was meant
 */

/** @type {Promise<Ask> | undefined} */
let asker;
/** What was typed last, and what was found. @type {{typed: string, rows: HTMLElement[], found: HTMLElement[]}} */
let last = { typed: "", rows: [], found: [] };
let latest = "";

/**
 * @param {string} typed @param {HTMLElement[]} rows of the list
 * @param {(found: HTMLElement[]) => void} show what the filter leaves, with those found, the best first: called again once they are there
 * @param {HTMLElement[]} held what the filter alone leaves: where that is nothing, nobody is told so before the search has said the same
 */
export async function widen(typed, rows, show, held) {
  const search = /** @type {HTMLElement | null} */ (document.querySelector("site-search")), isAsked = search && typed.trim().length > 1;
  latest = typed;
  // Whoever types on keeps what was found, so that nothing goes and comes again.
  const kept = typed && last.typed && typed.startsWith(last.typed) && last.rows[0] === rows[0] ? last.found : [];
  if (!isAsked || held.length || kept.length) show(kept);
  if (!isAsked) return;
  asker ??= moduleAt(search.dataset.script ?? "").then((module) => module.asker(search));
  const found = await asker.then((ask) => ask(typed, rows, held)).catch(() => {
    asker = undefined;
  });
  if (latest !== typed) return;
  if (found) last = { typed, rows, found };
  show(found ?? kept);
}
