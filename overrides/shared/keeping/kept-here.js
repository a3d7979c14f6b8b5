// @ts-check
/**
 * <kept-here asks hidden><p data-state="open">… <button data-whose="window">… </p> … </kept-here>
 * Where the first thing was kept: whose computer is it? One paragraph a state: `open`, asked; `own`, `window`, `nowhere`, said.
 * Of several on a page that ask, one does: that of the form in which something was touched first. It asks below what the reader sees, so
 * that nothing moves, once a visit, what is answered is said there for a moment, and the reader goes on where they were. Where nobody answers,
 * or a list has come to its end, it lies over nothing any more: those in the page ask on; nobody asks any more where what was kept is gone. These say what is not as one expects, and change it; with `always`, as on My page,
 * they say all, ask where something is kept, and say that something lies there which is not shown.
 */
import { isOpen, liesUnshown, noteAsked, placeHere, saidWhose, sayWhose, wasAskedHere } from "./places.js";

/** How long it is said what was answered, in milliseconds. */
const SAID_FOR = 5_000;
/** How long it is asked over the page. */
const ASKED_FOR = 20_000;
/** It was asked so long: then it is asked within the page. */
let wasAsked = false;
/** It was asked on a page before. */
const before = wasAskedHere();
/** What was typed into, ticked or pressed last. @type {HTMLElement | null} */
let touched = null;
for (const name of ["input", "click"]) document.addEventListener(name, ({ target }) => {
  if (target instanceof HTMLElement && (name === "input" || target.matches("[data-na]"))) touched = target;
}, true);
/** What may change the answer: in this page, in another tab, or while the page was left. */
const HEARD = ["change", "handbook-begun", "handbook-place", "handbook-erased", "storage", "pageshow"];

export class KeptHere extends HTMLElement {
  hasSaid = false;

  heard = () => this.show();

  connectedCallback() {
    this.addEventListener("click", this.answer);
    for (const name of HEARD) addEventListener(name, this.heard);
    this.show();
  }

  disconnectedCallback() {
    for (const name of HEARD) removeEventListener(name, this.heard);
  }

  /** @param {Event} event */
  answer = (event) => {
    const button = event.target instanceof Element ? event.target.closest("button[data-whose]") : null;
    if (!(button instanceof HTMLButtonElement)) return;
    event.stopPropagation();
    this.hasSaid = true;
    const mark = touched?.isConnected ? touched : null, there = mark?.getBoundingClientRect().top ?? 0;
    sayWhose(/** @type {any} */ (button.dataset.whose));
    if (mark) hold(mark, there);
    /** @type {HTMLElement | null} */ (mark ?? this.querySelector("p:not([hidden])"))?.focus({ preventScroll: true });
    setTimeout(() => {
      this.hasSaid = false;
      this.show();
    }, SAID_FOR);
  };

  /** What it asks or speaks of. */
  get around() {
    return this.closest("form, onboarding-path");
  }

  /** What was touched in what it asks of: where nothing was, there is nothing to ask of. */
  get mark() {
    return this.hasAttribute("asks") && touched && this.around?.contains(touched) ? touched : null;
  }

  /** It goes on asking; else it begins where no other one does. */
  get mayAsk() {
    return !this.hasAttribute("hidden") || (this.mark && !document.querySelector("kept-here[asks]:not([hidden])"));
  }

  get state() {
    if (this.hasAttribute("asks")) return isOpen() ? (!wasAsked && !before && this.mayAsk ? "open" : "") : this.hasSaid ? saidWhose() : "";
    if (placeHere() !== "browser") return placeHere();
    if (wasAsked && isOpen() && (!this.hidden || this.around?.contains(touched))) return "open";
    if (this.hasAttribute("always")) return saidWhose() || (isOpen() || "begun" in document.documentElement.dataset ? "open" : "");
    return "";
  }

  /** Ask within the page only; not while somebody is about to answer. */
  leave = () => {
    if (this.contains(document.activeElement)) return setTimeout(this.leave, ASKED_FOR);
    const mark = touched?.isConnected ? touched : null, there = mark?.getBoundingClientRect().top ?? 0;
    wasAsked = true;
    dispatchEvent(new Event("handbook-begun"));
    if (mark) hold(mark, there);
  };

  show() {
    if (document.querySelector("[data-ending]:not([hidden])")) wasAsked = true; // What comes next is in sight.
    const { state, mark } = this;
    for (const said of this.querySelectorAll("[data-earlier]")) said.toggleAttribute("hidden", !liesUnshown());
    const parts = [...this.querySelectorAll("[data-state]")], now = parts.find((part) => part.getAttribute("data-state") === state);
    const isHidden = this.hasAttribute("hidden");
    if (now ? !isHidden && !now.hasAttribute("hidden") : isHidden) return;
    for (const part of parts) part.toggleAttribute("hidden", part !== now);
    this.toggleAttribute("hidden", !now);
    if (!now || !this.hasAttribute("asks")) return;
    mark?.scrollIntoView({ block: "nearest" }); // It may have come over what was touched.
    if (state !== "open") return;
    noteAsked();
    setTimeout(this.leave, ASKED_FOR);
  }
}

/** Whatever changes above it, what was touched stays under the hand. @param {HTMLElement} mark @param {number} there where it is to stand */
function hold(mark, there) {
  const { style } = document.documentElement;
  style.setProperty("overflow-anchor", "none"); // Else the browser does the same once more.
  requestAnimationFrame(() => {
    scrollBy(0, mark.getBoundingClientRect().top - there);
    requestAnimationFrame(() => style.removeProperty("overflow-anchor"));
  });
}
