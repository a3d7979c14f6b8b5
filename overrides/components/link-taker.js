// @ts-check
/**
 * <link-taker copied="Copied" failed="…" shares="Share link"><span role="status"></span></link-taker>, once a page
 * A link beside a heading or a row (`a.link-here`) leads there. With a script, following it copies the address, or on a device
 * to touch hands it to the device's own sharing, and says so.
 */
import { define } from "../shared/define.js";
import { copy } from "../shared/handing-over.js";

const SAID_FOR = 2500;

const shares = () => navigator.share !== undefined && matchMedia("(pointer: coarse)").matches;

class LinkTaker extends HTMLElement {
  connectedCallback() {
    if (shares()) for (const link of document.querySelectorAll("a.link-here")) link.setAttribute("aria-label", (link.getAttribute("aria-label") ?? "").replace(/^[^:：]+/, this.getAttribute("shares") ?? ""));
    document.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("a.link-here") : null;
      if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      this.take(link);
    });
  }

  /** @param {HTMLAnchorElement} link */
  async take(link) {
    if (shares()) {
      const place = link.parentElement;
      const title = (place?.querySelector(".check__text, [data-copy-text]") ?? place)?.textContent?.trim();
      try {
        return await navigator.share({ title, url: link.href });
      } catch (error) {
        if (error instanceof DOMException && error.name === "AbortError") return; // The reader thought better of it.
      }
    }
    if (await copy(link.href)) return this.tell(link, "copied");
    location.hash = link.hash; // From the address bar it can be copied by hand.
    this.tell(link, "failed");
  }

  /** Beside the link, and to those who listen. @param {HTMLAnchorElement} link @param {string} what */
  tell(link, what) {
    const status = this.querySelector("[role=status]");
    if (status) status.textContent = link.dataset.said = this.getAttribute(what) ?? "";
    setTimeout(() => {
      delete link.dataset.said;
      if (status) status.textContent = "";
    }, SAID_FOR);
  }
}

define("link-taker", LinkTaker);
