// @ts-check
/**
 * <kept-here hidden><p data-state="open">… <button data-whose="window">… </p> … </kept-here>
 * Where the first thing would be kept: whose computer is it? One paragraph a state: `open`, asked; `own`, `window`, `nowhere`, said.
 * Of several on a page, one asks: that beside what was touched last. With `always`, as on My page, also what was said is shown and can be changed; else only that nothing stays.
 */
import { saidWhose, isOpen, placeHere, sayWhose } from "./places.js";

/** What was typed into or ticked last. @type {Node | null} */
let touched = null;
document.addEventListener("input", ({ target }) => { touched = /** @type {Node} */ (target); }, true);
/** What may change the answer: in this page, in another tab, or while the page was left. */
const HEARD = ["handbook-begun", "handbook-place", "handbook-erased", "storage", "pageshow"];

export class KeptHere extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button[data-whose]") : null;
      if (!(button instanceof HTMLButtonElement)) return;
      event.stopPropagation();
      this.hasSaid = true;
      sayWhose(/** @type {any} */ (button.dataset.whose));
      /** @type {HTMLElement | null} */ (this.querySelector("p:not([hidden])"))?.focus();
    });
    this.show = this.show.bind(this);
    for (const name of HEARD) addEventListener(name, this.show);
    this.show();
  }

  disconnectedCallback() {
    for (const name of HEARD) removeEventListener(name, this.show);
  }

  get isNearest() {
    const all = [...document.querySelectorAll("kept-here")];
    return (all.find((each) => touched && each.parentElement?.contains(touched)) ?? all[0]) === this;
  }

  get state() {
    if (placeHere() !== "browser") return placeHere();
    if (isOpen()) return this.isNearest ? "open" : "";
    if (this.hasAttribute("always")) return saidWhose() || "open";
    return this.hasSaid ? saidWhose() : "";
  }

  show() {
    const { state } = this;
    for (const text of this.querySelectorAll("[data-state]")) text.toggleAttribute("hidden", text.getAttribute("data-state") !== state);
    this.hidden = !state;
  }
}
