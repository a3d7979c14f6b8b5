// @ts-check
/** Streams of a PDF as older programs and scanners packed them: words that came before, by their number, and bytes that are repeated. */

const CLEAR = 256, END = 257, FIRST_WORD = 258;
const SHORTEST_CODE = 9, LONGEST_CODE = 12;
/** Up to this, so many bytes and one more follow; beyond it one follows that is repeated; this one itself ends the stream. */
const END_OF_RUNS = 128;

/**
 * What was packed by LZW.
 * @param {Uint8Array<ArrayBuffer>} packed @param {number} early by how many words codes grow longer before they have to @param {number} most bytes that
 *   may come out @returns {Uint8Array<ArrayBuffer>} @throws {Error} `too_large`, and `damaged` for a code that stands for nothing
 */
export function ofLzw(packed, early, most) {
  const made = new Output(most);
  /** Where each word stands in what came out, and how long it is: a word before, and the byte behind it. @type {[number, number][]} */
  let words = [];
  /** @type {[number, number] | null} */
  let before = null;
  let width = SHORTEST_CODE, held = 0, bits = 0;
  for (const byte of packed) {
    held = (held << 8) | byte;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = held >> bits;
    held &= (1 << bits) - 1;
    if (code === END) break;
    if (code === CLEAR) {
      [words, before, width] = [[], null, SHORTEST_CODE];
      continue;
    }
    if (before && FIRST_WORD + words.length < 1 << LONGEST_CODE) words.push([before[0], before[1] + 1]);
    /** @type {[number, number]} */
    const now = [made.length, code < CLEAR ? 1 : words[code - FIRST_WORD]?.[1] ?? 0];
    if (code < CLEAR) made.add(code);
    else if (now[1]) made.again(words[code - FIRST_WORD][0], now[1]);
    else throw new Error("damaged");
    before = now;
    if (FIRST_WORD + words.length + early >= 1 << width && width < LONGEST_CODE) width += 1;
  }
  return made.bytes();
}

/** What was packed by run lengths. @param {Uint8Array<ArrayBuffer>} packed @param {number} most bytes that may come out @throws {Error} `too_large` */
export function ofRunLengths(packed, most) {
  const made = new Output(most);
  for (let at = 0; at < packed.length && packed[at] !== END_OF_RUNS;) {
    const count = packed[at];
    if (count < END_OF_RUNS) for (const byte of packed.subarray(at + 1, at + 2 + count)) made.add(byte);
    else for (let each = 257 - count; each > 0 && at + 1 < packed.length; each -= 1) made.add(packed[at + 1]);
    at += count < END_OF_RUNS ? count + 2 : 2;
  }
  return made.bytes();
}

/** Bytes that come out one by one. */
class Output {
  /** @param {number} most */
  constructor(most) {
    this.most = most;
    this.length = 0;
    this.room = new Uint8Array(4_096);
  }

  /** @param {number} byte @throws {Error} `too_large` */
  add(byte) {
    if (this.length >= this.most) throw new Error("too_large");
    if (this.length === this.room.length) {
      const wider = new Uint8Array(2 * this.length);
      wider.set(this.room);
      this.room = wider;
    }
    this.room[this.length] = byte;
    this.length += 1;
  }

  /** What came out before, once more; it may reach into what this adds. @param {number} from @param {number} length */
  again(from, length) {
    for (let at = from; at < from + length; at += 1) this.add(this.room[at]);
  }

  bytes() {
    return this.room.slice(0, this.length);
  }
}
