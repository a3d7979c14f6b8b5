// @ts-check
/**
 * Where the very words stand that were typed, in the plain text of all pages: the whole of them first; else all of them near one another,
 * or, of Chinese, which has no spaces, the longest run of them. Where only few of them stand, nothing.
 *
 * @typedef {{pages: [string, string, string][], simple: string}} Whole of each page address, title and text; `simple` as `simpleSigns` reads it
 * @typedef {{url: string, title: string, text: import("./excerpt.js").Piece[]}} Standing a page, and the piece of it that holds the words
 * @typedef {{url: string, title: string, text: string, plain: string}} Page
 * @typedef {{page: Page, marks: [number, number][], worth: number}} Hit
 */
import { normal, simpleSigns } from "../shared/folding.js";
import { HAN, hasChinese } from "../shared/han.js";
import { around } from "./excerpt.js";
import { isCommon, termsOf } from "./terms.js";

/** A run of Chinese, or a word of any other script with its hyphens. */
const SIGN = `(?:[A-Za-z0-9]|(?![${HAN}])[\\p{L}\\p{N}\\p{M}])`;
const UNIT = new RegExp(`[${HAN}]+|${SIGN}(?:[-\\u2010\\u2011’']?${SIGN})*`, "gu");
/** A piece of what was typed, as the reader parted it. */
const PART = /[\p{L}\p{N}\p{M}'’-]+/gu;
const MOST = 5, LONGEST_QUERY = 200;
/** Within how many signs words are near one another. */
const NEAR = 120, NEAR_CHINESE = 40;
/** More than what a word weighs that stands in any sentence, and how many such words together say enough. */
const COMMON = 0.4, ENOUGH = 4;
/** How long a run must be that stands for the whole, and how much of it. */
const LEAST_RUN = 4, LEAST_SHARE = 0.6;

export class WholeText {
  /** @param {Whole} whole */
  constructor({ pages, simple }) {
    this.simple = simpleSigns(simple);
    /** The normal form of each word, most of which stand on many pages. @type {Map<string, string>} */
    this.forms = new Map();
    /** @type {Page[]} */
    this.pages = pages.map(([url, title, text]) => ({ url, title, text, plain: this.folded(text) }));
  }

  /** @param {string} query @param {string[]} shown the addresses of pages that are shown already @returns {Standing[]} */
  find(query, shown) {
    const typed = [...query].slice(0, LONGEST_QUERY).join(""), plain = this.folded(typed);
    const hits = tells(plain) ? this.hitsOf(typed, plain).filter(({ page }) => !shown.includes(page.url)) : [];
    return hits.sort((a, b) => b.worth - a.worth).slice(0, MOST).map(({ page: { url, title, text }, marks }) => {
      /** @type {[number, number][]} */
      const places = [];
      this.folded(text, places);
      return { url, title, text: around(text, marks.map(([start, end]) => [places[start][0], places[end - 1][1]])) };
    });
  }

  /** @param {string} typed @param {string} plain @returns {Hit[]} */
  hitsOf(typed, plain) {
    const whole = this.holding(plain);
    if (whole.length) return whole;
    const near = this.holdingAll(this.partsOf(typed));
    if (near.length || !hasChinese(plain)) return near;
    const run = this.longestRun(plain);
    return run && tells(run) ? this.holding(run) : [];
  }

  /** The pages that hold a text, those first that hold it most often. @param {string} plain @returns {Hit[]} */
  holding(plain) {
    return this.pages.flatMap((page) => {
      const marks = placesOf(page.plain, plain);
      return marks.length ? [{ page, marks: marks.slice(0, 1), worth: marks.length }] : [];
    });
  }

  /** The pages that hold all of several words near one another, the nearest first. @param {string[]} parts @returns {Hit[]} */
  holdingAll(parts) {
    if (parts.length < 2) return [];
    const most = parts.some(hasChinese) ? NEAR_CHINESE : NEAR;
    return this.pages.flatMap((page) => {
      if (!parts.every((part) => page.plain.includes(part))) return [];
      const marks = nearest(parts.map((part) => placesOf(page.plain, part)));
      const length = marks.length ? marks[marks.length - 1][1] - marks[0][0] : Infinity;
      return length <= most ? [{ page, marks, worth: -length }] : [];
    });
  }

  /** The longest run of a text that stands on any page, if it is long enough to stand for the whole. @param {string} plain */
  longestRun(plain) {
    const units = plain.match(new RegExp(`[${HAN}]| ?${SIGN}+`, "gu")) ?? [], least = Math.max(LEAST_RUN, Math.ceil(LEAST_SHARE * units.length));
    let best = "", length = least;
    for (let start = 0; start + length <= units.length; start += 1) {
      while (start + length <= units.length) {
        const run = units.slice(start, start + length).join("").trim();
        if (!this.pages.some(({ plain: text }) => placesOf(text, run).length)) break;
        best = run;
        length += 1;
      }
    }
    return best;
  }

  /**
   * A text as texts are compared here: words in normal form, a space between two that are not Chinese and nothing else between any.
   * @param {string} text @param {[number, number][]} [places] gets, of each sign, where in the text it begins and ends
   */
  folded(text, places) {
    let plain = "", isOpen = false;
    for (const { 0: unit, index } of text.matchAll(UNIT)) {
      const isChinese = hasChinese(unit), form = isChinese ? this.simplified(unit) : this.formOf(unit), before = isOpen && !isChinese ? " " : "";
      isOpen = !isChinese;
      plain += before + form;
      if (!places) continue;
      const end = index + unit.length;
      if (before) places.push([index, index]);
      for (let sign = 0; sign < form.length; sign += 1) places.push(isChinese ? [Math.min(index + sign, end - 1), Math.min(index + sign + 1, end)] : [index, end]);
    }
    return plain;
  }

  /** A run of Chinese in normal form; few have anything to change, and of those alone each sign is looked up. @param {string} run */
  simplified(run) {
    for (const sign of run) if (this.simple.has(sign) || sign > "\u9fff") return normal(run, this.simple);
    return run;
  }

  /** @param {string} word */
  formOf(word) {
    let form = this.forms.get(word);
    if (form === undefined) this.forms.set(word, form = normal(word));
    return form;
  }

  /** The words that must all stand: none where only one of them tells anything. @param {string} typed */
  partsOf(typed) {
    const parts = [...new Set((typed.match(PART) ?? []).map((part) => this.folded(part)))].filter((part) => part.length > 1 && !isCommon(part));
    return parts.filter((part) => termsOf(part).some(({ weight, part: single }) => weight === 1 && !single)).length > 1 ? parts : [];
  }
}

/** Whether a text says enough to be looked for: a word that stands not in any sentence, or several of those that do. @param {string} plain */
function tells(plain) {
  const terms = termsOf(plain).filter(({ part }) => !part);
  return terms.length >= ENOUGH || terms.some(({ text, weight }) => weight > COMMON && text.length > 1);
}

/** Where a text holds another as whole words. @param {string} text @param {string} wanted @returns {[number, number][]} */
function placesOf(text, wanted) {
  /** @type {[number, number][]} */
  const found = [];
  for (let at = text.indexOf(wanted); at >= 0 && wanted; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (!isWithinWord(text, at) && !isWithinWord(text, end)) found.push([at, end]);
  }
  return found;
}

/** @param {string} text @param {number} place */
function isWithinWord(text, place) {
  return [place - 1, place].every((at) => at >= 0 && at < text.length && text[at] !== " " && !hasChinese(text[at]));
}

/** Of each of several places one, so that all are nearest to one another, in their order. @param {[number, number][][]} each @returns {[number, number][]} */
function nearest(each) {
  const all = each.flatMap((places, number) => places.map((place) => ({ place, number }))).sort((a, b) => a.place[0] - b.place[0]);
  /** Of each word, the last place so far. @type {Map<number, [number, number]>} */
  const last = new Map();
  /** @type {[number, number][]} */
  let best = [];
  let least = Infinity;
  for (const { place, number } of all) {
    last.set(number, place);
    if (last.size < each.length) continue;
    const marks = [...last.values()].sort((a, b) => a[0] - b[0]), length = place[1] - marks[0][0];
    if (length < least) [best, least] = [marks, length];
  }
  return best;
}
