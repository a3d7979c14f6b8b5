// @ts-check
/**
 * Runs that come back from a file. An import is looked at first and changes nothing until applied.
 *
 * @typedef {import("../checklists/run.js").Checklist} Checklist
 * @typedef {import("../checklists/run.js").Run} Run
 * @typedef {import("./export-reading.js").RunsPlan & {others: import("./others.js").OthersPlan, left: string[]}} Plan What an import would do; `left`: the ids of
 *   lists and forms that this handbook has not or no longer, of which nothing is taken over.
 */
import { inspectRuns, readExport } from "./export-reading.js";
import { holdsAnything, inspectOthers } from "./others.js";

/**
 * Look at a file that is to be imported.
 * @param {string} text @param {Map<string, Run>} there the runs that are kept @param {Map<string, Checklist>} lists
 * @param {import("./others.js").There} others what else is kept
 * @returns {{fault: string, detail: string} | Plan} `fault` is a key of the page's words
 */
export function inspectImport(text, there, lists, others) {
  const read = readExport(text);
  if ("fault" in read) return read;
  /** @type {Set<string>} */
  const left = new Set();
  const runs = inspectRuns(read.value.runs, there, lists, left);
  if ("fault" in runs) return runs;
  const found = inspectOthers(read.value, others, left);
  if ("fault" in found) return found;
  const takesNothing = !runs.added.length && !runs.changed.length && !runs.same.length && !holdsAnything(found);
  return takesNothing && left.size ? { fault: "import_unknown", detail: [...left].join(", ") } : { ...runs, others: found, left: [...left] };
}
