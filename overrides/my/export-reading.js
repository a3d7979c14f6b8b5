// @ts-check
/**
 * What was exported from a handbook, as far as its frame and its runs go: all that is needed to look at them side by side.
 *
 * @typedef {import("../checklists/run.js").Checklist} Checklist
 * @typedef {import("../checklists/run.js").Run} Run
 * @typedef {{added: Run[], changed: Run[], same: Run[]}} RunsPlan What an import would do with runs.
 */
import { MARK } from "../checklists/exporting.js";
import { mergeRuns } from "../checklists/run-merging.js";
import { runFault, upgradedRun } from "../checklists/run-reading.js";
import { RUN_VERSION } from "../checklists/run.js";

/** What there is one of, beside the runs. @type {("round" | "passed" | "office" | "joined")[]} */
export const SINGLES = ["round", "passed", "office", "joined"];
const PARTS = [MARK, "runs", "drafts", "details", "practice", ...SINGLES];
/** More than a browser keeps for a site, so that whatever is exported can be imported. */
const LARGEST_IMPORT = 8_000_000;

/**
 * The text of a file that somebody has chosen.
 * @param {File} file @returns {Promise<{fault: string, detail: string} | {text: string}>} `fault` is a key of the page's words
 */
export async function textIn(file) {
  // Three bytes a character at most; what is larger is not even read.
  if (file.size > 3 * LARGEST_IMPORT) return { fault: "import_large", detail: `${Math.round(file.size / 1e6)} MB` };
  try {
    return { text: await file.text() };
  } catch {
    return { fault: "import_unreadable", detail: "" }; // A folder, or moved or changed since it was chosen.
  }
}

/**
 * Read a file that was exported from a handbook, as far as its frame goes.
 * @param {string} text
 * @returns {{fault: string, detail: string} | {value: any}} `fault` is a key of the page's words
 */
export function readExport(text) {
  if (text.length > LARGEST_IMPORT) return { fault: "import_large", detail: `${Math.round(text.length / 1e6)} MB` };
  /** @type {any} */
  let value = null;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: "import_foreign", detail: "" }; // What browsers say of it helps nobody.
  }
  if (typeof value !== "object" || value === null || !Number.isInteger(value[MARK]) || !Array.isArray(value.runs)) {
    return { fault: "import_foreign", detail: "" };
  }
  if (value[MARK] > RUN_VERSION) return { fault: "import_newer", detail: String(value[MARK]) };
  const strange = Object.keys(value).find((key) => !PARTS.includes(key));
  return strange === undefined ? { value } : { fault: "import_wrong", detail: strange };
}

/**
 * What answers an item that its list no longer has, comes along, as a browser keeps it too.
 * @param {any[]} runs @param {Map<string, Run>} there @param {Map<string, Checklist>} lists @param {Set<string>} left
 * @returns {{fault: string, detail: string} | RunsPlan}
 */
export function inspectRuns(runs, there, lists, left) {
  /** @type {RunsPlan} */
  const plan = { added: [], changed: [], same: [] };
  const seen = new Set();
  for (const [number, run] of runs.map(upgradedRun).entries()) {
    const fault = runFault(run);
    if (fault) return { fault: "import_wrong", detail: `runs[${number}].${fault}` };
    const strange = [run.checklist, ...Object.keys(run.answers), ...Object.keys(run.times)].find((id) => id in Object.prototype);
    if (strange !== undefined) return { fault: "import_wrong", detail: `runs[${number}]: ${strange}` };
    if (!lists.has(run.checklist)) {
      left.add(run.checklist);
      continue;
    }
    if (seen.has(run.id)) return { fault: "import_wrong", detail: `runs[${number}].id` };
    seen.add(run.id);
    const mine = there.get(run.id);
    if (mine && mine.checklist !== run.checklist) return { fault: "import_wrong", detail: `runs[${number}].checklist` };
    if (!mine) plan.added.push(run);
    else if (JSON.stringify(mergeRuns(mine, run)) !== JSON.stringify(mine)) plan.changed.push(run);
    else plan.same.push(run);
  }
  return plan;
}
