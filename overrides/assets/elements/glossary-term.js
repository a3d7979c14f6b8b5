// @ts-check
/**
 * <glossary-term><a aria-describedby="…">…</a><span role="tooltip" id="…">…</span></glossary-term>
 * The style sheet shows the definition on hover and focus; Escape closes it, and it is kept within the window.
 */
class GlossaryTerm extends HTMLElement {
  connectedCallback() {
    this.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.classList.add("term--closed");
    });
    for (const begin of ["pointerenter", "focusin"]) {
      this.addEventListener(begin, () => {
        this.classList.remove("term--closed");
        this.keepInside();
      });
    }
  }

  keepInside() {
    const definition = /** @type {HTMLElement | null} */ (this.querySelector("[role=tooltip]"));
    if (!definition) return;
    definition.style.marginLeft = "0";
    const { left, right } = definition.getBoundingClientRect();
    const over = Math.max(0, right - document.documentElement.clientWidth + 8);
    definition.style.marginLeft = `${left < 8 ? 8 - left : -over}px`;
  }
}

customElements.define("glossary-term", GlossaryTerm);
