// @ts-check
/** The words that scripts say, which the page brings along in its own language. */

/** Without a page, as in tests of single modules, there are none. @type {Record<string, string>} */
export const words = JSON.parse(globalThis.document?.querySelector("script[data-words]")?.textContent ?? "{}");

/** A text with its `[name]` marks replaced. @param {string} key @param {Record<string, unknown>} values */
export function say(key, values) {
  return fillIn(words[key] ?? key, values);
}

/** The same for a text that is at hand; in one go: what stands in a value is no mark. @param {string} text @param {Record<string, unknown>} values */
export function fillIn(text, values) {
  return text.replace(/\[(\w+)\]/g, (mark, name) => (Object.hasOwn(values, name) ? String(values[name]) : mark));
}
