// @ts-check
/**
 * Zip archives, which Word and Excel files are: read, changed in part, and written again. What is not changed is passed
 * on as it was packed. Faults are Errors whose messages are keys of the page's words.
 *
 * @typedef {{name: string, named: Uint8Array<ArrayBuffer>, flags: number, method: number, sum: number, size: number, packed: Uint8Array<ArrayBuffer>}} Entry
 *   `named`: its name as an archive writes it, which need not be in Unicode.
 */
import { checksum, four, joined, two } from "./bytes.js";
import { packed, unpacked } from "./deflate.js";

const END = 0x06054b50;
const LISTED = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const UTF8_NAME = 0x0800;
const ENCRYPTED = 0x0001;
/** 1 January 1980: the same file whenever it is made. */
const NO_DATE = 0x0021;
/** The most that is unpacked of one archive, in bytes; a form with all the rows that it may have takes a third. */
const LARGEST = 12_000_000;
const MOST_ENTRIES = 1_000;

/** An archive. */
export class Zip {
  /** @param {Uint8Array} bytes @throws {Error} `not_a_form` for what is no archive, `damaged` for a broken one */
  constructor(bytes) {
    this.entries = entriesOf(new Uint8Array(bytes));
    this.room = LARGEST;
  }

  /** @param {string} name */
  has(name) {
    return this.entries.has(name);
  }

  /**
   * The text of a part.
   * @param {string} name @throws {Error} `damaged`, `too_large`, `encrypted`, `no_unpacking` where the browser cannot unpack
   */
  async text(name) {
    const entry = this.entries.get(name);
    if (!entry) throw new Error("damaged");
    if (entry.flags & ENCRYPTED) throw new Error("encrypted");
    if (entry.size > this.room) throw new Error("too_large");
    this.room -= entry.size;
    if (entry.method !== DEFLATED && entry.method !== STORED) throw new Error("damaged");
    const bytes = entry.method === DEFLATED ? await unpacked(entry) : entry.packed;
    if (bytes.length !== entry.size || checksum(bytes) !== entry.sum) throw new Error("damaged");
    try {
      return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    } catch {
      throw new Error("damaged");
    }
  }

  /** Replace or add a part. @param {string} name @param {string} text @throws {Error} `no_packing` where the browser cannot pack */
  async put(name, text) {
    const bytes = new TextEncoder().encode(text);
    const entry = { name, named: new TextEncoder().encode(name), flags: UTF8_NAME, method: DEFLATED, sum: checksum(bytes), size: bytes.length };
    this.entries.set(name, { ...entry, packed: await packed(bytes) });
  }

  /** Take a part out. @param {string} name */
  remove(name) {
    this.entries.delete(name);
  }

  /** The whole archive. */
  bytes() {
    const parts = [];
    const list = [];
    let offset = 0;
    for (const entry of this.entries.values()) {
      const name = entry.named;
      const shared = [20, entry.flags & UTF8_NAME, entry.method, 0, NO_DATE].map(two);
      const sizes = [...[entry.sum, entry.packed.length, entry.size].map(four), two(name.length), two(0)];
      const head = joined([four(LOCAL), ...shared, ...sizes, name]);
      list.push(joined([four(LISTED), two(20), ...shared, ...sizes, two(0), two(0), two(0), four(0), four(offset), name]));
      parts.push(head, entry.packed);
      offset += head.length + entry.packed.length;
    }
    const directory = joined(list);
    const count = two(list.length);
    return joined([...parts, directory, four(END), two(0), two(0), count, count, four(directory.length), four(offset), two(0)]);
  }
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
function entriesOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0x504b) throw new Error("not_a_form");
  try {
    return listedIn(bytes, view);
  } catch {
    throw new Error("damaged"); // Also where an offset points beyond the end.
  }
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {DataView} view */
function listedIn(bytes, view) {
  /** @type {Map<string, Entry>} */
  const entries = new Map();
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) throw new RangeError();
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let number = 0; number < count; number += 1) {
    const flags = view.getUint16(at + 8, true);
    const length = view.getUint32(at + 20, true);
    const [named, extra, remark] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const local = view.getUint32(at + 42, true);
    const listed = bytes.subarray(at + 46, at + 46 + named);
    if (view.getUint32(at, true) !== LISTED || view.getUint32(local, true) !== LOCAL) throw new RangeError();
    // Where the list and the entry name it differently, one program would read another file than the next.
    const own = bytes.subarray(local + 30, local + 30 + view.getUint16(local + 26, true));
    if (own.length !== named || own.some((byte, place) => byte !== listed[place])) throw new RangeError();
    const unicode = unicodeIn(listed);
    if (unicode === null && flags & UTF8_NAME) throw new RangeError();
    // Tools that pack on a Chinese desktop write names as that does; each byte then stands for a sign.
    const name = (unicode ?? new TextDecoder("latin1").decode(listed)).replace(/\\/g, "/").replace(/^\//, "");
    if (entries.has(name)) throw new RangeError();
    const begin = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    // Entries that share their bytes are how a small file claims to be a huge one.
    total += length;
    if (begin + length > bytes.length || total > bytes.length) throw new RangeError();
    entries.set(name, {
      name, named: unicode === null ? listed : new TextEncoder().encode(name), flags: unicode === null ? flags : flags | UTF8_NAME,
      method: view.getUint16(at + 10, true), sum: view.getUint32(at + 16, true),
      size: view.getUint32(at + 24, true), packed: bytes.subarray(begin, begin + length),
    });
    at += 46 + named + extra + remark;
  }
  return entries;
}

/** @param {Uint8Array} bytes @returns {string | null} null where they are no Unicode */
function unicodeIn(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Where the record at the end begins: the last thing but a remark, and what a messenger or a disk may have put behind it.
 * @param {DataView} view
 */
function endOf(view) {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    const list = view.getUint32(at + 16, true);
    if (list + view.getUint32(at + 12, true) === at && view.getUint16(at + 20, true) <= last - at) return at;
  }
  throw new RangeError();
}

/** How a part writes its letters: in UTF-8, or as its first two bytes say. @param {Uint8Array} bytes */
function encodingOf(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
}
