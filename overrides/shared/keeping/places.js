// @ts-check
/**
 * Where things are kept: in the browser, in this window until it closes, or nowhere. On a shared computer the reader says so,
 * once for the window; on their own computer they can say that too, and are asked no more.
 *
 * @typedef {"browser" | "window" | "nowhere"} Place
 */
import { keyBefore, keyHere, namesBefore, namesHere } from "./site.js";

const ANSWER = "computer";
const ANSWERS = ["own", "window", "nowhere"];
/** The names of what this window has begun to keep in the browser while it was not known whose computer it is. */
const BEGUN = "begun";
const ERASED = "erased";
const ASKED = "asked";
const AT_WORK = "at-work:";

/** The place for what is typed and ticked. @returns {Place} */
export function placeHere() {
  const answer = saidWhose();
  return answer === "window" || answer === "nowhere" ? answer : "browser";
}

/** What the reader has said of the computer: `own`, or the place on a shared one; blank where nothing was said yet. */
export function saidWhose() {
  for (const kind of /** @type {const} */ (["sessionStorage", "localStorage"])) {
    const answer = readText(storageOf(kind), ANSWER);
    if (ANSWERS.includes(answer)) return answer; // Anything else was written by another hand: the reader is asked again.
  }
  return "";
}

/** Whether records lie in the browser that are not shown, since the reader has said that the computer is shared. */
export function liesUnshown() {
  const browser = storageOf("localStorage");
  return placeHere() !== "browser" && Boolean(browser && namesHere(browser).some((name) => /^(run|draft):/.test(name)));
}

/** The storage of that place; null where it is nowhere, or the browser has it switched off. @param {Place} place */
export function storageFor(place) {
  if (place === "nowhere") return null;
  return storageOf(place === "window" ? "sessionStorage" : "localStorage");
}

/** Note that something new is kept in the browser, while nothing was said of the computer. @param {string} name */
export function noteBegun(name) {
  const session = storageOf("sessionStorage");
  if (saidWhose() || !session) return;
  writeText(session, BEGUN, JSON.stringify([...new Set([...begun(), name])]));
  dispatchEvent(new Event("handbook-begun"));
}

/** Whether something that this window has begun to keep is still there, and it is open whose computer it is. */
export function isOpen() {
  return !saidWhose() && begun().some((name) => readText(storageOf("localStorage"), name));
}

/** Whether this window has asked whose computer it is. */
export function wasAskedHere() {
  return Boolean(readText(storageOf("sessionStorage"), ASKED));
}

export function noteAsked() {
  writeText(storageOf("sessionStorage"), ASKED, "1");
}

/**
 * Say whose computer it is. On a shared one, what this window has begun goes with it; what lay there before stays where it is,
 * for it may be another reader's. On one's own, what was kept for the window only goes into the browser.
 * @param {"own" | "window" | "nowhere"} answer
 */
export function sayWhose(answer) {
  const [browser, session] = [storageOf("localStorage"), storageOf("sessionStorage")];
  if (answer === "own") for (const name of session ? keptNames(session) : []) hand(name, session, browser);
  else if (answer === "window") for (const name of begun()) hand(name, browser, session);
  else for (const [storage, names] of /** @type {const} */ ([[browser, begun()], [session, session ? keptNames(session) : []]])) {
    for (const name of names) storage?.removeItem(keyHere(name)); // It goes on in the memory of this page.
  }
  session?.removeItem(keyHere(BEGUN));
  session?.removeItem(keyHere(ANSWER));
  if (answer !== "own") browser?.removeItem(keyHere(ANSWER));
  writeText(answer === "own" ? browser : session, ANSWER, answer);
  dispatchEvent(new Event("handbook-place"));
}

/** Move something where nothing stands yet under its name, and where there is room. @param {string} name @param {Storage | null} from @param {Storage | null} to */
function hand(name, from, to) {
  const text = readText(from, name);
  if (!text || readText(to, name)) return;
  writeText(to, name, text);
  if (readText(to, name) === text) from?.removeItem(keyHere(name));
}

/** The names of what is kept in a window, but for what this module notes there. @param {Storage} session */
function keptNames(session) {
  return namesHere(session).filter((name) => ![ANSWER, ASKED, BEGUN, ERASED].includes(name) && !name.startsWith(AT_WORK));
}

/** Delete all that this handbook keeps, wherever it is. */
export function eraseHere() {
  for (const kind of /** @type {const} */ (["localStorage", "sessionStorage"])) {
    const storage = storageOf(kind);
    if (!storage) continue;
    for (const name of namesHere(storage)) storage.removeItem(keyHere(name));
    for (const name of namesBefore(storage)) storage.removeItem(keyBefore(name)); // For which there was no room here.
  }
  writeText(storageOf("sessionStorage"), ERASED, Date.now().toString(36) + Math.random().toString(36).slice(2));
  dispatchEvent(new Event("handbook-erased"));
}

/** A mark that changes whenever this window erases everything, by which a page that comes back knows. */
export function erasure() {
  return readText(storageOf("sessionStorage"), ERASED);
}

/** On which record this window works, of a kind of which another may work on another; blank where none was noted. @param {string} kind */
export function atWork(kind) {
  return readText(storageOf("sessionStorage"), AT_WORK + kind);
}

/** @param {string} kind @param {string} id of the record; blank: on none */
export function noteAtWork(kind, id) {
  if (id) writeText(storageOf("sessionStorage"), AT_WORK + kind, id);
  else storageOf("sessionStorage")?.removeItem(keyHere(AT_WORK + kind));
}

/** @returns {string[]} */
function begun() {
  try {
    const names = JSON.parse(readText(storageOf("sessionStorage"), BEGUN) || "[]");
    return Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
  } catch {
    return [];
  }
}

/** What was found of each storage; a look at it writes something, which other tabs hear of. @type {Map<string, Storage | null>} */
const found = new Map();

/** The browser's storage, or null where it is switched off. @param {"localStorage" | "sessionStorage"} kind @returns {Storage | null} */
function storageOf(kind) {
  if (!found.has(kind)) found.set(kind, available(kind));
  return found.get(kind) ?? null;
}

/** @param {"localStorage" | "sessionStorage"} kind */
function available(kind) {
  try {
    const storage = globalThis[kind];
    storage.setItem(keyHere("probe"), "1");
    storage.removeItem(keyHere("probe"));
    return storage;
  } catch (error) {
    // A full storage can still be read; a forbidden one cannot. Firefox long had another name for the first.
    return error instanceof DOMException && /quota/i.test(error.name) ? globalThis[kind] : null;
  }
}

/** @param {Storage | null} storage @param {string} name */
function readText(storage, name) {
  try {
    return storage?.getItem(keyHere(name)) ?? "";
  } catch {
    return "";
  }
}

/** @param {Storage | null} storage @param {string} name @param {string} text */
function writeText(storage, name, text) {
  try {
    storage?.setItem(keyHere(name), text);
  } catch {
    // No room: the reader is asked again.
  }
}
