// @ts-check
/**
 * The script of the page that a host shows for an address that it does not have. Messengers escape the `#` of a link, so that what
 * stands behind it is asked of the host: it leads on to what was meant. Else the page goes on in one language, that of the address (see
 * `before-paint.js`), its frame too, names the pages whose addresses or names are most like the one that was asked for, and looks
 * for its words in the search, to which they go behind the `#`, that no host is sent. Where nothing is called like that, it says so.
 */
import { decoded } from "../shared/decoding.js";
import { fetchedPage, fetchedText } from "../shared/fetching.js";

/** How many pages it names, and how much of an address or a name such a page has in common with what was asked for. */
const MOST = 3;
const ALIKE = 0.55;
/** What a name is worth that holds all that was asked for, and at most one that holds its words; what is in the folder that was named counts more. */
const HOLDS = 0.75;
const SAYS = 0.7;
const BESIDE = 0.15;
/** Which folder is named first where pages are equally like. */
const FIRST = "scenarios";
/** How alike a word, a name or a folder is to one that was meant: one slip in five letters. Less is another word: “nonsense”, “consent”. */
const SPELT = 0.8;
/** @typedef {{title: string, url: string, names?: string[]}} Entry what the search knows of a page */
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
  nameNearest(section).catch(() => section.querySelector(".lost__near")?.remove()); // It leads to the search and to every part all the same.
  // While the address is marked, a frame in another language is not seen.
  if (section.lang !== document.documentElement.lang) takeFrame(section).catch(() => {}).finally(() => delete document.documentElement.dataset.asked);
}

/** Put the words of the address into the field. @param {HTMLElement} section */
function offerWords(section) {
  const form = section.querySelector("form"), input = form?.querySelector("input");
  if (!form || !input) return;
  input.value ||= wordsOf(location.pathname);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(form.action + (input.value.trim() ? `#q=${encodeURIComponent(input.value.trim())}` : ""));
  });
}

/** Name the nearest pages in a place of their own, which goes where there are none. @param {HTMLElement} section */
async function nameNearest(section) {
  const { home = "", head = "" } = section.dataset, root = new URL(section.dataset.root ?? ".", new URL(home, location.href));
  /** @type {{entries: Entry[], names: string[]}} */
  const { entries, names } = JSON.parse(await fetchedText(head));
  const all = entries.map((entry, number) => ({ ...entry, names: names[number]?.split("|").filter(Boolean) })), pages = all.filter(({ url }) => !url.includes("#"));
  const parts = partsOf(location.pathname), folder = parts.at(-2) ?? "", folders = new Set(entries.flatMap(({ url }) => url.split("/").slice(0, -2)));
  /** @type {Entry[]} */
  let near = [], asked = "";
  while (!near.length && parts.length && !folders.has(parts.at(-1) ?? "")) {
    asked = parts.pop() ?? "";
    const isAbove = (/** @type {string} */ url) => location.pathname.includes(`/${url}`) && !folders.has(lastOf(url));
    near = pages.map((page) => ({ ...page, like: Math.max(Number(isAbove(page.url)), likeness(page, asked)) + (isTelling(folder) && page.url.split("/").some((part) => alike(part, folder) >= SPELT) ? BESIDE : 0) }))
      .filter(({ like }) => like >= ALIKE).sort((one, other) => other.like - one.like || isFirst(other.url) - isFirst(one.url)).slice(0, MOST);
  }
  const place = section.querySelector(".lost__near");
  const last = lastOf(location.pathname), isFound = all.some((entry) => likeness(entry, last) >= ALIKE);
  putAnew(section, near.length ? asked : isFound ? last : "");
  if (!near.length) return sayNone(section);
  place?.querySelector("ul")?.append(...near.map(({ title, url }) => {
    const item = document.createElement("li");
    item.append(Object.assign(document.createElement("a"), { textContent: title, href: new URL(url, root).href }));
    return item;
  }));
}

/** Into the field goes the part of the address that something is called like, since the search would hardly find another, unless somebody has typed. @param {HTMLElement} section @param {string} asked */
function putAnew(section, asked) {
  const input = section.querySelector("input");
  if (input && input.value === wordsOf(location.pathname)) input.value = wordsOf(asked);
}

/** @param {HTMLElement} section */
function sayNone(section) {
  const said = /** @type {HTMLElement | null} */ (section.querySelector("[data-none]"));
  if (!said) return;
  said.textContent = said.dataset.none ?? "";
  delete said.dataset.none;
}

/** The words of an address. @param {string} path */
function wordsOf(path) {
  return lastOf(path).replace(/[-_+\s]+/g, " ").trim();
}

/** Whether a page is one of those that are named first: 1 or 0. @param {string} url */
function isFirst(url) {
  return Number(url.split("/").includes(FIRST));
}

/** The parts of an address, words with hyphens between them, without an ending. @param {string} path */
function partsOf(path) {
  return decoded(path).toLowerCase().replace(/(index)?\.[a-z]{2,4}$/, "").split("/").map(hyphened).filter(Boolean);
}

/** The last part of an address: its page. @param {string} path */
function lastOf(path) {
  return partsOf(path).pop() ?? "";
}

/** @param {string} text */
function hyphened(text) {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu)?.join("-") ?? "";
}

/** How much a page's address or one of its names has in common with what was asked for, from 0 to 1. @param {Entry} page @param {string} asked */
function likeness({ title, url, names = [] }, asked) {
  const called = [lastOf(url), ...[title, ...names].map(hyphened)], says = `-${called.join("-")}`;
  const words = asked.split("-").filter(isTelling), spelt = says.split("-").filter(isTelling);
  const said = words.reduce((all, word) => all + (says.includes(/^[a-z]/.test(word) ? `-${word}` : word) ? 1 : mostAlike(spelt, word)), 0);
  const holds = words.length && called.some((name) => name.includes(asked)) ? HOLDS : 0;
  return Math.max(holds, words.length && (SAYS * said) / words.length, mostAlike(called, asked));
}

/** A word in Latin letters tells nothing that is as short as “the”. @param {string} word */
function isTelling(word) {
  return word.length > (/^[a-z]/.test(word) ? 3 : 1);
}

/** How alike the most alike of some names is; 0 where none was meant. @param {string[]} names @param {string} asked */
function mostAlike(names, asked) {
  return Math.max(0, ...names.map((name) => alike(name, asked)).filter((like) => like >= SPELT));
}

/** How much of two names is the same, from 0 to 1: what is left of the longer by slips of the hand, a sign more, less, other or before its neighbour. @param {string} one @param {string} other */
function alike(one, other) {
  const most = Math.max(one.length, other.length, 1);
  if (Math.abs(one.length - other.length) > (1 - SPELT) * most + 1e-9) return 0;
  let before = /** @type {number[]} */ ([]), row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let line = 1; line <= one.length; line++) {
    const last = row;
    row = [line];
    for (let place = 1; place <= other.length; place++) {
      const isSame = one[line - 1] === other[place - 1], isSwapped = one[line - 1] === other[place - 2] && one[line - 2] === other[place - 1];
      row.push(Math.min(last[place] + 1, row[place - 1] + 1, last[place - 1] + Number(!isSame), isSwapped ? before[place - 2] + 1 : most));
    }
    before = last;
  }
  return 1 - row[other.length] / most;
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
