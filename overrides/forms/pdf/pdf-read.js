// @ts-check
/**
 * What a form says that was filled in as PDF, in whatever viewer. Loaded only when such a file comes. As from Word, nothing is guessed.
 *
 * @typedef {import("../answers.js").Field} Field
 * @typedef {import("../answers.js").Form} Form
 * @typedef {import("../answers.js").Value} Value
 * @typedef {import("../answers.js").Values} Values
 * @typedef {import("../word-read.js").Unread} Unread
 * @typedef {import("./fields.js").Answer} Answer
 * @typedef {{field: string, column?: string}} Where
 */
import { zoneHere } from "../../shared/office.js";
import { chosen, fieldsOf, isDay, isFilled, said } from "../answers.js";
import { dateRead } from "../dates.js";
import { unlisted } from "../letter-words.js";
import { typedNumber } from "../typed-number.js";
import { answersIn } from "./fields.js";

/** What names begin with where a letter is there in two languages; all else bears its own. */
const LETTERS = ["", "zh.", "en."];

/**
 * @param {Uint8Array<ArrayBuffer>} bytes @param {Form} form @returns {Promise<import("../word-read.js").WordRead>}
 * @throws {Error} `pdf` where there are no fields, such as in one that was printed; `pdf_other` for one with the fields of something else,
 *   and what `answersIn` throws
 */
export async function readPdf(bytes, form) {
  const answers = await answersIn(bytes);
  if (!answers.size) throw new Error("pdf");
  const reader = new Reader(answers, form);
  const heads = new Set([...answers.keys()].map((name) => reader.bare(name).split(".")[0]));
  const known = fieldsOf(form).filter(({ id }) => heads.has(id)).length;
  // Forms share some names, such as that of a date; one that has few of this form's, or many others, is another.
  if (known * 2 < fieldsOf(form).length || known * 2 < heads.size) throw new Error("pdf_other");
  for (const field of fieldsOf(form)) {
    const value = field.family === "table" ? reader.rows(field) : reader.answer(field, field.id, { field: field.id });
    if (value !== undefined) reader.values[field.id] = value;
  }
  return { template: form.id, values: reader.values, ...(reader.unread.length ? { unread: reader.unread } : {}) };
}

/** Reads answers, and notes down what could not be read. */
class Reader {
  /** @param {Map<string, Answer>} answers @param {Form} form */
  constructor(answers, form) {
    this.answers = answers;
    this.zone = zoneHere(form);
    this.isLetter = form.body !== null;
    /** @type {Values} */
    this.values = {};
    /** @type {Unread[]} */
    this.unread = [];
  }

  /** A name without the language of its letter. @param {string} name */
  bare(name) {
    return this.isLetter ? name.replace(/^(?:zh|en)\./, "") : name;
  }

  /** @param {Field} table @returns {Value} */
  rows(table) {
    const before = this.unread.length;
    for (const letter of LETTERS) {
      const rows = this.rowsOf(table, letter);
      if (rows.length) return rows;
      this.unread.length = before;
    }
    const isThere = [...this.answers.keys()].some((name) => this.bare(name).startsWith(`${table.id}.`));
    return isThere ? [] : this.note({ field: table.id }, "missing");
  }

  /** @param {Field} table @param {string} letter what its names begin with @returns {Values[]} */
  rowsOf(table, letter) {
    const begin = `${letter}${table.id}.`;
    const numbers = new Set([...this.answers.keys()].filter((name) => name.startsWith(begin)).map((name) => Number.parseInt(name.slice(begin.length), 10)));
    /** @type {Values[]} */
    const rows = [];
    for (const number of [...numbers].filter(Number.isFinite).sort((one, other) => one - other)) {
      const noted = this.unread.length;
      const cells = (table.columns ?? []).map((column) => /** @type {const} */ ([column.id, this.answer(column, `${table.id}.${number}.${column.id}`, { field: table.id, column: column.id }, [letter])]));
      const row = Object.fromEntries(cells.filter(([, value]) => value !== undefined));
      const told = this.unread.splice(noted);
      // What is there and cannot be read makes a row of it too.
      if (!(table.columns ?? []).some((column) => isFilled(column, row)) && told.every(({ why }) => why === "missing")) continue;
      this.unread.push(...told.map((each) => ({ ...each, row: rows.length })));
      rows.push(row);
    }
    return rows;
  }

  /** @param {Field} field @param {string} name @param {Where} where @param {string[]} [letters] @returns {Value} undefined where it could not be read */
  answer(field, name, where, letters = LETTERS) {
    if (field.family === "choices") {
      const ticks = (field.options ?? []).map(({ id }) => this.tick(`${name}.${id}`, letters));
      if (ticks.includes(null)) return this.note(where, "missing");
      if (ticks.includes(undefined)) return this.note(where, "tick");
      return (field.options ?? []).map(({ id }) => id).filter((_, number) => ticks[number]);
    }
    if (field.family === "tick") {
      const tick = this.tick(name, letters);
      return tick === null ? this.note(where, "missing") : tick ?? this.note(where, "tick");
    }
    const there = letters.map((letter) => this.answers.get(`${letter}${name}`)).filter((each) => each !== undefined);
    if (!there.length) return this.note(where, "missing");
    const texts = there.map(({ text, state }) => (state ? state.slice(1).replace(/^Off$/, "") : field.family === "block" ? text.trim() : text.split("\n").map((line) => line.trim()).filter(Boolean).join(" "))).filter(Boolean);
    const means = texts.map((text) => this.meaning(field, text));
    if (new Set(means.map(({ value }) => value)).size > 1) return this.note(where, "twice", texts[0]);
    if (!means.length) return "";
    return means[0].value ?? this.note(where, means[0].fault ?? "words", texts[0]);
  }

  /** Whether a box is ticked, in any of the letters; null where there is none, undefined where what it says and what it shows differ. @param {string} name @param {string[]} letters */
  tick(name, letters) {
    const there = letters.map((letter) => this.answers.get(`${letter}${name}`)).filter((each) => each !== undefined);
    if (!there.length) return null;
    if (there.some(({ on }) => new Set(on).size > 1)) return undefined;
    return there.some(({ on }) => on[0]);
  }

  /** @param {Field} field @param {string} text @returns {{value?: string, fault?: Unread["why"]}} */
  meaning(field, text) {
    if (field.family === "choice") {
      const option = chosen(field, text)[0] ?? field.options?.find(({ label }) => [label.zh, label.en, said(label, "zh-en")].includes(text));
      return option ? { value: option.id } : { fault: "choice" };
    }
    if (field.family === "number") return { value: typedNumber(text, [], field.decimals) };
    return isDay(field) ? dateRead(text, field.family, this.zone) : { value: field.listed ? unlisted(text) : text };
  }

  /** @param {Where} where @param {Unread["why"]} why @returns {undefined} */
  note(where, why, text = "") {
    if (!(this.isLetter && why === "missing")) this.unread.push({ ...where, why, text });
    return undefined;
  }
}
