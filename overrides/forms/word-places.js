// @ts-check
/**
 * Where the answers of a form stand in a Word file: content controls, known by their tag (the id of a field, `table.column`,
 * and for each box of several choices `field.option`), else by their title, which begins with the label. Some programs keep only that.
 *
 * @typedef {import("./answers.js").Both} Both
 * @typedef {import("./answers.js").Field} Field
 * @typedef {import("./answers.js").Form} Form
 * @typedef {Map<string, Element[]>} Places Controls by tag, in the order of the text.
 * @typedef {{tag: string, label: Both, table: string}} Meant What a control may be; `table` is blank where it stands alone.
 */
import { fieldsOf, said } from "./answers.js";
import { ancestorOf, contentOf, propertyOf, val, W } from "./word-xml.js";

/** What Word keeps of a title. */
const LONGEST_TITLE = 64;

/** @param {Element} root @param {Form} form @returns {{places: Places, byTitle: boolean}} `byTitle`: no tag was found at all */
export function placesOf(root, form) {
  const meant = meantBy(form);
  const tags = new Set(meant.map(({ tag }) => tag));
  /** @type {Places} */
  const places = new Map();
  /** @type {[Element, Meant[]][]} */
  const titled = [];
  for (const control of root.getElementsByTagNameNS(W, "sdt")) {
    if (contentOf(control) === control) continue; // What held its answer is gone: nobody knows whether there was one.
    const tag = val(propertyOf(control, "tag"));
    if (tags.has(tag)) put(places, tag, control);
    else if (!isSection(control)) {
      const called = meant.filter(({ label }) => isCalled(val(propertyOf(control, "alias")), label));
      if (called.length) titled.push([control, called]);
    }
  }
  // By its title a control is taken for what no tag was found for.
  const tagged = new Set(places.keys());
  for (const [control, called] of toldApart(titled, form)) {
    if (called.length === 1 && !tagged.has(called[0].tag)) put(places, called[0].tag, control);
  }
  return { places, byTitle: !tagged.size };
}

/**
 * The rows of a table: of each the controls that stand in one row of the text; where there are no rows, until one comes again.
 * @param {Places} places @param {Field} table @returns {Places[]}
 */
export function rowPlacesOf(places, table) {
  const own = [...places].filter(([tag]) => tag.startsWith(`${table.id}.`)).flatMap(([tag, controls]) => controls.map((control) => ({ tag, control })));
  own.sort((one, other) => (one.control.compareDocumentPosition(other.control) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  /** @type {{around: Element | null, row: Places}[]} */
  const rows = [];
  for (const { tag, control } of own) {
    const around = ancestorOf(control, "tr");
    let found = rows.find((each) => (around ? each.around === around : each === rows[rows.length - 1] && !each.around && !each.row.has(tag)));
    if (!found) rows.push(found = { around, row: new Map() });
    put(found.row, tag, control);
  }
  return rows.map(({ row }) => row);
}

/** The tags of the controls in which a field or a column is answered. @param {Field} field @param {string} tag its own */
export function tagsOf(field, tag) {
  return field.family === "choices" ? (field.options ?? []).map((option) => `${tag}.${option.id}`) : [tag];
}

/** What every control of a form may be. @param {Form} form @returns {Meant[]} */
function meantBy(form) {
  const one = (/** @type {Field} */ field, /** @type {string} */ tag, table = "") => (field.family === "choices"
    ? [...(form.body ? [{ tag, label: field.label, table }] : []), ...(field.options ?? []).map((option) => ({ tag: `${tag}.${option.id}`, label: option.label, table }))]
    : [{ tag, label: field.label, table }]);
  return fieldsOf(form).flatMap((field) => (field.family === "table"
    ? (field.columns ?? []).flatMap((column) => one(column, `${field.id}.${column.id}`, field.id)) : one(field, field.id)));
}

/**
 * Tell apart controls whose title stands for several: by the table in which they stand, else by their order where all are there.
 * @param {[Element, Meant[]][]} titled @param {Form} form @returns {[Element, Meant[]][]}
 */
function toldApart(titled, form) {
  const ids = ["", ...fieldsOf(form).filter((field) => field.family === "table").map(({ id }) => id)];
  /** Which of the form's tables, or none, each table of the text can be. @type {Map<Element | null, string[]>} */
  const meanings = new Map();
  for (const [control, called] of titled) {
    const around = ancestorOf(control, "tbl");
    const fitting = (around && meanings.get(around)) ?? ids;
    meanings.set(around, fitting.filter((id) => called.some(({ table }) => table === id)));
  }
  const placed = titled.map(([control, called]) => {
    const fitting = meanings.get(ancestorOf(control, "tbl")) ?? ids;
    return /** @type {[Element, Meant[]]} */ ([control, fitting.length === 1 ? called.filter(({ table }) => table === fitting[0]) : called]);
  });
  return placed.map(([control, called]) => {
    if (called.length < 2 || called.some(({ table }) => table)) return [control, called];
    const alike = placed.filter(([, others]) => others.length === called.length && others.every((each, number) => each === called[number]));
    return [control, alike.length === called.length ? [called[alike.findIndex(([other]) => other === control)]] : called];
  });
}

/** Whether a control holds rows, or one of them, instead of an answer. @param {Element} control */
function isSection(control) {
  return control.getElementsByTagNameNS(W, "tr").length > 0 && control.getElementsByTagNameNS(W, "sdt").length > 0;
}

/** Whether a title is a label in the languages of any file, with its help behind it or without. @param {string} title @param {Both} label */
function isCalled(title, label) {
  const given = title.trim().replace(/\s+/g, " ");
  return Boolean(given) && [label.zh, label.en, said(label, "zh-en")].some((each) => {
    const whole = each.trim().replace(/\s+/g, " ");
    const isCut = whole.length > LONGEST_TITLE && given.endsWith("…") && given.length >= LONGEST_TITLE - 1;
    return given === whole || given.startsWith(`${whole}：`) || given.startsWith(`${whole}:`) || (isCut && whole.startsWith(given.slice(0, -1)));
  });
}

/** @param {Places} places @param {string} tag @param {Element} control */
function put(places, tag, control) {
  places.set(tag, [...(places.get(tag) ?? []), control]);
}
