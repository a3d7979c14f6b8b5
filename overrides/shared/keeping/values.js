// @ts-check
/**
 * One thing that is kept under a name, looked at before it is believed: what cannot be understood is set aside, never overwritten,
 * and what a newer version of the handbook wrote is left alone.
 *
 * @typedef {{version: number, isSound: (value: any) => boolean, upgrade?: (value: any) => any}} Kind The newest version that is
 *   understood, what a sound value is, and how one of an earlier version becomes one of that.
 * @typedef {{value: any, isStuck: boolean}} Found `value`: null where there is none; `isStuck`: nothing may be kept over it.
 */
import { keyBefore, keyHere, namesHere } from "./site.js";

const ASIDE = "aside:";

/** What stands under a name. @param {Storage | null} storage @param {string} name @param {Kind} kind @returns {Found} */
export function readValue(storage, name, kind) {
  return readAt(storage, keyHere(name), name, kind);
}

/** What a version up to 1.1 has left under a name, which could not be brought over. @param {Storage} storage @param {string} name @param {Kind} kind */
export function readBefore(storage, name, kind) {
  return readAt(storage, keyBefore(name), name, kind);
}

/** @param {Storage | null} storage @param {string} key @param {string} name @param {Kind} kind @returns {Found} */
function readAt(storage, key, name, { version, isSound, upgrade = (value) => value }) {
  let text = null;
  let value = null;
  try {
    text = storage?.getItem(key) ?? null;
    value = text === null ? null : upgrade(JSON.parse(text));
  } catch {
    value = null; // Damaged: set aside below.
  }
  if (!storage || text === null) return { value: null, isStuck: false };
  if (value && Number.isInteger(value.v) && value.v > version) return { value: null, isStuck: true };
  return value && isSound(value) ? { value, isStuck: false } : { value: null, isStuck: !setAside(storage, key, name, text) };
}

/** Move what cannot be understood out of the way, for export; where there is no room for that, it stays where it is.
 * @param {Storage} storage @param {string} key @param {string} name @param {string} text @returns {boolean} whether it is out of the way */
function setAside(storage, key, name, text) {
  let time = Date.now();
  // A clock that was put back, or stands still, must not lay one thing over another.
  while (storage.getItem(keyHere(`${ASIDE}${time.toString(36)}:${name}`)) !== null) time += 1;
  try {
    storage.setItem(keyHere(`${ASIDE}${time.toString(36)}:${name}`), text);
    storage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/** What was set aside: by name, as it was found. @param {Storage | null} storage @returns {Record<string, string>} */
export function asideIn(storage) {
  return Object.fromEntries(storage ? namesHere(storage, ASIDE).map((name) => [name, storage.getItem(keyHere(name)) ?? ""]) : []);
}
