// @ts-check
/**
 * <language-switch><a hreflang="…" href="…"></a></language-switch>
 * Keeps the heading, row or item at which the reader stands, or the form or round that is under way, and remembers the language that was chosen.
 */
import { namedIn } from "../shared/decoding.js";
import { define } from "../shared/define.js";
import { keyHere } from "../shared/keeping/site.js";

class LanguageSwitch extends HTMLElement {
  connectedCallback() {
    const link = this.querySelector("a");
    link?.addEventListener("click", () => {
      try {
        localStorage.setItem(keyHere("language"), link.hreflang.startsWith("zh") ? "zh" : "en");
      } catch {
        // Storage is switched off or full: the link still leads to the other language.
      }
      link.hash = this.place();
    });
  }

  /** Where the reader stands, as a hash: answers; what the address names while it is in sight; else the last heading, row or item in the upper part of the window, whose names are those of the other language. */
  place() {
    const app = /** @type {any} */ (document.querySelector("form-filler, practice-round"));
    if (app?.link) return app.link;
    if (location.hash.includes("=")) return location.hash;
    const named = location.hash ? document.getElementById(namedIn(location.hash)) : null;
    const { top = -1, bottom = -1 } = named?.getBoundingClientRect() ?? {};
    if (bottom > 0 && top < innerHeight) return location.hash;
    const passed = [...document.querySelectorAll("#content :is(h2, h3, section, tr, li)[id]")].filter((each) => each.getClientRects().length && each.getBoundingClientRect().top < 0.3 * innerHeight);
    return scrollY > 200 && passed.length ? `#${passed[passed.length - 1].id}` : "";
  }
}

define("language-switch", LanguageSwitch);
