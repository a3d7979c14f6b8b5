// @ts-check
/**
 * The script of a page that went: leads on to what stands instead, with what stands behind the `#`, which no host and no page
 * without scripts can hand on. A heading of the page may have gone elsewhere than the page.
 */
import { namedIn } from "../shared/decoding.js";

const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector("a[data-moved]"));
if (link) leadOn(link, document.getElementById(namedIn(location.hash)));

/** @param {HTMLAnchorElement} page @param {HTMLElement | null} heading the link to where the heading went */
function leadOn(page, heading) {
  const there = new URL((heading instanceof HTMLAnchorElement ? heading : page).href);
  if (!heading && location.hash) there.hash = location.hash;
  location.replace(there.href); // So that the way back does not lead here again.
}
