// @ts-check
/**
 * What a file is that is no Word form, by its first bytes and its parts, so that it is named for what it is.
 *
 * @typedef {"empty" | "old" | "encrypted" | "excel" | "slides" | "odt" | "pages" | "pdf" | "rtf" | "web" | "xml" | "picture" | ""} FileKind
 *   Blank where it is none of them.
 */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** @type {[FileKind, RegExp][]} */
const BEGINNINGS = [
  ["pdf", /^[^]{0,1000}%PDF-/], ["rtf", /^\s*\{\\rtf/], ["picture", /^(?:\x89PNG|\xff\xd8\xff|GIF8|BM|II\*\0|MM\0\*|RIFF[^]{4}WEBP|[^]{4}ftyp(?:hei|mif|avif))/],
  ["xml", /^(?:\xef\xbb\xbf)?\s*<\?xml[^]*(?:progid="Word\.Document"|<pkg:package|<w:wordDocument)/],
  ["web", /^(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html|<!--|MIME-Version:|From: )/i],
];
/** Names within compound files, which hold what Office made before 2007, and what it encrypts. @type {[FileKind, string][]} */
const STREAMS = [["encrypted", "EncryptedPackage"], ["old", "WordDocument"], ["excel", "Workbook"], ["slides", "PowerPoint Document"]];
/** Parts by which an archive is known. @type {[FileKind, RegExp][]} */
const PARTS = [["excel", /^xl\//], ["slides", /^ppt\//], ["pages", /^Index(?:\/Document\.iwa|\.zip)$/], ["odt", /^META-INF\/manifest\.xml$/]];

/** @param {Uint8Array} bytes @returns {FileKind} */
export function kindOfFile(bytes) {
  if (!bytes.length) return "empty";
  if (COMPOUND.every((byte, place) => bytes[place] === byte)) {
    const text = new TextDecoder("utf-16le").decode(bytes);
    return STREAMS.find(([, name]) => text.includes(name))?.[0] ?? "old";
  }
  const text = Array.from(bytes.subarray(0, 4_000), (byte) => String.fromCharCode(byte)).join("");
  return BEGINNINGS.find(([, beginning]) => beginning.test(text))?.[0] ?? "";
}

/** What an archive holds. @param {Iterable<string>} names of its parts @returns {FileKind} */
export function kindOfArchive(names) {
  const all = [...names];
  return PARTS.find(([, part]) => all.some((name) => part.test(name)))?.[0] ?? "";
}
