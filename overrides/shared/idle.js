// @ts-check
/** What may wait until the frame that answers a hand is shown. */
const LONGEST_WAIT = 300;

/** Do something while the page has nothing else to do, and soon in any case. @param {() => void} act */
export function whenIdle(act) {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(act, { timeout: LONGEST_WAIT });
  else setTimeout(act, LONGEST_WAIT / 10);
}
