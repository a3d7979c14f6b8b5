// @ts-check
/**
 * What stands in each row of a page and says the same everywhere, such as “Details”, gets the row's name too, so that a list of the page's links and
 * buttons tells them apart. The links to rows (`a.link-here`) are one stop of the keyboard together: it stands in the row where the reader
 * is, just before the row's other stops, and the arrows lead from one to the next.
 */
import { keyOf } from "./keys.js";
import { languageHere, SIGNS } from "./signs.js";

/** @type {{link: HTMLAnchorElement, row: Element}[]} */
const links = [];

/** @param {Iterable<Element>} rows @param {string} named what in a row bears its name @param {string} [same] what says the same in each */
export function nameRows(rows, named, same = "summary") {
  for (const row of rows) {
    const bearer = row.querySelector(named), name = bearer?.getAttribute("aria-label") ?? bearer?.textContent?.trim();
    const link = /** @type {HTMLAnchorElement | null} */ (row.querySelector("a.link-here"));
    if (!name) continue;
    for (const each of row.querySelectorAll(same)) withName(each, each.textContent?.trim() ?? "", name);
    if (!link) continue;
    withName(link, link.getAttribute("aria-label") ?? "", name);
    link.tabIndex = -1;
    if (links.push({ link, row }) === 1) listen();
  }
}

function listen() {
  document.addEventListener("keydown", pressed, true);
  document.addEventListener("focusin", ({ target }) => {
    const here = links.find(({ row }) => target instanceof Element && row.contains(target));
    if (here) stopAt(here.link);
  });
}

/** @param {Element} each @param {string} text that is seen @param {string} name */
function withName(each, text, name) {
  each.setAttribute("aria-label", text + SIGNS[languageHere()].colon + name);
}

const isShown = (/** @type {{link: Element}} */ { link }) => link.getClientRects().length > 0;

/** @param {HTMLElement} link */
function stopAt(link) {
  for (const each of links) each.link.tabIndex = each.link === link ? 0 : -1;
}

/** @param {KeyboardEvent} event */
function pressed(event) {
  const key = keyOf(event), shown = links.filter(isShown), at = shown.findIndex(({ link }) => link === event.target);
  if (key === "Tab" && shown.length && !shown.some(({ link }) => link.tabIndex === 0)) stopAt(shown[0].link);
  const next = key === "ArrowDown" ? shown[at + 1] : key === "ArrowUp" ? shown[at - 1] : undefined;
  if (at < 0 || !next) return;
  event.preventDefault();
  stopAt(next.link);
  next.link.focus();
}
