// @ts-check
/**
 * PDFs of the company's own: answers are written behind the end of the file, all of which stays as it is (an incremental
 * update). What the fields are was read when the handbook was built, so that no PDF has to be read here.
 *
 * @typedef {import("./own.js").Answer} Answer
 * @typedef {import("./own.js").Answers} Answers
 * @typedef {{at: [number, number], written: string}} Kept An object of the file without its answer, a sign a byte.
 * @typedef {Kept & {rect: number[], on: string, state: string, fill: number[], line: number[], thick: number, turn: number}} Widget
 */
import { joined } from "../../shared/bytes.js";
import { Glyphs } from "./glyphs.js";
import { FONTS, pictureOf } from "./pdf-picture.js";

/** Behind the last one, a server or a messenger may have put something. */
const END = /startxref\s+(\d+)\s+%%EOF/g;

/**
 * @param {Uint8Array<ArrayBuffer>} bytes @param {Record<string, any>} file @param {Answers} answers @param {{parts: string[], root: string}} fonts those
 *   that there are of the parts of the font, and the way to the site's root @returns {Promise<import("./own.js").Filled>}
 */
export async function fillPdfFile(bytes, file, answers, { parts, root }) {
  const texts = [...answers.values()].filter(({ place }) => place.widget !== "tick").map(({ text }) => text);
  const update = new Update(bytes, file, await Glyphs.forTexts(texts, parts, root));
  /** @type {string[]} */
  const cut = [];
  for (const answer of answers.values()) {
    for (const where of answer.place.where) if (!fill(update, where, answer)) cut.push(answer.place.name);
  }
  update.layFonts();
  return { bytes: update.bytes(), cut, missing: [...update.glyphs.missing] };
}

/** @param {Update} update @param {Record<string, any>} where @param {Answer} answer @returns {boolean} whether all of it shows */
function fill(update, where, answer) {
  /** @type {Widget[]} */
  const widgets = where.widgets;
  const isButton = widgets.some(({ on }) => on);
  if (!answer.filled && !(isButton && where.ticked && answer.place.widget === "tick")) return true;
  const isOn = (/** @type {Widget} */ widget) => answer.filled && (answer.place.widget === "tick" || widget.on === answer.value);
  const state = widgets.find(isOn)?.state ?? "/Off";
  const value = `/V ${isButton ? state : textOf(answer.place.widget === "choice" ? answer.value : answer.text.replace(/\n/g, "\r"))}`;
  if (where.field) update.put(where.field, value);
  let shows = true;
  for (const widget of widgets) {
    const own = where.field ? "" : `${value} `;
    if (isButton) update.put(widget, `${own}/AS ${isOn(widget) ? widget.state : "/Off"}`);
    else {
      const picture = pictureOf(widget, where, answer.text, update.glyphs);
      shows &&= picture.shows;
      const fonts = picture.fonts.map((font) => `/${font} ${update.font(font)}`).join(" ");
      const head = `/Type /XObject /Subtype /Form /BBox [0 0 ${picture.size.join(" ")}]${picture.turned} /Resources << /Font << ${fonts} >> >> /Length ${picture.content.length}`;
      update.put(widget, `${own}/AP << /N ${update.add(`<< ${head} >>\nstream\n${picture.content}\nendstream`)} >>`);
    }
  }
  return shows && !(where.longest && answer.text.length > where.longest);
}

/** What is written behind a file. */
class Update {
  /** @param {Uint8Array<ArrayBuffer>} given @param {Record<string, any>} file @param {Glyphs} glyphs @throws {Error} `damaged` where its end is not one */
  constructor(given, file, glyphs) {
    this.given = given;
    this.glyphs = glyphs;
    this.file = file;
    this.next = file.size;
    /** @type {Map<number, {generation: number, written: string}>} */
    this.objects = new Map();
    /** @type {Record<string, string>} */
    this.fonts = {};
    const end = [...new TextDecoder("latin1").decode(given).matchAll(END)].pop();
    if (!end) throw new Error("damaged");
    this.before = Number(end[1]);
  }

  /** A new object. @param {string} written @returns {string} what leads to it */
  add(written) {
    this.objects.set(this.next, { generation: 0, written });
    this.next += 1;
    return `${this.next - 1} 0 R`;
  }

  /** An object of the file with something added. @param {Kept} kept @param {string} more */
  put(kept, more) {
    const [number, generation] = kept.at;
    this.objects.set(number, { generation, written: `${kept.written.replace(/>>\s*$/, "")} ${more} >>` });
  }

  /** What leads to a font; one with shapes of its own is written once it is known which. @param {string} name */
  font(name) {
    return this.fonts[name] ??= name in FONTS ? FONTS[name].reduce((below, written) => this.add(written.replace("§", below)), "") : this.add("");
  }

  layFonts() {
    for (const [name, to] of Object.entries(this.fonts)) {
      if (!(name in FONTS)) this.objects.set(Number.parseInt(to, 10), { generation: 0, written: this.glyphs.written(name, (written) => this.add(written)) });
    }
  }

  /** @returns {Uint8Array<ArrayBuffer>} */
  bytes() {
    if (!this.objects.size) return this.given;
    let at = this.given.length + 1;
    /** @type {[number, number, number][]} */
    const places = [];
    const parts = [this.given, bytesOf("\n")];
    const lay = (/** @type {number} */ number, /** @type {number} */ generation, /** @type {string} */ written) => {
      const part = bytesOf(`${number} ${generation} obj\n${written}\nendobj\n`);
      places.push([number, at, generation]);
      parts.push(part);
      at += part.length;
    };
    for (const [number, { generation, written }] of [...this.objects].sort(([one], [other]) => one - other)) lay(number, generation, written);
    const begin = at;
    const { root, info, id } = this.file;
    const links = `/Root ${root}${info ? ` /Info ${info}` : ""}${id ? ` /ID ${id}` : ""} /Prev ${this.before}`;
    if (signsOf(this.given.subarray(this.before, this.before + 4)) === "xref") {
      const lines = places.map(([number, place, generation]) => `${number} 1\n${padded(place, 10)} ${padded(generation, 5)} n \n`);
      parts.push(bytesOf(`xref\n${lines.join("")}trailer\n<< /Size ${this.next} ${links} >>\n`));
    } else {
      // A file whose list is a stream goes on with one.
      const own = this.next;
      const all = [...places, /** @type {[number, number, number]} */ ([own, begin, 0])];
      const index = all.map(([number]) => `${number} 1`).join(" ");
      const rows = all.map(([, place, generation]) => String.fromCharCode(1, place >>> 24 & 255, place >>> 16 & 255, place >>> 8 & 255, place & 255, generation >>> 8 & 255, generation & 255)).join("");
      const head = `/Type /XRef /Size ${own + 1} /W [1 4 2] /Index [${index}] ${links} /Length ${rows.length}`;
      parts.push(bytesOf(`${own} 0 obj\n<< ${head} >>\nstream\n${rows}\nendstream\nendobj\n`));
    }
    return joined([...parts, bytesOf(`startxref\n${begin}\n%%EOF\n`)]);
  }
}

/** @param {number} number @param {number} digits */
const padded = (number, digits) => String(number).padStart(digits, "0");

/** A text as PDF keeps those of any script. @param {string} text */
function textOf(text) {
  return `<FEFF${[...Array(text.length).keys()].map((at) => text.charCodeAt(at).toString(16).padStart(4, "0")).join("")}>`;
}

/** @param {string} signs one a byte */
function bytesOf(signs) {
  return Uint8Array.from(signs, (sign) => sign.charCodeAt(0));
}

/** @param {Uint8Array} bytes */
function signsOf(bytes) {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}
