// @ts-check
/**
 * <language-switch><a hreflang="…" href="…"></a></language-switch>
 * Keeps the heading, row or item at which the reader stands, or the form or round that is under way, and remembers the language that was chosen.
 */
import { beingRead, isBelowHeader } from "../shared/being-read.js";
import { namedIn } from "../shared/decoding.js";
import { define } from "../shared/define.js";
import { keyHere } from "../shared/keeping/site.js";

/** Rows and items are read from so far down, below what stays in sight above them. */
const PASSED = 160;

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

  /** Where the reader stands, as a hash: answers; what the address names while it is in sight; else the row, item or heading that is being read, whose names are those of the other language. */
  place() {
    const app = /** @type {any} */ (document.querySelector("form-filler, practice-round"));
    if (app?.link) return app.link;
    if (location.hash.includes("=")) return location.hash;
    const named = location.hash ? document.getElementById(namedIn(location.hash)) : null;
    const { top = -1, bottom = -1 } = named?.getBoundingClientRect() ?? {};
    if (bottom > 0 && top < innerHeight) return location.hash;
    const places = [...document.querySelectorAll("#content :is(h2, h3, section, tr, li)[id]")];
    const passed = places.filter((each) => each.getClientRects().length && each.getBoundingClientRect().top < PASSED).at(-1);
    const read = isBelowHeader(passed) ? passed : beingRead(places.filter((each) => each.matches("h2, h3")));
    const place = isBelowHeader(read) ? read : passed;
    return scrollY > 200 && place ? `#${place.id}` : "";
  }
}

define("language-switch", LanguageSwitch);
