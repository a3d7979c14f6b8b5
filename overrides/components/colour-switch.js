// @ts-check
/**
 * <colour-switch><button data-system="…" data-light="…" data-dark="…"></button></colour-switch>
 * As the system has it, light or dark: a first press turns to what the system has not, so that it is seen. The choice is kept in this
 * browser. The button's data say each state in words, and each has its sign.
 */
import { define } from "../shared/define.js";
import { keyHere } from "../shared/keeping/site.js";

const DARK = matchMedia("(prefers-color-scheme: dark)");

class ColourSwitch extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.querySelector("button")?.addEventListener("click", () => this.choose(this.next));
    for (const name of ["storage", "pageshow"]) addEventListener(name, () => this.show()); // Behind that which paints the page.
    this.show();
  }

  /** @returns {"system" | "light" | "dark"} */
  get state() {
    const chosen = document.documentElement.dataset.colours;
    return chosen === "light" || chosen === "dark" ? chosen : "system";
  }

  /** @returns {"system" | "light" | "dark"} */
  get next() {
    const other = DARK.matches ? "light" : "dark", same = DARK.matches ? "dark" : "light";
    return this.state === "system" ? other : this.state === other ? same : "system";
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
