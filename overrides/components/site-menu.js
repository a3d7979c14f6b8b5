// @ts-check
/**
 * <site-menu><details><summary>…</summary><nav>…</nav></details></site-menu>
 * Opens and closes by itself without a script; with it, Escape closes it, and so does leaving it.
 */
import { keyOf } from "../shared/keys.js";

class SiteMenu extends HTMLElement {
  connectedCallback() {
    const details = this.querySelector("details");
    if (!details) return;
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
}

customElements.define("site-menu", SiteMenu);
