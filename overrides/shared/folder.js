// @ts-check
/**
 * The handbook as a folder on a drive, opened without a host. A browser fetches nothing there, so `python -m macros folder` has laid
 * beside each file that scripts ask for another one, with `.js` behind its name: a script with what the file holds.
 */
export const inFolder = globalThis.location?.protocol === "file:";

/** @param {string} address @returns {Promise<string>} what such a file holds */
export function heldBeside(address) {
  const script = document.createElement("script");
  script.src = `${new URL(address, location.href).href}.js`;
  return new Promise((resolve, reject) => {
    script.addEventListener("load", () => resolve(/** @type {any} */ (globalThis).handbookParts?.[script.src]));
    script.addEventListener("error", () => reject(new Error(script.src)));
    document.head.append(script);
  });
}

/** Where a page is: no host completes its address. @param {string} address */
export function pageAt(address) {
  const url = new URL(address, location.href);
  if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
  return url.href;
}
