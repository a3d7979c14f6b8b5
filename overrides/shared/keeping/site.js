// @ts-check
/**
 * Under which keys this handbook keeps things in the browser: `handbook:<name>@<path>`, the path being where it lives on its
 * host, so that two handbooks on one host never touch each other's. Up to version 1.1 the keys had no path.
 */
const KEY_MARK = "handbook:";

/** @type {string | undefined} */
let path;

/** The path of the site on its host, such as `/` or `/handbook/`, whatever page of it this is. */
function sitePath() {
  path ??= readPath();
  return path;
}

function readPath() {
  const root = document.querySelector('meta[name="handbook-root"]')?.getAttribute("content") ?? "";
  const { pathname } = new URL(`${root}/`, location.href);
  try {
    return decodeURI(pathname); // One place, whether a link has written ~ or %7E.
  } catch {
    return pathname;
  }
}

/** The key of something that this handbook keeps. @param {string} name such as `run:mb1k7c0a1x9q` */
export function keyHere(name) {
  return `${KEY_MARK}${name.replaceAll("@", "-")}@${sitePath()}`;
}

/** What a key of this handbook names; null where it is another's. @param {string} key */
export function nameHere(key) {
  const [name, where] = split(key);
  return where === sitePath() ? name : null;
}

/** What a key names that a version up to 1.1 wrote, which knew no path; null where it is none. @param {string} key */
export function nameBefore(key) {
  const [name, where] = split(key);
  return name === null || where.startsWith("/") ? null : key.slice(KEY_MARK.length);
}

/** The names of all that this handbook keeps in a storage, and that begin so. @param {Storage} storage */
export function namesHere(storage, prefix = "") {
  return namesIn(storage, nameHere, prefix);
}

/** The names of what a version up to 1.1 has left there. @param {Storage} storage */
export function namesBefore(storage, prefix = "") {
  return namesIn(storage, nameBefore, prefix);
}

/** The key under which a version up to 1.1 kept something. @param {string} name */
export function keyBefore(name) {
  return KEY_MARK + name;
}

/**
 * Bring over what a version up to 1.1 has kept. It is found once: the first handbook of the host that looks takes it. What stands
 * here already under the same name is left for whoever keeps it to merge, and what there is no room to move is read where it is.
 * @param {Storage} storage
 */
export function bringOver(storage) {
  for (const name of namesBefore(storage)) if (storage.getItem(keyHere(name)) === null) moveKey(storage, keyBefore(name), keyHere(name));
}

/** @param {Storage} storage @param {string} from @param {string} to */
function moveKey(storage, from, to) {
  try {
    storage.setItem(to, storage.getItem(from) ?? "");
    storage.removeItem(from);
  } catch {
    // No room for both: it stays, for whoever removed it first might find none to put it back.
  }
}

/** @param {Storage} storage @param {(key: string) => string | null} nameOf @param {string} prefix */
function namesIn(storage, nameOf, prefix) {
  const names = [];
  for (let place = 0; place < storage.length; place += 1) {
    const name = nameOf(storage.key(place) ?? "");
    if (name?.startsWith(prefix)) names.push(name);
  }
  return names;
}

/** @param {string} key @returns {[string | null, string]} name and path, blank where there is none; null where the key is none of a handbook's */
function split(key) {
  if (!key.startsWith(KEY_MARK)) return [null, ""];
  const end = key.indexOf("@");
  return end < 0 ? [key.slice(KEY_MARK.length), ""] : [key.slice(KEY_MARK.length, end), key.slice(end + 1)];
}
