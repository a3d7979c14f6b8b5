// @ts-check
/** Which place of a page is being read: the first in the upper part of the window, below the header, else the last above. */
const UPPER = 0.3;
const HEADER = 40;

/** @param {Element | undefined} place */
export const isBelowHeader = (place) => (place?.getBoundingClientRect().top ?? 0) >= HEADER;

/** @template {Element} T @param {T[]} places in order @returns {T | undefined} */
export function beingRead(places) {
  const reached = places.filter((each) => each.getClientRects().length && each.getBoundingClientRect().top < UPPER * innerHeight);
  return reached.find(isBelowHeader) ?? reached.at(-1);
}
