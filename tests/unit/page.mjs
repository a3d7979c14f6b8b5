/** Just enough of a page for modules that are tested without a browser. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Where the site's scripts stand. */
export const SCRIPTS = new URL("../../overrides/", import.meta.url);

/** @param {string} path below `overrides/` */
export const script = (path) => import(new URL(path, SCRIPTS).href);

/** @param {string} path of a data file beside the tests */
export const sample = (path) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf-8");

/** Stand-ins for what modules name when they are loaded. @param {Record<string, string>} [words] what scripts say */
export function standIn(words = {}) {
  const nothing = () => {};
  const place = {
    querySelector: (/** @type {string} */ wanted) => (wanted === "script[data-words]" ? { textContent: JSON.stringify(words) } : null),
    querySelectorAll: () => [], addEventListener: nothing,
    documentElement: { lang: "en", dataset: {}, classList: { replace: nothing }, toggleAttribute: nothing }, referrer: "",
  };
  const defined = { define: nothing, get: nothing, whenDefined: () => new Promise(nothing) };
  Object.assign(globalThis, {
    document: place, HTMLElement: class {}, customElements: defined, addEventListener: nothing, self: globalThis,
    CSS: { supports: () => true }, location: new URL("https://handbook.example/"), matchMedia: () => ({ matches: false, addEventListener: nothing }),
  });
}
