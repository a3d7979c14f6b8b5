// @ts-check
/**
 * Runs as a file to take along; `my/export-reading.js` reads it again, which only the page of all records and that of HR need.
 *
 * @typedef {import("./run.js").Run} Run
 */
import { RUN_VERSION } from "./run.js";

/** By what an export is known. */
export const MARK = "handbook-runs";
/** From this size on an export is written without the line breaks that people read by. */
const LARGE = 1_000_000;

/** @param {Run[]} runs @param {Record<string, any>} [others] what else there is, as `othersOf` gives it */
export function toJson(runs, others = {}) {
  const all = { [MARK]: RUN_VERSION, runs, ...others };
  const text = JSON.stringify(all, null, 1);
  return text.length < LARGE ? text : JSON.stringify(all);
}
