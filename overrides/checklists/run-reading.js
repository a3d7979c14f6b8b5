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
const ON_THE_WALL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** What should be a run, as this version has it; what is no run is given back as it is. @param {any} value @returns {any} */
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
  const answers = Object.entries(run.answers).map(([item, answer]) => [item, isPlain(answer) && !("noted" in answer) && answer.note !== undefined
    ? { ...answer, noted: answer.at } : answer]);
  const times = Object.entries(run.times).map(([item, time]) => [item, { time, at: time ? run.started : 0 }]);
  return {
    ...run, v: 3, exported: 0, stamps: { name: run.name ? run.started : 0, finished: run.finished || run.changed },
    answers: Object.fromEntries(answers), times: Object.fromEntries(times),
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

/** @param {any} answers */
function answersFault(answers) {
  if (!isPlain(answers) || Object.keys(answers).length > RUN_LIMITS.answers) return "answers";
  for (const [item, answer] of Object.entries(answers)) {
    if (!ID.test(item) || !isPlain(answer)) return `answers.${item}`;
    const odd = Object.keys(answer).find((key) => !ANSWER_KEYS.includes(key));
    if (odd !== undefined) return `answers.${item}.${odd}`;
    if (!STATES.includes(answer.state)) return `answers.${item}.state`;
    if (!isTime(answer.at)) return `answers.${item}.at`;
    if (answer.text !== undefined && !isText(answer.text, RUN_LIMITS.text)) return `answers.${item}.text`;
    if (answer.note !== undefined && !isText(answer.note, RUN_LIMITS.note)) return `answers.${item}.note`;
    if (answer.noted !== undefined && !isTime(answer.noted)) return `answers.${item}.noted`;
  }
  return "";
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
