// @ts-check
/**
 * <colour-switch><button data-system="…" data-light="…" data-dark="…"></button></colour-switch>
 * Light, dark or as the system has it; the choice is kept in this browser. The button's data say each state in words,
 * and each has its sign.
 */
import { define } from "../shared/define.js";
import { keyHere } from "../shared/keeping/site.js";

const STATES = /** @type {const} */ (["system", "light", "dark"]);

class ColourSwitch extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.querySelector("button")?.addEventListener("click", () => this.choose(STATES[(STATES.indexOf(this.state) + 1) % 3]));
    for (const name of ["storage", "pageshow"]) addEventListener(name, () => this.show()); // Behind that which paints the page.
    this.show();
  }

  /** @returns {"system" | "light" | "dark"} */
  get state() {
    const chosen = document.documentElement.dataset.colours;
    return chosen === "light" || chosen === "dark" ? chosen : "system";
  }

  /** @param {"system" | "light" | "dark"} state */
  choose(state) {
    if (state === "system") delete document.documentElement.dataset.colours;
    else document.documentElement.dataset.colours = state;
    try {
      if (state === "system") localStorage.removeItem(keyHere("colours"));
      else localStorage.setItem(keyHere("colours"), state);
    } catch {
      // Storage is switched off or full: the choice holds for this page.
    }
    this.show();
  }

  show() {
    const button = this.querySelector("button");
    const words = button?.dataset[this.state] ?? "";
    button?.setAttribute("aria-label", words);
    button?.setAttribute("title", words);
    for (const sign of this.querySelectorAll("[data-state]")) sign.toggleAttribute("hidden", sign.getAttribute("data-state") !== this.state);
  }
}

define("colour-switch", ColourSwitch);
