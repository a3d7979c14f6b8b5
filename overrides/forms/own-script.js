// @ts-check
/** What fills in and reads the company's own files, and what reads PDFs: loaded once it is needed. */
import { scriptAt } from "../shared/fetching.js";

/** @param {import("./own/own.js").OwnFile} own @returns {Promise<typeof import("./own/own.js")>} @throws {Error} `offline` where it could not be fetched */
export function ownScript(own) {
  return scriptFrom(own.script ?? "");
}

/** @param {string} address @returns {Promise<any>} @throws {Error} `offline` where it could not be fetched */
export async function scriptFrom(address) {
  const script = await scriptAt(address);
  return import(script).catch((error) => {
    throw new Error("offline", { cause: error });
  });
}
