// @ts-check
/**
 * The objects of a PDF. They are read from the first to the last, and of those under one number the last stands: so what any program
 * wrote behind a file counts, and a list of places that is wrong does no harm.
 *
 * @typedef {{[name: string]: Value}} Dictionary
 * @typedef {null | boolean | number | string | Words | Link | Value[] | Dictionary} Value Names are strings that begin with a slash.
 * @typedef {{value: Value, stream?: {begin: number, end: number}}} Thing `end`: where a stream ends that does not say how long it is.
 */
import { unfiltered } from "./filters.js";

/** The most that is unpacked of one file or read of its texts, in bytes, however often it leads there. */
const LARGEST = 12_000_000;
const DEEPEST = 100, MOST_FILTERS = 5;
const GAP = "[\\0\\t\\n\\f\\r ]";
/** What stands between two tokens. */
const BETWEEN = new RegExp(`${GAP}+|%[^\\r\\n]*`, "y");
const LINK = new RegExp(`(\\d{1,10})${GAP}{1,9}\\d{1,5}${GAP}{1,9}R(?![^\\0\\t\\n\\f\\r ()<>[\\]{}/%])`, "y");
const TOKEN = /<<|>>|[[\]{}()]|<[\dA-Fa-f\0\t\n\f\r ]*>|\/?[^\0\t\n\f\r ()<>[\]{}/%]+|\//y;
/** Where an object begins, or what a file says of itself. */
const HEAD = new RegExp(`(\\d{1,10})${GAP}{1,9}\\d{1,5}${GAP}{1,9}obj(?![a-z])|trailer(?![a-z])`, "g");
const STREAM = /stream(?:\r\n|\n|\r)/y;
const END_OF_STREAM = /[\r\n]{0,2}endstream/y;
/** @type {Record<string, string>} */
const ESCAPES = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** What leads to another object. */
export class Link {
  /** @param {number} to */
  constructor(to) {
    this.to = to;
  }
}

/** A string, a sign a byte. */
export class Words {
  /** @param {string} signs */
  constructor(signs) {
    this.signs = signs;
  }
}

/** @param {Value | undefined} value @returns {value is Dictionary} */
export function isDictionary(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Link) && !(value instanceof Words);
}

/** A file whose objects were found. */
export class PdfFile {
  /** @param {Uint8Array<ArrayBuffer>} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.room = LARGEST;
    /** @type {Map<number, Thing>} */
    this.things = new Map();
    /** What it says of itself, the last first. @type {Dictionary[]} */
    this.trailers = [];
  }

  /**
   * @param {Uint8Array<ArrayBuffer>} bytes @returns {Promise<PdfFile>}
   * @throws {Error} `pdf_encrypted`, `damaged`, `too_large`, `no_unpacking` where the browser cannot
   */
  static async read(bytes) {
    const file = new PdfFile(bytes);
    const order = file.walk();
    if (file.trailers.some(({ Encrypt }) => Encrypt)) throw new Error("pdf_encrypted");
    await file.open(order);
    return file;
  }

  /** Find the objects, and in which order they stand. @returns {Map<number, number>} the place of each by its number @throws {Error} `damaged` */
  walk() {
    const signs = signsOf(this.bytes);
    const order = new Map();
    const head = new RegExp(HEAD);
    let lost = 0;
    for (let found = head.exec(signs); found; found = head.exec(signs)) {
      const reader = new Reader(signs, head.lastIndex);
      const value = reader.valueOrNone();
      if (value === undefined) {
        lost += reader.at - head.lastIndex; // Each may reach to the end of the file.
        if (lost > signs.length) throw new Error("damaged");
        continue;
      }
      /** @type {Thing} */
      const thing = { value };
      reader.skip();
      if (isDictionary(value) && found[1] && reader.takes(STREAM)) {
        const begin = reader.at;
        const said = typeof value.Length === "number" ? begin + value.Length : -1;
        const end = said >= begin && new Reader(signs, said).takes(END_OF_STREAM) ? said : endOfStream(signs, begin);
        thing.stream = { begin, end };
        reader.at = end;
      }
      head.lastIndex = Math.max(head.lastIndex, reader.at);
      if (found[1]) {
        this.things.set(Number(found[1]), thing);
        order.set(Number(found[1]), found.index);
      }
      if (isDictionary(value) && value.Root && (!found[1] || value.Type === "/XRef")) this.trailers.unshift(value);
    }
    return order;
  }

  /** Take the objects out of the streams that hold several. @param {Map<number, number>} order where each object stands, which grows */
  async open(order) {
    const holders = [...this.things].filter(([, { value }]) => isDictionary(value) && value.Type === "/ObjStm");
    for (const [number, holder] of holders.sort(([one], [other]) => (order.get(one) ?? 0) - (order.get(other) ?? 0))) {
      const head = /** @type {Dictionary} */ (holder.value);
      const [count, first] = [this.at(head.N), this.at(head.First)];
      if (typeof count !== "number" || typeof first !== "number") throw new Error("damaged");
      const signs = signsOf(await this.unpacked(holder));
      const list = signs.slice(0, first).trim().split(/[\0\t\n\f\r ]+/).map(Number);
      const place = order.get(number) ?? 0;
      let taken = 0;
      for (let each = 0; each < Math.min(count, Math.floor(list.length / 2)); each += 1) {
        const held = list[each * 2], begin = first + list[each * 2 + 1];
        if ((order.get(held) ?? -1) > place) continue;
        const reader = new Reader(signs, begin);
        const value = reader.valueOrNone();
        taken += reader.at - begin;
        if (value === undefined || taken > signs.length) throw new Error("damaged"); // Or they lie in one another.
        this.things.set(held, { value });
        order.set(held, place);
      }
    }
  }

  /** What a value is, where it leads to another one. @param {Value | undefined} value @returns {Value} */
  at(value) {
    let there = value;
    for (let step = 0; there instanceof Link && step < DEEPEST; step += 1) there = this.things.get(there.to)?.value;
    return there === undefined || there instanceof Link ? null : there;
  }

  /** What a stream holds. @param {Thing} thing @returns {Promise<Uint8Array<ArrayBuffer>>} */
  async unpacked({ value, stream }) {
    if (!stream || !isDictionary(value)) throw new Error("damaged");
    const length = this.at(value.Length);
    const end = typeof length === "number" && stream.begin + length <= this.bytes.length ? stream.begin + length : stream.end;
    const packed = this.bytes.slice(stream.begin, end);
    this.spend(packed.length);
    const filters = this.all(value.Filter), how = this.all(value.DecodeParms);
    if (filters.length > MOST_FILTERS) throw new Error("damaged");
    return unfiltered(packed, filters.map((name, number) => ({ name: String(name), rows: this.rowsBy(how[number]) })), (made) => this.spend(made));
  }

  /** What there is of something of which there may be none, one, or several. @param {Value | undefined} value @returns {Value[]} */
  all(value) {
    const there = this.at(value);
    return Array.isArray(there) ? there.map((each) => this.at(each)) : there === null ? [] : [there];
  }

  /** @param {Value | undefined} parms @returns {import("./filters.js").Rows} */
  rowsBy(parms) {
    const number = (/** @type {string} */ name, /** @type {number} */ usual) => {
      const said = isDictionary(parms) ? this.at(parms[name]) : null;
      return typeof said === "number" ? said : usual;
    };
    return { predictor: number("Predictor", 1), colours: number("Colors", 1), bits: number("BitsPerComponent", 8), columns: number("Columns", 1), early: number("EarlyChange", 1) };
  }

  /** Count what was read. @param {number} bytes @returns {number} how much more may be @throws {Error} `too_large` */
  spend(bytes) {
    this.room -= bytes;
    if (this.room < 0) throw new Error("too_large");
    return this.room;
  }
}

/** Where a stream ends that does not say it rightly. @param {string} signs @param {number} begin */
function endOfStream(signs, begin) {
  const end = signs.indexOf("endstream", begin);
  if (end < 0) return signs.length;
  const line = signs.slice(end - 2, end) === "\r\n" ? 2 : /[\r\n]/.test(signs[end - 1]) ? 1 : 0;
  return Math.max(begin, end - line);
}

/** Reads values, one after the other. */
class Reader {
  /** @param {string} signs @param {number} at */
  constructor(signs, at) {
    this.signs = signs;
    this.at = at;
  }

  /** @param {RegExp} form that sticks to its place @returns {RegExpExecArray | null} */
  takes(form) {
    form.lastIndex = this.at;
    const found = form.exec(this.signs);
    if (found) this.at = form.lastIndex;
    return found;
  }

  skip() {
    while (this.takes(BETWEEN));
  }

  /** The next value; undefined where there is none, or none that is whole. @returns {Value | undefined} */
  valueOrNone() {
    try {
      return this.value(0);
    } catch {
      return undefined;
    }
  }

  /** @param {number} depth @returns {Value} @throws {RangeError} where there is no whole one */
  value(depth) {
    this.skip();
    const link = this.takes(LINK);
    if (link) return new Link(Number(link[1]));
    const [token] = this.takes(TOKEN) ?? [""];
    if (depth > DEEPEST) throw new RangeError();
    if (token === "(") return new Words(this.literal());
    if (token === "[") return [...this.until("]", depth)];
    if (token === "<<") return dictionaryOf([...this.until(">>", depth)]);
    if (token[0] === "<") return new Words(bytesIn(token));
    if (token[0] === "/") return token.replace(/#([\dA-Fa-f]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
    if (/^[-+]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(token)) return Number(token);
    if (token === "true" || token === "false") return token === "true";
    if (token === "null") return null;
    throw new RangeError();
  }

  /** @param {string} end @param {number} depth @returns {Generator<Value>} */
  *until(end, depth) {
    for (;;) {
      this.skip();
      if (this.signs.startsWith(end, this.at)) break;
      yield this.value(depth + 1);
    }
    this.at += end.length;
  }

  /** A string in brackets, which may hold brackets. */
  literal() {
    const parts = [];
    for (let depth = 1; depth > 0;) {
      const [part] = this.takes(/[^()\\\r]+|[()]|\\(?:[0-7]{1,3}|\r\n|[^])|\r\n?/y) ?? [];
      if (part === undefined) throw new RangeError();
      if (part === "(") depth += 1;
      if (part === ")") depth -= 1;
      if (depth > 0) parts.push(part[0] === "\\" ? escaped(part.slice(1)) : part[0] === "\r" ? "\n" : part);
    }
    return parts.join("");
  }
}

/** @param {string} code */
function escaped(code) {
  if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8) & 255);
  return /^[\r\n]/.test(code) ? "" : ESCAPES[code] ?? code;
}

/** @param {string} token in hexadecimal digits */
function bytesIn(token) {
  const digits = token.replace(/[^\dA-Fa-f]/g, "");
  return (digits.match(/..?/g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair.padEnd(2, "0"), 16))).join("");
}

/** @param {Value[]} parts names and values by turns @returns {Dictionary} */
function dictionaryOf(parts) {
  const made = Object.create(null);
  for (let place = 0; place + 1 < parts.length; place += 2) {
    const name = parts[place];
    if (typeof name !== "string") throw new RangeError();
    made[name.slice(1)] = parts[place + 1];
  }
  return made;
}

/** @param {Uint8Array} bytes @returns {string} a sign a byte */
export function signsOf(bytes) {
  const parts = [];
  for (let at = 0; at < bytes.length; at += 30_000) parts.push(String.fromCharCode(...bytes.subarray(at, at + 30_000)));
  return parts.join("");
}
