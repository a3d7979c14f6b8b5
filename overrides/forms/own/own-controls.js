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
  return val(childrenOf(properties, "tag")[0]).replace(GOOGLE, "") || val(childrenOf(properties, "alias")[0]);
}

/** Whether a control is a place for an answer, and not around others. @param {Element} control */
export function isPlace(control) {
  const properties = propertiesOf(control);
  if (properties === control || !nameOf(control) || control.getElementsByTagNameNS(W, "sdt").length) return false;
  if (control.getElementsByTagNameNS(W, "tbl").length || control.getElementsByTagNameNS(W, "tc").length > 1) return false;
  return ![...properties.children].some((child) => NO_ANSWER.includes(child.localName)
    || (child.namespaceURI === W15 && /^repeatingSection/.test(child.localName)));
}

/** Whether a place is not to be filled in. @param {Element} control */
export function isLeft(control) {
  const properties = propertiesOf(control);
  return LOCKED.includes(val(childrenOf(properties, "lock")[0])) || childrenOf(properties, "dataBinding").length > 0;
}

/** Whether a control stands in one of several rows of a section that repeats: one answer is none for all of them. @param {Element} control */
export function isRepeated(control) {
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
