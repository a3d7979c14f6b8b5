// @ts-check
/**
 * Two copies of one run as one, part by part: of the name, of each state, each note, each time of an event and of whether it is
 * finished, what was changed last. So nothing is lost that was done meanwhile in another tab or on another device.
 *
 * @typedef {import("./run.js").Answer} Answer
 * @typedef {import("./run.js").Run} Run
 */

/** @param {Run} one @param {Run} other @returns {Run} */
export function mergeRuns(one, other) {
  // Where two parts bear the same time, the copy counts that was changed last.
  const later = (/** @type {number} */ ours, /** @type {number} */ theirs) => (ours === theirs ? other.changed >= one.changed : theirs > ours);
  const theirsIs = { name: later(one.stamps.name, other.stamps.name), finished: later(one.stamps.finished, other.stamps.finished) };
  return {
    ...one,
    name: theirsIs.name ? other.name : one.name,
    started: Math.min(one.started, other.started),
    changed: Math.max(one.changed, other.changed),
    finished: theirsIs.finished ? other.finished : one.finished,
    exported: Math.max(one.exported, other.exported),
    stamps: { name: Math.max(one.stamps.name, other.stamps.name), finished: Math.max(one.stamps.finished, other.stamps.finished) },
    answers: merged(one.answers, other.answers, (ours, theirs) => mergedAnswer(ours, theirs, later)),
    times: merged(one.times, other.times, (ours, theirs) => (later(ours.at, theirs.at) ? theirs : ours)),
  };
}

/** @param {Answer} ours @param {Answer} theirs @param {(ours: number, theirs: number) => boolean} later @returns {Answer} */
function mergedAnswer(ours, theirs, later) {
  const said = later(ours.at, theirs.at) ? theirs : ours;
  const noted = later(ours.noted ?? 0, theirs.noted ?? 0) ? theirs : ours;
  return {
    ...ours, state: said.state, at: said.at, ...(said.text === undefined ? {} : { text: said.text }),
    ...(noted.note === undefined ? {} : { note: noted.note }), ...(noted.noted === undefined ? {} : { noted: noted.noted }),
  };
}

/** @template T @param {Record<string, T>} ours @param {Record<string, T>} theirs @param {(ours: T, theirs: T) => T} both @returns {Record<string, T>} */
function merged(ours, theirs, both) {
  const all = Object.entries(theirs).map(([id, value]) => [id, Object.hasOwn(ours, id) ? both(ours[id], value) : value]);
  return { ...ours, ...Object.fromEntries(all) };
}
