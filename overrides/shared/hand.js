// @ts-check
/** What a hand does first. A finger that scrolls presses too. */
const HANDS = ["pointerdown", "pointermove", "keydown"];

/** Who saves data wants only what they reach for. */
export const savesData = Boolean(/** @type {any} */ (globalThis.navigator)?.connection?.saveData);

/**
 * Once a hand has come near: the time to have come what it is likely to ask for.
 * @param {HTMLElement} place @param {() => void} act
 */
export function atFirstHand(place, act) {
  const where = savesData ? place : window;
  /** A pointer that rests where a page appears is told as moved, by nothing. @param {Event} event */
  const sense = (event) => {
    const { type, movementX, movementY } = /** @type {PointerEvent} */ (event);
    if (type === "pointermove" && !movementX && !movementY) return;
    for (const kind of HANDS) where.removeEventListener(kind, sense);
    act();
  };
  for (const kind of HANDS) where.addEventListener(kind, sense, { passive: true });
}
