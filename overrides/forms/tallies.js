// @ts-check
/**
 * What answers add up to, and whether that is what else was written: a sum of rows, the minutes of a meeting, a price and its
 * difference. It says so and changes nothing.
 *
 * @typedef {import("./answers.js").Field} Field
 * @typedef {import("./answers.js").Form} Form
 * @typedef {import("./answers.js").Values} Values
 * @typedef {{field: string, table: string, adds: string, times?: string, takes?: string, begins?: string}} Sum As `macros/model/summing.py` has them.
 * @typedef {{table: string, adds: string, besides: number, begins: string, ends: string}} Lasting
 * @typedef {{field: string, changedBy: string, table: string, before: string, kind: string, option: string}} Repricing
 * @typedef {{key: string, values: Record<string, string | number>, differs: boolean, sum?: number}} Tally `key`: of the page's words;
 *   `sum`: what may be taken over.
 */
import { momentOf } from "../shared/day.js";
import { cleaned, fieldsOf, rowsOf } from "./answers.js";
import { inWords } from "./letter-words.js";

const MOST_DIGITS = 15;
const MILLISECONDS_A_MINUTE = 60_000;
/** Figures in a text, with or without commas. */
const FIGURES = /\d+(?:[,，]\d{3})*(?:\.\d+)?/g;

/** The number that a text is; null where it is none, or has more digits than a number holds. @param {string} text */
export function numberIn(text) {
  const plain = text.trim().normalize("NFKC").replace(/^\+/, "");
  const sound = /^-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(plain) && !/^-?0\d/.test(plain);
  const digits = plain.replace(/\D/g, "").length;
  return sound && digits <= MOST_DIGITS ? Number(plain.replaceAll(",", "")) : null;
}

/** What is to be said beside a field; null where there is nothing yet. @param {Form} form @param {Values} values @param {Field} field @param {"zh" | "en"} language @returns {Tally | null} */
export function tallyOf(form, values, field, language) {
  const shown = (/** @type {number} */ number) => inWords(field, { [field.id]: String(number) }, language, true, form.says.sum);
  const sum = form.adds?.find((each) => each.field === field.id);
  if (sum) return summed(form, values, field, sum, shown);
  if (form.lasts?.table === field.id) return lasting(form, values, form.lasts);
  return form.repriced?.field === field.id ? repriced(form, values, form.repriced, shown) : null;
}

/** The fields in which something else is written than answers add up to. @param {Form} form @param {Values} values @returns {Field[]} in order */
export function differing(form, values) {
  return fieldsOf(form).filter((field) => tallyOf(form, values, field, "en")?.differs);
}

/** @param {Form} form @param {Values} values @param {Field} field @param {Sum} sum @param {(number: number) => string} shown @returns {Tally | null} */
function summed(form, values, field, sum, shown) {
  const rows = tableRows(form, values, sum.table);
  // Of what is no number, nobody knows what it adds.
  if ([values[sum.begins ?? ""], ...rows.flatMap((row) => [row[sum.adds], row[sum.times ?? ""], row[sum.takes ?? ""]])].some(isUnread)) return null;
  const counted = rows.map((row) => {
    const [added, times, taken] = [sum.adds, sum.times, sum.takes].map((column) => (column ? numberOf(row[column]) : null));
    if (sum.times) return added === null || times === null ? null : added * times;
    return added === null && taken === null ? null : (added ?? 0) - (taken ?? 0);
  }).filter((each) => each !== null);
  const before = sum.begins ? numberOf(values[sum.begins]) : null;
  if (!counted.length && before === null) return null;
  const all = rounded(counted.reduce((total, each) => total + each, before ?? 0));
  const written = numberOf(values[field.id]);
  if (written === all) return null;
  const isEmpty = !cleaned(values[field.id]).trim();
  const [offered, other] = sum.begins ? ["fill_sum_begun", "fill_sum_begun_other"] : ["fill_sum", "fill_sum_other"];
  return { key: isEmpty ? offered : other, values: { n: shown(all) }, differs: !isEmpty, sum: all };
}

/** @param {Form} form @param {Values} values @param {Lasting} lasts @returns {Tally | null} */
function lasting(form, values, lasts) {
  const minutes = tableRows(form, values, lasts.table).map((row) => numberOf(row[lasts.adds])).filter((each) => each !== null);
  if (!minutes.length) return null;
  const items = rounded(minutes.reduce((total, each) => total + each, 0));
  const told = { n: items, besides: lasts.besides, sum: rounded(items + lasts.besides) };
  const [begins, ends] = [lasts.begins, lasts.ends].map((id) => momentOf(cleaned(values[id])));
  if (!begins || !ends) return { key: "fill_lasts", values: told, differs: false };
  const length = (Date.parse(`${ends}Z`) - Date.parse(`${begins}Z`)) / MILLISECONDS_A_MINUTE;
  if (length === told.sum) return { key: "fill_lasts_so", values: told, differs: false };
  return { key: "fill_lasts_other", values: { ...told, length }, differs: true };
}

/** @param {Form} form @param {Values} values @param {Repricing} price @param {(number: number) => string} shown @returns {Tally | null} */
function repriced(form, values, price, shown) {
  const [after, change] = [price.field, price.changedBy].map((id) => numberOf(values[id]));
  const texts = tableRows(form, values, price.table).filter((row) => row[price.kind] === price.option).map((row) => cleaned(row[price.before]));
  const named = texts.flatMap((text) => [...text.normalize("NFKC").matchAll(FIGURES)].map(([figure]) => Number(figure.replace(/[,，]/g, ""))));
  if (after === null || change === null || !named.length) return null;
  const before = rounded(after - change);
  if (named.includes(before)) return null;
  return { key: "fill_repriced", values: { after: shown(after), change: shown(change), before: shown(before) }, differs: true };
}

/** @param {Form} form @param {Values} values @param {string} id @returns {Values[]} */
function tableRows(form, values, id) {
  const table = fieldsOf(form).find((field) => field.id === id);
  return table ? rowsOf(table, values) : [];
}

/** @param {unknown} value */
const numberOf = (value) => numberIn(cleaned(value));

/** @param {unknown} value */
const isUnread = (value) => Boolean(cleaned(value).trim()) && numberOf(value) === null;

/** Without what binary fractions add. @param {number} number */
const rounded = (number) => Math.round(number * 1e6) / 1e6;
