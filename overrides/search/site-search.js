// @ts-check
/**
 * <site-search data-script data-engine data-head data-rest data-root data-page><a data-open-search>…</a><dialog>…</dialog></site-search>
 * Opens the search in a dialog: by any link with `data-open-search`, by `/` and by Ctrl or ⌘ and K. Loads what it needs
 * when it is first opened: no page pays for it before. On a page that has the box in itself, the focus goes there.
 */
class SiteSearch extends HTMLElement {
  connectedCallback() {
    this.dialog = /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
    for (const opener of document.querySelectorAll("[data-open-search]")) {
      opener.addEventListener("click", (event) => {
        if (!(event instanceof MouseEvent) || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        this.open();
      });
    }
    this.dialog.addEventListener("click", (event) => {
      const outside = event.target === this.dialog;
      if (outside || (event.target instanceof Element && event.target.closest("[data-close]"))) this.dialog?.close();
    });
    addEventListener("keydown", (event) => {
      const typing = event.target instanceof Element && event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
      const letter = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey;
      if (!letter && (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey)) return;
      event.preventDefault();
      this.open();
    });
    if (location.hash.startsWith("#q=")) this.load();
    else this.ownBox?.addEventListener("focus", () => this.load());
  }

  /** The box of a page that has one in itself. @returns {HTMLInputElement | null} */
  get ownBox() {
    return document.querySelector("search-page [role=combobox]");
  }

  open() {
    this.load();
    if (!this.ownBox && !this.dialog?.open) this.dialog?.showModal();
    const box = this.ownBox ?? this.dialog?.querySelector("input");
    box?.focus(); // At once, so that nothing that is typed meanwhile gets lost.
    box?.select();
  }

  /** Fetch the script, the engine and the first part of the index beside each other, not one after the other. */
  load() {
    if (this.head) return;
    const { script = "", engine = "", head = "" } = this.dataset;
    this.head = fetch(head).then((answer) => answer.text());
    this.worker = new Worker(engine);
    import(new URL(script, location.href).href).then(({ start }) => start(this), () => this.fail());
  }

  /** Let the next try load everything anew. */
  fail() {
    this.head = undefined;
    this.worker?.terminate();
    this.dialog?.close();
    if (!this.ownBox) location.assign(this.dataset.page ?? "");
  }
}

customElements.define("site-search", SiteSearch);
