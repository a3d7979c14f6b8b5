// @ts-check
/**
 * Word files: a form's download filled in, its content controls kept. A control is found by its tag: the id of a field,
 * `table.column`, and for each box of several choices `field.option`.
 *
 * @typedef {import("./answers.js").Form} Form
 * @typedef {import("./answers.js").Values} Values
 */
import { fieldsOf, rowsOf } from "./answers.js";
import { parsedXml, writtenXml } from "../shared/xml.js";
import { Zip } from "../shared/zip.js";
import { controlsIn, fillField, fillRows } from "./word-controls.js";
import { fillLetter } from "./word-letter.js";
import { val, W } from "./word-xml.js";

const DOCUMENT = "word/document.xml";
/** The page that says how to fill the form in. */
const GUIDE = "handbook-guide";

/**
 * The form's .docx with what was typed; the language of the values is that of the file.
 * @param {Uint8Array} bytes the download @param {Form} form @param {Values} values
 */
export async function fillWord(bytes, form, values) {
  const zip = new Zip(bytes);
  const parsed = parsedXml(await zip.text(DOCUMENT));
  const controls = controlsIn(parsed.documentElement);
  const numbers = [...parsed.getElementsByTagNameNS(W, "id")].map((id) => Number(val(id)));
  const count = { last: Math.max(0, ...numbers.filter(Number.isFinite)) };
  for (const guide of controls.get(GUIDE) ?? []) guide.remove();
  if (form.body) fillLetter(parsed, form, values, count);
  else for (const field of fieldsOf(form)) {
    if (field.family === "table") fillRows(controls.get(field.id)?.[0], field, rowsOf(field, values), count);
    else fillField(controls, field, field.id, values);
  }
  await zip.put(DOCUMENT, writtenXml(parsed));
  return zip.bytes();
}
