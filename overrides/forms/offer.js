// @ts-check
/**
 * Shows values from elsewhere before they are used: of each field what it holds and what it would hold; and what of them
 * could not be read or kept.
 *
 * @typedef {import("./answers.js").Field} Field
 * @typedef {import("./answers.js").Values} Values
 */
import { shortened } from "../shared/keeping/sound.js";
import { languageHere } from "../shared/signs.js";
import { say, words } from "../shared/words.js";
import { answered, fieldsOf, rowsOf } from "./answers.js";

const LONGEST_SHOWN = 300;
/** More notes than this say no more. */
const MOST_NOTES = 30;

/** What is offered, in its place on the page. */
export class Offer {
  /** @param {HTMLElement} place @param {import("./answers.js").Form} form */
  constructor(place, form) {
    this.place = place;
    this.form = form;
    /** @type {(() => void) | undefined} */
    this.use = undefined;
    /** @type {Values} */
    this.after = {};
    this.compared = false;
    this.refusal = this.part("[data-do=decline]").textContent;
  }

  /**
   * @param {string} title @param {string[]} notes @param {Values | null} before what the form holds; null where it is not to be compared
   * @param {Values} after what is offered; nothing where there are only notes @param {() => void} use what happens if the reader says yes
   */
  open(title, notes, before, after, use) {
    this.use = use;
    this.after = after;
    this.compared = before !== null;
    const heading = this.place.querySelector("h3");
    if (heading) heading.textContent = title;
    const shown = notes.length > MOST_NOTES ? [...notes.slice(0, MOST_NOTES), say("fill_more_notes", { n: notes.length - MOST_NOTES })] : notes;
    this.part("[data-notes]").replaceChildren(...shown.map((note) => made("li", note)));
    this.part("[data-notes]").hidden = !notes.length;
    this.part("[data-do=accept]").hidden = !Object.keys(after).length;
    this.part("[data-do=decline]").textContent = Object.keys(after).length ? this.refusal : words.fill_understood;
    this.draw(before ?? {});
    this.place.hidden = false;
    this.place.focus({ preventScroll: true });
    this.place.scrollIntoView({ block: this.place.offsetHeight > innerHeight / 2 ? "start" : "nearest" });
  }

  /** While an offer is open, the form may change: what it holds is shown as it is now. @param {Values} before */
  compare(before) {
    if (!this.place.hidden && this.compared) this.draw(before);
  }

  /** @param {Values} before */
  draw(before) {
    const page = languageHere();
    const rows = fieldsOf(this.form).filter((field) => field.id in this.after).map((field) => {
      const was = shown(field, before, page);
      const change = made("dd", ...(was ? [made("del", was), " → "] : []), shown(field, this.after, page) || words.fill_blank);
      return made("div", made("dt", field.label[page]), change);
    });
    this.part("dl").replaceChildren(...rows);
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

  /** @param {string} place @returns {HTMLElement} */
  part(place) {
    return /** @type {HTMLElement} */ (this.place.querySelector(place));
  }
}

/** @param {string} tag @param {...(Node | string)} parts */
function made(tag, ...parts) {
  const element = document.createElement(tag);
  element.append(...parts);
  return element;
}

/** @param {Field} field @param {Values} values @param {"zh" | "en"} language */
function shown(field, values, language) {
  const text = field.family === "table" ? rowsShown(field, values, language) : answered(field, values, language);
  return text.length > LONGEST_SHOWN ? `${shortened(text, LONGEST_SHOWN)}…` : text;
}

/** @param {Field} field @param {Values} values @param {"zh" | "en"} language */
function rowsShown(field, values, language) {
  const rows = rowsOf(field, values);
  const lines = rows.map((row) => (field.columns ?? []).map((column) => answered(column, row, language)).filter(Boolean).join(" · "));
  return rows.length ? [say("fill_rows", { n: rows.length }), ...lines].join("\n") : "";
}
