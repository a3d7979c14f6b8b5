// @ts-check
/** A TrueType font with some of the shapes of another, renumbered from 1; 0 stays what stands for a missing one. */

const LONG = 1;
/** Of a shape that is put together of others (OpenType, `glyf`): what stands behind each part. */
const WORDS = 0x1, SCALED = 0x8, MORE = 0x20, TWO_SCALES = 0x40, FOUR_SCALES = 0x80;
const KEPT = ["cvt ", "fpgm", "prep"];

/** @param {Uint8Array<ArrayBuffer>} font @param {number[]} wanted the numbers of shapes @returns {string} the new one, a sign a byte */
export function fontOf(font, wanted) {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  /** @type {Map<string, Uint8Array<ArrayBuffer>>} */
  const tables = new Map();
  for (let number = 0; number < view.getUint16(4); number += 1) {
    const at = 12 + 16 * number;
    const begin = view.getUint32(at + 8);
    tables.set(String.fromCharCode(...font.subarray(at, at + 4)), font.slice(begin, begin + view.getUint32(at + 12)));
  }
  const of = (/** @type {string} */ name) => viewOf(tables.get(name) ?? new Uint8Array());
  const [head, hhea, maxp, hmtx, loca] = ["head", "hhea", "maxp", "hmtx", "loca"].map(of);
  const isLong = head.getInt16(50) === LONG;
  const edge = (/** @type {number} */ number) => (isLong ? loca.getUint32(4 * number) : 2 * loca.getUint16(2 * number));
  const numbers = [0, ...wanted];
  const glyf = tables.get("glyf") ?? new Uint8Array();
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const shapes = [];
  // Parts that shapes are put together of are added behind, while this goes on.
  for (let place = 0; place < numbers.length; place += 1) shapes.push(renumbered(glyf.slice(edge(numbers[place]), edge(numbers[place] + 1)), numbers));
  const full = hhea.getUint16(34);
  const places = new Uint8Array(4 * (shapes.length + 1));
  const metrics = new Uint8Array(4 * shapes.length);
  let end = 0;
  shapes.forEach((shape, place) => {
    end += shape.length + (-shape.length & 3);
    viewOf(places).setUint32(4 * (place + 1), end);
    const number = numbers[place];
    viewOf(metrics).setUint16(4 * place, hmtx.getUint16(4 * Math.min(number, full - 1)));
    viewOf(metrics).setInt16(4 * place + 2, number < full ? hmtx.getInt16(4 * number + 2) : hmtx.getInt16(4 * full + 2 * (number - full)));
  });
  const drawn = new Uint8Array(end);
  shapes.forEach((shape, place) => drawn.set(shape, viewOf(places).getUint32(4 * place)));
  head.setUint32(8, 0); // The sum over the whole, which nobody asks for.
  head.setInt16(50, LONG);
  hhea.setUint16(34, shapes.length);
  maxp.setUint16(4, shapes.length);
  const kept = new Map([...KEPT, "head", "hhea", "maxp"].flatMap((name) => (tables.has(name) ? [[name, /** @type {Uint8Array<ArrayBuffer>} */ (tables.get(name))]] : [])));
  return put(new Map([...kept, ["glyf", drawn], ["loca", places], ["hmtx", metrics]]));
}

/** A shape whose parts are called by their new numbers. @param {Uint8Array<ArrayBuffer>} shape @param {number[]} numbers */
function renumbered(shape, numbers) {
  const view = viewOf(shape);
  if (shape.length < 10 || view.getInt16(0) >= 0) return shape;
  for (let at = 10, flags = MORE; flags & MORE;) {
    flags = view.getUint16(at);
    const part = view.getUint16(at + 2);
    if (!numbers.includes(part)) numbers.push(part);
    view.setUint16(at + 2, numbers.indexOf(part));
    at += 4 + (flags & WORDS ? 4 : 2) + (flags & SCALED ? 2 : flags & TWO_SCALES ? 4 : flags & FOUR_SCALES ? 8 : 0);
  }
  return shape;
}

/** @param {Map<string, Uint8Array<ArrayBuffer>>} tables */
function put(tables) {
  const sorted = [...tables].sort(([one], [other]) => (one < other ? -1 : 1));
  const head = new Uint8Array(12 + 16 * sorted.length);
  const view = viewOf(head);
  const power = Math.floor(Math.log2(sorted.length));
  view.setUint32(0, 0x10000);
  [sorted.length, 16 << power, power, 16 * sorted.length - (16 << power)].forEach((number, place) => view.setUint16(4 + 2 * place, number));
  let at = head.length;
  let text = "";
  sorted.forEach(([name, table], place) => {
    const padded = new Uint8Array(table.length + (-table.length & 3));
    padded.set(table);
    const own = 12 + 16 * place;
    [...name].forEach((letter, number) => view.setUint8(own + number, letter.charCodeAt(0)));
    let sum = 0;
    for (let word = 0; word < padded.length; word += 4) sum = (sum + viewOf(padded).getUint32(word)) >>> 0;
    [sum, at, table.length].forEach((number, field) => view.setUint32(own + 4 + 4 * field, number));
    at += padded.length;
    text += signsOf(padded);
  });
  return signsOf(head) + text;
}

/** @param {Uint8Array} bytes */
const viewOf = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** @param {Uint8Array} bytes */
function signsOf(bytes) {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}
