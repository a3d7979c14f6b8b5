// @ts-check
/** The words that scripts say, which the page brings along in its own language. */

/** @type {Record<string, string>} */
export const words = JSON.parse(document.querySelector("script[data-words]")?.textContent ?? "{}");

/** A text with its `[name]` marks replaced. @param {string} key @param {Record<string, unknown>} values */
export function say(key, values) {
  return Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`[${name}]`, String(value)), words[key] ?? key);
}
