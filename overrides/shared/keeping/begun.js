// @ts-check
/**
 * What was begun in this browser, for whoever only looks: what cannot be understood is left to whoever keeps it.
 *
 * @typedef {{due: Date, isByDay: boolean, item: string, said: string}} First What of a run is due next; `isByDay`: at no time of that day; `item`: its id; `said`:
 *   what is to be done
 */
import { A_DAY_IN_MILLISECONDS } from "../day.js";
import { languageHere, SIGNS } from "../signs.js";
import { placeHere } from "./places.js";
import { keyBefore, keyHere, namesBefore, namesHere } from "./site.js";

/** The runs of checklists that are not finished: those in use, and others of which something is done or counts from a time, such as imported ones. @returns {Record<string, any>[]} */
export function runsGoingOn() {
  const chosen = Object.values(keptAs("current")[0] ?? {});
  const runs = keptAs("run:").filter((run) => !run.finished && (chosen.includes(run.id) || answered(run) || hasTime(run)));
  return runs.map((run) => ({ ...run, isChosen: chosen.includes(run.id) }));
}

/** Whether anything of a run counts from a time. @param {Record<string, any>} run */
export function hasTime(run) {
  return Object.values(run.times ?? {}).some((one) => one?.time);
}

/** A run is the one in use of its list, as whoever opens it means. @param {string} checklist @param {string} id */
export function chooseRun(checklist, id) {
  for (const area of /** @type {const} */ (["localStorage", "sessionStorage"])) {
    try {
      const storage = window[area];
      if (storage.getItem(keyHere(`run:${id}`)) !== null) storage.setItem(keyHere("current"), JSON.stringify({ ...keptAs("current", [area])[0], [checklist]: id }));
    } catch {
      // Switched off, or full: its page offers it for choice.
    }
  }
}

/** How many items are answered. @param {Record<string, any>} run @param {string[]} [how] */
export function answered(run, how = ["done", "na"]) {
  return Object.values(run.answers ?? {}).filter((answer) => how.includes(answer?.state)).length;
}

/**
 * What is kept under names that begin so; what is no record is passed over.
 * @param {string} prefix @param {("localStorage" | "sessionStorage")[]} [areas] in the browser, in this window; both unless one is named. On a
 *   shared computer nothing of the browser is shown.
 */
export function keptAs(prefix, areas = ["localStorage", "sessionStorage"]) {
  /** @type {Record<string, any>[]} */
  const found = [];
  const place = placeHere();
  if (place === "nowhere") return found;
  for (const area of areas) {
    if (place === "window" && area === "localStorage") continue;
    try {
      const storage = window[area];
      const keys = [...namesHere(storage, prefix).map(keyHere), ...namesBefore(storage, prefix).map(keyBefore)];
      found.push(...keys.flatMap((key) => recordOf(storage.getItem(key))));
    } catch {
      // Switched off.
    }
  }
  return found;
}

/** @param {string | null} text @returns {Record<string, any>[]} none where it is damaged */
function recordOf(text) {
  try {
    const value = JSON.parse(text ?? "null");
    return value && typeof value === "object" ? [value] : [];
  } catch {
    return [];
  }
}

/** “14:30” today, else the day, of another year with it. @param {number} time @param {boolean} [asDay] the day even of today */
export function whenOf(time, asDay = false) {
  const isToday = !asDay && Date.now() - time < A_DAY_IN_MILLISECONDS && new Date(time).getDate() === new Date().getDate();
  return new Date(time).toLocaleString(SIGNS[languageHere()].locale, isToday ? { hour: "2-digit", minute: "2-digit" } : { year: new Date(time).getFullYear() === new Date().getFullYear() ? undefined : "numeric", month: "short", day: "numeric" });
}
