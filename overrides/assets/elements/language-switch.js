// @ts-check
/**
 * <language-switch><a hreflang="…" href="…"></a></language-switch>
 * Keeps the heading at which the reader stands, and remembers the language that was chosen.
 */
class LanguageSwitch extends HTMLElement {
  connectedCallback() {
    const link = this.querySelector("a");
    link?.addEventListener("click", () => {
      try {
        localStorage.setItem("handbook:language", link.hreflang.startsWith("zh") ? "zh" : "en");
      } catch {
        // Storage is switched off or full: the link still leads to the other language.
      }
      link.hash = location.hash || this.heading();
    });
  }

  /** The heading that stands at the top of the window, as a hash; headings have the same ids in both languages. */
  heading() {
    const passed = [...document.querySelectorAll("#content h2[id]")].filter((h) => h.getBoundingClientRect().top < 160);
    return scrollY > 200 && passed.length ? `#${passed[passed.length - 1].id}` : "";
  }
}

customElements.define("language-switch", LanguageSwitch);
