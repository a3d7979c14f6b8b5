// @ts-check
/** What fills in and reads the company's own files, and what reads PDFs: loaded once it is needed. */
import { moduleAt } from "../shared/fetching.js";

/** @param {import("./own/own.js").OwnFile} own @returns {Promise<typeof import("./own/own.js")>} */
export function ownScript(own) {
  return moduleAt(own.script ?? "");
}
