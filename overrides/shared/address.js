// @ts-check
/**
 * The page's address, changed without leaving it, and its steps: what is opened over a page is one, so that the browser's
 * way back, by which people on a phone close what they opened, closes it and does not leave the page. The number of the step
 * stands in `history.state`; where that says nothing, as behind a link to a place of the page, all stays open.
 */

/** Browsers bear so many changes in a while, Safari a hundred in thirty seconds; what was refused is put there later. */
const PAUSE = 3000;
let waiting = 0;
/** What is open, the last one on top, and its step; 0 while it has none. @type {Map<object, {step: number, close: () => void}>} */
const open = new Map();
/** Whether a step is just being taken back. */
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
  open.set(what, { step: 0, close });
  if (!isReturning) addSteps();
}

/** It has been closed by other means: its step goes too. @param {object} what */
export function closed(what) {
  const step = open.get(what)?.step;
  open.delete(what);
  if (step && step === stepHere()) goBack();
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

/** The number of the step at which the page stands; 0 before the first, and where it is not known. */
function stepHere() {
  return isOwn() ? Number(history.state.step) : 0;
}

/** Whether what the history says here is of this page, as it was loaded. */
function isOwn() {
  return history.state?.since === performance.timeOrigin;
}

function addSteps() {
  for (const one of open.values()) {
    if (one.step) continue;
    const since = performance.timeOrigin, below = Math.max(...[...open.values()].map(({ step }) => step));
    try {
      if (!isOwn()) history.replaceState({ step: below, since }, "");
      history.pushState({ step: below + 1, since }, "");
      one.step = below + 1;
    } catch {
      // Too many steps in a while: the way back leaves the page, as it always did.
    }
  }
}

function goBack() {
  isReturning = true;
  history.back();
}

function stepped() {
  isReturning = false;
  const here = stepHere();
  for (const [what, { step, close }] of isOwn() ? [...open].reverse() : []) {
    if (step <= here) continue;
    open.delete(what);
    close();
  }
  leaveEmpty();
  if (!isReturning) addSteps(); // Something was opened meanwhile.
}

/** Nobody stays at a step of which nothing is open: closed under another, gone forward to, or made before the page was loaded again. */
function leaveEmpty() {
  const { step = 0, since = 0 } = history.state ?? {};
  if (since && step && !(isOwn() && [...open.values()].some((one) => one.step === step))) goBack();
}

addEventListener("popstate", stepped);
if (globalThis.history) leaveEmpty(); // There is none where units are tested.
