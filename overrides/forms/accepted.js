// @ts-check
/**
 * A Word text as it reads once every change that is marked in it has been accepted: what was deleted or moved away is gone,
 * of things that stand twice for different programs one stays, of signs with their sound written above the signs.
 */
import { childrenOf, val, W } from "./word-xml.js";

const COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006";
/** Where a mark of deletion speaks of what it stands in, not of what stands in it. */
const MARKED = { trPr: "tr", tcPr: "tc" };
const DELETIONS = ["del", "moveFrom", "cellDel"];

/** Accept all changes in a text. @param {Element} root @returns {Element[]} the rows of tables that went */
export function acceptAll(root) {
  const all = (/** @type {string} */ namespace, /** @type {string} */ name) => [...root.getElementsByTagNameNS(namespace, name)];
  for (const double of all(COMPATIBILITY, "AlternateContent")) double.replaceWith(...(branchOf(double)?.childNodes ?? []));
  for (const ruby of all(W, "ruby")) ruby.replaceWith(...(childrenOf(ruby, "rubyBase")[0]?.childNodes ?? []));
  const rows = [];
  const marks = DELETIONS.flatMap((name) => all(W, name));
  for (const mark of marks) {
    const around = mark.parentElement;
    const whole = MARKED[/** @type {keyof typeof MARKED} */ (around?.localName ?? "")];
    const gone = whole ? around?.parentElement : mark;
    if (!around || around.localName === "rPr") continue; // It went with what it stood in; or it marks the end of a paragraph.
    if (whole === "tr" && gone) rows.push(gone);
    gone?.remove();
  }
  // Only now, so that it shows which paragraphs are empty.
  for (const mark of marks) {
    const properties = mark.parentElement?.parentElement;
    if (properties?.localName === "pPr" && properties.parentElement) joinWithNext(properties.parentElement);
  }
  for (const hidden of all(W, "vanish")) {
    const run = hidden.parentElement?.parentElement;
    if (run?.localName === "r" && isOn(hidden)) run.remove();
  }
  return rows;
}

/** Of what stands twice, for programs that know more and for those that know less, the first that Word knows and that says anything. @param {Element} double */
function branchOf(double) {
  const branches = [...double.children].filter((child) => child.localName === "Fallback" || (child.localName === "Choice" && isKnown(child)));
  const says = (/** @type {Element} */ branch) => branch.textContent?.trim() || branch.getElementsByTagNameNS(W, "sdt").length;
  return branches.find(says) ?? branches[0];
}

/** Whether all that a branch needs is Office's own. @param {Element} choice */
function isKnown(choice) {
  return (choice.getAttribute("Requires") ?? "").split(/\s+/).filter(Boolean).every((prefix) =>
    /^http:\/\/schemas\.(?:microsoft\.com\/office|openxmlformats\.org)\//.test(choice.lookupNamespaceURI(prefix) ?? ""));
}

/** A paragraph whose end was deleted goes on with the next one. @param {Element} paragraph */
function joinWithNext(paragraph) {
  const next = paragraph.nextElementSibling;
  const own = [...paragraph.children].filter((child) => child.localName !== "pPr");
  if (next?.localName === "p") {
    const properties = childrenOf(next, "pPr")[0];
    if (properties) properties.after(...own);
    else next.prepend(...own);
    paragraph.remove();
  } else if (!own.length && paragraph.parentElement?.localName !== "tc") paragraph.remove();
}

/** Whether a property that is there is not switched off. @param {Element} property */
function isOn(property) {
  return !["0", "false", "off"].includes(val(property));
}
