// @ts-check
/**
 * <theme-search>…</theme-search>, and on the page <template data-theme-scripts><script src="…"></script></template>
 * Loads the theme's script, which runs its search, when the reader first reaches for it: no page pays for it before.
 */
class ThemeSearch extends HTMLElement {
  connectedCallback() {
    const begin = () => this.load();
    for (const event of ["pointerdown", "focusin"]) this.addEventListener(event, begin, { once: true });
    this.querySelector("label[for='__search']")?.addEventListener("keydown", (event) => {
      if (/** @type {KeyboardEvent} */ (event).key === "Enter") this.open();
    });
    addEventListener("keydown", (event) => {
      const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
      const asked = (event.key === "/" && !typing) || (event.key === "k" && (event.ctrlKey || event.metaKey));
      if (!asked) return;
      event.preventDefault();
      this.open();
    });
  }

  async open() {
    await this.load();
    const toggle = /** @type {HTMLInputElement} */ (document.getElementById("__search"));
    if (!toggle.checked) toggle.click();
    this.querySelector("input")?.focus();
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
