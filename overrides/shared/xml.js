// @ts-check
/** XML parts of Word and Excel files. */
import { trustedMarkup } from "./trusted.js";

/** That of `xml:space` and `xml:lang`, which every document knows. */
export const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** @param {string} text @throws {Error} `damaged` where it is no XML, or declares what no Office file does: words that stand for more words */
export function parsedXml(text) {
  if (text.includes("<!DOCTYPE")) throw new Error("damaged");
  const parsed = new DOMParser().parseFromString(trustedMarkup(text), "application/xml");
  if (parsed.getElementsByTagName("parsererror").length) throw new Error("damaged");
  return parsed;
}

/** @param {XMLDocument} parsed */
export function writtenXml(parsed) {
  // Some browsers write the declaration, others do not.
  return DECLARATION + new XMLSerializer().serializeToString(parsed).replace(/^<\?xml[^>]*>\s*/, "");
}

/**
 * An element made beside another one: in its namespace, or in that of the prefix, which the document declares.
 * @param {Element} beside @param {string} name such as `w:r`, or `v` where there is no prefix
 * @param {Record<string, string>} attributes by name, with prefix where they have one @param {(Node | string)[]} content
 */
export function elementBeside(beside, name, attributes = {}, ...content) {
  const made = beside.ownerDocument.createElementNS(namespaceOf(beside, name) ?? beside.namespaceURI, name);
  for (const [attribute, value] of Object.entries(attributes)) {
    made.setAttributeNS(namespaceOf(beside, attribute), attribute, value);
  }
  made.append(...content);
  return made;
}

/** @param {Element} beside @param {string} name */
function namespaceOf(beside, name) {
  const [prefix, local] = name.split(":");
  if (local === undefined) return null;
  return prefix === "xml" ? XML_NAMESPACE : beside.lookupNamespaceURI(prefix);
}
