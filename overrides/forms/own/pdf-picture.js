// @ts-check
/**
 * How an answer looks in a field of a PDF: set smaller where it would not fit, in lines where the field has several.
 *
 * @typedef {{font: string, code: string}} Run `code`: its signs as the font numbers them, in hexadecimal digits.
 * @typedef {import("./glyphs.js").Glyphs} Glyphs
 */

const LATIN = "Latin";
const SONG = "Song";
/** The objects of each font that is not embedded, each leading to the one before it: every program has the first; the second stands for signs of which no shape is at hand. @type {Record<string, string[]>} */
export const FONTS = {
  [LATIN]: ["<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"],
  [SONG]: [
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor § /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 5 >> /W [1 95 500 814 939 500] >>",
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [§] >>",
  ],
};
/** How wide the signs from the blank to ~ are in Helvetica, in thousandths of their size. */
const WIDTHS = ("278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 "
  + "1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 "
  + "333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584").split(" ").map(Number);
const USUAL_LATIN = 611;
const WHOLE = 1000;
/** What is set by itself is no larger than this, and nothing is smaller than the least. */
const LARGEST = 12;
const LEAST = 6;
const LEADING = 1.2;
const PADDING = 2;

/** How what is drawn upright is turned into its place, by degrees. @type {Record<number, (width: number, height: number) => string>} */
const TURNS = {
  90: (width) => `0 1 -1 0 ${width} 0`,
  180: (width, height) => `-1 0 0 -1 ${width} ${height}`,
  270: (_, height) => `0 -1 1 0 0 ${height}`,
};

/**
 * @param {{rect: number[], fill: number[], line: number[], thick: number, turn: number}} widget @param {Record<string, any>} where @param {string} text @param {Glyphs} glyphs
 * @returns {{content: string, fonts: string[], size: [number, number], turned: string, shows: boolean}} `turned`: what is to be said of a place that
 *   stands turned on its page; `shows`: whether all of the text does
 */
export function pictureOf({ rect, fill, line, thick, turn }, { appearance, quadding, lines, comb }, text, glyphs) {
  const widthOf = (/** @type {string} */ words) => [...words].reduce((sum, sign) => sum + signOf(sign, glyphs).width, 0) / WHOLE;
  const across = Math.abs(rect[2] - rect[0]), up = Math.abs(rect[3] - rect[1]);
  const [width, height] = turn % 180 ? [up, across] : [across, up];
  const edge = (line.length ? thick : 0) + PADDING;
  const room = Math.max(1, width - 2 * edge);
  const given = Number(/(-?[\d.]+)\s+Tf/.exec(appearance)?.[1] ?? 0);
  const colour = appearance.replace(/\/\S+\s+-?[\d.]+\s+Tf/, "").trim() || "0 g";
  let size = given || Math.max(LEAST, Math.min(LARGEST, lines ? LARGEST : (height - 2 * PADDING) / LEADING));
  let set = [text];
  const fits = () => {
    set = lines ? text.split("\n").flatMap((each) => broken(each, room / size, widthOf)) : [text.replace(/\s*\n\s*/g, " ")];
    const high = set.length * size * LEADING <= height - (lines ? PADDING : 0) || (!lines && size <= height);
    return high && (comb > 0 || set.every((each) => widthOf(each) * size <= room));
  };
  while (!fits() && size > LEAST) size = Math.max(LEAST, size - 0.5);
  const shows = fits() && !(comb && [...text].length > comb);
  const used = new Set();
  const show = (/** @type {string} */ words, /** @type {number} */ x, /** @type {number} */ y) => [
    `1 0 0 1 ${round(x)} ${round(y)} Tm`,
    ...runsOf(words, glyphs).map((run) => {
      used.add(run.font);
      return `/${run.font} ${round(size)} Tf <${run.code}> Tj`;
    }),
  ];
  const drawn = comb
    ? [...set[0]].slice(0, comb).flatMap((sign, at) => show(sign, (at + 0.5) * width / comb - widthOf(sign) * size / 2, (height - size) / 2 + size * 0.18))
    : set.flatMap((words, number) => {
      const x = edge + (quadding === 1 ? (room - widthOf(words) * size) / 2 : quadding === 2 ? room - widthOf(words) * size : 0);
      return show(words, x, lines ? height - edge - size * (0.88 + number * LEADING) : (height - size) / 2 + size * 0.18);
    });
  const background = fill.length ? [`${colourOf(fill, false)} 0 0 ${round(width)} ${round(height)} re f`] : [];
  const border = line.length && thick ? [`${colourOf(line, true)} ${thick} w ${thick / 2} ${thick / 2} ${round(width - thick)} ${round(height - thick)} re S`] : [];
  const content = [...background, ...border, "/Tx BMC q", `1 1 ${round(width - 2)} ${round(height - 2)} re W n`, `BT ${colour}`, ...drawn, "ET Q EMC"].join("\n");
  return { content, fonts: [...used], size: [round(width), round(height)], turned: turn ? ` /Matrix [${TURNS[turn](round(across), round(up))}]` : "", shows };
}

/** @param {number} number */
const round = (number) => Math.round(number * 100) / 100;

/** @param {number[]} parts @param {boolean} ofLines */
function colourOf(parts, ofLines) {
  const operator = { 1: "g", 3: "rg", 4: "k" }[parts.length] ?? "g";
  return `${parts.join(" ")} ${ofLines ? operator.toUpperCase() : operator}`;
}

/** @param {string} sign */
function isLatin(sign) {
  return (sign >= " " && sign <= "~") || (sign >= "\u00a0" && sign <= "\u00ff");
}

/** How a sign is written, and how wide it is. @param {string} sign @param {Glyphs} glyphs @returns {Run & {width: number}} */
function signOf(sign, glyphs) {
  if (isLatin(sign)) return { font: LATIN, code: hex(sign.charCodeAt(0), 2), width: WIDTHS[sign.charCodeAt(0) - 32] ?? USUAL_LATIN };
  const shape = glyphs.of(sign);
  if (shape) return { font: shape.font, code: hex(shape.code, 4), width: shape.width };
  return { font: SONG, code: [...Array(sign.length).keys()].map((at) => hex(sign.charCodeAt(at), 4)).join(""), width: WHOLE };
}

/** @param {number} number @param {number} digits */
const hex = (number, digits) => number.toString(16).padStart(digits, "0");

/** A text in lines no wider than this, at the size of 1. @param {string} text @param {number} room @param {(words: string) => number} widthOf */
function broken(text, room, widthOf) {
  const lines = [""];
  for (const [piece] of text.matchAll(/[!-~\u00a1-\u00ff]+\s?|\s|[^]/gu)) {
    const last = lines[lines.length - 1];
    if (widthOf(last + piece.trimEnd()) <= room) lines[lines.length - 1] += piece;
    else if (widthOf(piece) <= room) lines.push(piece);
    else {
      // A word longer than a line is broken where it has to be.
      for (const sign of piece) {
        if (widthOf(lines[lines.length - 1] + sign) > room) lines.push("");
        lines[lines.length - 1] += sign;
      }
    }
  }
  return lines;
}

/** @param {string} words @param {Glyphs} glyphs @returns {Run[]} */
function runsOf(words, glyphs) {
  /** @type {Run[]} */
  const runs = [];
  for (const sign of words.replace(/[\t\n]/g, " ")) {
    const { font, code } = signOf(sign, glyphs);
    const last = runs[runs.length - 1];
    if (last?.font === font) last.code += code;
    else runs.push({ font, code });
  }
  return runs;
}
