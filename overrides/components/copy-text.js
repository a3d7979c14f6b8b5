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
    this.name(button, "copy");
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
    status.textContent = this.name(button, done ? "copied" : "failed");
    setTimeout(() => {
      this.name(button, "copy");
      status.textContent = "";
    }, 2500);
  }

  /** One of many in a table bears the name of its row too. @param {HTMLButtonElement} button @param {string} what */
  name(button, what) {
    const text = button.textContent = this.getAttribute(what) ?? "", row = this.closest("th")?.getAttribute("aria-label");
    if (row) button.setAttribute("aria-label", text + (document.documentElement.lang === "en" ? ": " : "：") + row);
    return text;
  }
}

define("copy-text", CopyText);
