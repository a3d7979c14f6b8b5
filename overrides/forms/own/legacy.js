// @ts-check
/**
 * Form fields as Word had them before content controls, and as many offices still do.
 *
 * @typedef {{data: Element, begin: Element, separate: Element | null, end: Element | null, runs: Element[]}} LegacyField `begin` and
 *   what follows are runs; `runs` stand between `separate` and `end`.
 */
import { childrenOf, val, W } from "../word-xml.js";
import { putText, wordMade } from "./runs.js";

/** All fields of a part that bear a name and may be changed. @param {Element} root @returns {(LegacyField & {name: string})[]} */
export function fieldsIn(root) {
  const runs = [...root.getElementsByTagNameNS(W, "r")];
  return [...root.getElementsByTagNameNS(W, "ffData")].flatMap((data) => {
    const enabled = childrenOf(data, "enabled")[0];
    const begin = data.parentElement?.parentElement;
    const name = val(childrenOf(data, "name")[0]) || (begin ? bookmarkIn(begin) : "");
    if (!name || !begin || (enabled && ["0", "false", "off"].includes(val(enabled)))) return [];
    /** @type {LegacyField & {name: string}} */
    const field = { name, data, begin, separate: null, end: null, runs: [] };
    let depth = 0;
    for (const run of runs.slice(runs.indexOf(begin))) {
      const mark = childrenOf(run, "fldChar")[0]?.getAttributeNS(W, "fldCharType");
      if (mark === "begin") depth += 1;
      else if (mark === "separate" && depth === 1) field.separate = run;
      else if (mark === "end" && (depth -= 1) === 0) {
        field.end = run;
        break;
      } else if (field.separate) field.runs.push(run);
    }
    return [field];
  });
}

/** The bookmark in a form field, by which LibreOffice names a box. @param {Element} begin @returns {string} */
function bookmarkIn(begin) {
  let depth = 0;
  for (let each = /** @type {Element | null} */ (begin); each; each = each.nextElementSibling) {
    if (each.localName === "bookmarkStart" && depth === 1) return each.getAttributeNS(W, "name") ?? "";
    const mark = childrenOf(each, "fldChar")[0]?.getAttributeNS(W, "fldCharType");
    depth += mark === "begin" ? 1 : mark === "end" ? -1 : 0;
    if (!depth) return "";
  }
  return "";
}

/** How many signs a field takes. @param {LegacyField} field */
export function longestOf({ data }) {
  const input = childrenOf(data, "textInput")[0];
  return Number(val(input && childrenOf(input, "maxLength")[0])) || Infinity;
}

/** The answer that a list shows, which Word writes nowhere else; blank where none was chosen. @param {LegacyField} field */
export function chosenIn({ data }) {
  const list = childrenOf(data, "ddList")[0];
  const result = list && childrenOf(list, "result")[0];
  return result ? val(childrenOf(list, "listEntry")[Number(val(result))]) : "";
}

/** @param {LegacyField} field @param {import("./own.js").Answer} answer @returns {boolean} whether anything was changed */
export function fillField({ data, begin, separate, end, runs }, answer) {
  const box = childrenOf(data, "checkBox")[0];
  const list = childrenOf(data, "ddList")[0];
  if (box) {
    let state = childrenOf(box, "checked")[0];
    if (!state) box.append(state = wordMade(box, "checked"));
    state.setAttributeNS(W, `${state.prefix ?? "w"}:val`, answer.ticked ? "1" : "0");
    return true;
  }
  if (!answer.filled || !end) return false;
  if (list) {
    const number = childrenOf(list, "listEntry").findIndex((entry) => val(entry) === answer.value);
    if (number < 0) return false;
    let result = childrenOf(list, "result")[0];
    if (!result) list.prepend(result = wordMade(list, "result"));
    result.setAttributeNS(W, `${result.prefix ?? "w"}:val`, String(number));
    if (!runs.length) return true;
  }
  const [first, ...others] = runs;
  for (const run of others) for (const child of [...run.children]) if (["t", "br", "tab"].includes(child.localName)) child.remove();
  let result = first;
  if (!result) {
    result = wordMade(begin, "r");
    end.before(...(separate ? [] : [wordMade(begin, "r", {}, wordMade(begin, "fldChar", { fldCharType: "separate" }))]), result);
  }
  putText(result, answer.text);
  return true;
}
