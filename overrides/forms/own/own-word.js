// @ts-check
/**
 * Word files of the company's own: content controls by tag or title, form fields by name, marks in the text.
 *
 * @typedef {import("./own.js").Answer} Answer
 * @typedef {import("./own.js").Answers} Answers
 */
import { parsedXml, writtenXml, XML_NAMESPACE } from "../../shared/xml.js";
import { Zip } from "../../shared/zip.js";
import { ancestorOf, childrenOf, contentOf, only, propertiesOf, val, W, W14 } from "../word-xml.js";
import { writtenDay } from "./days.js";
import { fieldsIn, fillField, longestOf } from "./legacy.js";
import { replaceMarks } from "./marks.js";
import { askedBy, bindingsOf, dayOf, isPlace } from "./own-controls.js";
import { putText, wordMade } from "./runs.js";

/** How a box looks where the file does not say it. */
const BOXES = { on: ["2612", "MS Gothic"], off: ["2610", "MS Gothic"] };

/** @param {Uint8Array<ArrayBuffer>} bytes @param {Record<string, any>} file @param {Answers} answers @returns {Promise<import("./own.js").Filled>} */
export async function fillWordFile(bytes, file, answers) {
  const zip = new Zip(bytes);
  /** @type {Set<string>} */
  const cut = new Set();
  for (const part of file.parts) {
    const parsed = parsedXml(await zip.text(part));
    if (fillPart(parsed.documentElement, answers, cut, file.bound ?? {})) await zip.put(part, writtenXml(parsed));
  }
  return { bytes: zip.bytes(), cut: [...cut] };
}

/**
 * @param {Element} root @param {Answers} answers @param {Set<string>} cut the names of places that take less than their answer
 * @param {Record<string, string>} bound the name of the place to which each binding belongs @returns {boolean} whether anything was changed
 */
function fillPart(root, answers, cut, bound) {
  let changed = false;
  // Marks first, so that nothing typed into a control is taken for one.
  for (const paragraph of [...root.getElementsByTagNameNS(W, "p")]) {
    const texts = [...paragraph.getElementsByTagNameNS(W, "t")].filter((text) => isOwn(text, paragraph));
    if (texts.length) changed = replaceMarks(texts, answers, writeText) || changed;
  }
  for (const control of [...root.getElementsByTagNameNS(W, "sdt")]) {
    const answer = answers.get(askedBy(control, bound));
    if (!answer || !fillControl(control, answer)) continue;
    changed = true;
    // Word would put what the other part says in place of the answer.
    for (const binding of bindingsOf(control)) binding.remove();
  }
  for (const { name, ...field } of fieldsIn(root)) {
    const answer = answers.get(name);
    if (answer) changed = fillField(field, answer) || changed;
    if (answer && answer.text.length > longestOf(field)) cut.add(name);
  }
  return changed;
}

/** Whether a text is of this paragraph, and not within a control that is filled in as a whole. @param {Element} text @param {Element} paragraph */
function isOwn(text, paragraph) {
  if (ancestorOf(text, "p") !== paragraph) return false;
  for (let at = ancestorOf(text, "sdt"); at; at = ancestorOf(at, "sdt")) if (isPlace(at)) return false;
  return true;
}

/** @param {Element} piece @param {string} text */
function writeText(piece, text) {
  const [first, ...lines] = text.split("\n");
  piece.textContent = first;
  piece.setAttributeNS(XML_NAMESPACE, "xml:space", "preserve");
  let last = piece;
  for (const line of lines) {
    const next = wordMade(piece, "t", {}, line);
    next.setAttributeNS(XML_NAMESPACE, "xml:space", "preserve");
    last.after(wordMade(piece, "br"), next);
    last = next;
  }
}

/** @param {Element} control @param {Answer} answer @returns {boolean} */
function fillControl(control, answer) {
  const properties = propertiesOf(control);
  const box = only(properties, W14, "checkbox");
  if (box) return tick(control, box, answer.ticked);
  if (!answer.filled) return false;
  const date = dayOf(control);
  const list = childrenOf(properties, "dropDownList")[0] ?? childrenOf(properties, "comboBox")[0];
  let text = answer.text;
  if (date && answer.moment) {
    date.setAttributeNS(W, `${date.prefix ?? "w"}:fullDate`, `${answer.moment}:00Z`);
    text = writtenDay(answer.moment, val(childrenOf(date, "dateFormat")[0]), val(childrenOf(date, "lid")[0])) || text;
  }
  if (list) list.setAttributeNS(W, `${list.prefix ?? "w"}:lastValue`, answer.value);
  const plain = childrenOf(properties, "text")[0];
  if (plain && text.includes("\n")) plain.setAttributeNS(W, `${plain.prefix ?? "w"}:multiLine`, "1");
  const prompt = childrenOf(properties, "showingPlcHdr")[0];
  const own = childrenOf(properties, "rPr")[0];
  const content = contentOf(control);
  const paragraph = content.getElementsByTagNameNS(W, "p")[0];
  const run = content.getElementsByTagNameNS(W, "r")[0];
  const looks = (own ?? (run && childrenOf(run, "rPr")[0]))?.cloneNode(true);
  if (looks instanceof Element && prompt && !own) for (const style of childrenOf(looks, "rStyle")) style.remove();
  prompt?.remove();
  const around = paragraph ?? content;
  for (const other of paragraph ? [...(paragraph.parentElement?.children ?? [])] : []) {
    if (other === paragraph || other.localName !== "p") continue;
    if (!other.getElementsByTagNameNS(W, "sectPr").length) other.remove();
    else for (const child of [...other.children]) if (!isKept(child)) child.remove(); // The page goes on otherwise behind it.
  }
  const made = wordMade(content, "r");
  if (looks instanceof Element) made.append(looks);
  putText(made, text);
  const gone = [...around.children].filter((child) => !isKept(child));
  around.insertBefore(made, gone[0] ?? null);
  for (const child of gone) child.remove();
  return true;
}

/** What stays when a text goes: how its paragraph looks, and what leads to it from elsewhere in the file. @param {Element} child */
function isKept(child) {
  return child.localName === "pPr" || /^(?:bookmark|commentRange|perm|move(?:From|To)Range)(?:Start|End)$/.test(child.localName)
    || child.getElementsByTagNameNS(W, "commentReference").length > 0;
}

/** @param {Element} control @param {Element} box @param {boolean} on @returns {boolean} */
function tick(control, box, on) {
  const state = only(box, W14, "checked");
  const was = state ? !["0", "false", "off"].includes(state.getAttributeNS(W14, "val") ?? "1") : false;
  if (was === on) return false;
  const prefix = box.prefix ?? "w14";
  if (state) state.setAttributeNS(W14, `${prefix}:val`, on ? "1" : "0");
  else {
    const made = box.ownerDocument.createElementNS(W14, `${prefix}:checked`);
    made.setAttributeNS(W14, `${prefix}:val`, on ? "1" : "0");
    box.prepend(made);
  }
  const look = only(box, W14, on ? "checkedState" : "uncheckedState");
  const [sign, font] = [look?.getAttributeNS(W14, "val"), look?.getAttributeNS(W14, "font")].map((given, place) => given || BOXES[on ? "on" : "off"][place]);
  const run = contentOf(control).getElementsByTagNameNS(W, "r")[0];
  if (!run) return true;
  let looks = childrenOf(run, "rPr")[0];
  if (!looks) run.prepend(looks = wordMade(run, "rPr"));
  let fonts = childrenOf(looks, "rFonts")[0];
  if (!fonts) {
    const style = childrenOf(looks, "rStyle")[0];
    fonts = wordMade(run, "rFonts");
    if (style) style.after(fonts);
    else looks.prepend(fonts);
  }
  for (const script of ["ascii", "hAnsi", "eastAsia", "cs"]) fonts.setAttributeNS(W, `${fonts.prefix ?? "w"}:${script}`, font);
  putText(run, String.fromCodePoint(Number.parseInt(sign, 16)));
  return true;
}
