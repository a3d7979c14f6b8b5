// @ts-check
/**
 * What an export of everything holds beside the runs: drafts of forms, what the reader says of themself, the practice, the
 * round of it that was passed last and the one that is under way, the reader's office, the day of joining.
 * An import is looked at first and changes nothing until applied.
 *
 * @typedef {import("../forms/drafts/draft.js").Draft} Draft
 * @typedef {import("../forms/drafts/kept-drafts.js").Details} Details
 * @typedef {import("../practice/memory.js").Memory} Memory
 * @typedef {{round: import("../practice/round.js").Round | null, passed: import("../practice/passed.js").Passed | null, office: {v: 1, id: string} | null, joined: import("../checklists/joining.js").Joined | null}} Singles
 *   What there is one of; null where there is none.
 * @typedef {{drafts: Map<string, Draft>, details: Details, practice: {memory: Memory, mayKeep: boolean}, singles: Singles, templates: Record<string, string>}} There
 *   What is kept, and the titles of the templates.
 * @typedef {{added: Draft[], changed: Draft[], same: Draft[], details: Details | null, practice: Memory | null, singles: Singles}} OthersPlan
 *   What an import would do: drafts to add and to merge, details, practice and the rest as they would become, null where they stay.
 */
import { draftFault, mergeDrafts, upgradedDraft } from "../forms/drafts/draft.js";
import { detailsFault } from "../forms/drafts/kept-drafts.js";
import { memoryFault, mergeMemories } from "../practice/memory.js";
import { passedFault } from "../practice/passed.js";
import { isRound } from "../practice/round.js";
import { officeFault } from "../shared/office.js";
import { joinedFault } from "../checklists/joining.js";
import { SINGLES } from "./export-reading.js";

/** What is wrong with each of what there is one of; blank where nothing is. */
const FAULT_OF = {
  round: (/** @type {any} */ value) => (isRound(value) ? "" : "round"),
  passed: passedFault,
  office: officeFault,
  joined: joinedFault,
};

/** Only what there is. @param {There} there @returns {Record<string, any>} */
export function othersOf({ drafts, details, practice, singles }) {
  const { v: _, ...said } = details;
  return {
    ...(drafts.size ? { drafts: [...drafts.values()] } : {}),
    ...(Object.values(said).some(Boolean) ? { details } : {}),
    ...(Object.keys(practice.memory.cards).length ? { practice: practice.memory } : {}),
    ...Object.fromEntries(Object.entries(singles).filter(([, value]) => value)),
  };
}

/** Whether an import would do anything with the rest, or has what is there already. @param {OthersPlan} plan */
export function holdsAnything({ added, changed, same, details, practice, singles }) {
  return Boolean(added.length || changed.length || same.length || details || practice || SINGLES.some((name) => singles[name]));
}

/**
 * @param {Record<string, any>} value the file @param {There} there @param {Set<string>} left takes the ids of forms that there are not
 * @returns {{fault: string, detail: string} | OthersPlan}
 */
export function inspectOthers(value, there, left) {
  /** @type {OthersPlan} */
  const plan = { added: [], changed: [], same: [], details: null, practice: null, singles: { round: null, passed: null, office: null, joined: null } };
  if ("drafts" in value && !Array.isArray(value.drafts)) return { fault: "import_wrong", detail: "drafts" };
  const seen = new Set();
  for (const [number, draft] of (value.drafts ?? []).map(upgradedDraft).entries()) {
    const fault = draftFault(draft);
    if (fault) return { fault: "import_wrong", detail: `drafts[${number}].${fault}` };
    if (draft.template in Object.prototype) return { fault: "import_wrong", detail: `drafts[${number}]: ${draft.template}` };
    if (!Object.hasOwn(there.templates, draft.template)) {
      left.add(draft.template);
      continue;
    }
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
  for (const name of SINGLES) {
    const fault = name in value ? FAULT_OF[name](value[name]) : "";
    if (fault) return { fault: "import_wrong", detail: fault };
    // What stands here is newer to the reader than a file.
    if (name in value && !there.singles[name]) plan.singles = { ...plan.singles, [name]: value[name] };
  }
  return plan;
}

/** @param {unknown} one @param {unknown} other */
function differs(one, other) {
  return JSON.stringify(one) !== JSON.stringify(other);
}
