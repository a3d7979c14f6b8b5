// @ts-check
/**
 * Shows values from elsewhere before they are used: of each field what it holds and what it would hold.
 *
 * @typedef {import("./answers.js").Field} Field
 */
import { say, words } from "../shared/words.js";
import { answered, fieldsOf, rowsOf } from "./answers.js";

const LONGEST_SHOWN = 300;

/** What is offered, in its place on the page. */
export class Offer {
  /** @param {HTMLElement} place @param {import("./answers.js").Form} form */
  constructor(place, form) {
    this.place = place;
    this.form = form;
    /** @type {(() => void) | undefined} */
    this.use = undefined;
  }

  /**
   * @param {string} title @param {string} note @param {Record<string, any>} before @param {Record<string, any>} after
   * @param {() => void} use what happens if the reader says yes
   */
  open(title, note, before, after, use) {
    this.use = use;
    const page = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
    const rows = fieldsOf(this.form).filter((field) => field.id in after).map((field) => {
      const row = document.createElement("div");
      const label = document.createElement("dt");
      const change = document.createElement("dd");
      label.textContent = field.label[page];
      const was = shown(field, before, page);
      if (was) {
        const old = document.createElement("del");
        old.textContent = was;
        change.append(old, " → ");
      }
      change.append(shown(field, after, page) || words.fill_blank);
      row.append(label, change);
      return row;
    });
    const heading = this.place.querySelector("h3");
    if (heading) heading.textContent = [title, note].filter(Boolean).join(" ");
    this.place.querySelector("dl")?.replaceChildren(...rows);
    this.place.hidden = false;
    this.place.focus();
  }

  close() {
    this.place.hidden = true;
    this.use = undefined;
  }

  accept() {
    const use = this.use;
    this.close();
    use?.();
  }
}

/** @param {Field} field @param {Record<string, any>} values @param {"zh" | "en"} language */
function shown(field, values, language) {
  const text = field.type === "table" ? rowsShown(field, values, language) : answered(field, values, language);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/** @param {Field} field @param {Record<string, any>} values @param {"zh" | "en"} language */
function rowsShown(field, values, language) {
  const rows = rowsOf(field, values);
  const lines = rows.map((row) => (field.columns ?? []).map((column) => answered(column, row, language)).filter(Boolean).join(" · "));
  return rows.length ? [say("fill_rows", { n: rows.length }), ...lines].join("\n") : "";
}
