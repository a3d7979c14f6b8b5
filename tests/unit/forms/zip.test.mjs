/** Archives as other programs write them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script } from "../page.mjs";

const { Zip } = await script("shared/zip.js");
const { kindOfArchive, kindOfFile } = await script("forms/foreign.js");
const bytes = (text) => new TextEncoder().encode(text);

async function archive(parts) {
  const zip = new Zip(EMPTY);
  for (const [name, text] of Object.entries(parts)) await zip.put(name, text);
  return zip.bytes();
}
const EMPTY = new Uint8Array([0x50, 0x4b, 5, 6, ...Array(18).fill(0)]);

test("what was put in comes out again", async () => {
  const made = await archive({ "a.xml": "<a/>", "word/b.xml": "字".repeat(10_000) });
  const zip = new Zip(made);
  assert.equal(await zip.text("a.xml"), "<a/>");
  assert.equal(await zip.text("word/b.xml"), "字".repeat(10_000));
});

test("bytes behind the end, and parts named with backslashes, are no fault", async () => {
  const made = await archive({ "word\\a.xml": "<a/>" });
  for (const behind of [[0], Array(200).fill(0), Array(100_000).fill(0x50), [...bytes("\r\n--boundary--\r\n")], [0x50, 0x4b, 5, 6]]) {
    assert.equal(await new Zip(new Uint8Array([...made, ...behind])).text("word/a.xml"), "<a/>", String(behind.length));
  }
});

test("parts in UTF-16 and with a mark at their beginning are read", async () => {
  const plain = await archive({ "a.xml": "\ufeff<a>字</a>" });
  assert.equal(await new Zip(plain).text("a.xml"), "<a>字</a>");
});

test("an archive that was cut off, or says what is not so, is damaged", async () => {
  const made = await archive({ "a.xml": "<a>some text that is long enough</a>" });
  for (const length of [made.length - 1, made.length - 30, 60, 10]) assert.throws(() => new Zip(made.slice(0, length)), { message: "damaged" });
  for (const at of [35, 40, 45]) {
    const broken = made.slice();
    broken[at] ^= 0xff;
    await assert.rejects(async () => new Zip(broken).text("a.xml"), { message: "damaged" });
  }
  assert.throws(() => new Zip(bytes("hello")), { message: "not_a_form" });
});

test("an entry that the list names otherwise than it names itself, or by no letters, is damaged", async () => {
  const made = await archive({ "word/a.xml": "<a/>" });
  const [own, listed] = [made.indexOf(0x77), made.lastIndexOf(0x77)]; // the first letter of each name
  for (const changed of [[own], [listed], [own, listed]]) {
    const broken = made.slice();
    for (const at of changed) broken[at] = 0xf2;
    assert.throws(() => new Zip(broken), { message: "damaged" }, String(changed));
  }
});

test("parts whose names are no Unicode, as packed on a Chinese desktop, keep them", async () => {
  const made = await archive({ "a.xml": "<a/>", "media/ABCD.png": "one", "media/EFGH.png": "two" });
  const signs = Buffer.from(made).toString("latin1").replaceAll("ABCD", "\xcd\xbc\xc6\xac").replaceAll("EFGH", "\xcd\xbc\xd5\x5c");
  const given = Uint8Array.from(Buffer.from(signs, "latin1"));
  const view = new DataView(given.buffer);
  for (let at = 0; at + 4 < given.length; at += 1) {
    if (view.getUint32(at, true) === 0x04034b50) view.setUint16(at + 6, 0, true); // that the name is UTF-8
    if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 0, true);
  }
  const zip = new Zip(given);
  await zip.put("a.xml", "<b/>");
  const written = Buffer.from(zip.bytes()).toString("latin1");
  for (const name of ["media/\xcd\xbc\xc6\xac.png", "media/\xcd\xbc\xd5\x5c.png"]) assert.equal(written.split(name).length, 3, name);
  assert.equal(await new Zip(zip.bytes()).text("a.xml"), "<b/>");
});

test("a browser that cannot pack or unpack is named as one", async () => {
  const made = await archive({ "a.xml": "<a/>" });
  const { CompressionStream: packing, DecompressionStream: unpacking } = globalThis;
  try {
    for (const missing of [undefined, class { constructor() { throw new TypeError("Unsupported format"); } }]) {
      Object.assign(globalThis, { CompressionStream: missing, DecompressionStream: missing });
      await assert.rejects(new Zip(made).text("a.xml"), { message: "no_unpacking" });
      await assert.rejects(new Zip(made).put("b.xml", "<b/>"), { message: "no_packing" });
    }
  } finally {
    Object.assign(globalThis, { CompressionStream: packing, DecompressionStream: unpacking });
  }
});

test("a browser that knows gzip only packs and unpacks all the same", async () => {
  const { CompressionStream: packing, DecompressionStream: unpacking } = globalThis;
  const only = (stream) => class { constructor(kind) { if (kind === "deflate-raw") throw new TypeError("Unsupported format"); return new stream(kind); } };
  try {
    Object.assign(globalThis, { CompressionStream: only(packing), DecompressionStream: only(unpacking) });
    assert.equal(await new Zip(await archive({ "a.xml": "<a/>" })).text("a.xml"), "<a/>");
  } finally {
    Object.assign(globalThis, { CompressionStream: packing, DecompressionStream: unpacking });
  }
});

test("files of other kinds are known for what they are", () => {
  const compound = (name) => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(504).fill(0), ...Buffer.from(name, "utf16le")]);
  for (const [kind, file] of [["empty", new Uint8Array()], ["old", compound("WordDocument")], ["encrypted", compound("EncryptedPackage")], ["excel", compound("Workbook")], ["slides", compound("PowerPoint Document")],
    ["pdf", bytes("%PDF-1.7")], ["pdf", bytes("\n\n%PDF-1.4")], ["rtf", bytes("{\\rtf1")], ["picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47])], ["picture", new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
    ["xml", bytes('<?xml version="1.0"?><?mso-application progid="Word.Document"?>')], ["web", bytes("<html><body>")], ["web", bytes("MIME-Version: 1.0\r\n")], ["", bytes("hello")], ["", bytes("PK\u0003\u0004")]]) {
    assert.equal(kindOfFile(file), kind);
  }
  assert.equal(kindOfArchive(["mimetype", "META-INF/manifest.xml", "content.xml"]), "odt");
  assert.equal(kindOfArchive(["[Content_Types].xml", "xl/workbook.xml"]), "excel");
  assert.equal(kindOfArchive(["[Content_Types].xml", "word/document.xml"]), "");
});
