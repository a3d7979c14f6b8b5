// @ts-check
/**
 * The document as it is being filled in, beside the form and on paper.
 *
 * @typedef {import("./answers.js").Field} Field
 * @typedef {import("./answers.js").Form} Form
 * @typedef {import("./answers.js").Values} Values
 * @typedef {import("./answers.js").FileLanguage} FileLanguage
 */
import { whenIdle } from "../shared/idle.js";
import { SIGNS } from "../shared/signs.js";
import { APART, ENDED, letterOf } from "./letter.js";
import { lettersOf } from "./letter-width.js";
import { wholesIn } from "./whole-days.js";
import { answered, EMPTY_BOX, fieldsOf, isChoice, isFilled, languagesOf, rowsOf, TICKED_BOX } from "./answers.js";

/** More columns than an upright page has room for. */
const WIDE = 6;
/** So much is asked on one upright page: fields, sections, and the heads of tables twice, that on paper it stands closer. */
const FULL = 29;

/** So many Latin signs stand beside each other in a letter's table, with what its columns leave empty. */
const ACROSS = 70;

/** The sheet in its place on the page. */
export class Sheet {
  /** @param {HTMLElement} place @param {Form} form */
  constructor(place, form) {
    this.place = place;
    this.form = form;
    /** @type {FileLanguage} */
    this.language = "zh";
    /** The fields that may hold something else than is shown; null for all of them. @type {Set<Field | null>} */
    this.stale = new Set();
    /** What they hold, and the language to show it in. @type {[Values, FileLanguage]} */
    this.given = [{}, this.language];
    /** Where the answer of each field stands. @type {Map<string, HTMLElement>} */
    this.answers = new Map();
    /** Of each table that is drawn the body, and what its rows show. @type {Map<string, {body: HTMLElement, shown: string[]}>} */
    this.tables = new Map();
    const tables = form.sections.flatMap((section) => section.fields).filter((field) => field.family === "table");
    if (form.body) place.classList.add("letter", `letter--${form.face}`);
    const asked = fieldsOf(form).length + 2 * tables.length + form.sections.length;
    place.classList.toggle("sheet--full", !form.body && asked >= FULL);
    place.classList.toggle("sheet--wide", !form.body && tables.some((field) => (field.columns ?? []).length > WIDE));
  }

  /** Show what a field holds by now, or all of them, once the frame is done that shows the key. @param {Field | null} field @param {Values} values @param {FileLanguage} language */
  follow(field, values, language) {
    if (!this.stale.size) whenIdle(() => this.catchUp());
    this.stale.add(field);
    this.given = [values, language];
  }

  /** Show what is not shown yet. */
  catchUp() {
    const [values, language] = this.given;
    if (this.stale.has(null)) this.draw(values, language);
    else for (const field of this.stale) if (field) this.update(field, values);
    this.stale.clear();
  }

  /** Draw all of it. @param {Values} values @param {FileLanguage} language */
  draw(values, language) {
    this.language = language;
    this.answers.clear();
    this.tables.clear();
    this.place.lang = SIGNS[languagesOf(language)[0]].tag;
    if (this.form.body) {
      this.place.replaceChildren(...languagesOf(language).map((each) => this.letter(values, each)));
      return;
    }
    const { mark, box } = this.form.paper;
    const fields = new Map(fieldsOf(this.form).map((field) => [field.id, field]));
    const boxed = box.map((id) => /** @type {Field} */ (fields.get(id)));
    const sections = this.form.sections.flatMap((section) => {
      const below = section.fields.filter((field) => !boxed.includes(field));
      return below.length ? [made("section", "", ...this.heading(section.title), made("dl", "form-sheet__fields", ...this.inRows(below, section.title)))] : [];
    });
    const marked = mark[language] ? [made("p", "sheet__mark", ...held(mark[language]))] : [];
    const title = made("p", "form-sheet__title", ...this.texts(this.form.title));
    const head = boxed.length ? made("div", "sheet__head", title, made("dl", "form-sheet__fields", ...this.inRows(boxed))) : title;
    this.place.replaceChildren(...marked, head, ...sections, ...this.signatures(fields));
    for (const section of this.form.sections) for (const field of section.fields) this.update(field, values);
  }

  /** A letter in one language. @param {Values} values @param {"zh" | "en"} language */
  letter(values, language) {
    const paragraphs = letterOf(this.form, values, language).map(({ kind, text, heads = [], rows = [], families = [] }) => {
      if (ENDED.has(kind)) return made("p", `letter__${kind}`, ...text.split(APART).map((end) => made("span", "", ...held(end))));
      if (kind !== "table") return made(kind === "title" || kind === "heading" ? "h3" : "p", `letter__${kind}`, ...held(text));
      const row = (/** @type {string[]} */ cells, /** @type {string} */ tag) => made("tr", "", ...cells.map((cell, number) => {
        const shown = made(tag, `cell--${families[number]}`, ...held(cell));
        shown.dataset.label = heads[number]; // For where the columns have no room beside each other.
        return shown;
      }));
      return made("table", `letter__table${haveRoom([heads, ...rows]) ? " letter__table--whole" : ""}`, made("thead", "", row(heads, "th")), made("tbody", "", ...rows.map((cells) => row(cells, "td"))));
    });
    const page = made("section", "letter__page", ...paragraphs);
    const signed = paragraphs.filter(({ className }) => className === "letter__right");
    if (signed.length) {
      signed[0].before(made("div", "letter__signed"));
      page.querySelector(".letter__signed")?.append(...signed);
    }
    page.lang = SIGNS[language].tag;
    return page;
  }

  /** The heading of a section, but where it says what the title says. @param {import("./answers.js").Both} title */
  heading(title) {
    return this.form.kind === "list" || same(title, this.form.title) ? [] : [made("h3", "", ...this.texts(title))];
  }

  /**
   * Fields as they stand on paper: two beside each other where both are short. A table that is called as its section is not named again.
   * @param {Field[]} fields @param {import("./answers.js").Both} [title] of the section
   */
  inRows(fields, title) {
    let open = false; // Whether the last one has room beside it.
    return fields.map((field, number) => {
      const isHalf = this.form.paper.half.includes(field.id);
      const next = fields[number + 1];
      const beside = isHalf && (open || (next !== undefined && this.form.paper.half.includes(next.id)));
      open = beside && !open;
      const drawn = this.field(field, beside);
      if (title && field.family === "table" && (this.form.kind === "list" || same(field.label, title))) drawn.classList.add("form-sheet__field--named");
      return drawn;
    });
  }

  /** Where it is signed: who, room for it and for a seal, and the date. @param {Map<string, Field>} fields */
  signatures(fields) {
    const { signs } = this.form.paper;
    if (!signs.length) return [];
    const places = signs.map(({ field, seal }) => made("div", "sheet__sign",
      made("p", "", ...this.texts(/** @type {Field} */ (fields.get(field)).label)),
      made("p", `sheet__room${seal ? " sheet__room--seal" : ""}`, ...(seal ? this.texts(this.form.says.seal) : [])),
      made("p", "", ...this.texts(this.form.says.signedOn))));
    return [made("section", "sheet__signs", ...this.heading(this.form.says.signatures), made("div", "sheet__row", ...places))];
  }

  /** @param {Field} field @param {boolean} [beside] whether another stands beside it */
  field(field, beside = false) {
    const answer = made("dd", "");
    this.answers.set(field.id, answer);
    const kind = `form-sheet__field form-sheet__field--${field.family === "table" ? "table" : beside ? "half" : "whole"}`;
    return made("div", kind, made("dt", "", ...this.texts(field.label)), answer);
  }

  /** Show what a field holds now. @param {Field} field @param {Values} values */
  update(field, values) {
    if (this.form.body) {
      this.draw(values, this.language);
      return;
    }
    if (field.family === "table" && this.tables.has(field.id)) return this.redraw(field, values);
    const answer = this.answers.get(field.id);
    answer?.replaceChildren(...(field.family === "table" ? [this.table(field, values)] : this.said(field, values)));
  }

  /** Draw anew those rows of a table that show something else by now: a key changes one of many. @param {Field} field @param {Values} values */
  redraw(field, values) {
    const { body, shown } = /** @type {{body: HTMLElement, shown: string[]}} */ (this.tables.get(field.id));
    const rows = shownRows(field, values);
    rows.forEach((row, number) => {
      const text = JSON.stringify(row);
      if (shown[number] === text) return;
      const [old, drawn] = [body.children[number], this.row(field, row)];
      if (old) old.replaceWith(drawn);
      else body.append(drawn);
      shown[number] = text;
    });
    for (const surplus of [...body.children].slice(rows.length)) surplus.remove();
    shown.length = rows.length;
  }

  /** @param {Field} field @param {Values} values @returns {(Node | string)[]} */
  said(field, values) {
    if (field.family === "tick") return [isFilled(field, values) ? TICKED_BOX : EMPTY_BOX];
    if (!isChoice(field)) return held(answered(field, values, this.language));
    const both = languagesOf(this.language).map((language) => spoken(answered(field, values, language), language));
    return both.flatMap((text, number) => (number ? [" ", text] : [text]));
  }

  /** @param {Field} field @param {Values} values */
  table(field, values) {
    const columns = field.columns ?? [];
    const heads = columns.map((column) => named(made("th", `cell--${column.family}`, ...this.texts(column.label)), "columnheader", "scope", "col"));
    const rows = shownRows(field, values);
    const head = named(made("thead", "", named(made("tr", "", ...heads), "row")), "rowgroup");
    const body = named(made("tbody", "", ...rows.map((row) => this.row(field, row))), "rowgroup");
    this.tables.set(field.id, { body, shown: rows.map((row) => JSON.stringify(row)) });
    return made("div", "table-tools", named(made("table", "cards-on-phone", head, body), "table"));
  }

  /** @param {Field} field @param {Values} row */
  row(field, row) {
    return named(made("tr", "", ...(field.columns ?? []).map((column, number) => {
      const head = number === 0 && isFilled(column, row);
      const cell = made(head ? "th" : "td", `cell--${column.family}`, ...this.said(column, row));
      cell.dataset.label = languagesOf(this.language).map((language) => column.label[language]).join(" ");
      return head ? named(cell, "rowheader", "scope", "row") : named(cell, "cell");
    })), "row");
  }

  /** A text in the languages of the sheet. @param {import("./answers.js").Both} text @returns {(Node | string)[]} */
  texts(text) {
    const languages = languagesOf(this.language);
    if (languages.length === 1 || text.zh === text.en) return held(text[languages[0]]);
    return [spoken(text.zh, "zh"), " ", spoken(text.en, "en")];
  }
}

/** @param {import("./answers.js").Both} one @param {import("./answers.js").Both} other */
const same = (one, other) => one.zh === other.zh && one.en === other.en;

/** The rows that a table shows: an empty one where nothing was filled in. @param {Field} field @param {Values} values @returns {Values[]} */
function shownRows(field, values) {
  const rows = rowsOf(field, values);
  return rows.length ? rows : [{}];
}

/** A text whose days, numbers and measures are not broken at the end of a line, nor “e-mail”. @param {string} text @returns {(Node | string)[]} */
function held(text) {
  return wholesIn(text).map((piece, number) => (number % 2 ? made("span", "sheet__whole", piece) : piece));
}

/** Whether the longest words of the columns stand beside each other, with their heads, which are not broken. @param {string[][]} rows the heads first */
function haveRoom([heads, ...rows]) {
  const words = (/** @type {string} */ text) => wholesIn(text).flatMap((piece, number) => (number % 2 ? [piece] : piece.match(/[!-\u2e7f]+/g) ?? [""]));
  const columns = heads.map((head, number) => Math.max(lettersOf(head), ...rows.flatMap((row) => words(row[number]).map(lettersOf))));
  return columns.reduce((sum, each) => sum + each, 0) <= ACROSS;
}

/** @param {string} text @param {"zh" | "en"} language */
function spoken(text, language) {
  const part = made("span", "", ...held(text));
  part.lang = SIGNS[language].tag;
  return part;
}

/** @param {string} tag @param {string} kind @param {...(Node | string)} parts */
function made(tag, kind, ...parts) {
  const element = document.createElement(tag);
  if (kind) element.className = kind;
  element.append(...parts);
  return element;
}

/** An element with its role, which styles that lay a table out as cards would take from it.
 * @param {HTMLElement} element @param {string} role @param {string} [name] @param {string} [value] */
function named(element, role, name, value = "") {
  element.setAttribute("role", role);
  if (name) element.setAttribute(name, value);
  return element;
}
