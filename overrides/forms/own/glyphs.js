// @ts-check
/**
 * The shapes of the signs that were typed, which a PDF takes along, so that every program shows them: of each font that has some of
 * them, just these. `macros/published/glyphs.py` publishes the fonts in parts, which are fetched once they are needed.
 *
 * @typedef {{font: string, code: number, width: number}} Glyph `font`: its name in the PDF; `width` in thousandths of its size.
 * @typedef {{signs: Map<string, [number, number]>, program: Uint8Array<ArrayBuffer>, used: string[]}} Font `signs`: number and width of each;
 *   those that were used, in the order of their new numbers, which begin with 1.
 */
import { fetchedBytes } from "../../shared/fetching.js";
import { fontOf } from "./sub-font.js";

const FIRST = "first";
const A_PART = 1_024;
const RARE = 0x20000;
const DESCRIPTION = "/Flags 4 /FontBBox [-1000 -400 3000 1200] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 733 /StemV 80";
/** A list in a PDF's table of signs holds no more. */
const A_LIST = 100;

export class Glyphs {
  constructor() {
    /** @type {Map<string, Font>} */
    this.fonts = new Map();
    /** Signs that no font has. @type {Set<string>} */
    this.missing = new Set();
  }

  /** With all parts that texts need. @param {string[]} texts @param {string[]} parts the names of those that there are @param {string} root */
  static async forTexts(texts, parts, root) {
    const glyphs = new Glyphs();
    const signs = [...new Set(texts.join(""))].filter((sign) => sign > "\u00ff");
    if (signs.length && parts.includes(FIRST)) await glyphs.load(FIRST, root);
    const others = new Set(signs.filter((sign) => !glyphs.find(sign)).map((sign) => partOf(Number(sign.codePointAt(0)))));
    await Promise.all([...others].filter((name) => parts.includes(name)).map((name) => glyphs.load(name, root)));
    return glyphs;
  }

  /** @param {string} name @param {string} root */
  async load(name, root) {
    const bytes = await inflated(await fetchedBytes(`${root}/fonts/${name}.bin`));
    const view = new DataView(bytes.buffer);
    for (let at = 0, number = 0; at < bytes.length; number += 1) {
      const [count, size] = [view.getUint32(at), view.getUint32(at + 4)];
      const signs = new Map();
      for (let each = at + 8; each < at + 8 + 8 * count; each += 8) {
        signs.set(String.fromCodePoint(view.getUint32(each)), [view.getUint16(each + 4), view.getUint16(each + 6)]);
      }
      at += 8 + 8 * count;
      this.fonts.set(`Han${name}${number || ""}`, { signs, program: bytes.slice(at, at + size), used: [] });
      at += size;
    }
  }

  /** @param {string} sign @returns {[string, Font] | undefined} */
  find(sign) {
    return [...this.fonts].find(([, font]) => font.signs.has(sign));
  }

  /** The shape of a sign, which is in the file from now on; null where no font has it. @param {string} sign @returns {Glyph | null} */
  of(sign) {
    const [name, font] = this.find(sign) ?? [];
    if (!name || !font) {
      this.missing.add(sign);
      return null;
    }
    const at = font.used.indexOf(sign);
    const code = at < 0 ? font.used.push(sign) : at + 1;
    return { font: name, code, width: font.signs.get(sign)?.[1] ?? 0 };
  }

  /** Write a font as objects of a PDF. @param {string} name @param {(written: string) => string} add adds an object and says what leads to it @returns {string} the font itself */
  written(name, add) {
    const { signs, program, used } = /** @type {Font} */ (this.fonts.get(name));
    const known = used.map((sign) => signs.get(sign) ?? [0, 0]);
    const file = fontOf(program, known.map(([number]) => number));
    const called = `/${tagOf(used)}+HandbookHan`;
    const stream = (/** @type {string} */ content, more = "") => add(`<< ${more}/Length ${content.length} >>\nstream\n${content}\nendstream`);
    const descriptor = add(`<< /Type /FontDescriptor /FontName ${called} ${DESCRIPTION} /FontFile2 ${stream(file, `/Length1 ${file.length} `)} >>`);
    const below = add(`<< /Type /Font /Subtype /CIDFontType2 /BaseFont ${called} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> `
      + `/FontDescriptor ${descriptor} /DW 1000 /W [1 [${known.map(([, width]) => width).join(" ")}]] /CIDToGIDMap /Identity >>`);
    return `<< /Type /Font /Subtype /Type0 /BaseFont ${called} /Encoding /Identity-H /DescendantFonts [${below}] /ToUnicode ${stream(tableOf(used))} >>`;
  }
}

/** The name of the part where a sign would be that the first has not. @param {number} place in Unicode */
const partOf = (place) => (place < RARE ? Math.floor(place / A_PART).toString(16) : "rare");

/** Six letters, as a part of a font is marked with. @param {string[]} used */
function tagOf(used) {
  let sum = 7;
  for (const sign of used) sum = (sum * 31 + Number(sign.codePointAt(0))) % 308_915_776;
  return [...Array(6).keys()].map((place) => String.fromCharCode(65 + Math.floor(sum / 26 ** place) % 26)).join("");
}

/** What a font's numbers stand for, so that texts can be found and copied. @param {string[]} used */
function tableOf(used) {
  const lines = used.map((sign, at) => `<${hex(at + 1)}> <${[...Array(sign.length).keys()].map((unit) => hex(sign.charCodeAt(unit))).join("")}>`);
  const lists = [...Array(Math.ceil(lines.length / A_LIST)).keys()].map((number) => lines.slice(number * A_LIST, (number + 1) * A_LIST));
  return ["/CIDInit /ProcSet findresource begin 12 dict begin begincmap", "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def", "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ...lists.map((list) => `${list.length} beginbfchar\n${list.join("\n")}\nendbfchar`), "endcmap CMapName currentdict /CMap defineresource pop end end"].join("\n");
}

/** @param {number} number */
const hex = (number) => number.toString(16).toUpperCase().padStart(4, "0");

/** @param {Uint8Array<ArrayBuffer>} packed @returns {Promise<Uint8Array<ArrayBuffer>>} @throws {Error} `no_unpacking` where the browser cannot */
async function inflated(packed) {
  if (!("DecompressionStream" in globalThis)) throw new Error("no_unpacking");
  return new Uint8Array(await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"))).arrayBuffer());
}
