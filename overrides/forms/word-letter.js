// @ts-check
/**
 * A letter in Word, filled in: of each line of the download, which holds its answers as content controls, what the letter says. The
 * controls stay, so that the file can be read back; what falls away, and the page that is not sent, go.
 *
 * @typedef {import("./answers.js").Field} Field
 * @typedef {import("./answers.js").Form} Form
 * @typedef {import("./answers.js").Values} Values
 * @typedef {import("./letter.js").Piece} Piece
 */
import { isFilled, rowsOf } from "./answers.js";
import { linesOf, widthOf } from "./cell-room.js";
import { inWords } from "./letter-words.js";
import { continued, unstopped, Writer, withoutLost } from "./letter.js";
import { keepEnd } from "./word-end.js";
import { ancestorOf, childrenOf, contentOf, propertyOf, val, W, W15 } from "./word-xml.js";
import { controlsIn, fillRows, textRun, tick, write } from "./word-controls.js";

const LETTER = "letter.";
const INSIDE = "inside";
const SIGNED = /^LetterSigned/;
/** How wide the column is at least in whose middle the lines of a signature stand, and of how many twentieths of a point a sign; as in `word/letter.py`. */
const NARROWEST = 16;
const SIGN = { wide: 240, letter: 120 };
const TITLE = /^LetterTitle/;
/** A title's signs, in twentieths of a point, a little wider than most fonts have them. */
const TITLED = { wide: 330, letter: 200, line: 0, sides: 0, ends: 0 };

/** @param {XMLDocument} parsed the text of the download @param {Form} form @param {Values} values @param {{last: number}} count of controls */
export function fillLetter(parsed, form, values, count) {
  const wrapped = [...parsed.getElementsByTagNameNS(W, "sdt")].map((control) => ({ control, tag: val(propertyOf(control, "tag")) }));
  for (const { control, tag } of wrapped) {
    if (tag === INSIDE) control.remove();
    else if (tag.startsWith(LETTER)) new WordLetter(form, values, /** @type {"zh" | "en"} */ (tag.slice(LETTER.length)), count).fill(control);
  }
}

class WordLetter {
  /** @param {Form} form @param {Values} values @param {"zh" | "en"} language @param {{last: number}} count */
  constructor(form, values, language, count) {
    this.form = form;
    this.language = language;
    this.count = count;
    this.writer = new Writer(form, values, language);
    this.values = this.writer.values;
  }

  /** @param {Element} letter */
  fill(letter) {
    const lines = this.form.body?.[this.language] ?? [];
    const blocks = [...contentOf(letter).children];
    const said = withoutLost(lines.map((line) => this.writer.paragraphs(line)));
    this.writer.confirming = false;
    lines.forEach((line, number) => {
      if (line.kind === "confirm") this.writer.confirming = true;
      const [first] = line.pieces;
      if (!said[number].length) blocks[number].remove();
      // Above a company's own paper stands its name already.
      else if (line.kind === "head" && !blocks[number].textContent) return;
      else if (typeof first === "object" && "rows" in first) this.fillRows(blocks[number], first.rows, first.pattern);
      else if (blocks[number].localName === "sdt") this.fillOne(blocks[number], line.pieces);
      else if (line.kind !== "room") this.fillSentence(blocks[number], line.pieces);
    });
    const signed = said.flat().filter(({ kind }) => kind === "right").map(({ text }) => widthOf(text, SIGN) + SIGN.wide);
    balanceTitles(letter);
    keepEnd(letter, roomIn(letter));
    placeSigned(letter, Math.max(NARROWEST * SIGN.wide, ...signed));
    letter.replaceWith(...contentOf(letter).childNodes);
  }

  /** An answer that is the whole of its paragraphs. @param {Element} control @param {Piece[]} pieces */
  fillOne(control, pieces) {
    const field = this.fieldOf(pieces[0]);
    if (field && isFilled(field, this.values)) write(control, field, this.values[field.id], this.words(field, this.values, true));
  }

  /** @param {Element} paragraph @param {Piece[]} pieces */
  fillSentence(paragraph, pieces) {
    const controls = controlsIn(paragraph);
    for (const child of [...paragraph.children]) if (child.localName !== "pPr") child.remove();
    let text = "";
    const add = (/** @type {string} */ words, /** @type {Element} */ element) => {
      text += words;
      paragraph.append(element);
    };
    const say = (/** @type {Piece} */ piece) => {
      if (typeof piece === "string") {
        const fixed = this.writer.fixed(piece);
        text = this.unstopped(paragraph, text, fixed);
        const words = continued(text, fixed);
        if (words) add(words, textRun(paragraph, words));
      } else if ("capitals" in piece) {
        const words = this.writer.capitals(this.writer.fields.get(piece.capitals), this.values);
        if (words) add(words, textRun(paragraph, words));
      } else if ("part" in piece) {
        if (this.writer.part(piece.part, this.values, this.writer.fields)) for (const inner of piece.part) say(inner);
      } else if ("field" in piece) {
        const field = this.fieldOf(piece);
        const control = controls.get(piece.field)?.shift();
        if (!field || !control) return;
        const words = this.writer.answer(field, this.values, this.writer.confirming, !text) ?? "";
        if (isFilled(field, this.values)) {
          // Behind a break a line begins at the margin, not two signs from it.
          write(control, field, this.values[field.id], field.listed ? words.replaceAll("\n\u3000", "\n\u3000\u3000\u3000") : words);
          add(words, control);
        } else if (words === this.writer.blank(field)) add(words, control);
        else add(words, textRun(paragraph, words));
      }
    };
    for (const piece of pieces) say(piece);
  }

  /** @param {Element} block @param {string} id @param {Piece[] | null} pattern */
  fillRows(block, id, pattern) {
    const field = this.writer.fields.get(id);
    if (!field) return;
    if (field.family !== "table") {
      const chosen = /** @type {string[]} */ (this.values[id] ?? []);
      for (const option of field.options ?? []) {
        const control = controlsIn(block).get(`${id}.${option.id}`)?.[0];
        if (chosen.includes(option.id)) tick(control);
        else if (chosen.length && control) ancestorOf(control, "p")?.remove();
      }
      block.replaceWith(...contentOf(block).childNodes);
      return;
    }
    const rows = rowsOf(field, this.values);
    const table = block.getElementsByTagNameNS(W, "tbl")[0];
    const section = table ? table.getElementsByTagNameNS(W15, "repeatingSection")[0]?.parentElement?.parentElement : block;
    if (table) block.replaceWith(...contentOf(block).childNodes);
    if (!section || !rows.length) return;
    const words = (/** @type {Field} */ column, /** @type {Values} */ row) => inWords(column, row, this.language, true, pattern ? this.form.says.sum : undefined);
    fillRows(section, field, rows, this.count, words);
    // What a row does not say is an empty cell, and no prompt.
    for (const shown of [...section.getElementsByTagNameNS(W, "showingPlcHdr")]) {
      for (const text of contentOf(/** @type {Element} */ (shown.parentElement?.parentElement)).getElementsByTagNameNS(W, "t")) text.textContent = "\u00a0";
    }
    if (pattern) this.sayRows(section, field, rows, pattern);
    else dropColumns(table, (field.columns ?? []).map((column) => column.required || rows.some((row) => isFilled(column, row))));
  }

  /** The lines of a list, without their parts that say nothing. @param {Element} section @param {Field} field @param {Values[]} rows @param {Piece[]} pattern */
  sayRows(section, field, rows, pattern) {
    const columns = new Map((field.columns ?? []).map((column) => [column.id, column]));
    childrenOf(contentOf(section), "sdt").forEach((item, number) => {
      const paragraph = item.getElementsByTagNameNS(W, "p")[0];
      const controls = controlsIn(paragraph);
      for (const child of [...paragraph.children]) if (child.localName !== "pPr") child.remove();
      let text = "";
      const say = (/** @type {Piece} */ piece) => {
        if (typeof piece === "string") {
          text = this.unstopped(paragraph, text, piece);
          paragraph.append(textRun(paragraph, continued(text, piece)));
        } else if ("part" in piece) {
          if (this.writer.part(piece.part, rows[number], columns)) piece.part.forEach(say);
          return;
        } else if ("field" in piece) paragraph.append(...(controls.get(`${field.id}.${piece.field}`) ?? []));
        text = paragraph.textContent ?? "";
      };
      [`${number + 1}. `, ...pattern].forEach(say);
    });
  }

  /** What was said, without a full stop where the sentence goes on; the paragraph loses it too. @param {Element} paragraph @param {string} text @param {string} more */
  unstopped(paragraph, text, more) {
    const said = unstopped(text, more);
    const last = [...paragraph.getElementsByTagNameNS(W, "t")].pop();
    if (said !== text && last) last.textContent = (last.textContent ?? "").slice(0, -1);
    return said;
  }

  /** @param {Piece} piece */
  fieldOf(piece) {
    return typeof piece === "object" && "field" in piece ? this.writer.fields.get(piece.field) : undefined;
  }

  /** @param {Field} field @param {Values} values @param {boolean} first */
  words(field, values, first) {
    return inWords(field, values, this.language, first, this.form.says.sum);
  }
}

/** How wide the text of a document is. @param {Element} within */
function roomIn(within) {
  const [size, margins] = ["pgSz", "pgMar"].map((name) => [...within.ownerDocument.getElementsByTagNameNS(W, name)].pop());
  return ["left", "right"].reduce((left, side) => left - Number(margins?.getAttributeNS(W, side)), Number(size?.getAttributeNS(W, "w")));
}

/** Have the lines of a long title be about as long as each other, so that none is of a last word: no office program does so. @param {Element} letter */
function balanceTitles(letter) {
  const room = roomIn(letter);
  for (const paragraph of letter.getElementsByTagNameNS(W, "p")) {
    const properties = childrenOf(paragraph, "pPr")[0];
    if (!properties || !TITLE.test(val(childrenOf(properties, "pStyle")[0]))) continue;
    const text = paragraph.textContent ?? "";
    const lines = linesOf(text, room, TITLED).length;
    if (lines < 2) continue;
    let wide = room;
    while (wide > room / 2 && linesOf(text, wide - TITLED.wide / 2, TITLED).length === lines) wide -= TITLED.wide / 2;
    const side = String(Math.floor((room - wide) / 2));
    const indent = paragraph.ownerDocument.createElementNS(W, "w:ind");
    for (const name of ["w:left", "w:right"]) indent.setAttributeNS(W, name, side);
    properties.append(indent);
  }
}

/** Have the lines of a signature stand in the middle of a column at the right that is wide enough for the longest. @param {Element} letter @param {number} wide */
function placeSigned(letter, wide) {
  const room = roomIn(letter);
  for (const style of letter.getElementsByTagNameNS(W, "pStyle")) {
    const indent = SIGNED.test(val(style)) && style.parentElement?.getElementsByTagNameNS(W, "ind")[0];
    if (indent) indent.setAttributeNS(W, "w:left", String(Math.max(0, Math.round(room - wide))));
  }
}

/** Leave columns that may stay open, and of which no row has an answer, out of a table. @param {Element} table @param {boolean[]} used */
function dropColumns(table, used) {
  const grid = childrenOf(table, "tblGrid")[0];
  const widths = childrenOf(grid, "gridCol").map((column) => Number(column.getAttributeNS(W, "w")));
  const all = widths.reduce((sum, width) => sum + width, 0);
  const left = widths.reduce((sum, width, number) => sum + (used[number] ? width : 0), 0);
  const drop = (/** @type {Element[]} */ columns, /** @type {(column: Element) => Element | undefined} */ sized) => columns.forEach((column, number) => {
    if (used[number]) sized(column)?.setAttributeNS(W, "w:w", String(Math.round((widths[number] * all) / left)));
    else column.remove();
  });
  if (left === all || !left) return;
  drop(childrenOf(grid, "gridCol"), (column) => column);
  for (const row of [...table.getElementsByTagNameNS(W, "tr")]) drop(childrenOf(row, "tc"), (cell) => cell.getElementsByTagNameNS(W, "tcW")[0]);
}
