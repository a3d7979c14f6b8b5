// @ts-check
/** Which key was pressed, for everyone who listens to keys. */

/** What Safari says, in the number alone, of a key that ends a composition. */
const OF_INPUT_METHOD = 229;

/** On a Mac, Control and a letter move and erase in a text; commands are given with ⌘. */
const MAC = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? "");

/**
 * The key that was pressed; blank where it belongs to an input method, or where there is none, as when a browser fills a
 * field in.
 * @param {KeyboardEvent} event
 */
export function keyOf(event) {
  return event.isComposing || event.keyCode === OF_INPUT_METHOD ? "" : event.key ?? "";
}

/** The letter that was pressed with what this system gives commands by, and with nothing else; blank where none was. @param {KeyboardEvent} event */
export function commandOf(event) {
  const held = MAC ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  return held && !event.altKey && !event.shiftKey ? keyOf(event).toLowerCase() : "";
}

/** How this system writes Control, or ⌘, and a letter, for `aria-keyshortcuts`. @param {string} letter */
export function commandName(letter) {
  return `${MAC ? "Meta" : "Control"}+${letter}`;
}
