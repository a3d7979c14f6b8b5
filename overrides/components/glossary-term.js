// @ts-check
/**
 * <glossary-term><a aria-describedby="…">…</a><span role="tooltip" id="…">…</span></glossary-term>
 * The style sheet shows the definition on hover and focus; Escape closes it, and it is kept within the window. Where nothing
 * hovers, the first touch shows it and the second one follows the link.
 */
import { define } from "../shared/define.js";
import { keyOf } from "../shared/keys.js";

class GlossaryTerm extends HTMLElement {
  connectedCallback() {
    const close = (/** @type {KeyboardEvent} */ event) => {
      if (keyOf(event) === "Escape") this.classList.add("term--closed");
    };
    const shownBy = new Set();
    for (const [begin, end] of [["pointerenter", "pointerleave"], ["focusin", "focusout"]]) {
      this.addEventListener(begin, () => {
        shownBy.add(begin);
        this.classList.remove("term--closed");
        this.keepInside();
        document.addEventListener("keydown", close);
      });
      this.addEventListener(end, () => {
        shownBy.delete(begin);
        if (!shownBy.size) document.removeEventListener("keydown", close);
      });
    }
    let wasShown = false;
    this.addEventListener("pointerdown", () => { wasShown = this.contains(document.activeElement) && !this.classList.contains("term--closed"); });
    this.addEventListener("click", (event) => {
      if (wasShown || event.detail === 0 || !matchMedia("(hover: none)").matches) return; // Keys follow at once.
      event.preventDefault();
      this.querySelector("a")?.focus();
    });
  }

  /** Moves the definition sideways into the window, and below the term where the header would hide it. */
  keepInside() {
    const definition = /** @type {HTMLElement | null} */ (this.querySelector("[role=tooltip]"));
    if (!definition) return;
    definition.style.marginLeft = "0";
    this.classList.remove("term--below");
    const { left, right, top } = definition.getBoundingClientRect();
    const over = Math.max(0, right - document.documentElement.clientWidth + 8);
    definition.style.marginLeft = `${left < 8 ? 8 - left : -over}px`;
    const header = document.querySelector("header")?.getBoundingClientRect().bottom ?? 0;
    this.classList.toggle("term--below", top < header);
  }
}

define("glossary-term", GlossaryTerm);
