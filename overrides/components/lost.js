// @ts-check
/**
 * The script of the page that a host shows for an address that it does not have. Messengers escape the `#` of a link, so that what
 * stands behind it is asked of the host: it leads on to what was meant. Else the page goes on in one language, that of the address (see
 * `before-paint.js`), its frame too, begins its list with the pages whose addresses are most like the one that was asked for, and looks
 * for its words in the search, to which they go behind the `#`, that no host is sent.
 */
import { decoded } from "../shared/decoding.js";
import { fetchedPage, fetchedText } from "../shared/fetching.js";

/** How many pages it names, and how much of an address such a page has in common with what was asked for. */
const MOST = 3;
const ALIKE = 0.5;
/** What holds an address in the frame of a page. */
const ADDRESSES = ["href", "src", "data-script", "data-engine", "data-head", "data-root", "data-page"];

const meant = meantBy(location.href);
if (meant) location.replace(meant);
else goOn(document.documentElement.dataset.asked ?? "");

/** Where a link was meant to lead whose `#` was escaped; blank where it was not. @param {string} address */
function meantBy(address) {
  const url = new URL(address);
  const [path, ...behind] = url.pathname.split(/%23/i);
  if (!behind.length) return "";
  const hash = behind.join("%23");
  // By its parts, so that the host stays this one whatever the path says.
  url.pathname = path;
  url.hash = hash.includes("=") ? hash : decoded(hash);
  return url.href;
}

/** @param {string} language that of the address */
function goOn(language) {
  for (const other of document.querySelectorAll(`.lost:not([data-in="${language}"])`)) other.remove();
  const section = /** @type {HTMLElement | null} */ (document.querySelector(".lost"));
  if (!section) return;
  offerWords(section);
  nameNearest(section).catch(() => {}); // It leads to the search and to every part all the same.
  // While the address is marked, a frame in another language is not seen.
  if (section.lang !== document.documentElement.lang) takeFrame(section).catch(() => {}).finally(() => delete document.documentElement.dataset.asked);
}

/** Put the words of the address into the field. @param {HTMLElement} section */
function offerWords(section) {
  const form = section.querySelector("form"), input = form?.querySelector("input");
  if (!form || !input) return;
  input.value ||= lastOf(location.pathname).replace(/[-_+\s]+/g, " ").trim();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(form.action + (input.value.trim() ? `#q=${encodeURIComponent(input.value.trim())}` : ""));
  });
}

/** Name the nearest pages first, in a list that stays as long as it was. @param {HTMLElement} section */
async function nameNearest({ dataset, children }) {
  const { home = "", head = "" } = dataset;
  const asked = lastOf(location.pathname);
  /** @type {{entries: {title: string, url: string}[]}} */
  const { entries } = JSON.parse(await fetchedText(head));
  const near = entries.filter(({ url }) => !url.includes("#")).map(({ title, url }) => ({ title, url, like: likeness(lastOf(url), asked) }))
    .filter(({ like }) => like >= ALIKE).sort((one, other) => other.like - one.like).slice(0, MOST);
  const list = [...children].find((each) => each.matches("ul"));
  const root = new URL(dataset.root ?? ".", new URL(home, location.href));
  for (const [place, { title, url }] of near.entries()) {
    const item = document.createElement("li");
    item.append(Object.assign(document.createElement("a"), { textContent: title, href: new URL(url, root).href }));
    list?.children[place].before(item);
    list?.lastElementChild?.remove();
  }
}

/** The last part of an address: its page. @param {string} path */
function lastOf(path) {
  return decoded(path).toLowerCase().replace(/(index)?\.html?$/, "").split("/").filter(Boolean).pop() ?? "";
}

/** How much two names have in common, from 0 to 1, by their pairs of signs. @param {string} one @param {string} other */
function likeness(one, other) {
  const [these, those] = [one, other].map((name) => new Set(Array.from({ length: Math.max(name.length - 1, 0) }, (_, place) => name.slice(place, place + 2))));
  const common = [...these].filter((pair) => those.has(pair)).length;
  return (2 * common) / Math.max(these.size + those.size, 1);
}

/** Header, footer and title in the language of the section, from its home page. @param {HTMLElement} section */
async function takeFrame({ lang, dataset }) {
  const page = await fetchedPage(dataset.home ?? "");
  if (document.querySelector("dialog[open]")) return; // Whoever has begun to search goes on.
  for (const part of [".site-header", ".site-footer"]) {
    const there = page.querySelector(part);
    if (!there) continue;
    for (const name of ADDRESSES) {
      for (const each of there.querySelectorAll(`[${name}]`)) each.setAttribute(name, new URL(each.getAttribute(name) ?? "", page.URL).href.replace(/\/$/, name === "data-root" ? "" : "/"));
    }
    for (const own of there.querySelectorAll("copy-page, .site-footer__improve")) own.remove();
    document.querySelector(part)?.replaceWith(document.adoptNode(there));
  }
  document.documentElement.lang = lang;
  document.title = `404 · ${page.title}`;
}
