// @ts-check
/**
 * <save-ways hidden><button data-way="more">…</button><div hidden>… <button data-way="text">… <button data-way="link">…
 * <p role="status"></p></div></save-ways>
 * Beside whatever is saved as a file: what to do where the file does not arrive, as in the browsers of messengers.
 */
import { copy } from "./handing-over.js";
import { say, words } from "./words.js";

export class SaveWays extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button[data-way]") : null;
      if (!(button instanceof HTMLButtonElement)) return;
      event.stopPropagation();
      if (button.dataset.way === "more") this.open(this.querySelector("div")?.hasAttribute("hidden") ?? true);
      else this.go(button.dataset.way === "text");
    });
  }

  /** @param {string} name of the file @param {string} text what can be taken along in its place */
  offer(name, text) {
    this.name = name;
    this.text = text;
    this.hidden = false;
    this.tell("");
    this.open(!("download" in HTMLAnchorElement.prototype)); // At once where the browser knows no downloads at all.
  }

  /** @param {boolean} isOpen */
  open(isOpen) {
    this.querySelector("div")?.toggleAttribute("hidden", !isOpen);
    this.querySelector("[data-way=more]")?.setAttribute("aria-expanded", String(isOpen));
  }

  /** @param {boolean} asText */
  async go(asText) {
    const link = location.origin + location.pathname + location.search;
    const done = await copy(asText ? this.text ?? "" : link);
    if (asText) this.tell(done ? say("ways_text_copied", { n: this.name }) : words.copy_refused);
    else this.tell(done ? words.ways_link_copied : say("link_by_hand", { n: link }));
  }

  /** @param {string} text */
  tell(text) {
    const status = this.querySelector("[role=status]");
    if (status) status.textContent = text;
  }
}
