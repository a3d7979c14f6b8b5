// @ts-check
/**
 * <site-menu here="…" part="…"><details><summary>…</summary><nav>…</nav></details></site-menu>
 * Opens and closes by itself without a script; with it, Escape and the browser's way back close it, and so does leaving it or going to a place of this page,
 * and it has the headings of this page and the pages of its part too.
 */
import { closed, followedFrom, opened } from "../shared/address.js";
import { define } from "../shared/define.js";
import { keyOf } from "../shared/keys.js";

class SiteMenu extends HTMLElement {
  connectedCallback() {
    const details = this.querySelector("details");
    if (!details) return;
    details.addEventListener("toggle", () => {
      if (details.open) opened(this, () => { details.open = false; });
      else closed(this);
      if (details.open) this.fill();
    });
    this.addEventListener("click", (event) => {
      if (!(event.target instanceof Element && event.target.closest("nav a"))) return;
      followedFrom(this, event);
      details.open = false;
    });
    this.addEventListener("keydown", (event) => {
      if (keyOf(event) !== "Escape" || !details.open) return;
      details.open = false;
      this.querySelector("summary")?.focus();
    });
    for (const left of ["focusin", "pointerdown"]) {
      document.addEventListener(left, (event) => {
        if (!this.contains(/** @type {Node} */ (event.target))) details.open = false;
      });
    }
  }

  /** What stands elsewhere on the page is copied when the menu is first opened: no page carries it twice. */
  fill() {
    if (this.filled) return;
    this.filled = true;
    for (const [name, place] of [["here", ".page-toc ul"], ["part", ".part-nav > ul"]]) {
      const list = document.querySelector(place)?.cloneNode(true);
      if (!(list instanceof HTMLElement) || !list.childElementCount) continue;
      list.removeAttribute("id");
      const title = document.createElement("p");
      title.textContent = this.getAttribute(name);
      this.querySelector("nav")?.append(title, list);
    }
  }
}

define("site-menu", SiteMenu);
