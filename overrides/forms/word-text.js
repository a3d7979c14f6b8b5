// @ts-check
/** The words that a part of a Word text says, signs that are elements among them. */
import { XML_NAMESPACE } from "../shared/xml.js";
import { SYMBOLS } from "./symbols.js";
import { W } from "./word-xml.js";

const MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math";
/** What describes and is not read. */
const SILENT = new Set(["rPr", "pPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr", "sectPr", "instrText", "delText", "delInstrText", "rt"]);
/** @type {Record<string, string>} */
const SIGNS = { br: "\n", cr: "\n", tab: "\t", ptab: "\t", noBreakHyphen: "-", softHyphen: "\u00ad" };
const PICTURES = new Set(["drawing", "pict", "object"]);
/** Where fonts of symbols keep their signs. */
const PRIVATE = 0xf000;

/**
 * The text of an element; paragraphs and breaks are lines.
 * @param {Element} element @param {Set<"symbol" | "picture">} [lost] gets what the text cannot say
 */
export function wordsIn(element, lost = new Set()) {
  let text = "";
  const read = (/** @type {Element} */ within) => {
    for (const part of within.children) {
      const name = part.localName;
      if (part.namespaceURI === MATHS && name === "t") text += part.textContent;
      else if (part.namespaceURI !== W || !readSign(part, name)) {
        if (PICTURES.has(name) && !part.getElementsByTagNameNS(W, "txbxContent").length) lost.add("picture");
        if (!(part.namespaceURI === W && SILENT.has(name))) paragraphs(part, name);
      }
    }
  };
  const readSign = (/** @type {Element} */ part, /** @type {string} */ name) => {
    const kept = (/** @type {string | null} */ sign) => {
      if (sign === null) lost.add("symbol");
      return sign ?? "";
    };
    if (name === "t") text += plainIn(part).replace(/[\uf000-\uf0ff]/g, (sign) => kept(symbolAt(fontOf(part), sign.charCodeAt(0))));
    else if (name === "sym") {
      text += kept(symbolAt(part.getAttributeNS(W, "font") ?? "", Number.parseInt(part.getAttributeNS(W, "char") ?? "", 16)));
    } else if (Object.hasOwn(SIGNS, name) && part.parentElement?.localName === "r") text += SIGNS[name];
    else return false;
    return true;
  };
  const paragraphs = (/** @type {Element} */ part, /** @type {string} */ name) => {
    if (name !== "p" || part.namespaceURI !== W) return read(part);
    // One within another, such as in a frame, begins a line of its own.
    if (text && !text.endsWith("\n") && part.parentElement?.localName === "txbxContent") text += "\n";
    read(part);
    text += "\n";
  };
  read(element);
  return element.getElementsByTagNameNS(W, "p").length ? text.replace(/\n$/, "") : text;
}

/** Letters as Word shows them: line ends are blanks, and so are those at either end only where it was said. @param {Element} element of text */
function plainIn(element) {
  const text = (element.textContent ?? "").replace(/[\r\n]+/g, " ");
  return element.getAttributeNS(XML_NAMESPACE, "space") === "preserve" ? text : text.replace(/^ +| +$/g, "");
}

/** A symbol as a letter; null where only its font knows what it is. @param {string} font @param {number} number */
function symbolAt(font, number) {
  const signs = SYMBOLS[font.toLowerCase()];
  const known = signs?.[number >= PRIVATE ? number - PRIVATE : number];
  const isLetter = number > 0x1f && number < 0xffff && !(number >= 0xd800 && number < 0xf900);
  return known ?? (isLetter && !signs ? String.fromCharCode(number) : null);
}

/** The font of the run in which a text stands. @param {Element} text */
function fontOf(text) {
  const fonts = text.parentElement?.getElementsByTagNameNS(W, "rFonts")[0];
  return fonts?.getAttributeNS(W, "ascii") ?? fonts?.getAttributeNS(W, "hAnsi") ?? "";
}
