// @ts-check
/**
 * What the fields of a PDF say, by their whole names. What stands on a field holds for those below it, and a field that is shown in
 * several places has a part for each.
 *
 * @typedef {import("./objects.js").Dictionary} Dictionary
 * @typedef {import("./objects.js").Value} Value
 * @typedef {{text: string, on: boolean[], state?: string}} Answer `on`: of a box, whether it is ticked, as its value says and each of its places shows;
 *   `state`: of a box or of buttons, their value.
 */
import { cleaned } from "../answers.js";
import { isDictionary, Link, PdfFile, signsOf, Words } from "./objects.js";

const BUTTON = "/Btn";
const OFF = "/Off";
/** Fields and the places where they are shown; how far fields stand below one another; signs of a name. */
const MOST_FIELDS = 20_000, DEEPEST = 50, LONGEST_NAME = 5000;
/** What 24 to 31 and 128 to 160 stand for, where a text is not in Unicode. */
const SIGNS = "˘ˇˆ˙˝˛˚˜";
const MORE_SIGNS = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\ufffd€";
/** Which language a text is in may stand within it. */
const LANGUAGE = /\u001b[^\u001b]*\u001b/g;

/**
 * @param {Uint8Array<ArrayBuffer>} bytes @returns {Promise<Map<string, Answer>>} empty where it has no fields
 * @throws {Error} `damaged`, and what `PdfFile.read` throws
 */
export async function answersIn(bytes) {
  const file = await PdfFile.read(bytes);
  const root = file.trailers.map(({ Root }) => file.at(Root)).find(isDictionary);
  if (!root) throw new Error("damaged");
  const form = file.at(root.AcroForm);
  const roots = isDictionary(form) ? file.at(form.Fields) : null;
  const walk = new Walk(file);
  if (Array.isArray(roots)) for (const each of roots) await walk.follow(each, [], {});
  return walk.found;
}

/** Goes through the fields of a file. */
class Walk {
  /** @param {PdfFile} file */
  constructor(file) {
    this.file = file;
    /** @type {Map<string, Answer>} */
    this.found = new Map();
    this.steps = 0;
  }

  /** @param {Value} place @param {string[]} above the names so far @param {{FT?: Value, V?: Value}} given what holds from above @throws {Error} `damaged` where nothing is there, or fields go round in a circle */
  async follow(place, above, given) {
    const field = this.file.at(place), listed = isDictionary(field) ? this.file.at(field.Kids) : null;
    const below = Array.isArray(listed) ? listed : [];
    this.steps += 1 + below.length;
    if (!isDictionary(field) || this.steps > MOST_FIELDS || above.length > DEEPEST) throw new Error("damaged");
    const names = [...above, await this.words(field.T)].filter(Boolean), name = names.join(".");
    if (name.length > LONGEST_NAME) throw new Error("damaged");
    const held = { FT: field.FT ?? given.FT, V: field.V ?? given.V };
    const there = below.map((each) => this.file.at(each)).filter(isDictionary);
    const inner = below.filter((each) => "T" in /** @type {Dictionary} */ (Object(this.file.at(each))));
    for (const each of inner) await this.follow(each, names, held);
    if (inner.length || !name || !held.FT) return;
    const places = below.length ? there : [field];
    const value = this.file.at(held.V) === null ? places.find(({ V }) => V)?.V : held.V;
    this.found.set(name, await this.answer(this.file.at(held.FT), value, places));
  }

  /** @param {Value} kind @param {Value | undefined} value @param {Dictionary[]} places @returns {Promise<Answer>} */
  async answer(kind, value, places) {
    if (kind !== BUTTON) return { text: cleaned(await this.words(value)), on: [] };
    const states = [this.file.at(value), ...places.map(({ AS }) => this.file.at(AS))].filter((state) => typeof state === "string");
    const state = this.file.at(value);
    return { text: "", on: states.map((each) => each !== OFF), ...(typeof state === "string" ? { state } : {}) };
  }

  /** A text, which may also be a stream, or the first of several. @param {Value | undefined} value @returns {Promise<string>} */
  async words(value) {
    const there = this.file.at(value);
    if (Array.isArray(there)) return Array.isArray(this.file.at(there[0])) ? "" : this.words(there[0]);
    if (there instanceof Words) {
      this.file.spend(there.signs.length);
      return textOf(there.signs);
    }
    if (typeof there === "string") return there.slice(1);
    const thing = value instanceof Link ? this.file.things.get(value.to) : undefined;
    return thing?.stream ? textOf(signsOf(await this.file.unpacked(thing))) : "";
  }
}

/** A text as PDF keeps it: in Unicode where it says so, else in a code of PDF's own. @param {string} signs one a byte */
export function textOf(signs) {
  const bytes = Uint8Array.from(signs, (sign) => sign.charCodeAt(0));
  const decoded = (/** @type {string} */ encoding) => new TextDecoder(encoding).decode(bytes).replace(LANGUAGE, "");
  if (signs.startsWith("\xfe\xff")) return decoded("utf-16be");
  if (signs.startsWith("\xff\xfe")) return decoded("utf-16le");
  if (signs.startsWith("\xef\xbb\xbf")) return decoded("utf-8");
  return signs.replace(/[\x18-\x1f\x80-\xa0]/g, (sign) => SIGNS[sign.charCodeAt(0) - 24] ?? MORE_SIGNS[sign.charCodeAt(0) - 128]);
}
