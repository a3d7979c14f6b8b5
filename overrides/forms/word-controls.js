// @ts-check
/**
 * Content controls of a Word file, filled in: found by their tags, with what was typed in the place of their prompts.
 *
 * @typedef {import("./answers.js").Field} Field
 * @typedef {import("./answers.js").Values} Values
 * @typedef {(field: Field, values: Values) => string} Worded Says an answer in words of its own.
 */
import { momentOf } from "../shared/day.js";
import { hasChinese } from "../shared/han.js";
import { chosen, isFilled, shownText, TICKED_BOX, typedText } from "./answers.js";
import { elementBeside } from "../shared/xml.js";
import { betweenHyphens, held } from "./whole-days.js";
import { ancestorOf, childrenOf, contentOf, only, propertiesOf, propertyOf, val, W, W14, W15 } from "./word-xml.js";

/** Longer than this, a text may fill more than the page on which its row would else have to stay whole. */
const MANY_CHARACTERS = 800;
/** How high a row is at least, in twentieths of a point. */
const LEAST_ROW = 340;
/** Paragraphs that keep their style when something is typed. */
const LETTER_STYLE = /^Letter/;

/** @param {Map<string, Element[]>} controls @param {Field} field @param {string} tag @param {Values} values @param {Worded} [worded] */
export function fillField(controls, field, tag, values, worded) {
  if (!isFilled(field, values)) return;
  const value = values[field.id];
  if (field.family === "choices" && !worded) {
    for (const option of chosen(field, value)) tick(controls.get(`${tag}.${option.id}`)?.[0]);
    return;
  }
  const control = controls.get(tag)?.[0];
  if (!control) return;
  if (field.family === "tick") tick(control);
  else write(control, field, value, worded?.(field, values));
}

/** One repeated row for each row of values. @param {Element | undefined} section @param {Field} field @param {Values[]} rows @param {{last: number}} count @param {Worded} [worded] */
export function fillRows(section, field, rows, count, worded) {
  const laid = section ? itemsOf(section) : [];
  if (!section || !laid.length || !rows.length) return;
  const pattern = laid[laid.length - 1].cloneNode(true);
  for (const surplus of laid.slice(rows.length)) surplus.remove();
  rows.forEach((row, number) => {
    const item = laid[number] ?? /** @type {Element} */ (pattern.cloneNode(true));
    if (!laid[number]) {
      for (const id of item.getElementsByTagNameNS(W, "id")) id.setAttributeNS(W, "w:val", String((count.last += 1)));
      contentOf(section).append(item);
    }
    const controls = controlsIn(item);
    for (const column of field.columns ?? []) fillField(controls, column, `${field.id}.${column.id}`, row, worded);
  });
}

/** Put an answer into a control. @param {Element} control @param {Field} field @param {any} value @param {string} [words] that say it, where they are not as typed */
export function write(control, field, value, words) {
  if (field.family === "choice") return choose(control, chosen(field, value)[0].id, words);
  const typed = typedText(field, value);
  const date = only(propertiesOf(control), W, "date");
  const moment = date && momentOf(typed);
  if (moment) date.setAttributeNS(W, "w:fullDate", `${moment}:00Z`);
  const text = words ?? shownText(field, value);
  if (text.includes("\n")) only(propertiesOf(control), W, "text")?.setAttributeNS(W, "w:multiLine", "1");
  show(control, text);
  if (text.length > MANY_CHARACTERS) freeRowAround(control);
  if (field.family === "block") closeRowAround(control);
}

/** @param {Element} control @param {string} option @param {string} [words] that say it */
function choose(control, option, words) {
  const list = only(propertiesOf(control), W, "dropDownList");
  const item = listItemsOf(control).find((each) => each.getAttributeNS(W, "value") === option);
  if (!list || !item) return;
  list.setAttributeNS(W, "w:lastValue", option);
  show(control, words ?? item.getAttributeNS(W, "displayText") ?? "");
}

/** @param {Element | undefined} control */
export function tick(control) {
  const state = control && only(propertiesOf(control), W14, "checked");
  const shown = control?.getElementsByTagNameNS(W, "t")[0];
  if (!state || !shown) return;
  state.setAttributeNS(W14, "w14:val", "1");
  shown.textContent = TICKED_BOX;
}

/** Put a text in the place of the prompt, which Word shows again when the control is cleared. @param {Element} control @param {string} text */
function show(control, text) {
  only(propertiesOf(control), W, "showingPlcHdr")?.remove();
  const content = contentOf(control);
  const paragraph = childrenOf(content, "p")[0];
  const around = paragraph ?? ancestorOf(control, "p");
  // LibreOffice shows what is typed in the style of the paragraph, which is that of prompts.
  const style = around && only(around, W, "pStyle");
  if (style && !LETTER_STYLE.test(val(style))) style.setAttributeNS(W, "w:val", "Normal");
  const typed = val(propertyOf(control, "rStyle")) || "FormTyped";
  if (!paragraph) return content.replaceChildren(runOf(content, text, typed));
  for (const child of [...paragraph.children]) if (child.localName !== "pPr") child.remove();
  content.replaceChildren(...text.split("\n").map((line) => {
    const copy = /** @type {Element} */ (paragraph.cloneNode(true));
    copy.append(runOf(content, line, typed));
    return copy;
  }));
}

/** A run of words that nobody typed. @param {Element} beside @param {string} text */
export function textRun(beside, text) {
  return runOf(beside, text, "");
}

/** A run of what a reader typed. @param {Element} beside @param {string} text @param {string} style of its letters */
function runOf(beside, text, style) {
  const run = elementBeside(beside, "w:r", {}, elementBeside(beside, "w:rPr", {},
    ...(style ? [elementBeside(beside, "w:rStyle", { "w:val": style })] : []),
    // Else Word shows marks that both scripts have, such as “ ” and …, as Latin ones.
    ...(hasChinese(text) ? [elementBeside(beside, "w:rFonts", { "w:hint": "eastAsia" })] : [])));
  text.split("\n").forEach((line, number) => {
    if (number) run.append(elementBeside(beside, "w:br"));
    line.split("\t").forEach((words, place) => {
      if (place) run.append(elementBeside(beside, "w:tab"));
      betweenHyphens(held(words)).forEach((part, piece) => {
        if (piece) run.append(elementBeside(beside, "w:noBreakHyphen"));
        if (part) run.append(elementBeside(beside, "w:t", { "xml:space": "preserve" }, part));
      });
    });
  });
  return run;
}

/** Let the row in which a control stands go on on the next page. @param {Element} control */
function freeRowAround(control) {
  const row = ancestorOf(control, "tr");
  if (row) for (const whole of [...row.getElementsByTagNameNS(W, "cantSplit")]) whole.remove();
}

/** Take the room to write several lines from the row of a control: what was typed makes its own. @param {Element} control */
function closeRowAround(control) {
  const row = ancestorOf(control, "tr");
  for (const height of row?.getElementsByTagNameNS(W, "trHeight") ?? []) {
    height.setAttributeNS(W, "w:val", String(Math.min(LEAST_ROW, Number(val(height)))));
  }
}

/** @param {Element} within @returns {Map<string, Element[]>} */
export function controlsIn(within) {
  /** @type {Map<string, Element[]>} */
  const found = new Map();
  for (const control of within.getElementsByTagNameNS(W, "sdt")) {
    const name = val(propertyOf(control, "tag"));
    if (name) found.set(name, [...(found.get(name) ?? []), control]);
  }
  return found;
}

/** The rows of a repeating section. @param {Element} section */
function itemsOf(section) {
  return childrenOf(contentOf(section), "sdt").filter((item) => propertyOf(item, "repeatingSectionItem", W15));
}

/** @param {Element} control */
function listItemsOf(control) {
  return [...propertiesOf(control).getElementsByTagNameNS(W, "listItem")];
}
