// @ts-check
/**
 * What an export of everything holds beside the runs: drafts of forms, what the reader says of themself, the practice.
 * An import is looked at first and changes nothing until applied.
 *
 * @typedef {import("../forms/drafts/draft.js").Draft} Draft
 * @typedef {import("../forms/drafts/kept-drafts.js").Details} Details
 * @typedef {import("../practice/memory.js").Memory} Memory
 * @typedef {{drafts: Map<string, Draft>, details: Details, practice: {memory: Memory, mayKeep: boolean}, templates: Record<string, string>}} There
 *   What is kept, and the titles of the templates.
 * @typedef {{added: Draft[], changed: Draft[], same: Draft[], details: Details | null, practice: Memory | null}} OthersPlan
 *   What an import would do: drafts to add and to merge, details and practice as they would become, null where they stay.
 */
import { draftFault, mergeDrafts, upgradedDraft } from "../forms/drafts/draft.js";
import { detailsFault } from "../forms/drafts/kept-drafts.js";
import { memoryFault, mergeMemories } from "../practice/memory.js";

/** Only what there is. @param {There} there @returns {Record<string, any>} */
export function othersOf({ drafts, details, practice }) {
  const { v: _, ...said } = details;
  return {
    ...(drafts.size ? { drafts: [...drafts.values()] } : {}),
    ...(Object.values(said).some(Boolean) ? { details } : {}),
    ...(Object.keys(practice.memory.cards).length ? { practice: practice.memory } : {}),
  };
}

/** @param {Record<string, any>} value the file @param {There} there @returns {{fault: string, detail: string} | OthersPlan} */
export function inspectOthers(value, there) {
  /** @type {OthersPlan} */
  const plan = { added: [], changed: [], same: [], details: null, practice: null };
  if ("drafts" in value && !Array.isArray(value.drafts)) return { fault: "import_wrong", detail: "drafts" };
  const seen = new Set();
  for (const [number, draft] of (value.drafts ?? []).map(upgradedDraft).entries()) {
    const fault = draftFault(draft);
    if (fault) return { fault: "import_wrong", detail: `drafts[${number}].${fault}` };
    if (!Object.hasOwn(there.templates, draft.template)) return { fault: "import_unknown", detail: draft.template };
    const mine = there.drafts.get(draft.id);
    if (seen.has(draft.id)) return { fault: "import_wrong", detail: `drafts[${number}].id` };
    if (mine && mine.template !== draft.template) return { fault: "import_wrong", detail: `drafts[${number}].template` };
    seen.add(draft.id);
    if (!mine) plan.added.push(draft);
    else plan[differs(mergeDrafts(mine, draft), mine) ? "changed" : "same"].push(draft);
  }
  if ("details" in value) {
    const fault = detailsFault(value.details);
    if (fault) return { fault: "import_wrong", detail: fault };
    const mine = Object.entries(there.details).filter(([, said]) => said);
    const filled = { ...value.details, ...Object.fromEntries(mine) };
    if (differs(filled, there.details)) plan.details = filled;
  }
  if ("practice" in value) {
    const fault = memoryFault(value.practice);
    if (fault) return { fault: "import_wrong", detail: fault };
    const merged = mergeMemories(there.practice.memory, value.practice);
    if (there.practice.mayKeep && differs(merged, there.practice.memory)) plan.practice = merged;
  }
  return plan;
}

/** @param {unknown} one @param {unknown} other */
function differs(one, other) {
  return JSON.stringify(one) !== JSON.stringify(other);
}
