// @ts-check
/**
 * <site-search data-script data-engine data-head data-found data-root data-page data-loading data-failed><a data-open-search>…</a><dialog>…</dialog></site-search>
 * Opens the search in a dialog: by any link with `data-open-search`, by Control (⌘ on a Mac) and K, and by `/` while the reader
 * wants it. Loads what it needs when it is first opened: no page pays for it before. On a page that has the box in itself, the focus
 * goes there. The browser's way back closes the dialog. Where the search cannot be had, it offers the list of everything, and leaves no page on which something is being done.
 */
import { closed, followedFrom, leaveFor, opened, setAddress } from "../shared/address.js";
import { define } from "../shared/define.js";
import { fetchedPage, fetchedText, scriptAt } from "../shared/fetching.js";
import { keyHere } from "../shared/keeping/site.js";
import { commandName, commandOf, keyOf } from "../shared/keys.js";
import { tellIfReplaced } from "../shared/replaced.js";
import { trustedScript } from "../shared/trusted.js";

/** How long it may take until something can be typed. */
const PATIENCE = 20_000;
/** How long after the last key somebody has stopped typing. */
const TYPING = 700;
/** Under which name it is kept that `/` is switched off. */
const SLASH = "search-key";
/** Where a key belongs to what is being typed or chosen. */
const TYPED_INTO = "input, textarea, select, form, fieldset, dialog, [contenteditable], form-filler, practice-round";
/** What a reader would lose, or lose sight of, by leaving the page. */
const UNDER_WAY = "form-filler, practice-round [data-part=question]:not([hidden])";

class SiteSearch extends HTMLElement {
  connectedCallback() {
    this.dialog = /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
    this.tries = 0;
    /** Whether `/` opens the search. */
    this.slash = true;
    for (const opener of document.querySelectorAll("[data-open-search]")) {
      opener.addEventListener("click", (event) => {
        if (!this.canOpen || !(event instanceof MouseEvent) || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        this.open();
      });
      opener.addEventListener("pointerdown", () => this.canOpen && this.load()); // A finger is lifted only a tenth of a second later.
    }
    this.dialog.addEventListener("click", (event) => {
      const outside = event.target === this.dialog;
      if (outside || (event.target instanceof Element && event.target.closest("[data-close]"))) this.dialog?.close();
    });
    this.dialog.addEventListener("click", (event) => followedFrom(this, event)); // After what the box does with a result.
    this.dialog.addEventListener("close", () => closed(this));
    for (const again of this.places("[data-again]")) again.addEventListener("click", () => this.load());
    addEventListener("keydown", (event) => {
      if (event.defaultPrevented || !this.isConnected || (commandOf(event) !== "k" && !this.isSlash(event))) return;
      event.preventDefault();
      if (this.canOpen) this.open();
      else if (!document.querySelector(UNDER_WAY)) location.assign(this.dataset.page ?? "");
    });
    this.offerSlash();
    addEventListener("pageshow", ({ persisted }) => this.comeBack(persisted));
    if (location.hash.startsWith("#q=")) {
      document.querySelector("search-page [data-results]")?.replaceChildren(); // What is often asked is not what was asked.
      this.load();
    } else this.ownBox?.addEventListener("focus", () => this.load());
  }

  /** The box of a page that has one in itself. @returns {HTMLInputElement | null} */
  get ownBox() {
    return document.querySelector("search-page [role=combobox]");
  }

  /** Whether the search opens here; else its link leads to its page. */
  get canOpen() {
    return Boolean(this.ownBox) || typeof this.dialog?.showModal === "function";
  }

  /** The elements of a selector, in the dialog and in the page's own box. @param {string} selector @returns {HTMLElement[]} */
  places(selector) {
    return [this.dialog, document.querySelector("search-page")].flatMap((place) => [.../** @type {NodeListOf<HTMLElement> | undefined} */ (place?.querySelectorAll(selector)) ?? []]);
  }

  /** Whether `/` was pressed by itself, where it means nothing else. @param {KeyboardEvent} event */
  isSlash(event) {
    const modified = event.ctrlKey || event.metaKey || event.altKey || event.repeat;
    // For an instant, keys still go to the box of a dialog that has been closed.
    const typing = event.target instanceof Element && !event.target.closest("dialog:not([open])") && event.target.closest(TYPED_INTO);
    return this.slash && keyOf(event) === "/" && !modified && !typing;
  }

  /** A key that works alone can be switched off, because speech and tremor press it too. */
  offerSlash() {
    const box = /** @type {HTMLInputElement | null} */ (this.querySelector("[data-slash]"));
    const show = (/** @type {boolean} */ on) => {
      this.slash = on;
      this.querySelector("a")?.setAttribute("aria-keyshortcuts", on ? `/ ${commandName("K")}` : commandName("K"));
      if (box) box.checked = on;
    };
    try {
      show(localStorage.getItem(keyHere(SLASH)) !== "off");
    } catch {
      show(true);
    }
    box?.addEventListener("change", () => {
      show(box.checked);
      try {
        if (box.checked) localStorage.removeItem(keyHere(SLASH));
        else localStorage.setItem(keyHere(SLASH), "off");
      } catch {
        // Storage is switched off or full: the choice holds for this page.
      }
    });
  }

  /** Who comes back by the browser's way from what was found finds the search as it was left. @param {boolean} persisted */
  comeBack(persisted) {
    const [entry] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
    if ((!persisted && entry?.type !== "back_forward") || !this.canOpen || document.querySelector(UNDER_WAY)) return;
    try {
      if (sessionStorage.getItem(keyHere("search-left")) === location.pathname) this.open();
    } catch {
      // Storage is switched off: the search opens when it is asked for.
    }
  }

  open() {
    this.load();
    if (!this.ownBox && !this.dialog?.open) {
      this.dialog?.showModal();
      opened(this, () => this.dialog?.close());
    }
    const box = this.ownBox ?? this.dialog?.querySelector("input");
    box?.focus(); // At once, so that nothing that is typed meanwhile gets lost.
    box?.select();
  }

  /** Fetch the script, the engine and the first part of the index beside each other, not one after the other. */
  load() {
    if (this.attempt) return;
    for (const place of this.places("[data-failure]")) place.hidden = true;
    for (const list of this.places("[data-results]")) list.setAttribute("aria-busy", "true"); // Until the box is there, or nothing can be had.
    this.tell("loading");
    const { script = "", engine = "", head = "" } = this.dataset;
    const ends = new AbortController(), fail = () => this.fail(ends);
    this.attempt = ends;
    const tries = this.tries = (this.tries ?? 0) + 1;
    const late = setTimeout(fail, PATIENCE);
    const engineAt = scriptAt(engine).then((address) => {
      const worker = new Worker(trustedScript(address)); // Some browsers refuse it at once.
      if (ends.signal.aborted) worker.terminate();
      ends.signal.addEventListener("abort", () => worker.terminate());
      worker.addEventListener("error", fail);
      return worker;
    });
    const index = fetchedText(head);
    index.catch(fail);
    // A module that failed to load is asked for again only under another name.
    const starting = scriptAt(script).then((address) => import(`${address}${tries > 1 ? `#${tries}` : ""}`));
    Promise.all([engineAt, starting, this.styled()])
      .then(([worker, { start }]) => start(this, { worker, head: index, signal: ends.signal, fail })).then(() => clearTimeout(late), fail);
  }

  /** Settled once the style sheet of what is found is there; without it, what is found is read as it is. @returns {Promise<void>} */
  styled() {
    const { found: sheet = "" } = this.dataset;
    if (document.querySelector(`link[href="${CSS.escape(sheet)}"]`)) return Promise.resolve();
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: sheet });
    return new Promise((resolve) => {
      link.addEventListener("load", () => resolve());
      link.addEventListener("error", () => {
        link.remove(); // The next attempt asks for it again.
        resolve();
      });
      document.head.append(link);
    });
  }

  /** End an attempt, so that the next begins anew, and offer the list of everything. @param {AbortController} ends */
  async fail(ends) {
    if (this.attempt !== ends) return;
    this.attempt = undefined;
    ends.abort();
    for (const list of this.places("[data-results]")) list.removeAttribute("aria-busy");
    this.tell("failed");
    tellIfReplaced();
    const box = this.ownBox ?? this.dialog?.querySelector("input");
    const [list] = await Promise.all([this.ownBox ? null : fetchedPage(this.dataset.page ?? "").catch(() => null), pause(box)]);
    const typed = box?.value.trim().replace(/\p{Surrogate}/gu, "\ufffd"), asked = typed ? `#q=${encodeURIComponent(typed)}` : "";
    if (this.attempt) return;
    if (this.ownBox) {
      if (asked) setAddress(asked); // Loading the page again asks for it again.
      return this.tellFailed(); // The list stands below on this page.
    }
    if (!this.dialog?.open) return;
    if (list && !document.querySelector(UNDER_WAY)) leaveFor(this, `${this.dataset.page ?? ""}${asked}`);
    else this.tellFailed(list);
  }

  /** @param {"loading" | "failed"} what */
  tell(what) {
    for (const said of this.places("[data-said]")) {
      said.setAttribute("role", "status");
      said.removeAttribute("aria-live"); // Of what is counted it is read out only after a rest.
      said.textContent = this.dataset[what] ?? "";
    }
  }

  /** @param {Document | null} [list] the page that lists everything, where it stands elsewhere and could be had */
  tellFailed(list) {
    for (const place of this.places("[data-failure]")) {
      place.hidden = false;
      const everything = list?.querySelector(".search-page__all");
      for (const link of everything?.querySelectorAll("a") ?? []) {
        link.href = new URL(link.getAttribute("href") ?? "", new URL(this.dataset.page ?? "", location.href)).href;
      }
      place.querySelector("[data-everything]")?.replaceChildren(...(everything ? [document.importNode(everything, true)] : []));
    }
  }
}

/** Until nothing is typed for a moment. @param {HTMLInputElement | null | undefined} box @returns {Promise<void>} */
function pause(box) {
  return new Promise((resolve) => {
    let quiet = setTimeout(resolve, TYPING);
    box?.addEventListener("input", () => {
      clearTimeout(quiet);
      quiet = setTimeout(resolve, TYPING);
    });
  });
}

define("site-search", SiteSearch);
/** It is there so that the style sheet can tell whether its script is. */
define("search-page", class extends HTMLElement {});
