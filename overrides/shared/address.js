// @ts-check
/**
 * The page's address, changed without leaving it, and its steps: what is opened over a page is one, so that the browser's
 * way back, by which people on a phone close what they opened, closes it and does not leave the page. Several scripts of a
 * page have a copy of this; what they share is the number of the step, in `history.state`.
 */

/** Browsers bear so many changes in a while, Safari a hundred in thirty seconds; what was refused is put there later. */
const PAUSE = 3000;
let waiting = 0;
/** What is open, the last one on top, and its step; 0 while it has none. @type {Map<object, {step: number, close: () => void}>} */
const open = new Map();
/** The steps of what was closed while something lay over it. @type {Set<number>} */
const passed = new Set();
/** Whether the step of what was closed is just being taken back. */
let isReturning = false;

/** @param {string} address @param {boolean} [step] whether the browser's way back has a step to the address before */
export function setAddress(address, step = false) {
  clearTimeout(waiting);
  const before = location.href;
  try {
    if (step) history.pushState(null, "", address);
    else history.replaceState(history.state, "", address);
  } catch {
    waiting = Number(setTimeout(() => {
      if (location.href === before) setAddress(address);
    }, PAUSE));
  }
}

/** Something has been opened over the page. @param {object} what @param {() => void} close what the way back does */
export function opened(what, close) {
  if (open.has(what)) return;
  addEventListener("popstate", stepped);
  open.set(what, { step: 0, close });
  if (!isReturning) addSteps();
}

/** It has been closed by other means: its step goes too. @param {object} what */
export function closed(what) {
  const step = open.get(what)?.step;
  open.delete(what);
  if (step && step === stepHere()) {
    isReturning = true;
    history.back();
  } else if (step && step < stepHere()) passed.add(step);
}

/** Follow a link that stands in it: the page to which it leads takes the place of its step. @param {object} what @param {Event} event a click */
export function followedFrom(what, event) {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const isOther = !(event instanceof MouseEvent) || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link?.href || isOther || event.defaultPrevented || link.target || link.hasAttribute("download") || !/^(https?|file):$/.test(link.protocol)) return;
  event.preventDefault();
  leaveFor(what, link.href);
}

/** Go to another page from what is open. @param {object} what @param {string} address */
export function leaveFor(what, address) {
  const step = open.get(what)?.step;
  open.delete(what);
  if (step && step === stepHere()) location.replace(address);
  else location.assign(address);
}

/** The number of the step at which the page stands; 0 where none is its own, as after it was loaded again. */
function stepHere() {
  return history.state?.since === performance.timeOrigin ? Number(history.state.step) : 0;
}

function addSteps() {
  for (const one of open.values()) {
    if (one.step) continue;
    const state = { step: stepHere() + 1, since: performance.timeOrigin };
    try {
      if (history.state?.since && !stepHere()) history.replaceState(state, "");
      else history.pushState(state, "");
      one.step = state.step;
    } catch {
      // Too many steps in a while: the way back leaves the page, as it always did.
    }
  }
}

function stepped() {
  if (isReturning) {
    isReturning = false;
    addSteps(); // Something was opened meanwhile.
    return;
  }
  const here = stepHere();
  for (const [what, { step, close }] of [...open].reverse()) {
    if (step <= here) continue;
    open.delete(what);
    close();
  }
  if (passed.delete(here)) history.back();
}
