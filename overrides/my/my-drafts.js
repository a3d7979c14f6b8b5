// @ts-check
/**
 * <my-drafts titles="{…}" telling="{…}" ends-after="P30D" zone="Asia/Shanghai" hidden><template>… <template>a row</template></template></my-drafts>, on the page of all that is kept.
 * The forms that were begun in this browser: which, when, the way back to each, deletion with undo.
 *
 * @typedef {import("../forms/drafts/draft.js").Draft} Draft
 */
import { calledBy } from "../forms/drafts/draft.js";
import { endOf, endOld } from "../forms/drafts/ending.js";
import { drafts } from "../forms/drafts/kept-drafts.js";
import { localTime } from "../checklists/due-items.js";
import { withoutUnseen } from "../shared/unseen.js";
import { say, words } from "../shared/words.js";

export class MyDrafts extends HTMLElement {
  connectedCallback() {
    /** @type {Record<string, string>} */
    this.titles = JSON.parse(this.getAttribute("titles") ?? "{}");
    /** @type {Record<string, string[]>} */
    this.telling = JSON.parse(this.getAttribute("telling") ?? "{}");
    this.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button[data-do]") : null;
      if (!(button instanceof HTMLButtonElement) || button.dataset.do === "export") return; // <my-runs> exports everything.
      event.stopPropagation(); // It stands within <my-runs>, which has such buttons of its own.
      if (button.dataset.do === "undo") this.undo?.();
      else this.removeDraft(button.value);
    });
    drafts.addEventListener("change", () => this.show());
    drafts.addEventListener("forgotten", () => {
      this.undo = undefined; // Everything was deleted: nothing of it comes back.
      this.querySelector("button[data-do=undo]")?.setAttribute("hidden", "");
    });
    this.end();
  }

  /** @returns {import("../forms/drafts/ending.js").Ending} */
  get ending() {
    return { after: this.getAttribute("ends-after") ?? "", zone: this.getAttribute("zone") ?? "" };
  }

  /** Tell of the drafts that have ended, and delete those that were told of before. */
  end() {
    const { told, gone } = endOld(drafts, this.ending);
    this.told = told.length;
    this.show();
    if (gone.length) this.tell(say("drafts_gone", { n: gone.length }), () => {
      drafts.bringBack(gone);
      this.tell(words.run_back);
    });
  }

  /** @param {string} id */
  removeDraft(id) {
    const draft = drafts.all.get(id);
    if (!draft) return;
    const bringBack = drafts.remove(draft);
    this.tell(say("run_deleted", { n: this.nameOf(draft) }), () => {
      bringBack();
      this.tell(words.run_back);
    });
  }

  /** @param {string} text @param {() => void} [undo] */
  tell(text, undo) {
    this.undo = undo;
    this.show();
    const output = this.querySelector("output");
    if (output) output.textContent = text;
    const button = this.querySelector("button[data-do=undo]");
    if (!(button instanceof HTMLElement)) return;
    button.hidden = !undo;
    if (undo) button.focus();
  }

  show() {
    const all = drafts.sorted();
    const whole = this.querySelector(":scope > template");
    if ((all.length || this.undo) && whole instanceof HTMLTemplateElement) whole.replaceWith(whole.content);
    this.hidden = !all.length && !this.undo;
    const template = this.querySelector("template");
    if (template) this.querySelector("tbody")?.replaceChildren(...all.map((draft) => this.row(draft, template)));
    this.querySelector(".table-tools")?.toggleAttribute("hidden", !all.length);
    const told = this.querySelector("[data-told]");
    told?.toggleAttribute("hidden", !this.told);
    const said = told?.querySelector("span");
    if (said) said.textContent = say("drafts_told", { n: this.told });
  }

  /** By what one of several drafts of a form is known. @param {Draft} draft */
  ownName(draft) {
    return withoutUnseen(calledBy(draft, this.telling?.[draft.template]));
  }

  /** @param {Draft} draft */
  nameOf(draft) {
    return [this.titles?.[draft.template] ?? draft.template, this.ownName(draft)].filter(Boolean).join(" · ");
  }

  /** @param {Draft} draft @param {HTMLTemplateElement} template */
  row(draft, template) {
    const row = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    const link = row.querySelector("a");
    if (link) {
      link.textContent = this.titles?.[draft.template] ?? draft.template;
      link.href = new URL(`../templates/${draft.template}/#draft=${draft.id}`, location.href).href;
    }
    const put = (/** @type {string} */ name, /** @type {string} */ text) => {
      const cell = row.querySelector(`[data-cell="${name}"]`);
      if (cell) cell.textContent = text;
    };
    put("name", this.ownName(draft) || localTime(new Date(draft.started)));
    put("when", localTime(new Date(draft.changed)));
    put("until", localTime(endOf(draft, this.ending) ?? new Date(draft.changed)).slice(0, 10));
    const button = row.querySelector("button");
    if (button) {
      button.value = draft.id;
      button.setAttribute("aria-label", `${button.textContent?.trim()}: ${this.nameOf(draft)}`);
    }
    return row;
  }
}
