// @ts-check
/**
 * <page-index><nav>…</nav></page-index>
 * Opens the fold that holds what the address names, which not every browser does by itself, and goes there.
 */
import { namedIn } from "../shared/decoding.js";
import { define } from "../shared/define.js";

class PageIndex extends HTMLElement {
  connectedCallback() {
    this.open();
    addEventListener("hashchange", () => this.open());
  }

  open() {
    const named = document.getElementById(namedIn(location.hash));
    const fold = named?.closest("details");
    if (!fold || fold.open) return;
    fold.open = true;
    named?.scrollIntoView();
  }
}

define("page-index", PageIndex);
