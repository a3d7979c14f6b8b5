// @ts-check
/**
 * What is fetched from the site itself; anything but a sound answer is an error. What is gone may be so because the site was
 * replaced, of which the page then tells the reader.
 */
import { heldBeside, inFolder } from "./folder.js";
import { tellIfReplaced } from "./replaced.js";

/** @param {string} address @returns {Promise<string>} */
export async function fetchedText(address) {
  if (inFolder) return heldBeside(address);
  try {
    return await (await fetched(address)).text();
  } catch (error) {
    tellIfReplaced();
    throw error;
  }
}

/** @param {string} address */
async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  return answer;
}

/** @param {string} address @returns {Promise<Uint8Array<ArrayBuffer>>} @throws {Error} see `gone` */
export async function fetchedBytes(address) {
  try {
    if (inFolder) return Uint8Array.from(atob(await heldBeside(address)), (sign) => sign.charCodeAt(0));
    return new Uint8Array(await (await fetched(address)).arrayBuffer());
  } catch (error) {
    throw await gone(error);
  }
}

/** The address under which a script can be imported or started. @param {string} address @returns {Promise<string>} */
export async function scriptAt(address) {
  if (!inFolder) return new URL(address, location.href).href;
  return URL.createObjectURL(new Blob([await heldBeside(address)], { type: "text/javascript" }));
}

/** A script that is loaded late. @param {string} address @returns {Promise<any>} @throws {Error} see `gone` */
export async function moduleAt(address) {
  try {
    return await import(await scriptAt(address));
  } catch (error) {
    throw await gone(error);
  }
}

/** Why something could not be had: `replaced` where the site is another by now, which the page then says, else `offline`. @param {unknown} cause */
async function gone(cause) {
  return new Error((await tellIfReplaced()) ? "replaced" : "offline", { cause });
}

/**
 * A page as a document. By the old way, because a page's text may not be turned into one where a host asks for trusted types.
 * @param {string} address @returns {Promise<Document>}
 */
export function fetchedPage(address) {
  if (inFolder) return Promise.reject(new Error("There is no host to ask."));
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    const fail = () => reject(new Error(`${request.status} ${address}`));
    request.addEventListener("load", () => (request.status === 200 && request.responseXML ? resolve(request.responseXML) : fail()));
    for (const kind of ["error", "abort", "timeout"]) request.addEventListener(kind, fail);
    request.send();
  });
}
