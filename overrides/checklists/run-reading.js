// @ts-check
/**
 * Looks at what should be a run, from the browser's storage or from a file, and brings one of an earlier version up to date.
 * Every version that was ever published is read; a sample of each lies beside the tests.
 */
import { idNow } from "../shared/keeping/moved.js";
import { ID, isPlain, isText, isTime, LAST_REVISION, RECORD_ID } from "../shared/keeping/sound.js";
import { isEventTime, RUN_LIMITS, RUN_VERSION, withZone } from "./run.js";

const RUN_KEYS = ["v", "id", "checklist", "name", "started", "changed", "finished", "exported", "stamps", "answers", "times"];
const ANSWER_KEYS = ["state", "at", "text", "note", "noted"];
const STATES = ["done", "na", ""];
/** Ids of items that were found sound; a hundred runs of a list have the same ones. @type {Set<string>} */
const soundIds = new Set();
const ON_THE_WALL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** What should be a run, as this version has it; what is no run is given back as it is. @param {any} value just read, and nobody else's @returns {any} */
export function upgradedRun(value) {
  if (!isPlain(value) || !isPlain(value.times) || !isPlain(value.answers)) return value;
  if (typeof value.checklist === "string") value = { ...value, checklist: idNow("checklists", value.checklist) };
  if (value.v === 1) return upgradedRun({ ...value, v: 2, times: zonedTimes(value.times) });
  return value.v === 2 && !("stamps" in value) && !("exported" in value) ? stamped(value) : value;
}

/** Version 1 kept times without their difference to UTC. @param {Record<string, any>} times */
function zonedTimes(times) {
  return Object.fromEntries(Object.entries(times).map(([item, time]) => [item, typeof time === "string" && ON_THE_WALL.test(time) ? withZone(time) : time]));
}

/**
 * Version 2 had one time for the whole run and one for an answer with its note. What it does not say when it was changed counts as
 * old as the run, so that it wins over nothing that says it; only that a run goes on is as young as its last change.
 * @param {Record<string, any>} run
 */
function stamped(run) {
  for (const item of Object.keys(run.answers)) {
    const answer = run.answers[item];
    if (isPlain(answer) && answer.note !== undefined && !("noted" in answer)) answer.noted = answer.at; // No copy: there are thousands.
  }
  const times = Object.entries(run.times).map(([item, time]) => [item, { time, at: time ? run.started : 0 }]);
  return {
    ...run, v: 3, exported: 0, stamps: { name: run.name ? run.started : 0, finished: run.finished || run.changed },
    times: Object.fromEntries(times),
  };
}

/**
 * What is wrong with something that should be a run; blank where nothing is. Every key and type is looked at, so that
 * nothing strange gets in by an import or a damaged store.
 * @param {any} value @returns {string} the path of what is wrong
 */
export function runFault(value) {
  if (!isPlain(value)) return "run";
  const strange = Object.keys(value).find((key) => !RUN_KEYS.includes(key));
  if (strange !== undefined) return strange || '""'; // never blank, which would say that nothing is wrong
  if (value.v !== RUN_VERSION) return "v";
  if (typeof value.id !== "string" || !RECORD_ID.test(value.id)) return "id";
  if (typeof value.checklist !== "string" || !ID.test(value.checklist)) return "checklist";
  if (!isText(value.name, RUN_LIMITS.name)) return "name";
  for (const key of ["started", "changed", "finished", "exported"]) if (!isTime(value[key])) return key;
  if (value.exported > LAST_REVISION) return "exported";
  if (!isPlain(value.stamps) || Object.keys(value.stamps).sort().join() !== "finished,name" || !Object.values(value.stamps).every(isTime)) return "stamps";
  return answersFault(value.answers) || timesFault(value.times);
}

/** Of all that is kept these are the most by far, and each is looked at whenever a page is opened. @param {any} answers */
function answersFault(answers) {
  if (!isPlain(answers)) return "answers";
  const items = Object.keys(answers);
  if (items.length > RUN_LIMITS.answers) return "answers";
  for (const item of items) {
    const answer = answers[item];
    if (!isItem(item) || !isPlain(answer)) return `answers.${item}`;
    for (const key in answer) if (!ANSWER_KEYS.includes(key)) return `answers.${item}.${key}`;
    const { state, at, text, note, noted } = answer;
    if (!STATES.includes(state)) return `answers.${item}.state`;
    if (!isTime(at)) return `answers.${item}.at`;
    if (text !== undefined && !isText(text, RUN_LIMITS.text)) return `answers.${item}.text`;
    if (note !== undefined && !isText(note, RUN_LIMITS.note)) return `answers.${item}.note`;
    if (noted !== undefined && !isTime(noted)) return `answers.${item}.noted`;
  }
  return "";
}

/** @param {string} id */
function isItem(id) {
  if (soundIds.has(id)) return true;
  if (!ID.test(id)) return false;
  soundIds.add(id);
  return true;
}

/** @param {any} times */
function timesFault(times) {
  if (!isPlain(times)) return "times";
  for (const [item, entry] of Object.entries(times)) {
    const sound = ID.test(item) && isPlain(entry) && Object.keys(entry).sort().join() === "at,time" && isTime(entry.at);
    if (!sound || !(entry.time === "" || isEventTime(entry.time))) return `times.${item}`;
  }
  return "";
}
