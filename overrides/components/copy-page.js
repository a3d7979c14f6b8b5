// @ts-check
/**
 * <copy-page copied="Copied" failed="…"><a href="index.md">Copy as Markdown</a></copy-page>
 * Copies what the link leads to instead of opening it, and says so. Where that can't be done, the link opens as it would without.
 */
import { define } from "../shared/define.js";
import { fetchedText } from "../shared/fetching.js";
import { inFolder } from "../shared/folder.js";
import { copy } from "../shared/handing-over.js";

class CopyPage extends HTMLElement {
  connectedCallback() {
    const link = this.querySelector("a");
    if (!link || inFolder || this.querySelector("[role=status]")) return;
    const status = document.createElement("span");
    status.setAttribute("role", "status");
    this.append(" ", status);
    link.addEventListener("click", async (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      const done = await fetchedText(link.href).then(copy, () => false);
      status.textContent = this.getAttribute(done ? "copied" : "failed");
      setTimeout(() => (status.textContent = ""), 4000);
    });
  }
}

define("copy-page", CopyPage);
