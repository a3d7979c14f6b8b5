// @ts-check
/**
 * <copy-text copy="Copy" copied="Copied" failed="…">…<p data-copy-text>…</p></copy-text>
 * Adds a button for each text marked inside, which copies it and says whether it did; `data-copy-text="Copy subject"` names that of one among several.
 */
import { define } from "../shared/define.js";
import { copy } from "../shared/handing-over.js";

class CopyText extends HTMLElement {
  connectedCallback() {
    if (this.querySelector(":scope > button")) return;
    const status = document.createElement("span");
    status.className = "visually-hidden";
    status.setAttribute("role", "status");
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-copy-text]"))) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button";
      this.name(button, "copy", part);
      button.addEventListener("click", () => this.copy(button, status, part));
      this.append(button, " ");
    }
    this.append(status);
  }

  /** @param {HTMLButtonElement} button @param {HTMLElement} status @param {HTMLElement} part */
  async copy(button, status, part) {
    const text = part.matches("div") ? asWritten(part) : part.textContent;
    const done = await copy(text?.trim() ?? ""); // Where it is not allowed, the reader selects by hand.
    status.textContent = this.name(button, done ? "copied" : "failed", part);
    setTimeout(() => {
      this.name(button, "copy", part);
      status.textContent = "";
    }, 2500);
  }

  /** One of many in a table bears the name of its row too. @param {HTMLButtonElement} button @param {string} what @param {HTMLElement} part */
  name(button, what, part) {
    const text = button.textContent = (what === "copy" && part.dataset.copyText) || (this.getAttribute(what) ?? ""), row = this.closest("th")?.getAttribute("aria-label");
    if (row) button.setAttribute("aria-label", text + (document.documentElement.lang === "en" ? ": " : "：") + row);
    return text;
  }
}

/** A text of several parts: paragraphs stand apart, and items keep the number or the dash that only the browser draws. @param {HTMLElement} part */
function asWritten(part) {
  const marks = [...part.querySelectorAll("li")].map((item) => {
    const list = item.parentElement, mark = document.createElement("span");
    const number = list instanceof HTMLOListElement ? list.start + [...list.children].indexOf(item) : 0;
    mark.textContent = number ? `${number}. ` : "- ";
    (item.querySelector(":scope > p") ?? item).prepend(mark);
    return mark;
  });
  const text = part.innerText;
  for (const mark of marks) mark.remove();
  return text;
}

define("copy-text", CopyText);
