// @ts-check
/**
 * <template-download take="…[n]"><a class="button" data-language="zh" data-format="docx" href="…">…</a> … </template-download>
 * Remembers in which language and format a template was last taken, and offers that one first.
 * The button is the one offered; the same file stands among the others, which on the template's own page have a place of their own.
 */
import { define } from "../shared/define.js";
import { keyHere } from "../shared/keeping/site.js";

const DOWNLOAD = "download";

class TemplateDownload extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => {
      const link = event.target instanceof Element && event.target.closest("a");
      if (link instanceof HTMLAnchorElement) remember(link.dataset.language, link.dataset.format);
    });
    const first = this.querySelector(":scope > .button"), last = remembered();
    if (first && last) this.offer(first, last);
  }

  /** @param {Element} first @param {{language: string, format: string}} last */
  offer(first, last) {
    const among = this.querySelector("ul") ? this : document;
    const wanted = among.querySelector(`ul.files a[data-language="${last.language}"][data-format="${last.format}"]`);
    if (!(wanted instanceof HTMLAnchorElement)) return;
    const label = wanted.closest("li")?.querySelector(".files__language")?.textContent;
    const copy = /** @type {HTMLAnchorElement} */ (wanted.cloneNode(true)), name = copy.childNodes[0];
    const said = [name.textContent?.trim(), label].filter(Boolean).join(" · ");
    name.textContent = `${(this.getAttribute("take") ?? "[n]").replace("[n]", said)} `;
    copy.className = first.className;
    first.replaceWith(copy);
  }
}

/** @param {string | undefined} language @param {string | undefined} format */
function remember(language, format) {
  try {
    localStorage.setItem(keyHere(DOWNLOAD), JSON.stringify({ language, format }));
  } catch {
    // Storage is switched off or full: the next page offers Word again.
  }
}

/** @returns {{language: string, format: string} | null} */
function remembered() {
  try {
    const kept = JSON.parse(localStorage.getItem(keyHere(DOWNLOAD)) ?? "null");
    const sound = /^(zh|en|zh-en)$/.test(kept?.language) && /^[a-z]+$/.test(kept?.format);
    return sound ? kept : null;
  } catch {
    return null;
  }
}

define("template-download", TemplateDownload);
