// @ts-check
/**
 * What a reader has seen of the changes of facts. `seen`: the changes that were read, or were the newest when the handbook was first
 * opened; `of` and `pages`: the newest changes, and the pages on which those were shown since.
 *
 * @typedef {{v: 1, seen: string, of: string, pages: string[]}} Seen
 */
export const VERSION = 1;

/** @param {any} value */
export function isSound(value) {
  return value.v === VERSION && [value.seen, value.of].every((key) => typeof key === "string")
    && Array.isArray(value.pages) && value.pages.every((/** @type {any} */ page) => typeof page === "string");
}

/**
 * Whether to show something, and what to keep then. Who is here for the first time is shown nothing.
 * @param {Seen | null} kept @param {string} news the key of the newest changes
 * @param {"home" | "list" | string} where the home page, the list of all changes, or else the address of the page
 * @returns {{isShown: boolean, keep: Seen | null}} `keep` is null where nothing is to be kept anew
 */
export function look(kept, news, where) {
  /** @type {Seen} */
  const all = { v: VERSION, seen: news, of: news, pages: [] };
  if (where === "list") return { isShown: false, keep: kept?.seen === news ? null : all };
  if (!kept) return { isShown: false, keep: where === "home" ? all : null };
  if (!news || kept.seen === news) return { isShown: false, keep: null };
  if (where === "home") return { isShown: true, keep: null };
  const pages = kept.of === news ? kept.pages : [];
  return pages.includes(where) ? { isShown: false, keep: null } : { isShown: true, keep: { ...kept, of: news, pages: [...pages, where] } };
}
