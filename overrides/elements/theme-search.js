// @ts-check
/**
 * <theme-search><button>…</button>…</theme-search>, and on the page <template data-theme-scripts><script src="…"></script></template>
 * Loads the theme's script, which runs its search, when the reader first reaches for it: no page pays for it before.
 * Its button, any button with `data-open-search`, `/` and Ctrl+K open it; after Escape the focus is where it was before.
 */
class ThemeSearch extends HTMLElement {
  connectedCallback() {
    this.toggle = /** @type {HTMLInputElement} */ (document.getElementById("__search"));
    this.input = /** @type {HTMLInputElement} */ (this.querySelector("input"));
    this.input.addEventListener("focus", () => this.load(), { once: true });
    for (const opener of document.querySelectorAll("theme-search > button, [data-open-search]")) {
      opener.addEventListener("click", () => this.open());
    }
    addEventListener("keydown", (event) => {
      const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
      const asked = (event.key === "/" && !typing) || (event.key === "k" && (event.ctrlKey || event.metaKey));
      if (asked) {
        event.preventDefault();
        this.open();
      } else if (event.key === "Escape" && this.toggle?.checked) {
        this.close();
      }
    });
  }

  open() {
    if (!this.contains(document.activeElement) || document.activeElement?.matches("button")) {
      this.before = /** @type {HTMLElement | null} */ (document.activeElement);
    }
    this.turn(true);
    this.input?.focus(); // At once, so that nothing that is typed while the script loads gets lost.
  }

  close() {
    this.turn(false);
    this.input?.blur();
    if (this.before && this.before !== document.body) this.before.focus();
    this.before = null;
  }

  /** @param {boolean} open The theme listens for clicks on its own switch. */
  turn(open) {
    if (this.toggle && this.toggle.checked !== open) this.toggle.click();
  }

  load() {
    this.loaded ??= new Promise((resolve, reject) => {
      offerThemeStorage();
      const template = /** @type {HTMLTemplateElement | null} */ (document.querySelector("template[data-theme-scripts]"));
      const script = document.createElement("script");
      script.src = template?.content.querySelector("script")?.getAttribute("src") ?? "";
      script.addEventListener("load", () => resolve(undefined));
      script.addEventListener("error", reject);
      document.head.append(script);
    });
    return this.loaded;
  }
}

/** What the theme's inline script would have put on the window; a strict content policy forbids that script. */
function offerThemeStorage() {
  const base = JSON.parse(document.getElementById("__config")?.textContent ?? "{}").base ?? ".";
  const scope = new URL(base, location.href);
  Object.assign(window, {
    __md_scope: scope,
    __md_hash: (/** @type {string} */ text) => [...text].reduce((sum, c) => (sum << 5) - sum + c.charCodeAt(0), 0),
    __md_get: () => null,
    __md_set: () => undefined,
  });
}

customElements.define("theme-search", ThemeSearch);
