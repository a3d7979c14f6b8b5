// @ts-check
/**
 * Zip archives, which Word and Excel files are: read, changed in part, and written again. What is not changed is passed
 * on as it was packed. Faults are Errors whose messages are keys of the page's words.
 *
 * @typedef {{name: string, method: number, sum: number, size: number, packed: Uint8Array<ArrayBuffer>}} Entry
 */

const END = 0x06054b50;
const LISTED = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const UTF8_NAME = 0x0800;
const ENCRYPTED = 0x0001;
/** 1 January 1980: the same file whenever it is made. */
const NO_DATE = 0x0021;
/** The most that is unpacked of one archive, in bytes; a form has far less. */
const LARGEST = 40_000_000;
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

  /** The text of a part. @param {string} name */
  async text(name) {
    const entry = this.entries.get(name);
    if (!entry) throw new Error("damaged");
    if (entry.size > this.room) throw new Error("too_large");
    this.room -= entry.size;
    const unpacked = entry.method === DEFLATED ? await inflated(entry) : entry.packed;
    if (unpacked.length !== entry.size || checksum(unpacked) !== entry.sum) throw new Error("damaged");
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(unpacked);
    } catch {
      throw new Error("damaged");
    }
  }

  /** Replace or add a part. @param {string} name @param {string} text */
  async put(name, text) {
    const unpacked = new TextEncoder().encode(text);
    const packed = await through(new CompressionStream("deflate-raw"), unpacked, Infinity);
    this.entries.set(name, { name, method: DEFLATED, sum: checksum(unpacked), size: unpacked.length, packed });
  }

  /** The whole archive. */
  bytes() {
    const parts = [];
    const list = [];
    let offset = 0;
    for (const entry of this.entries.values()) {
      const name = new TextEncoder().encode(entry.name);
      const shared = [20, UTF8_NAME, entry.method, 0, NO_DATE].map(two);
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
    const method = view.getUint16(at + 10, true);
    const length = view.getUint32(at + 20, true);
    const [named, extra, remark] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const local = view.getUint32(at + 42, true);
    const name = new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(at + 46, at + 46 + named));
    const known = method === STORED || method === DEFLATED;
    if (view.getUint32(at, true) !== LISTED || view.getUint32(local, true) !== LOCAL) throw new RangeError();
    if (flags & ENCRYPTED || !known || entries.has(name)) throw new RangeError();
    const begin = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    // Entries that share their bytes are how a small file claims to be a huge one.
    total += length;
    if (begin + length > bytes.length || total > bytes.length) throw new RangeError();
    entries.set(name, {
      name, method, sum: view.getUint32(at + 16, true), size: view.getUint32(at + 24, true),
      packed: bytes.subarray(begin, begin + length),
    });
    at += 46 + named + extra + remark;
  }
  return entries;
}

/** Where the record at the end begins: it is the last thing but a remark of up to 65,535 bytes. @param {DataView} view */
function endOf(view) {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - 0xffff; at -= 1) {
    if (view.getUint32(at, true) === END && view.getUint16(at + 20, true) === last - at) return at;
  }
  throw new RangeError();
}

/** @param {Entry} entry */
async function inflated(entry) {
  try {
    return await through(new DecompressionStream("deflate-raw"), entry.packed, entry.size);
  } catch {
    throw new Error("damaged");
  }
}

/** Pass bytes through a stream, and stop when more than the limit comes out. @param {GenericTransformStream} stream @param {Uint8Array<ArrayBuffer>} bytes @param {number} limit */
async function through(stream, bytes, limit) {
  const writer = stream.writable.getWriter();
  // What goes wrong here shows at the reading end.
  writer.write(bytes).catch(() => {});
  writer.close().catch(() => {});
  const reader = stream.readable.getReader();
  const parts = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(parts);
    parts.push(value);
    size += value.length;
    if (size > limit) {
      reader.cancel().catch(() => {});
      throw new RangeError();
    }
  }
}

/** @param {Uint8Array[]} parts */
function joined(parts) {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** @param {number} number */
const two = (number) => new Uint8Array([number, number >>> 8]);
/** @param {number} number */
const four = (number) => new Uint8Array([number, number >>> 8, number >>> 16, number >>> 24]);

const CRC = Uint32Array.from({ length: 256 }, (_, number) => {
  for (let bit = 0; bit < 8; bit += 1) number = number & 1 ? 0xedb88320 ^ (number >>> 1) : number >>> 1;
  return number;
});

/** CRC-32. @param {Uint8Array} bytes */
function checksum(bytes) {
  let sum = ~0;
  for (const byte of bytes) sum = CRC[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  return ~sum >>> 0;
}
