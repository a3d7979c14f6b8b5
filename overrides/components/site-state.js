// @ts-check
/**
 * <site-state replaced="…" offline="…"><p role="status"></p><button hidden>…</button></site-state>
 * The one line in which a page says that the site has a newer version, or that it comes from what this browser has kept.
 */
import { define } from "../shared/define.js";
import { REPLACED, tellIfReplaced } from "../shared/replaced.js";

/** How long a page is open before it asks, when the reader comes back to it. */
const PAUSE = 600_000;

class SiteState extends HTMLElement {
  connectedCallback() {
    this.looked = Date.now();
    addEventListener(REPLACED, () => this.tell("replaced"));
    document.addEventListener("visibilitychange", () => this.look());
    addEventListener("pageshow", ({ persisted }) => persisted && this.look());
    const worker = navigator.serviceWorker;
    worker?.addEventListener("message", ({ data }) => data === "offline" && this.tell("offline"));
    worker?.startMessages();
    worker?.controller?.postMessage("asKept");
    this.querySelector("button")?.addEventListener("click", () => location.reload());
  }

  look() {
    if (document.visibilityState !== "visible" || Date.now() - (this.looked ?? 0) < PAUSE) return;
    this.looked = Date.now();
    tellIfReplaced();
  }

  /** @param {"replaced" | "offline"} what */
  tell(what) {
    const line = this.querySelector("p"), button = this.querySelector("button");
    if (!line || !button) return;
    this.dataset.state = what;
    line.textContent = this.getAttribute(what);
    button.hidden = what === "offline";
  }
}

define("site-state", SiteState);
