// @ts-check
/** What fills in and reads the company's own files, loaded once it is needed. */
import { scriptAt } from "../shared/fetching.js";

/** @param {import("./own/own.js").OwnFile} own @returns {Promise<typeof import("./own/own.js")>} @throws {Error} `offline` where it could not be fetched */
export async function ownScript(own) {
  const script = await scriptAt(own.script ?? "");
  return import(script).catch((error) => {
    throw new Error("offline", { cause: error });
  });
}
