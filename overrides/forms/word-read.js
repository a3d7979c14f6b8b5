// @ts-check
/**
 * What a filled Word form says. Nothing is guessed: an answer that is missing, or that cannot be read, is no answer, and is
 * told of.
 *
 * @typedef {import("./answers.js").Field} Field
 * @typedef {import("./answers.js").Form} Form
 * @typedef {import("./answers.js").Value} Value
 * @typedef {import("./answers.js").Values} Values
 * @typedef {import("./word-places.js").Places} Places
 * @typedef {import("./dates.js").DateFault | "missing" | "twice" | "choice" | "tick" | "error" | "symbol" | "picture"} Unsaid
 *   Why an answer was not read, or (`symbol`, `picture`) what was lost of it.
 * @typedef {{field: string, column?: string, row?: number, why: Unsaid, text: string}} Unread `row` counts those that hold anything, from 0.
 * @typedef {{template: string | null, values: Values, unread?: Unread[]}} WordRead What was read; cells that were not are missing
 *   in their rows. `unread` only where there is something to tell.
 */
import { SIGNS } from "../shared/signs.js";
import { acceptAll } from "./accepted.js";
import { chosen, cleaned, fieldsOf, isDay, isFilled, said } from "./answers.js";
import { dateRead } from "./dates.js";
import { unlisted } from "./letter-words.js";
import { partOf, wordPackage } from "./package.js";
import { typedNumber } from "./typed-number.js";
import { placesOf, rowPlacesOf, tagsOf } from "./word-places.js";
import { loosened } from "./whole-days.js";
import { wordsIn } from "./word-text.js";
import { ancestorOf, propertyOf, val, W, W14, W15 } from "./word-xml.js";
import { zoneHere } from "../shared/office.js";

const MARK = "handbook-template";
const TICKED = /^[☑☒✓✔✗✘√■●]$/;
const NOT_TICKED = /^[☐□○◻▢❑]?$/;

/**
 * @param {Uint8Array} bytes @param {Form} form @returns {Promise<WordRead>}
 * @throws {Error} `not_a_form` for a file of another kind, `other_form` for another form, `controls_lost` for one saved by a
 *   program that knows no content controls, `damaged`, `encrypted`, `too_large`, `no_unpacking` where the browser cannot
 */
export async function readWord(bytes, form) {
  const { zip, main, properties } = await wordPackage(bytes);
  const root = (await partOf(zip, main)).documentElement;
  if (root.localName !== "document" || root.namespaceURI !== W) throw new Error("not_a_form");
  const template = properties ? markIn(await partOf(zip, properties)) : null;
  if (template !== null && template !== form.id) throw new Error("other_form");
  const gone = acceptAll(root);
  const { places, byTitle } = placesOf(root, form);
  const known = fieldsOf(form).filter((field) => [...places.keys()].some((tag) => tag === field.id || tag.startsWith(`${field.id}.`)));
  // A program may have dropped the mark: then the tags tell. Without them there is nothing to read.
  // What need not be answered may have been deleted from a letter.
  const owed = fieldsOf(form).filter((field) => !form.body || field.required || known.includes(field));
  if (template === null && known.length * 2 < owed.length) throw new Error("not_a_form");
  const units = Object.values(form.says.sum).map((said) => said.replace("[n]", "").trim()).filter(Boolean);
  const reader = new Reader(places, zoneHere(form), form.body !== null, units);
  for (const field of fieldsOf(form)) reader.read(field, gone);
  // Titles alone, and nothing behind them: a program that drops so much says nothing by a blank.
  const says = Object.values(reader.values).some((value) => (Array.isArray(value) ? value.length : value));
  if (!known.length || (byTitle && !says)) throw new Error("controls_lost");
  return { template, values: reader.values, ...(reader.unread.length ? { unread: reader.unread } : {}) };
}

/** Reads answers, and notes down what could not be read. */
class Reader {
  /**
   * @param {Places} places @param {string} zone @param {boolean} isLetter in which answers stand in words, and what is not said is not there
   * @param {string[]} units what a letter says around a sum
   */
  constructor(places, zone, isLetter, units) {
    this.places = places;
    this.zone = zone;
    this.isLetter = isLetter;
    this.units = units;
    /** @type {Values} */
    this.values = {};
    /** @type {Unread[]} */
    this.unread = [];
  }

  /** @param {Field} field @param {Element[]} gone rows that were deleted */
  read(field, gone) {
    const value = field.family === "table" ? this.rows(field, gone) : this.answer(this.places, field, field.id, { field: field.id });
    if (value !== undefined) this.values[field.id] = value;
  }

  /** @param {Field} table @param {Element[]} gone @returns {Value} */
  rows(table, gone) {
    const laid = this.isLetter ? ofOneLanguage(rowPlacesOf(this.places, table)) : rowPlacesOf(this.places, table);
    if (!laid.length && !gone.some((row) => holdsRowOf(row, table))) return this.note({ field: table.id }, "missing");
    const rows = [];
    for (const places of laid) {
      const before = this.unread.length;
      const cells = (table.columns ?? []).map((column) => /** @type {const} */ ([column,
        this.answer(places, column, `${table.id}.${column.id}`, { field: table.id, column: column.id })]));
      const row = Object.fromEntries(cells.filter(([, value]) => value !== undefined).map(([column, value]) => [column.id, value]));
      const isKept = (table.columns ?? []).some((column) => isFilled(column, row));
      // What a whole column lacks is told once, and of an empty row nothing.
      const told = this.unread.splice(before).filter(({ why, column }) => why !== "missing" || (isKept
        && !this.unread.some((each) => each.field === table.id && each.column === column && each.why === "missing")));
      this.unread.push(...told.map((each) => (isKept && each.why !== "missing" ? { ...each, row: rows.length } : each)));
      if (isKept) rows.push(row);
    }
    return rows;
  }

  /** @param {Places} places @param {Field} field @param {string} tag @param {{field: string, column?: string}} where @returns {Value} undefined where it could not be read */
  answer(places, field, tag, where) {
    const controls = tagsOf(field, tag).map((each) => places.get(each) ?? []);
    if (this.isLetter && field.family === "choices") return this.listed(field, controls, places.get(tag) ?? [], where);
    if (controls.some((found) => !found.length)) return this.note(where, "missing");
    if (field.family === "tick" || field.family === "choices") {
      const ticked = controls.map((found) => agreed(found.map(isTicked)));
      if (ticked.some((each) => each === undefined)) return this.note(where, "tick");
      return field.family === "tick" ? ticked[0] : (field.options ?? []).map((option) => option.id).filter((_, number) => ticked[number]);
    }
    const lost = new Set();
    const texts = controls[0].map((control) => ({ control, text: this.text(control, field, lost) }));
    // A letter may say an answer twice, in two languages, or be filled in by hand at one of its places.
    const said = this.isLetter && texts.some(({ text }) => text.trim()) ? texts.filter(({ text }) => text.trim()) : texts;
    const means = said.map(({ control, text }) => this.meaning(control, field, text));
    const value = agreed(means.map((each) => each.value));
    if (this.isLetter ? new Set(means.map((each) => each.value)).size > 1 : agreed(said.map(({ text }) => text)) === undefined) {
      return this.note(where, "twice", cleaned(wordsIn(controls[0][0])).trim());
    }
    for (const why of lost) this.note(where, why, said[0].text);
    return value ?? this.note(where, means[0].fault ?? "words", said[0].text.trim());
  }

  /** @param {Element} control @param {Field} field @param {string} text that it says @returns {{value?: string, fault?: Unsaid}} */
  meaning(control, field, text) {
    if (!text.trim()) return { value: "" };
    if (field.family === "choice") {
      const option = optionIn(control, field, text.trim());
      return option === undefined ? { fault: "choice" } : { value: option };
    }
    if (field.family === "number" && (this.isLetter || field.decimals)) return { value: typedNumber(text, this.units, field.decimals) };
    return isDay(field) ? dateRead(text, field.family, this.zone) : { value: field.listed ? unlisted(text) : text };
  }

  /** Several answers, ticked in a list or named in a sentence. @param {Field} field @param {Element[][]} boxes by option @param {Element[]} named @param {{field: string, column?: string}} where @returns {Value} */
  listed(field, boxes, named, where) {
    const options = field.options ?? [];
    const times = Math.max(...boxes.map((found) => found.length));
    if (times) {
      // Of a letter in two languages one may be filled in.
      const ticked = Array.from({ length: times }, (_, time) => options.filter((_, number) => boxes[number][time] && isTicked(boxes[number][time])).map(({ id }) => id));
      const said = new Set(ticked.filter((ids) => ids.length).map((ids) => ids.join(" ")));
      return said.size > 1 ? this.note(where, "twice", "") : [...said].flatMap((ids) => ids.split(" "));
    }
    if (!named.length) return this.note(where, "missing");
    const text = this.text(named[0], field, new Set()).trim();
    if (!text) return [];
    const folded = text.toLowerCase();
    const found = options.filter(({ label }) => [label.zh, label.en].some((each) => folded.includes(each.toLowerCase())));
    return found.length ? found.map(({ id }) => id) : this.note(where, "choice", text);
  }

  /** What was typed into a control; blank where its prompt stands in it. @param {Element} control @param {Field} field @param {Set<"symbol" | "picture">} lost */
  text(control, field, lost) {
    const found = new Set();
    const text = loosened(cleaned(wordsIn(control, found)));
    if (isPrompt(control, text, field)) return "";
    for (const why of found) lost.add(why);
    return text;
  }

  /** @param {{field: string, column?: string}} where @param {Unsaid} why @returns {undefined} */
  note(where, why, text = "") {
    if (!(this.isLetter && why === "missing")) this.unread.push({ ...where, why, text });
    return undefined;
  }
}

/** What all controls of one tag say; undefined where they do not agree. @template T @param {T[]} all */
function agreed(all) {
  return new Set(all).size === 1 ? all[0] : undefined;
}

/** A line to write on by hand. */
const RULED = /^(?:_+|＿+)$/;

/** Whether a control shows its prompt: it says so and nobody typed, or a program dropped the word that says so. @param {Element} control @param {string} text @param {Field} field */
function isPrompt(control, text, field) {
  const given = text.trim();
  const blanks = [SIGNS.zh.blank.join(field.label.zh), SIGNS.en.blank.join(field.label.en)];
  const prompts = [field.help.zh, field.help.en, said(field.help, "zh-en"), ...blanks].map((prompt) => prompt.trim().replace(/\s+/g, " "));
  if (!given || RULED.test(given) || prompts.includes(given.replace(/\s+/g, " "))) return true;
  if (!propertyOf(control, "showingPlcHdr")) return false;
  const typed = [...control.getElementsByTagNameNS(W, "t")].find((each) => each.textContent?.trim() && !each.parentElement?.getElementsByTagNameNS(W, "rStyle").length);
  return !typed;
}

/** The rows of one of the tables in which a letter in two languages says them: the first in which anything was filled in. @param {Places[]} rows */
function ofOneLanguage(rows) {
  const controlOf = (/** @type {Places} */ row) => [...row.values()][0][0];
  const sectionOf = (/** @type {Places} */ row) => {
    let at = ancestorOf(controlOf(row), "sdt");
    while (at && !propertyOf(at, "repeatingSection", W15)) at = ancestorOf(at, "sdt");
    return at;
  };
  const filled = rows.find((row) => [...row.values()].flat().some((control) => !propertyOf(control, "showingPlcHdr"))) ?? rows[0];
  return rows.filter((row) => sectionOf(row) === sectionOf(filled));
}

/** Whether a box is ticked, by what it shows and by what Word says of it; undefined where these differ or say nothing. @param {Element} control */
function isTicked(control) {
  const shown = wordsIn(control).trim();
  const state = propertyOf(control, "checked", W14);
  const kept = state ? ["1", "true", "on"].includes(state.getAttributeNS(W14, "val") ?? "1") : undefined;
  const seen = TICKED.test(shown) ? true : NOT_TICKED.test(shown) ? false : undefined;
  if (seen === undefined || kept === undefined || seen === kept) return seen ?? kept;
  return undefined;
}

/** @param {Element} control @param {Field} field @param {string} text @returns {string | undefined} */
function optionIn(control, field, text) {
  const item = [...control.getElementsByTagNameNS(W, "listItem")].find((each) => each.getAttributeNS(W, "displayText") === text);
  const byItem = chosen(field, item?.getAttributeNS(W, "value") ?? undefined)[0];
  const folded = (/** @type {string} */ label) => label.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  const byLabel = (field.options ?? []).filter(({ label }) => [label.zh, label.en, said(label, "zh-en")].some((each) => folded(each) === folded(text)));
  return byItem?.id ?? (byLabel.length === 1 ? byLabel[0].id : undefined);
}

/** Whether a row of the text is one of a table of the form. @param {Element} row @param {Field} table */
function holdsRowOf(row, table) {
  return [...row.getElementsByTagNameNS(W, "tag")].some((tag) => val(tag).startsWith(`${table.id}.`));
}

/** @param {XMLDocument} parsed */
function markIn(parsed) {
  const found = [...parsed.documentElement.children].find((property) => property.getAttribute("name") === MARK);
  return found?.textContent?.trim() || null;
}
