// @ts-check
/**
 * <my-drafts titles="{…}" telling="{…}" confidential="visitor-plan …" asks="…/asked.json" checks="…/form-checks.js" ends-after="P30D" zone="Asia/Shanghai" hidden><template>… <template>a row</template></template></my-drafts>, on the page of all that is kept.
 * The forms that were begun in this browser: which, what of them is missing, when, the way back to each, deletion with undo.
 *
 * @typedef {import("../forms/drafts/draft.js").Draft} Draft
 */
import { answersIn, calledBy } from "../forms/drafts/draft.js";
import { endOf, endOld } from "../forms/drafts/ending.js";
import { drafts } from "../forms/drafts/kept-drafts.js";
import { daySaid, momentSaid } from "./days.js";
import { showFirst } from "./first-rows.js";
import { isCalled, nameActs } from "./run-rows.js";
import { fetchedText, moduleAt } from "../shared/fetching.js";
import { placeHere } from "../shared/keeping/places.js";
import { ID, shortened } from "../shared/keeping/sound.js";
import { withoutUnseen } from "../shared/unseen.js";
import { languageHere, SIGNS } from "../shared/signs.js";
import { say, words } from "../shared/words.js";

const DAY_AND_TIME = /^([\d-]{10})T(\d\d:\d\d)$/;
const LONGEST = 60;

export class MyDrafts extends HTMLElement {
  /** What forms ask for, by their ids, once it was fetched. @type {Record<string, import("../forms/answers.js").Field[]> | undefined} */
  asked;

  /** @type {typeof import("../forms/checks.js") | undefined} */
  checks;
  /** What those that are shown are called; blank for all. */
  wanted = "";

  connectedCallback() {
    /** @type {Record<string, string>} */
    this.titles = JSON.parse(this.getAttribute("titles") ?? "{}");
    /** @type {Record<string, string[]>} */
    this.telling = JSON.parse(this.getAttribute("telling") ?? "{}");
    this.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button[data-do]") : null;
      if (!(button instanceof HTMLButtonElement) || button.dataset.do === "export") return; // <my-runs> exports everything.
      event.stopPropagation(); // It stands within <my-runs>, which has such buttons of its own.
      const draft = drafts.all.get(button.value);
      if (button.dataset.do === "undo") this.undo?.();
      else if (button.dataset.do === "keep" && draft) {
        drafts.keepHere(draft);
        /** @type {HTMLElement | null} */ (this.querySelector(`[href$="${draft.id}"]`))?.focus(); // Its row is another one by now.
      }
      else this.removeDraft(button.value);
    });
    drafts.confidential = new Set((this.getAttribute("confidential") ?? "").split(" "));
    drafts.addEventListener("change", () => {
      this.show();
      this.learn();
    });
    drafts.addEventListener("forgotten", () => { this.undo = undefined; }); // Everything was deleted: nothing of it comes back.
    this.end();
    this.learn();
  }

  /** Fetch what forms ask for and what counts it, once there is a draft; without them, it is not said what is missing. */
  async learn() {
    if (this.asked || !drafts.all.size) return;
    const at = (/** @type {string} */ name) => this.getAttribute(name) ?? "";
    try {
      [this.checks, this.asked] = await Promise.all([moduleAt(at("checks")), fetchedText(at("asks")).then(JSON.parse)]);
      this.show();
    } catch {
      // Without a connection, or of another build.
    }
  }

  /** How many required answers a draft lacks, and how many answers are to be put right, in words. @param {Draft} draft */
  leftIn(draft) {
    const fields = this.asked?.[draft.template];
    if (!fields || !this.checks) return "";
    const form = /** @type {any} */ ({ sections: [{ fields }] }), values = answersIn(draft);
    const open = this.checks.openRequired(form, values), wrong = this.checks.doubtsIn(form, values);
    return [open ? say("my_left", { n: open }) : wrong ? "" : words.my_whole, wrong ? say("my_wrong", { n: wrong }) : ""].filter(Boolean).join(SIGNS[languageHere()].comma);
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
    (undo ? button : output)?.focus();
  }

  /** Those that are called so. */
  found() {
    return drafts.sorted((draft) => isCalled(this.nameOf(draft), this.wanted));
  }

  /** Show those that are called so. @param {string} wanted @returns {number} how many these are */
  find(wanted) {
    const isOther = wanted !== this.wanted;
    this.wanted = wanted;
    if (isOther) this.show();
    return this.found().length;
  }

  show() {
    const all = this.found();
    const whole = this.querySelector(":scope > template");
    if ((all.length || this.undo) && whole instanceof HTMLTemplateElement) whole.replaceWith(whole.content);
    this.hidden = !all.length && !this.undo;
    const template = this.querySelector("template");
    if (template) showFirst(this, all, (draft) => this.row(draft, template));
    this.querySelector(".table-tools")?.toggleAttribute("hidden", !all.length);
    const told = this.querySelector("[data-told]");
    told?.toggleAttribute("hidden", !this.told);
    const said = told?.querySelector("span");
    if (said) said.textContent = say("drafts_told", { n: this.told });
  }

  /** By what one of several drafts of a form is known: its name or what tells it from others, else the first answer that is none of the form's own options. @param {Draft} draft */
  ownName(draft) {
    const answers = Object.values(answersIn(draft)).filter((answer) => typeof answer === "string" && answer.trim() && !ID.test(answer));
    const [first = ""] = /** @type {string[]} */ (answers);
    return withoutUnseen(calledBy(draft, this.telling?.[draft.template]) || shortened(first.trim().replace(DAY_AND_TIME, "$1 $2"), LONGEST));
  }

  /** @param {Draft} draft */
  nameOf(draft) {
    return [this.titles?.[draft.template] ?? draft.template, this.ownName(draft)].filter(Boolean).join(" · ");
  }

  /** @param {Draft} draft @param {HTMLTemplateElement} template */
  row(draft, template) {
    const row = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    const [link, onward] = row.querySelectorAll("a");
    link.textContent = this.titles?.[draft.template] ?? draft.template;
    onward.href = link.href = new URL(`../templates/${draft.template}/#draft=${draft.id}`, location.href).href;
    const put = (/** @type {string} */ name, /** @type {string} */ text) => {
      const cell = row.querySelector(`[data-cell="${name}"]`);
      if (cell) cell.textContent = text;
    };
    put("name", this.ownName(draft) || words.my_empty);
    put("left", this.leftIn(draft));
    put("when", momentSaid(draft.changed));
    const endsWithWindow = drafts.isWindowOnly(draft);
    put("until", endsWithWindow || placeHere() === "window" ? words.my_window : daySaid(endOf(draft, this.ending) ?? draft.changed));
    for (const button of row.querySelectorAll("button")) button.value = draft.id;
    if (!endsWithWindow) row.querySelector("[data-do=keep]")?.remove();
    nameActs(row, this.nameOf(draft));
    return row;
  }
}
