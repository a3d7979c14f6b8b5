// @ts-check
/**
 * How the names and terms of the index sound, and which of them sound like what was typed.
 * @typedef {import("./engine.js").Name} Name
 */
import { HAN, hasChinese } from "../shared/han.js";
import { initialsOf, pairsIn, Sounds, soundsLike } from "./sounds.js";

const EACH_CHINESE = new RegExp(`[${HAN}]`, "gu"), LONGEST_INITIALS = 8;
/** What is longer is a whole sentence, in which a name that only sounds alike tells nothing and takes long to look for. */
const MOST_SYLLABLES = 12;
/** What may be two syllables. */
const SOUNDED = /[a-z]{4,12}/g;

export class Spoken {
  constructor(sounds = new Sounds({})) {
    this.sounds = sounds;
    /** Pairs of characters by how they are read. @type {Map<string, string[]>} */
    this.pairs = new Map();
    /** Which names have two syllables beside each other. @type {Map<string, Set<number>>} */
    this.names = new Map();
  }

  /** Take in all names and terms of the index, instead of those before. @param {Name[]} names @param {Iterable<string>} terms */
  hear(names, terms) {
    this.names.clear();
    this.pairs.clear();
    if (!this.sounds.syllables.size) return; // Titles come before it is known how anything is read.
    names.forEach((name, number) => {
      name.sounds = this.sounds.ofName(name.text);
      for (const pair of pairsIn(name.sounds ?? [])) {
        const same = this.names.get(pair);
        if (same) same.add(number);
        else this.names.set(pair, new Set([number]));
      }
    });
    for (const term of terms) {
      if (term.length !== 2 || !hasChinese(term)) continue;
      for (const sound of this.sounds.ofPair(term)) {
        const same = this.pairs.get(sound);
        if (same) same.push(term);
        else this.pairs.set(sound, [term]);
      }
    }
  }

  /**
   * A question with what stands between Chinese characters as it sounds, spelled out: `baoxiao多久到账` → 报销多久到账.
   * @param {string} text @param {Map<string, Map<number, number>>} places of each term
   */
  spelledOut(text, places) {
    if (!hasChinese(text)) return text;
    return text.replace(SOUNDED, (letters) => {
      const [first, second, ...more] = (places.has(letters) ? null : this.sounds.cut(letters)?.flat()) ?? [];
      const same = second && !more.length ? this.pairs.get(`${first} ${second}`) ?? [] : [];
      return same.reduce((best, pair) => ((places.get(pair)?.size ?? 0) > (places.get(best)?.size ?? 0) ? pair : best), letters);
    });
  }

  /** The pairs of characters that are read like one. @param {string} pair @returns {string[]} */
  pairsLike(pair) {
    return this.sounds.ofPair(pair).flatMap((sound) => this.pairs.get(sound) ?? []);
  }

  /** The names that sound like what was typed, each with how well, up to 1. @param {string} text @param {Name[]} names @returns {[Name, number][]} */
  like(text, names) {
    const letters = text.replace(/[^a-z]/g, "");
    const latin = letters.length > 1 && /^[a-z\s'’-]+$/.test(text);
    const chinese = !/[\p{L}\p{N}]/u.test(text.replace(EACH_CHINESE, ""));
    const signs = chinese ? this.sounds.signsOf(text) : [], typed = latin ? this.sounds.cut(letters) : chinese ? this.sounds.ofSigns(signs) : null;
    const initials = latin && letters.length <= LONGEST_INITIALS;
    const spoken = typed && typed.length > 1 && typed.length <= MOST_SYLLABLES ? typed : null;
    if (!initials && !spoken) return [];
    // What sounds alike has two syllables in common; first letters may stand anywhere.
    const alike = initials ? names : [...new Set(pairsIn(spoken ?? []).flatMap((pair) => [...this.names.get(pair) ?? []]))].map((number) => names[number]);
    return alike.flatMap((name) => {
      if (!name.sounds) return [];
      const isSame = chinese ? (/** @type {number} */ inName, /** @type {number} */ inTyped) => name.text[inName] === signs[inTyped] : undefined;
      const fit = Math.max(spoken ? soundsLike(name.sounds, spoken, isSame) : 0, initials ? initialsOf(name.sounds, letters) : 0);
      return fit ? [/** @type {[Name, number]} */ ([name, fit])] : [];
    });
  }
}
