// @ts-check
/**
 * The service worker: what a reader sees without a connection. Pages come from the network, and from what was kept where that
 * fails or is too slow; files that are named by what they hold come from what was kept. Each build has a store of its own,
 * filled with what is always there in the reader's language and with the pages that the reader had before, so that versions never
 * mix; of the build before, only the named files stay, for pages that are still open. Nothing outside this site's own path is touched.
 *
 * The build puts in front: `self.handbook = { build, always, fallback }`: its id, the addresses that are always there, and the page to show
 * for one that is not there; both by language.
 *
 * @typedef {"zh" | "en"} Language
 */
export {}; // A module to those that check it; served without this line.

const worker = /** @type {any} */ (self);
/** @type {{build: string, always: Record<Language, string[]>, fallback: Record<Language, string>}} */
const { build, always, fallback } = worker.handbook;

const root = new URL("./", location.href);
const ours = `handbook@${root.pathname}@`;
const own = ours + build;
const named = /\.[0-9a-f]{10}\.\w+$/;
const mark = `<meta name="handbook-build" content="${build}">`;
/** How long the network may take, in milliseconds, where the page is kept. */
const PATIENCE = 5_000;
/** How many pages are brought along from the build before. */
const MOST_PAGES = 100;
const LARGEST = 1_000_000;
/** Pages that were shown as they are kept, until they have been told so. @type {Set<string>} */
const shownAsKept = new Set();

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(take()));
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(begin()));
worker.addEventListener("message", (/** @type {any} */ event) => {
  if (event.data === "asKept") {
    if (shownAsKept.delete(plain(event.source.url))) event.source.postMessage("offline");
  } else event.waitUntil(event.data === "forget" ? forget() : keepAll(event.data.keep));
});
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event, url = plain(request.url);
  if (request.method !== "GET" || !url.startsWith(root.href) || request.headers.has("range")) return;
  if (named.test(url)) event.respondWith(namedFile(event, url));
  else if (isPage(url) || isBlank(url)) event.respondWith(fromNetwork(event, url));
});

/** Before this build is used: all that is always there, and what the reader had. A part that is missing, or of another build, stops it. */
async function take() {
  const cache = await caches.open(own);
  const before = (await Promise.all((await earlier()).map(async (name) => (await caches.open(name)).keys()))).flat().map(({ url }) => url);
  const open = await worker.clients.matchAll({ includeUncontrolled: true });
  for (const language of new Set([...open.map((/** @type {any} */ page) => page.url), ...before.filter(isPage)].map(languageOf))) await complete(cache, language);
  const files = new Set(before.filter((url) => named.test(url)).map(withoutMark));
  for (const page of before.filter(isPage).slice(-MOST_PAGES)) {
    if (!await keep(cache, page).catch(() => false)) continue;
    const text = await (await cache.match(page))?.text() ?? "";
    for (const [, address] of text.matchAll(/"([^"<>\s]+\.[0-9a-f]{10}\.\w+)"/g)) {
      const file = new URL(address, page).href;
      if (files.has(withoutMark(file))) await keep(cache, file).catch(() => false);
    }
  }
  await worker.skipWaiting();
}

/** Keep what is always there in a language. @param {Cache} cache @param {Language} language @throws {Error} a part is not there */
async function complete(cache, language) {
  const wanted = always[language].map((address) => new URL(address, root).href);
  if (await cache.match(wanted.at(-1) ?? "")) return;
  for (const url of wanted) if (!await keep(cache, url)) throw new Error(`not of this build: ${url}`);
  // Who changes the language without a connection is told so in that one.
  for (const address of Object.values(fallback)) await keep(cache, new URL(address, root).href).catch(() => false);
}

async function begin() {
  const names = await earlier();
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
  for (const name of names.slice(-1)) await clear(name, (url) => named.test(url));
  await worker.clients.claim();
}

/** The stores of other builds, the oldest first. @returns {Promise<string[]>} */
async function earlier() {
  return (await caches.keys()).filter((name) => name.startsWith(ours) && name !== own);
}

/** Fetch and keep what is not kept yet; what does not belong to this build is not. @param {Cache} cache @param {string} url */
async function keep(cache, url) {
  if (await cache.match(url)) return true;
  const kept = named.test(url) ? await caches.match(url) : undefined;
  return put(cache, url, kept ?? await fetch(url, { cache: named.test(url) ? "default" : "no-cache" }));
}

/** @param {Cache} cache @param {string} url @param {Response} answer @returns {Promise<boolean>} whether it was of this build */
async function put(cache, url, answer) {
  if (!answer.ok || answer.redirected) return false;
  const copy = answer.clone(), content = await answer.blob();
  const isText = /^text\/html/.test(answer.headers.get("Content-Type") ?? "");
  if (isPage(url) ? !(await content.text()).includes(mark) : isText && !url.endsWith(".html")) return false;
  if (isBlank(url) && content.size > LARGEST) return true;
  await cache.put(url, copy);
  return true;
}

/** @param {any} event @param {string} url */
async function namedFile(event, url) {
  const kept = await caches.match(url);
  if (kept) return kept;
  const answer = await fetch(event.request), copy = answer.clone();
  event.waitUntil(caches.open(own).then((cache) => put(cache, url, copy)).catch(() => {})); // There may be no room.
  return answer;
}

/** @param {any} event @param {string} url */
async function fromNetwork(event, url) {
  const coming = fetch(event.request, { cache: "no-cache" }); // What the browser may still have of it is no answer of the network.
  event.waitUntil(coming.catch(() => {}));
  const cache = await caches.open(own), kept = await cache.match(url);
  try {
    const answer = await (kept ? Promise.race([coming, late()]) : coming);
    if (answer.status >= 500 && kept) throw new Error("The host is down.");
    shownAsKept.delete(url);
    if (event.request.mode === "navigate" || isBlank(url)) event.waitUntil(note(cache, url, answer.clone()));
    return answer;
  } catch {
    if (event.request.mode !== "navigate") return kept ?? Response.error();
    if (kept) shownAsKept.add(url);
    return kept ?? instead(cache, url);
  }
}

/** The way to the page that says that there is no connection, in the language that was meant, else in one that is kept; what was asked for stands behind its `#`. @param {Cache} cache @param {string} url */
async function instead(cache, url) {
  for (const language of [languageOf(url), .../** @type {Language[]} */ (Object.keys(fallback))]) {
    const there = new URL(fallback[language], root).href;
    if (there !== url && await cache.match(there)) return Response.redirect(`${there}#/${url.slice(root.href.length)}`);
  }
  return Response.error(); // Nothing is kept yet.
}

/** Keep a page that was read; where it is of another build, look for that build's worker. @param {Cache} cache @param {string} url @param {Response} answer */
async function note(cache, url, answer) {
  const isOurs = await put(cache, url, answer).catch(() => true);
  if (!isOurs && answer.ok) await worker.registration.update().catch(() => {});
  else if (isPage(url)) await complete(cache, languageOf(url)).catch(() => {}); // The next page tries again.
}

function late() {
  return new Promise((_, reject) => setTimeout(reject, PATIENCE));
}

/** @param {string[]} addresses what a page that had no keeper yet was made of */
async function keepAll(addresses) {
  const cache = await caches.open(own);
  for (const url of addresses.map(plain)) {
    if (url.startsWith(root.href) && (isPage(url) || named.test(url))) await keep(cache, url).catch(() => false);
  }
}

/** Nothing stays that tells what somebody read. */
async function forget() {
  const standing = new Set(Object.values(always).flat().map((address) => new URL(address, root).href));
  for (const name of [...await earlier(), own]) await clear(name, (url) => standing.has(url));
}

/** @param {string} name @param {(url: string) => boolean} stays */
async function clear(name, stays) {
  const cache = await caches.open(name);
  for (const { url } of await cache.keys()) if (!stays(url)) await cache.delete(url);
}

/** An address as things are kept under it. @param {string} address */
function plain(address) {
  const url = new URL(address);
  return url.origin + url.pathname.replace(/\/index\.html$/, "/");
}

/** @param {string} url @returns {Language} */
function languageOf(url) {
  const first = /** @type {Language} */ (Object.keys(always)[0]);
  return /** @type {Language[]} */ (Object.keys(always)).find((each) => each !== first && (url.startsWith(`${root.href}${each}/`) || url.slice(root.href.length).includes(`.${each}.`))) ?? first;
}

/** @param {string} url */
function isPage(url) {
  return url.startsWith(root.href) && url.endsWith("/");
}

/** Whether it is an empty form, which a page fills in. @param {string} url */
function isBlank(url) {
  return /\/downloads\/[^/]+\.(?:docx|xlsx)$/.test(url);
}

/** @param {string} url */
function withoutMark(url) {
  return url.replace(named, "");
}
