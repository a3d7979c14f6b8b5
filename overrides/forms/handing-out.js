// @ts-check
/**
 * The ways by which a filled form leaves the page, and what helps where one of them fails.
 *
 * @typedef {import("./answers.js").FileLanguage} FileLanguage
 * @typedef {import("./files-script.js").Files} Files
 * @typedef {import("./form-filler.js").FormFiller} FormFiller
 * @typedef {import("./taking.js").Ending} Ending
 */
import { copy, copyWithLayout, printPage, save } from "../shared/handing-over.js";
import { languageHere } from "../shared/signs.js";
import { say, words } from "../shared/words.js";
import { withFiles } from "./files-script.js";
import { leaving } from "./leaving.js";

/** The words for what went wrong, by the error. @type {Record<string, string>} */
const FAULTS = { no_packing: "fill_too_old", no_unpacking: "fill_too_old", offline: "fill_not_taken", replaced: "fill_replaced" };

/** The kinds of file that are handed to other programs. @type {Record<string, string>} */
const TYPES = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
};

export class HandingOut {
  /** @param {FormFiller} filler @param {import("../shared/save-ways.js").SaveWays} ways what to do where nothing arrives */
  constructor(filler, ways) {
    this.filler = filler;
    this.ways = ways;
    for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (filler.querySelectorAll("button[data-do=share]"))) button.hidden = !mayShare(button.dataset.kind ?? "");
  }

  /** What this knows of the form. @returns {[import("./answers.js").Form, import("./answers.js").Values, FileLanguage]} */
  get given() {
    const { state, language } = this.filler;
    return [state.form, leaving(state.form, state.values, language), language];
  }

  /** @param {string} what @param {HTMLButtonElement} button @returns {boolean} whether it was one of these ways */
  perform(what, button) {
    const { kind = "" } = button.dataset, value = /** @type {Ending | "pdf" | "mail"} */ (button.value);
    const { gaps } = this.filler;
    if (what === "take") gaps.leave(value === "mail" ? "eml" : value, () => this.take(value, button));
    else if (what === "share") gaps.leave(kind, () => this.with((files) => this.make(files, /** @type {any} */ (kind), button, shared)));
    else if (what === "copy-text") gaps.leave("", () => this.with(({ textOf }) => this.copied(copy(textOf(...this.given)))));
    else if (what === "copy-rich") gaps.leave("", () => this.with(({ htmlOf, textOf }) => this.copied(copyWithLayout(htmlOf(...this.given), textOf(...this.given)))));
    else return false;
    return true;
  }

  /** Do something with what makes files; where that cannot be fetched, it is said. @param {(files: Files) => unknown} use */
  async with(use) {
    try {
      await withFiles(/** @type {any} */ (this.filler).files, use);
    } catch (error) {
      const fault = FAULTS[error instanceof Error ? error.message : ""];
      if (!fault) throw error;
      this.filler.tell(words[fault], undefined, true, true);
    }
  }

  /** @param {Ending | "pdf" | "mail"} ending @param {HTMLElement} [button] */
  async take(ending, button) {
    if (ending === "pdf" && this.filler.state.form.own?.format !== "pdf") return this.print();
    return this.with((files) => (ending === "mail" ? this.mailed(files, button) : this.make(files, ending, button)));
  }

  /** @param {Files} files @param {HTMLElement} [button] */
  async mailed(files, button) {
    const link = files.mailtoOf(...this.given);
    if (link) return this.mail(link, words.mail_opened);
    // Longer than a link can be: the text goes by the clipboard, and without one as a file.
    const head = files.mailtoOf(...this.given, false);
    if (head && (await copyWithLayout(files.htmlOf(...this.given), files.textOf(...this.given)))) return this.mail(head, words.mail_paste);
    return this.make(files, "eml", button);
  }

  /** @param {Files} files @param {Ending} ending @param {HTMLElement} [button] @param {(file: File) => Promise<boolean>} [send] hands the file to another program; whether it could */
  async make(files, ending, button, send) {
    const own = this.filler.state.form.own?.format;
    button?.setAttribute("aria-busy", "true");
    try {
      const taken = await files.fileOf(ending, ...this.given, /** @type {any} */ (this.filler).root ?? ".");
      if (!taken) return;
      if (await send?.(new File([taken.content], taken.name, { type: plainType(taken.content.type) }))) return this.filler.tell("");
      save(taken.name, taken.content, taken.content.type);
      const page = languageHere();
      const cut = taken.cut.length ? say(own ? "fill_own_cut" : "fill_excel_cut", { n: taken.cut.map((label) => label[page]).join(" · ") }) : "";
      const missing = taken.missing?.length ? say("fill_own_signs", { n: taken.missing.join(" ") }) : "";
      this.told([say("handed_over", { n: taken.name }), cut, missing].filter(Boolean).join(" "), taken.name, { file: taken.content });
    } catch (error) {
      const fault = FAULTS[error instanceof Error ? error.message : ""];
      if (fault === "fill_too_old") this.told(words[fault], "", { failing: "old" });
      else this.filler.tell(words[fault ?? "fill_not_made"], undefined, true, true);
      if (!fault) throw error;
    } finally {
      button?.removeAttribute("aria-busy");
    }
  }

  /** Open the mail program, as far as there is one. @param {string} link @param {string} told */
  mail(link, told) {
    Object.assign(document.createElement("a"), { href: link }).click();
    this.told(told, "", { failing: "mail", mail: () => this.take("eml") });
  }

  async print() {
    this.filler.tell("");
    if (!(await printPage())) this.told(words.print_refused, "", { failing: "print" });
  }

  /** @param {Promise<boolean>} done */
  async copied(done) {
    if (await done) this.filler.tell(words.copied);
    else this.told(words.fill_not_copied, "", { failing: "copy" });
  }

  /** Say what was done, and what helps where that cannot be known to have worked. @param {string} text @param {string} name @param {import("../shared/save-ways.js").More} more */
  told(text, name, more) {
    this.filler.tell(text);
    this.with(({ textOf }) => this.ways.offer(name, textOf(...this.given), more));
  }

  /** Nothing that was handed over is as the form is now. */
  close() {
    this.ways.withdraw();
  }
}

/** @param {string} type without its character set, which no program that takes files knows */
function plainType(type) {
  return type.split(";")[0];
}

/** Whether a finger can hand such a file to another program. @param {string} ending */
function mayShare(ending) {
  return matchMedia("(pointer: coarse)").matches && Boolean(navigator.canShare?.({ files: [new File([], `a.${ending}`, { type: TYPES[ending] })] }));
}

/** @param {File} file @returns {Promise<boolean>} whether the browser has asked where to; where it did, the reader may have thought better of it */
async function shared(file) {
  try {
    await navigator.share({ files: [file] });
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError";
  }
}
