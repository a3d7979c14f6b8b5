// @ts-check
/** Content controls of files of the company's own, told apart as `macros/reading/own/word.py` does it. */
import { ancestorOf, childrenOf, propertiesOf, val, W, W14, W15 } from "../word-xml.js";

const NO_ANSWER = ["docPartObj", "docPartList", "picture", "equation", "citation", "bibliography", "group"];
const LOCKED = ["contentLocked", "sdtContentLocked"];

/** Google Docs tags any piece of text so, for its own remarks. */
const GOOGLE = /^goog_rdk_\d+$/;

/** The name of a control: its tag, else its title. @param {Element} control */
export function nameOf(control) {
  const properties = propertiesOf(control);
  const tag = val(childrenOf(properties, "tag")[0]).replace(GOOGLE, "");
  return [tag, val(childrenOf(properties, "alias")[0])].find((name) => name.trim()) ?? "";
}

/** Whether a control that bears a name is a place for an answer, and not around others. @param {Element} control */
export function isPlace(control) {
  return Boolean(nameOf(control)) && takesAnswer(control);
}

/** @param {Element} control */
function takesAnswer(control) {
  const properties = propertiesOf(control);
  if (properties === control || control.getElementsByTagNameNS(W, "sdt").length) return false;
  if (control.getElementsByTagNameNS(W, "tbl").length || control.getElementsByTagNameNS(W, "tc").length > 1) return false;
  return ![...properties.children].some((child) => NO_ANSWER.includes(child.localName)
    || (child.namespaceURI === W15 && /^repeatingSection/.test(child.localName)));
}

/** Whether a place is not to be filled in. @param {Element} control */
export function isLeft(control) {
  const properties = propertiesOf(control);
  return LOCKED.includes(val(childrenOf(properties, "lock")[0])) || isWithinBound(control);
}

/** Whether a control stands in another one that is bound: Word makes its content anew from the other part. @param {Element} control */
function isWithinBound(control) {
  for (let above = ancestorOf(control, "sdt"); above; above = ancestorOf(above, "sdt")) if (bindingsOf(above).length) return true;
  return false;
}

/** What binds a control to another part of the file; one in two forms. @param {Element} control */
export function bindingsOf(control) {
  return childrenOf(propertiesOf(control), "dataBinding");
}

/**
 * The name of the place whose answer a control gets, a blank for one that gets none. Those that are bound to the same say the same, locked ones too.
 * @param {Element} control @param {Record<string, string>} bound the name of the place to which each binding belongs
 */
export function askedBy(control, bound) {
  if (!takesAnswer(control) || isRepeated(control) || isWithinBound(control)) return "";
  const [binding] = bindingsOf(control);
  const written = ["storeItemID", "prefixMappings", "xpath"].map((name) => binding?.getAttributeNS(W, name) ?? "").join("|");
  return bound[written] ?? (isLeft(control) ? "" : nameOf(control));
}

/** Whether a control stands in one of several rows of a section that repeats: one answer is none for all of them. @param {Element} control */
function isRepeated(control) {
  for (let item = ancestorOf(control, "sdt"); item; item = ancestorOf(item, "sdt")) {
    if (isItem(item) && [...(item.parentElement?.children ?? [])].filter(isItem).length > 1) return true;
  }
  return false;
}

/** @param {Element} control */
function isItem(control) {
  return [...propertiesOf(control).children].some((child) => child.namespaceURI === W15 && child.localName === "repeatingSectionItem");
}

/** What says that a control holds a day. @param {Element} control */
export function dayOf(control) {
  return childrenOf(propertiesOf(control), "date")[0];
}

/** @param {Element} control */
export function boxOf(control) {
  return [...propertiesOf(control).children].find((child) => child.namespaceURI === W14 && child.localName === "checkbox");
}
