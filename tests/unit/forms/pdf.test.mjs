/** PDFs made to keep a browser busy: each is refused, or read, at once. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync } from "node:zlib";
import { script } from "../page.mjs";

const { readPdf } = await script("forms/pdf/pdf-read.js");
const FORM = { id: "form", body: null, sections: [{ fields: [{ id: "a", family: "line" }] }] };
const MANY = 50_000, LONGEST = 5000; // Milliseconds, on a busy machine; each took minutes.

/** A file with some objects. @param {string} objects @param {string} fields */
function file(objects, fields = "[2 0 R]") {
  return `%PDF-1.7\n1 0 obj<</Type/Catalog/AcroForm<</Fields ${fields}>>>>endobj\n${objects}\ntrailer<</Root 1 0 R>>\n`;
}

function holder(count, first, signs) {
  const packed = deflateSync(Buffer.from(signs, "latin1")).toString("latin1");
  return `9 0 obj<</Type/ObjStm/N ${count}/First ${first}/Filter/FlateDecode/Length ${packed.length}>>stream\n${packed}\nendstream endobj`;
}

/** The same, as bytes that were foretold by the row before, in each way that PNG knows, or by the byte before, as in TIFF. */
function foretold(predictor, signs, columns = 7) {
  const [bytes, rows] = [Buffer.from(signs.padEnd(Math.ceil(signs.length / columns) * columns), "latin1"), []];
  for (let begin = 0; begin < bytes.length; begin += columns) {
    const at = (row, place) => (row < 0 || place < 0 ? 0 : bytes[row + place]);
    const kind = predictor === 15 ? (begin / columns) % 5 : predictor - 10;
    if (predictor > 2) rows.push(kind);
    for (let place = 0; place < columns; place += 1) {
      const [left, up, corner] = [at(begin, place - 1), at(begin - columns, place), at(begin - columns, place - 1)];
      const near = [left, up, corner].toSorted((one, other) => Math.abs(left + up - corner - one) - Math.abs(left + up - corner - other))[0];
      const guess = predictor === 2 ? left : [0, left, up, (left + up) >> 1, near][kind];
      rows.push((bytes[begin + place] - guess) & 255);
    }
  }
  const packed = deflateSync(Buffer.from(rows)).toString("latin1");
  return `9 0 obj<</Type/ObjStm/N 1/First 4/Filter[/FlateDecode]/DecodeParms[<</Predictor ${predictor}/Columns ${columns}>>]/Length ${packed.length}>>stream\n${packed}\nendstream endobj`;
}

function in85(bytes) {
  const digits = [];
  for (let at = 0; at < bytes.length; at += 4) {
    let number = [0, 1, 2, 3].reduce((sum, place) => sum * 256 + (bytes[at + place] ?? 0), 0), group = "";
    for (let place = 0; place < 5; place += 1) [group, number] = [String.fromCharCode(33 + (number % 85)) + group, Math.floor(number / 85)];
    digits.push(group.slice(0, Math.min(4, bytes.length - at) + 1));
  }
  return `${digits.join("").replace(/(.{60})/g, "$1\n")}~>`;
}

/** LZW as encoders of before 1996 write it; `early` is how many words sooner than needed codes grow longer. @param {string} text */
function lzw(text, early = 1) {
  const codes = [256];
  let words = new Map(), word = "";
  const codeOf = (each) => (each.length > 1 ? words.get(each) : each.charCodeAt(0));
  for (const sign of text) {
    if (!word || words.has(word + sign)) {
      word += sign;
      continue;
    }
    codes.push(codeOf(word));
    words.set(word + sign, 258 + words.size);
    if (words.size === 3800) {
      codes.push(256);
      words = new Map();
    }
    word = sign;
  }
  return written([...codes, codeOf(word), 257], early);
}

/** Codes as LZW writes them, each as long as the one who reads it expects. @param {number[]} codes */
function written(codes, early = 1) {
  let width = 9, known = 258, isFirst = true;
  const bits = codes.map((code) => {
    const made = code.toString(2).padStart(width, "0");
    if (code === 256) [width, known, isFirst] = [9, 258, true];
    else {
      known = isFirst ? known : Math.min(4096, known + 1);
      isFirst = false;
      if (known + early >= 1 << width && width < 12) width += 1;
    }
    return made;
  });
  return Buffer.from(bits.join("").match(/.{1,8}/g).map((byte) => Number.parseInt(byte.padEnd(8, "0"), 2)));
}

/** A field whose answer is a stream. @param {Buffer} packed @param {string} head */
function streamed(packed, head) {
  return file(`2 0 obj<</T(a)/FT/Tx/V 5 0 R>>endobj 5 0 obj<<${head}/Length ${packed.length}>>stream\n${packed.toString("latin1")}\nendstream endobj`);
}

async function madeOf(text) {
  try {
    return JSON.stringify((await readPdf(Uint8Array.from(Buffer.from(text, "latin1")), FORM)).values);
  } catch (error) {
    return error.name === "Error" ? error.message : `strange: ${error}`;
  }
}

const bomb = deflateSync(Buffer.alloc(50_000_000)).toString("latin1");
const inner = in85(deflateSync(Buffer.from("2 0 <</T(a)/FT/Tx/V(twice)>>")));
const twice = `9 0 obj<</Type/ObjStm/N 1/First 4/Filter[/ASCII85Decode/FlateDecode]/Length ${inner.length}>>stream\n${inner}\nendstream endobj`;
const varied = Array.from({ length: 3000 }, (_, each) => (each * 7919).toString(36)).join(" "), repeated = "a".repeat(700);
const OLDER = {
  LZWDecode: [lzw(varied), varied],
  "LZWDecode/DecodeParms<</EarlyChange 0>>": [lzw(varied, 0), varied],
  LZW: [lzw(repeated), repeated],
  RunLengthDecode: [Buffer.from("\x02abc\xfdx\x00y\x80zzz", "latin1"), "abcxxxxy"],
  "RunLengthDecode that ends in a run": [Buffer.from("\x05ab", "latin1"), "ab"],
};
const CASES = {
  "texts without an end": ["1 0 obj(".repeat(2 * MANY), "damaged"],
  "remarks without an end": ["1 0 obj%".repeat(5 * MANY), "damaged"],
  "a text without an end, within each the next": [`${"1 0 obj[(".repeat(MANY)}${")".repeat(MANY)}`, "damaged"],
  "a long number that is none": [file(`2 0 obj<</T(a)/FT/Tx/V ${"1".repeat(10 * MANY)}x>>endobj`), "damaged"],
  "deep arrays": [file(`2 0 obj<</T(a)/FT/Tx/V ${"[".repeat(10 * MANY)}>>endobj`), "damaged"],
  "an array that holds itself": [file("2 0 obj<</T(a)/FT/Tx/V 5 0 R>>endobj 5 0 obj[5 0 R]endobj"), '{"a":""}'],
  "what leads to itself": [file("2 0 obj<</T(a)/FT/Tx/V 5 0 R>>endobj 5 0 obj 6 0 R endobj 6 0 obj 5 0 R endobj"), '{"a":""}'],
  "a field with a long name below itself": [file(`2 0 obj<</T(${"a".repeat(MANY)})/FT/Tx/Kids[2 0 R]>>endobj`), "damaged"],
  "a field below itself": [file("2 0 obj<</T(a)/FT/Tx/Kids[2 0 R]>>endobj"), "damaged"],
  "a field that is there often, in many places": [
    file(`2 0 obj<</T(a)/FT/Tx/Kids 3 0 R>>endobj 3 0 obj[${"4 0 R ".repeat(MANY)}]endobj 4 0 obj<<>>endobj`, `[${"2 0 R ".repeat(MANY)}]`), "damaged"],
  "a long name that is there often": [file(`2 0 obj<</T(${"a".repeat(20 * MANY)})/FT/Tx>>endobj`, `[${"2 0 R ".repeat(10_000)}]`), "damaged"],
  "a long answer that is there often": [file(`2 0 obj<</T(a)/FT/Tx/V(${"a".repeat(20 * MANY)})>>endobj`, `[${"2 0 R ".repeat(10_000)}]`), "too_large"],
  "a field of many parts that is there often": [
    file(`2 0 obj<</T(a)/FT/Tx${Array.from({ length: MANY }, (_, each) => `/k${each} 1`).join("")}>>endobj`, `[${"2 0 R ".repeat(10_000)}]`), '{"a":""}'],
  "objects of a stream that lie in one another": [
    file(holder(1e9, 20 * MANY, `${"3 0 ".repeat(MANY).padEnd(20 * MANY)}[${"1 ".repeat(MANY)}]`)), "damaged"],
  "streams over the same bytes": [
    file(`8 0 obj 3000000 endobj\n${Array.from({ length: 2000 }, (_, each) => `${100 + each} 0 obj<</Type/ObjStm/N 0/First 0/Length 8 0 R>>stream\nx\nendstream endobj\n`).join("")}${" ".repeat(3_000_000)}`), "too_large"],
  "what grows when it is unpacked": [file(`2 0 obj<</T(a)/FT/Tx/V 5 0 R>>endobj 5 0 obj<</Filter/FlateDecode/Length ${bomb.length}>>stream\n${bomb}\nendstream endobj`), "too_large"],
  ...Object.fromEntries(Object.entries(OLDER).map(([name, [packed, text]]) => [`an answer packed by ${name}`, [streamed(packed, `/Filter/${name.split(" that")[0]}`), JSON.stringify({ a: text })]])),
  "an answer packed by LZW, written in digits": [streamed(Buffer.from(in85(lzw(varied))), "/Filter[/ASCII85Decode/LZWDecode]"), JSON.stringify({ a: varied })],
  "LZW with a code that stands for nothing": [streamed(Buffer.from([0x80, 0x7f, 0xff]), "/Filter/LZWDecode"), "damaged"],
  "LZW that grows when it is unpacked": [streamed(written([256, 97, ...Array.from({ length: 9000 }, (_, each) => Math.min(258 + each, 4095))]), "/Filter/LZWDecode"), "too_large"],
  "runs that grow when they are unpacked": [streamed(Buffer.from("\x81a".repeat(100_000), "latin1"), "/Filter/RunLengthDecode"), "too_large"],
  "many spaces": [file(`2 0 obj<</T(a)/FT/Tx/V(x${" ".repeat(10 * MANY)}\\n  y)>>endobj`), `{"a":"x y"}`],
  "names of what every object has": [file("2 0 obj<</T(a)/__proto__ 1/constructor[]/FT/Tx/V(x)>>endobj 3 0 obj<</T(__proto__)/FT/Tx/V(x)>>endobj", "[2 0 R 3 0 R]"), '{"a":"x"}'],
  "an object in a stream whose rows are longer than can be": [file(foretold(12, "2 0 <</T(a)/FT/Tx/V(x)>>").replace("Columns 7", "Columns 9000000")), "damaged"],
  "a stream that was packed twice": [file(twice), '{"a":"twice"}'],
  ...Object.fromEntries([2, 10, 11, 12, 13, 14, 15].map((predictor) => [`an object that was foretold in the way ${predictor}`,
    [file(foretold(predictor, "2 0 <</T(a)/FT/Tx/V(foretold by those before and above)/Q 0>>")), '{"a":"foretold by those before and above"}']])),
};

for (const [name, [text, made]] of Object.entries(CASES)) {
  test(`${name}: ${made}`, async () => {
    const begun = performance.now();
    assert.equal(await madeOf(text), made);
    assert.ok(performance.now() - begun < LONGEST);
  });
}
