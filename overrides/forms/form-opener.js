// @ts-check
/**
 * <form-opener form="…html" description="…json" script="…js" files="…js" pdf="…js" own="…js" failed="…" too-old="…" hidden><button>…</button></form-opener>
 * Opens a template's form on its page; a link to it (`#fill`) or with values (`#field=value`) opens it too. How it is drawn and described, which is light, comes
 * once the page is done and nothing else is; its script comes at the first sign of a hand and is made ready, so that it is there when the hand
 * has found the button; what makes files comes behind it. So a press waits for one round of requests at most. The form's own element stands inside once it is open; closing takes it out again, and so
 * does the browser's way back, however it was opened.
 *
 * @typedef {{words: Element, form: Element, description: string}} Drawn The form as it was drawn, to be copied, and its words.
 */
import { closed, opened, setAddress } from "../shared/address.js";
import { define } from "../shared/define.js";
import { fetchedText, scriptAt } from "../shared/fetching.js";
import { atFirstHand, savesData } from "../shared/hand.js";
import { whenIdle } from "../shared/idle.js";
import { once } from "../shared/once.js";
import { tellIfReplaced } from "../shared/replaced.js";
import { trustedMarkup } from "../shared/trusted.js";
import "./template-download.js"; // Which stands on the page of each form.

/** The link that opens an empty form. */
const FILL = "#fill";
/** How one begins that opens a draft: from a list of what was begun, to which the way back leads. */
const DRAFT = "#draft=";

class FormOpener extends HTMLElement {
  /** Whether what is open is what the page was loaded for, a draft. */
  isResumed = false;
  drawn = once(() => this.fetched());
  script = once(() => this.asked());
  /** The form, once its script has run. */
  ready = once(() => this.madeReady());

  connectedCallback() {
    this.hidden = false;
    this.button?.addEventListener("click", () => this.open().then(() => this.noteOpen()));
    this.addEventListener("filler-close", () => this.close());
    atFirstHand(this, () => this.foresee());
    // What failed is asked for again by whoever opens the form.
    if (!savesData) addEventListener("load", () => whenIdle(() => this.drawn().catch(() => {})), { once: true });
    addEventListener("hashchange", () => this.openForLink());
    this.isResumed = location.hash.startsWith(DRAFT);
    // What the page was loaded for, though a step of the page before it was loaded again may have been taken back since (address.js).
    this.openForLink(document.documentElement.hasAttribute("data-opening"));
  }

  get button() {
    return this.querySelector("button");
  }

  get isOpen() {
    return Boolean(this.querySelector("form-filler"));
  }

  async openForLink(isWanted = false) {
    // A messenger may have escaped the sign behind the name of a field.
    const hasValues = /=|%3D/i.test(location.hash), isPlain = !hasValues && (isWanted || location.hash === FILL);
    if (!(hasValues || isPlain) || this.isOpen) return;
    await this.open();
    this.noteOpen();
    if (isPlain && this.isOpen) scrollTo(0, 0); // The browser has gone to what has this name before the form had the page for itself.
  }

  /** The browser's way back closes the form, and loading the page again, as a phone does by itself, opens it again. */
  noteOpen() {
    if (!this.isOpen) return;
    if (!this.isResumed) {
      setAddress(location.pathname + location.search); // What lies under the form opens nothing.
      opened(this, () => this.dispatchEvent(new Event("filler-close", { bubbles: true })));
    }
    setAddress(FILL);
  }

  /** Open the form; where that fails, it says so itself. */
  async open() {
    const button = this.button;
    if (!button || button.getAttribute("aria-busy")) return;
    button.setAttribute("aria-busy", "true");
    const status = this.querySelector("output");
    if (status) status.textContent = "";
    try {
      const ready = await this.ready();
      const form = /** @type {any} */ (document.importNode(ready.form, true));
      form.description = JSON.parse(ready.description);
      if (form.description.own) form.description.own.script = this.getAttribute("own");
      form.root = this.getAttribute("root");
      form.files = this.getAttribute("files");
      form.pdf = this.getAttribute("pdf");
      this.append(form);
      document.documentElement.toggleAttribute("data-filling", true);
      form.begin();
    } catch (error) {
      this.querySelector("form-filler")?.remove();
      document.documentElement.toggleAttribute("data-opening", false);
      const isReplaced = await tellIfReplaced(); // It says so itself, and what to do.
      if (status && !isReplaced) status.textContent = this.getAttribute(this.isTooOld ? "too-old" : "failed");
      console.warn(error); // For whoever mends it; the reader has been told.
    } finally {
      button.removeAttribute("aria-busy");
    }
  }

  /** A hand has come near: have everything come, and make it ready before the press. */
  async foresee() {
    try {
      await Promise.all([this.script(), this.drawn()]);
      whenIdle(() => this.ready().catch(() => {})); // Whoever opens the form is told.
    } catch {
      // Whoever opens the form asks again.
    }
  }

  /** Have the script come, which runs later. @returns {Promise<string>} its address */
  async asked() {
    const script = await scriptAt(this.getAttribute("script") ?? "");
    document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href: script }));
    return script;
  }

  /** @returns {Promise<Drawn>} */
  async fetched() {
    const [part, description] = await Promise.all(["form", "description"].map((what) => fetchedText(this.getAttribute(what) ?? "")));
    const drawn = document.createElement("template");
    drawn.innerHTML = trustedMarkup(part);
    const [words, form] = ["script[data-words]", "form-filler"].map((each) => /** @type {Element} */ (drawn.content.querySelector(each)));
    return { words, form, description };
  }

  /** @returns {Promise<Drawn>} */
  async madeReady() {
    const [script, drawn] = await Promise.all([this.script(), this.drawn()]);
    await this.loaded(script, drawn.words);
    return drawn;
  }

  /**
   * The script, which looks for its words when it runs. The form waits for it, so that the page is laid out once.
   * @param {string} script @param {Element} words
   */
  async loaded(script, words) {
    this.append(words);
    try {
      await import(script);
    } catch (error) {
      this.isTooOld = error instanceof SyntaxError; // The script holds something that this browser cannot read.
      throw error;
    } finally {
      words.remove();
    }
  }

  close() {
    closed(this);
    if (this.isResumed) setAddress(location.pathname + location.search);
    this.isResumed = false;
    this.querySelector("form-filler")?.remove();
    for (const state of ["data-filling", "data-opening"]) document.documentElement.toggleAttribute(state, false);
    // Once it is shown what was begun, which takes the place of the button.
    queueMicrotask(() => {
      /** @type {HTMLElement | null} */ (document.querySelector(".go-on-here:not([hidden]) a") ?? this.button)?.focus();
      scrollTo(0, 0);
    });
  }
}

define("form-opener", FormOpener);
