// @ts-check
/**
 * <draft-terms><p data-confidential hidden>… <button data-terms="keep">…</p><p data-told hidden><span></span>… <button data-terms="undo">
 * In an open form, how long its draft stays: until the window closes where the form is confidential and the reader has not said
 * otherwise, who is then told nothing else of it, and in the bar below while something stands there unsaved; and that drafts which nobody has changed for long end, which is said a day before.
 */
import { say, words } from "../../shared/words.js";
import { placeHere } from "../../shared/keeping/places.js";
import { endOld } from "./ending.js";
import { drafts } from "./kept-drafts.js";

export class DraftTerms extends HTMLElement {
  /** Whether the reader wants drafts of this form kept in the browser, those still to come too. */
  keeps = false;

  connectedCallback() {
    this.filler = /** @type {import("../form-filler.js").FormFiller} */ (this.closest("form-filler"));
    const { description, root } = /** @type {any} */ (this.filler);
    const { id, zone, draftsEndAfter, confidential } = description;
    const link = this.querySelector("a");
    if (link) link.href = new URL(`${root}/${link.dataset.page}`, location.href).href;
    this.template = id;
    drafts.confidential = new Set(confidential);
    const { told, gone } = endOld(drafts, { after: draftsEndAfter, zone });
    /** @type {import("./draft.js").Draft[]} */
    this.gone = gone;
    this.tell([gone.length ? say("drafts_gone", { n: gone.length }) : "", told.length ? say("drafts_told", { n: told.length }) : ""].filter(Boolean).join(" "));
    this.ends = new AbortController();
    const { signal } = this.ends;
    this.filler?.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button[data-terms]") : null;
      if (button instanceof HTMLButtonElement) this.perform(button);
    }, { signal });
    drafts.addEventListener("change", () => this.show(), { signal });
    this.show();
  }

  disconnectedCallback() {
    this.ends?.abort();
  }

  /** @param {HTMLButtonElement} button */
  perform(button) {
    if (button.dataset.terms === "undo") {
      drafts.bringBack(this.gone ?? []);
      this.gone = [];
      this.tell("");
    } else {
      this.keeps = true;
      this.show();
      if (this.contains(button)) this.filler?.one("#fill-in").focus();
      else {
        this.filler?.one(".filler__way").focus({ preventScroll: true }); // Before a message stands in its place.
        this.filler?.tell(words.fill_saved_here);
      }
    }
  }

  /** The drafts of this form that end with the window. */
  get windowOnly() {
    return drafts.of(this.template ?? "").filter((draft) => drafts.isWindowOnly(draft));
  }

  /** @param {string} text */
  tell(text) {
    const place = this.querySelector("[data-told]");
    place?.toggleAttribute("hidden", !text);
    const said = place?.querySelector("span");
    if (said) said.textContent = text;
    place?.querySelector("button")?.toggleAttribute("hidden", !this.gone?.length);
  }

  show() {
    const asks = placeHere() === "browser" && drafts.confidential.has(this.template ?? "");
    for (const draft of this.keeps ? this.windowOnly : []) drafts.keepHere(draft);
    const isUsual = !asks || this.keeps || (drafts.of(this.template ?? "").length > 0 && !this.windowOnly.length);
    this.querySelector("[data-confidential]")?.toggleAttribute("hidden", isUsual);
    for (const usual of this.filler?.querySelectorAll("[data-usual]") ?? []) usual.toggleAttribute("hidden", !isUsual);
    this.filler?.querySelector(".filler__unsaved")?.toggleAttribute("hidden", !this.windowOnly.length);
  }
}
