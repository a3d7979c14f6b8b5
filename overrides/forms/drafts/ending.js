// @ts-check
/**
 * Drafts end a time after their last change that the company sets. None goes unsaid: the reader is told of it first, with the way
 * to take it along, and it is deleted a day later at the earliest.
 *
 * @typedef {import("./draft.js").Draft} Draft
 * @typedef {{after: string, zone: string}} Ending An ISO 8601 duration, and the company's time zone.
 */
import { A_DAY_IN_MILLISECONDS } from "../../shared/day.js";
import { dueAt } from "../../shared/durations.js";

/** The name of what was told. */
export const TOLD = "told";
/** When the reader was told, by draft. @type {import("../../shared/keeping/values.js").Kind} */
const TOLD_KIND = { version: Infinity, isSound: (value) => typeof value === "object" && !Array.isArray(value) && Object.values(value).every(Number.isFinite) };

/** When a draft ends. @param {Draft} draft @param {Ending} ending */
export function endOf(draft, { after, zone }) {
  return dueAt(draft.changed, after, { days: [], spans: [], zone });
}

/**
 * Delete what has ended and was told of, and note what is told of now.
 * @param {import("./kept-drafts.js").DraftStore} store @param {Ending} ending @param {number} [now]
 * @returns {{told: Draft[], gone: Draft[]}} what has ended and is still there, and what was deleted
 */
export function endOld(store, ending, now = Date.now()) {
  /** @type {Record<string, number>} */
  const before = store.readSingle(TOLD, TOLD_KIND, (_, here) => here) ?? {};
  const old = store.sorted((draft) => (endOf(draft, ending)?.getTime() ?? Infinity) <= now);
  // What a clock that was ahead has noted says nothing.
  const since = (/** @type {Draft} */ draft) => (before[draft.id] <= now ? before[draft.id] : now);
  const gone = old.filter((draft) => now - since(draft) >= A_DAY_IN_MILLISECONDS);
  const told = old.filter((draft) => !gone.includes(draft));
  for (const draft of gone) store.remove(draft);
  if (told.length) store.write(TOLD, JSON.stringify(Object.fromEntries(told.map((draft) => [draft.id, since(draft)]))));
  else if (Object.keys(before).length) store.removeNamed(TOLD);
  return { told, gone };
}
