// @ts-check
/**
 * A Word file as a package of parts. Which part is which stands in its relationships and content types: programs name
 * them as they like, and Word on the web does.
 *
 * @typedef {{zip: Zip, main: string, properties: string | null}} WordPackage `main`: where the text stands; `properties`: those
 *   that users give.
 */
import { kindOfArchive, kindOfFile } from "./foreign.js";
import { parsedXml } from "../shared/xml.js";
import { Zip } from "../shared/zip.js";

const RELATIONSHIPS = "_rels/.rels";
const CONTENT_TYPES = "[Content_Types].xml";
/** The usual form of the standard, and the one that Word calls strict. */
const MAIN_RELATION = /\/officeDocument$/;
const PROPERTIES_RELATION = /\/custom-?properties$/i;
const MAIN_TYPE = /[./](?:wordprocessingml|ms-word)\.(?:document|template)\.(?:main|macroEnabled(?:Template)?\.main)\+xml$/;
const STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main";
const USUAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/**
 * @param {Uint8Array} bytes @returns {Promise<WordPackage>}
 * @throws {Error} `not_a_form` for a file of another kind, which is its cause; `damaged`, `encrypted`, `too_large`
 */
export async function wordPackage(bytes) {
  const kind = kindOfFile(bytes);
  if (kind) throw new Error("not_a_form", { cause: kind });
  const zip = new Zip(bytes);
  const names = new Map([...zip.entries.keys()].map((name) => [name.toLowerCase(), name]));
  const found = (/** @type {string | undefined} */ name) => names.get((name ?? "").toLowerCase()) ?? null;
  const relations = await elementsIn(zip, found(RELATIONSHIPS), "Relationship");
  const related = (/** @type {RegExp} */ type) => found(targetOf(relations.find((each) => type.test(each.getAttribute("Type") ?? ""))));
  const main = related(MAIN_RELATION) ?? found(await typedMain(zip, found(CONTENT_TYPES)));
  const other = kindOfArchive(names.values());
  if (!main || other) throw new Error("not_a_form", { cause: other });
  return { zip, main, properties: related(PROPERTIES_RELATION) ?? found("docProps/custom.xml") };
}

/** A part as XML, its namespace that of the usual form. @param {Zip} zip @param {string} name */
export async function partOf(zip, name) {
  return parsedXml((await zip.text(name)).replaceAll(STRICT, USUAL));
}

/** The part that its type tells to be the text. @param {Zip} zip @param {string | null} types */
async function typedMain(zip, types) {
  const overrides = await elementsIn(zip, types, "Override");
  return overrides.find((each) => MAIN_TYPE.test(each.getAttribute("ContentType") ?? ""))?.getAttribute("PartName")?.replace(/^\//, "")
    ?? "word/document.xml";
}

/** @param {Zip} zip @param {string | null} part @param {string} name */
async function elementsIn(zip, part, name) {
  return part ? [...parsedXml(await zip.text(part)).getElementsByTagNameNS("*", name)] : [];
}

/** Where a relationship of the package leads, as the name of a part. @param {Element | undefined} relation */
function targetOf(relation) {
  if (!relation || relation.getAttribute("TargetMode") === "External") return undefined;
  // No host is asked: the address only resolves what stands in the way, such as `./` and `%20`.
  try {
    return decodeURIComponent(new URL(relation.getAttribute("Target") ?? "", "package:///").pathname).replace(/^\//, "");
  } catch {
    return undefined;
  }
}
