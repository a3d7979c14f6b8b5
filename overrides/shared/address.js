// @ts-check
/** The page's address, changed without leaving it. */

/** Browsers bear so many changes in a while, Safari a hundred in thirty seconds; what was refused is put there later. */
const PAUSE = 3000;
let waiting = 0;

/** @param {string} address @param {boolean} [step] whether the browser's way back has a step to the address before */
export function setAddress(address, step = false) {
  clearTimeout(waiting);
  const before = location.href;
  try {
    history[step ? "pushState" : "replaceState"](null, "", address);
  } catch {
    waiting = Number(setTimeout(() => {
      if (location.href === before) setAddress(address);
    }, PAUSE));
  }
}
