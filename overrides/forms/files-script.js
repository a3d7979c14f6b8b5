// @ts-check
/** The way to what makes files and reads them, which is fetched once the form can be filled in. */
import { moduleAt } from "../shared/fetching.js";

/** @typedef {typeof import("./files.js")} Files */

/** It is there for every form of the page. @type {Files | undefined} */
let there;

/** @param {string} address @returns {Promise<Files>} */
export async function filesFrom(address) {
  there ??= await moduleAt(address);
  return /** @type {Files} */ (there);
}

/** It, where it has come by now. */
export function filesHere() {
  return there;
}

/**
 * Do something with it: at once where it is there, since browsers copy and open only what somebody has just pressed for.
 * @template T @param {string} address @param {(files: Files) => T | Promise<T>} use @returns {T | Promise<T>}
 */
export function withFiles(address, use) {
  return there ? use(there) : filesFrom(address).then(use);
}
