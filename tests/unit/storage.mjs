/** A browser's storages for modules that are tested without one: with a limit, and with the events that other parts of a page hear. */
import { register } from "node:module";
import { SCRIPTS, standIn } from "./page.mjs";

// A module that is asked for with `?page=…` asks for others with the same, so that each page has modules of its own.
register(`data:text/javascript,${encodeURIComponent(`export async function resolve(specifier, context, next) {
  const found = await next(specifier, context);
  const { search } = new URL(context.parentURL ?? "file:///");
  return search.startsWith("?page=") && found.url.startsWith("file:") && !found.url.includes("?") ? { ...found, url: found.url + search } : found;
}`)}`);
let pages = 0;

class QuotaExceeded extends Error {
  /** @param {string} name */
  constructor(name) {
    super();
    this.name = name;
  }
}

/** A storage as browsers have it. */
export class FakeStorage {
  /** @param {Record<string, string>} [texts] */
  constructor(texts = {}) {
    this.texts = new Map(Object.entries(texts));
    this.room = Infinity;
    /** How the browser calls it that there is no room. */
    this.lack = "QuotaExceededError";
  }

  get length() {
    return this.texts.size;
  }

  key(place) {
    return [...this.texts.keys()][place] ?? null;
  }

  getItem(key) {
    return this.texts.get(key) ?? null;
  }

  setItem(key, text) {
    const used = [...this.texts].reduce((sum, [other, value]) => sum + (other === key ? 0 : other.length + value.length), 0);
    if (used + key.length + String(text).length > this.room) throw new QuotaExceeded(this.lack);
    this.texts.set(key, String(text));
  }

  removeItem(key) {
    this.texts.delete(key);
  }

  /** Everything, by key. */
  all() {
    return Object.fromEntries(this.texts);
  }
}

/**
 * A page of a handbook at a path, with its storages, and `load` for its modules, of which nothing of an earlier page is in memory.
 * @param {string} path of the site @param {{local?: FakeStorage, session?: FakeStorage, words?: Record<string, string>}} [given]
 */
export function openPage(path, { local = new FakeStorage(), session = new FakeStorage(), words = {} } = {}) {
  standIn(words);
  const target = new EventTarget();
  const { querySelector } = document;
  Object.assign(globalThis, {
    location: new URL(`https://host.example${path}en/my/`), localStorage: local, sessionStorage: session, DOMException: QuotaExceeded,
    addEventListener: target.addEventListener.bind(target), removeEventListener: target.removeEventListener.bind(target),
    dispatchEvent: target.dispatchEvent.bind(target),
  });
  document.querySelector = (wanted) => (wanted === 'meta[name="handbook-root"]' ? { getAttribute: () => "../.." } : querySelector(wanted));
  pages += 1;
  const number = pages;
  return { local, session, load: (/** @type {string} */ name) => import(new URL(`${name}?page=${number}`, SCRIPTS).href) };
}

/** The page comes back from the browser's memory as it was left. */
export function comeBack() {
  dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
}

/** Another tab has changed something. @param {string | null} key */
export function hearOf(key) {
  dispatchEvent(Object.assign(new Event("storage"), { key }));
}
