// @ts-check
/**
 * A letter in words: its paragraphs with the answers in their sentences, the same for every format. What is missing and need not
 * be there takes its part, or its paragraph, along; what must be there stands as a blank to write over.
 *
 * @typedef {import("./answers.js").Field} Field
 * @typedef {import("./answers.js").Form} Form
 * @typedef {import("./answers.js").Values} Values
 * @typedef {import("./answers.js").FileLanguage} FileLanguage
 * @typedef {string | {field: string} | {capitals: string} | {part: Piece[]} | {rows: string, pattern: Piece[] | null}} Piece As `macros/model/letter.py` has it.
 * @typedef {{kind: string, pieces: Piece[]}} Line
 * @typedef {{kind: string, text: string, heads?: string[], rows?: string[][], families?: string[]}} Paragraph `item` is a line of a list, `table` has rows and says what its columns hold;
 *   else as `macros/model/letter.py` has the kinds of lines.
 */
import { HAN } from "../shared/han.js";
import { SIGNS } from "../shared/signs.js";
import { EMPTY_BOX, TICKED_BOX, chosen, cleaned, fieldsOf, isChoice, isFilled, rowsOf } from "./answers.js";
import { inCapitals } from "./capitals.js";
import { closingOf, inWords, isSaid } from "./letter-words.js";

/** Where somebody signs by hand. */
const TO_SIGN = { zh: "＿＿＿＿＿＿＿＿", en: "________________" };
/** What parts the two ends of a line where lines have no ends. */
export const APART = "\u3000\u3000";
/** Lines that have two ends: the number of a paper with who signs, and who issued it with the day. */
export const ENDED = new Set(["reference", "issued"]);
/** Below these a heading has nothing to say. */
const ENDS = new Set(["heading", "right", "room", "confirm", "title"]);
/** What the further lines of an answer are where the first has a rule or room above it, which stands once. @type {Record<string, string>} */
const FURTHER = { confirm: "line", apart: "line", annexes: "text" };

/** The paragraphs of a letter in one language. @param {Form} form @param {Values} values @param {"zh" | "en"} language @returns {Paragraph[]} */
export function letterOf(form, values, language) {
  const writer = new Writer(form, values, language);
  return withoutLost((form.body?.[language] ?? []).map((line) => writer.paragraphs(line))).flat();
}

/** What is said line by line, without headings that have nothing below them. @param {Paragraph[][]} said */
export function withoutLost(said) {
  return said.map((paragraphs, number) => {
    const isLost = paragraphs[0]?.kind === "heading" && (!said[number + 1]?.length || ENDS.has(said[number + 1][0].kind));
    return isLost ? [] : paragraphs;
  });
}

/** Says the lines of a letter. */
export class Writer {
  /** @param {Form} form @param {Values} values @param {"zh" | "en"} language */
  constructor(form, values, language) {
    this.form = form;
    this.language = language;
    this.fields = new Map(fieldsOf(form).map((field) => [field.id, field]));
    this.values = this.greeted(values);
    /** Whether what is said is for the other side to confirm, of which nothing falls away. */
    this.confirming = false;
  }

  /** The answers, with a salutation where an English letter would have none. @param {Values} values @returns {Values} */
  greeted(values) {
    const field = this.language === "en" && this.fields.get(this.form.salutation ?? "");
    return !field || field.required || isSaid(field, values) ? values : { ...values, [field.id]: this.form.says.unnamed.en };
  }

  /** A text of the letter; its closing as the salutation asks for. @param {string} words */
  fixed(words) {
    const { salutation, says } = this.form;
    return this.language === "en" && salutation ? closingOf(words, cleaned(this.values[salutation]).trim(), says) : words;
  }

  /** @param {Line} line @returns {Paragraph[]} none where it falls away */
  paragraphs({ kind, pieces }) {
    if (kind === "confirm") this.confirming = true;
    const [first] = pieces;
    if (typeof first === "object" && "rows" in first) return this.rows(first.rows, first.pattern);
    if (kind === "room") return [{ kind, text: "" }];
    const text = this.said(pieces, this.values, this.confirming);
    const told = (text ?? "").trim().replaceAll("\t", ENDED.has(kind) ? APART : "\t");
    return told ? told.split("\n").map((words, number) => ({ kind: (number && FURTHER[kind]) || kind, text: words.trimEnd() })) : [];
  }

  /** A sentence; null where an answer is missing that need not be there. @param {Piece[]} pieces @param {Values} values @param {boolean} whole @returns {string | null} */
  said(pieces, values, whole, fields = this.fields) {
    let text = "";
    for (const piece of pieces) {
      /** @type {string | null} */
      let words;
      if (typeof piece === "string") words = this.fixed(piece);
      else if ("capitals" in piece) words = this.capitals(fields.get(piece.capitals), values);
      else if ("part" in piece) words = this.part(piece.part, values, fields);
      else words = "field" in piece ? this.answer(fields.get(piece.field), values, whole, !text) : "";
      if (words === null) return null;
      text = unstopped(text, words);
      text += continued(text, words);
    }
    return text;
  }

  /** @param {Piece[]} pieces @param {Values} values @param {Map<string, Field>} fields */
  part(pieces, values, fields) {
    const there = pieces.every((piece) => typeof piece !== "object" || !("field" in piece) || this.isThere(fields.get(piece.field), values));
    return (there && this.said(pieces, values, false, fields)) || "";
  }

  /** An amount once more in Chinese capitals. @param {Field | undefined} field @param {Values} values */
  capitals(field, values) {
    const words = field ? inCapitals(inWords(field, values, this.language, true)) : "";
    return words && this.form.says.capitals[this.language].replace("[n]", words);
  }

  /** @param {Field | undefined} field @param {Values} values */
  isThere(field, values) {
    return field !== undefined && isSaid(field, values);
  }

  /** @param {Field | undefined} field @param {Values} values @param {boolean} whole @param {boolean} first of the sentence */
  answer(field, values, whole, first) {
    if (!field) return "";
    if (isSaid(field, values)) return inWords(field, values, this.language, first, this.form.says.sum);
    if (isFilled(field, values)) return field.required || whole ? inWords(field, values, this.language, first, this.form.says.sum) : null;
    if (this.form.signers.includes(field.id)) return TO_SIGN[this.language];
    if (whole && !field.required) {
      return isChoice(field) ? (field.options ?? []).map(({ label }) => `${EMPTY_BOX}\u00a0${label[this.language]}`).join(" ") : TO_SIGN[this.language];
    }
    return field.required ? this.blank(field) : null;
  }

  /** @param {Field} field */
  blank(field) {
    return SIGNS[this.language].blank.join(field.label[this.language]);
  }

  /** @param {string} id @param {Piece[] | null} pattern @returns {Paragraph[]} */
  rows(id, pattern) {
    const field = this.fields.get(id);
    if (!field) return [];
    if (!isFilled(field, this.values) && !field.required) return [];
    if (field.family !== "table") {
      const taken = chosen(field, this.values[id]), box = taken.length ? TICKED_BOX : EMPTY_BOX; // As in Word and PDF, where they are ticked.
      return (taken.length ? taken : field.options ?? []).map(({ label }) => ({ kind: "item", text: `${box}\u00a0${label[this.language]}` }));
    }
    const columns = field.columns ?? [];
    const rows = rowsOf(field, this.values);
    if (pattern) {
      const own = new Map(columns.map((column) => [column.id, column]));
      return (rows.length ? rows : [{}]).map((row, number) => ({
        kind: "item", text: `${number + 1}. ${this.said(pattern, row, false, withBlanks(own)) ?? ""}`,
      }));
    }
    const shown = rows.length ? columns.filter((column) => column.required || rows.some((row) => isFilled(column, row))) : columns;
    const cells = (rows.length ? rows : [{}]).map((row) => shown.map((column) => (isFilled(column, row)
      ? inWords(column, row, this.language, true) : rows.length ? "" : this.blank(column))));
    return [{ kind: "table", text: "", heads: shown.map((column) => column.label[this.language]), rows: cells, families: shown.map(({ family }) => family) }];
  }
}

/** Columns of a line, of which none takes the line along. @param {Map<string, Field>} columns */
function withBlanks(columns) {
  return new Map([...columns].map(([id, column]) => [id, { ...column, required: true }]));
}

/** Signs that go on a sentence, and those at the end of an answer with which they are there already. */
const BROUGHT = [["。.", "。.！!？?…"], ["：:", "：:"], ["；;", "；;"], ["，,", "，,"], ["、", "、"]];

/** The end of a sentence, and not that of a word cut short. */
const STOPPED = new RegExp(`(?:。|[${HAN}\\d)%]\\.`
  + "|(?:^|[^a-z.])(?!(?:approx|ave|bldg|co|corp|dept|dr|etc|excl|ext|inc|incl|jr|ltd|max|min|no|nos|plc|pp|pte|pty|rd|sr|st|tel|vs)\\.$)"
  + "[a-z][a-z-]+\\.)$", "iu");
/** Signs before which no sentence ends. */
const GOES_ON = "，；：）、,;:)";

/** What was said, without the full stop of an answer where the sentence goes on. @param {string} text @param {string} more */
export function unstopped(text, more) {
  return more && GOES_ON.includes(more[0]) && STOPPED.test(text) ? text.slice(0, -1) : text;
}

/** What goes on a sentence, without the sign that an answer brought along already. @param {string} text @param {string} more */
export function continued(text, more) {
  const sign = more[0] ?? " ";
  const [, ends] = BROUGHT.find(([signs]) => signs.includes(sign)) ?? [];
  const said = "。.".includes(sign) ? text.replace(/[”’]+$/, "") : text;
  return ends && said && ends.includes(said.slice(-1)) ? more.slice(1) : more;
}
