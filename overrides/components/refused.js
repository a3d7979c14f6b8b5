// @ts-check
/**
 * What a page waits for before it is painted stands within it (`macros/published/named.py`). A host whose content policy is older than
 * the page, or not of `deploy/`, refuses that; then it comes as a file, late but whole.
 */
import { trustedScript } from "../shared/trusted.js";

for (const style of /** @type {NodeListOf<HTMLStyleElement>} */ (document.querySelectorAll("style[data-file]"))) {
  if (!style.sheet) style.replaceWith(Object.assign(document.createElement("link"), { rel: "stylesheet", href: style.dataset.file }));
}

const script = /** @type {HTMLScriptElement | null} */ (document.querySelector("script[data-file]"));
if (script?.dataset.file && document.documentElement.classList.contains("no-js")) {
  const file = document.createElement("script");
  Object.assign(file.dataset, script.dataset);
  file.src = trustedScript(script.dataset.file);
  script.replaceWith(file);
}
