// @ts-check
/**
 * <when-opened script="…js"><details>…</details></when-opened>
 * Loads the script of what is folded away once that is opened, so that who only reads the page does not wait for it.
 */
import { define } from "../shared/define.js";
import { inFolder } from "../shared/folder.js";
import { tellIfReplaced } from "../shared/replaced.js";
import { trustedScript } from "../shared/trusted.js";

/** The scripts that were asked for. @type {Set<string>} */
const asked = new Set();

class WhenOpened extends HTMLElement {
  connectedCallback() {
    const details = this.querySelector("details");
    const look = () => {
      if (details?.open) load(this.getAttribute("script") ?? "");
    };
    details?.addEventListener("toggle", look);
    look();
  }
}

/** @param {string} address */
function load(address) {
  if (asked.has(address)) return;
  asked.add(address);
  const script = document.createElement("script");
  if (!inFolder) script.type = "module"; // On a drive, the scripts of pages are plain ones.
  script.src = trustedScript(address);
  script.addEventListener("error", () => {
    asked.delete(address);
    tellIfReplaced();
  });
  document.head.append(script);
}

define("when-opened", WhenOpened);
