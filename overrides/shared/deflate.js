// @ts-check
/**
 * What a zip archive packs its parts with, through the browser's own streams. They are asked for gzip, which is the same
 * between a head and a tail, because more browsers know it than know what zip has without them.
 */
import { four, joined } from "./bytes.js";

/** gzip, deflated, no name, no time, any system. */
const HEAD = new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const TAIL_BYTES = 8;

/**
 * @param {{packed: Uint8Array<ArrayBuffer>, sum: number, size: number}} entry
 * @throws {Error} `no_unpacking` where the browser cannot, `damaged` for what does not give what was said of it
 */
export async function unpacked({ packed, sum, size }) {
  const stream = streamOf("DecompressionStream", "no_unpacking");
  try {
    return await through(stream, joined([HEAD, packed, four(sum), four(size)]), size);
  } catch {
    throw new Error("damaged");
  }
}

/**
 * What a PDF packs: as in an archive, between a head and a tail of its own.
 * @param {Uint8Array<ArrayBuffer>} bytes @param {number} most that may come out
 * @throws {Error} `no_unpacking` where the browser cannot, `too_large`, `damaged`
 */
export async function inflated(bytes, most) {
  const stream = streamOf("DecompressionStream", "no_unpacking", "deflate");
  try {
    return await through(stream, bytes, most);
  } catch (error) {
    throw new Error(error instanceof RangeError ? "too_large" : "damaged");
  }
}

/** @param {Uint8Array<ArrayBuffer>} bytes @throws {Error} `no_packing` where the browser cannot */
export async function packed(bytes) {
  const made = await through(streamOf("CompressionStream", "no_packing"), bytes, Infinity);
  if (made[3] !== 0) throw new Error("no_packing"); // A longer head, as no browser is known to write it.
  return made.subarray(HEAD.length, made.length - TAIL_BYTES);
}

/** @param {"CompressionStream" | "DecompressionStream"} name @param {string} fault @param {"gzip" | "deflate"} [format] @returns {GenericTransformStream} */
function streamOf(name, fault, format = "gzip") {
  try {
    return new globalThis[name](format);
  } catch {
    throw new Error(fault);
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
