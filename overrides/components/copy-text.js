// @ts-check
/**
 * <copy-text copy="Copy" copied="Copied" failed="…">…<p data-copy-text>…</p></copy-text>
 * Adds a button that copies the texts marked inside, a blank line between them, and says whether it did.
 */
import { define } from "../shared/define.js";
import { copy } from "../shared/handing-over.js";

class CopyText extends HTMLElement {
  connectedCallback() {
    if (this.querySelector(":scope > button")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = this.getAttribute("copy");
    const status = document.createElement("span");
    status.className = "visually-hidden";
    status.setAttribute("role", "status");
    button.addEventListener("click", () => this.copy(button, status));
    this.append(button, status);
  }

  /** @param {HTMLButtonElement} button @param {HTMLElement} status */
  async copy(button, status) {
    const texts = [...this.querySelectorAll("[data-copy-text]")].map((part) => part.textContent?.trim());
    const done = await copy(texts.join("\n\n")); // Where it is not allowed, the reader selects by hand.
    button.textContent = status.textContent = this.getAttribute(done ? "copied" : "failed");
    setTimeout(() => {
      button.textContent = this.getAttribute("copy");
      status.textContent = "";
    }, 2500);
  }
}

define("copy-text", CopyText);
