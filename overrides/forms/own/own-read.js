// @ts-check
/**
 * What a filled file of the company's own says: content controls and form fields in Word, named cells in Excel, fields in PDF. Marks are gone
 * once they are filled in, and nothing is guessed.
 *
 * @typedef {import("../answers.js").Field} Field
 * @typedef {import("../answers.js").Value} Value
 * @typedef {import("../answers.js").Values} Values
 * @typedef {import("./own.js").OwnPlace} OwnPlace
 * @typedef {{text: string, ticked?: boolean, moment?: string, why?: "tick" | "twice" | "error"}} Said `why`: why it can't be read
 */
import { momentOf } from "../../shared/day.js";
import { acceptAll } from "../accepted.js";
import { chosen, cleaned, fieldsOf, isDay } from "../answers.js";
import { dateRead } from "../dates.js";
import { partOf, wordPackage } from "../package.js";
import { answersIn } from "../pdf/fields.js";
import { childrenOf, contentOf, only, propertyOf, val, W, W14 } from "../word-xml.js";
import { wordsIn } from "../word-text.js";
import { saidByCells } from "./cells-read.js";
import { writtenDay } from "./days.js";
import { chosenIn, fieldsIn } from "./legacy.js";
import { boxOf, dayOf, isLeft, isPlace, nameOf } from "./own-controls.js";

/**
 * @param {Uint8Array<ArrayBuffer>} bytes @param {import("../answers.js").Form & {own: import("./own.js").OwnFile}} form
 * @returns {Promise<import("../word-read.js").WordRead>}
 * @throws {Error} `not_back` where answers cannot be told from the rest of the file, `other_form` where hardly a place of the form is
 *   there, and what `wordPackage` throws
 */
export async function readOwn(bytes, form) {
  if (!form.own.back) throw new Error("not_back");
  const found = await SAID_BY[form.own.format](bytes, form.own);
  const asked = fieldsOf(form).filter(({ id }) => form.own.places[id].where.some(({ marked }) => !marked));
  const fields = asked.filter(({ id }) => found.has(form.own.places[id].name));
  if (!fields.length) throw new Error(form.own.format === "pdf" ? "pdf_other" : "other_form");
  /** @type {Values} */
  const values = {};
  /** @type {import("../word-read.js").Unread[]} */
  const unread = [];
  for (const field of asked) {
    if (!fields.includes(field)) {
      unread.push({ field: field.id, why: "missing", text: "" });
      continue;
    }
    const place = form.own.places[field.id];
    const { text, ticked, moment, why } = found.get(place.name) ?? { text: "" };
    if (why) unread.push({ field: field.id, why, text });
    else if (field.family === "tick") values[field.id] = ticked ?? /^[☑☒✓✔]$/.test(text);
    else if (!text) values[field.id] = field.family === "choices" ? [] : "";
    else if (field.family === "choice") {
      const option = chosen(field, Object.keys(place.answers))
        .find(({ id, label }) => [place.answers[id].shown, place.answers[id].value, label.zh, label.en].includes(text));
      if (option) values[field.id] = option.id;
      else unread.push({ field: field.id, why: "choice", text });
    } else if (isDay(field)) {
      const read = moment && moment.length === (field.family === "date" ? 10 : 16) ? { value: moment } : dateRead(text, /** @type {any} */ (field.family), form.zone);
      if (read.value === undefined) unread.push({ field: field.id, why: read.fault ?? "choice", text });
      else values[field.id] = read.value;
    } else if (field.family !== "choices") values[field.id] = text;
  }
  return { template: form.id, values, ...(unread.length ? { unread } : {}) };
}

/** @type {Record<string, (bytes: Uint8Array<ArrayBuffer>, own: import("./own.js").OwnFile) => Promise<Map<string, Said>>>} */
const SAID_BY = { docx: saidByWord, xlsx: saidByCells, pdf: saidByPdf };

/** @param {Uint8Array<ArrayBuffer>} bytes @param {import("./own.js").OwnFile} own @returns {Promise<Map<string, Said>>} @throws {Error} what `answersIn` throws, and `pdf` where there are no fields */
async function saidByPdf(bytes, own) {
  const answers = await answersIn(bytes);
  if (!answers.size) throw new Error("pdf");
  /** @type {Map<string, Said>} */
  const found = new Map();
  for (const place of Object.values(own.places)) {
    const answer = answers.get(place.name);
    if (!answer) continue;
    if (place.widget === "tick") found.set(place.name, { text: "", ticked: answer.on[0] ?? false, ...(new Set(answer.on).size > 1 ? { why: "tick" } : {}) });
    else if (answer.state !== undefined) found.set(place.name, { text: answer.state === "/Off" ? "" : pressed(place, answer.state) });
    else found.set(place.name, { text: (place.widget === "lines" ? answer.text : answer.text.replace(/\s*\n\s*/g, " ")).trim() });
  }
  return found;
}

/** The answer that a button of several stands for. @param {OwnPlace} place @param {string} state its name in the file */
function pressed(place, state) {
  /** @type {{on: string, state: string}[]} */
  const widgets = place.where.flatMap(({ widgets: laid }) => laid);
  return widgets.find((widget) => widget.state === state || `/${widget.on}` === state)?.on ?? state.slice(1);
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {import("./own.js").OwnFile} own @returns {Promise<Map<string, Said>>} */
async function saidByWord(bytes, own) {
  const { zip } = await wordPackage(bytes);
  /** @type {Map<string, Said>} */
  const found = new Map();
  for (const part of own.document.parts.filter((/** @type {string} */ name) => zip.has(name))) {
    const root = (await partOf(zip, part)).documentElement;
    acceptAll(root);
    for (const control of root.getElementsByTagNameNS(W, "sdt")) {
      if (isPlace(control) && !isLeft(control) && contentOf(control) !== control) note(found, nameOf(control), saidBy(control));
    }
    for (const { name, ...field } of fieldsIn(root)) {
      const { data, runs } = field;
      const box = childrenOf(data, "checkBox")[0];
      const state = box && (childrenOf(box, "checked")[0] ?? childrenOf(box, "default")[0]);
      const ticked = box ? Boolean(state) && !["0", "false", "off"].includes(val(state)) : undefined;
      note(found, name, { ticked, text: chosenIn(field) || runs.map((run) => wordsIn(run)).join("").replace(/^\u2002+$/, "") });
    }
  }
  return found;
}

/** What a place says; where a name stands at several, all must say the same. @param {Map<string, Said>} found @param {string} name @param {Said} said */
function note(found, name, said) {
  const before = found.get(name);
  const differs = before && (before.text !== said.text || before.ticked !== said.ticked);
  if (!before) found.set(name, said);
  else if (differs) found.set(name, { ...before, why: "twice" });
}

/**
 * The day that Word keeps beside what it shows; typed over, it is as old as it was, so it counts only where the text is how
 * that day is written, or can be read as no other.
 * @param {Element} control @param {string} text @returns {{moment?: string}}
 */
function momentBeside(control, text) {
  const date = dayOf(control);
  const moment = momentOf((date?.getAttributeNS(W, "fullDate") ?? "").slice(0, 16));
  if (!date || !moment) return {};
  const shown = writtenDay(moment, val(childrenOf(date, "dateFormat")[0]), val(childrenOf(date, "lid")[0]));
  const day = moment.slice(0, 10);
  return cleaned(shown) === text || dateRead(text, "date").value === day ? { moment: day } : {};
}

/** @param {Element} control @returns {Said} */
function saidBy(control) {
  const box = boxOf(control);
  if (box) return { text: "", ticked: ["1", "true", "on"].includes(only(box, W14, "checked")?.getAttributeNS(W14, "val") ?? "0") };
  const text = propertyOf(control, "showingPlcHdr") ? "" : cleaned(wordsIn(control)).trim();
  return { text, ...(text ? momentBeside(control, text) : {}) };
}
