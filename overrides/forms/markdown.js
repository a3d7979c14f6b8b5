// @ts-check
/**
 * The form as Markdown, filled in: what the download (`form.markdown`) would have been.
 *
 * @typedef {import("./answers.js").Field} Field
 * @typedef {import("./answers.js").FileLanguage} FileLanguage
 * @typedef {import("./answers.js").Form} Form
 * @typedef {import("./answers.js").Values} Values
 * @typedef {(text: string) => string} Plain Makes of a text one line that reads as it is.
 */
import { answered, blanksOf, chosen, cleaned, EMPTY_BOX, isChoice, isFilled, languagesOf, rowsOf, said, TICKED_BOX } from "./answers.js";
import { letterOf } from "./letter.js";
import { plainBy } from "../shared/markdown.js";

const HARD_BREAK = "  \n";
/** What begins a line of a letter. @type {Record<string, string>} */
const MARKS = { title: "# ", heading: "## " };
const BOLD = new Set(["head", "subject"]);

/** @param {Form} form @param {Values} values @param {FileLanguage} language */
export function fillMarkdown(form, values, language) {
  const plain = plainBy(form.markdown);
  if (form.body) return `${languagesOf(language).map((each) => letterIn(letterOf(form, values, each), plain)).join("\n\n---\n\n")}\n`;
  const spoken = (/** @type {import("./answers.js").Both} */ text, /** @type {string} */ glue) => said(text, language, glue).split(glue).map(plain);
  const parts = [`# ${plain(said(form.title, language, " / "))}`, `> ${spoken(form.says.summary, "\n").join("\n>\n> ")}`,
    spoken(form.says.recipients, "\n").join(HARD_BREAK)];
  for (const section of form.sections) {
    const title = said(section.title, language, " / ");
    if (title !== said(form.title, language, " / ")) parts.push(`## ${plain(title)}`);
    for (const field of section.fields) {
      const required = field.required ? ` · ${plain(said(form.says.required, language, " / "))}` : "";
      parts.push(`**${plain(said(field.label, language, " / "))}**${required}${HARD_BREAK}${answerTo(field, values, language, plain)}`);
      if (isChoice(field)) {
        const taken = chosen(field, values[field.id]);
        parts.push((field.options ?? []).map((option) => `- ${boxed(taken.includes(option), plain(said(option.label, language)))}`).join("\n"));
      } else if (field.family === "table") parts.push(tableOf(field, values, language, plain));
    }
  }
  parts.push("---", spoken(form.says.filed, "\n").join(HARD_BREAK), spoken(form.says.version, "\n").join(" · "));
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

/** A letter; lines that belong together stand in one paragraph. @param {import("./letter.js").Paragraph[]} paragraphs @param {Plain} plain */
function letterIn(paragraphs, plain) {
  const made = paragraphs.filter(({ kind }) => kind !== "room").map(({ kind, text, heads = [], rows = [] }) => {
    const table = [heads.map(plain), heads.map(() => "---"), ...rows.map((row) => row.map((cell) => cell.split("\n").map(plain).join("<br>")))];
    if (kind === "table") return table.map((cells) => `|${cells.map((cell) => ` ${cell} |`).join("")}`).join("\n");
    return `${kind === "confirm" ? "---\n\n" : MARKS[kind] ?? ""}${BOLD.has(kind) ? `**${plain(text)}**` : plain(text)}`;
  });
  return made.join("\n\n");
}

/** What stands below a label. @param {Field} field @param {Values} values @param {FileLanguage} language @param {Plain} plain */
function answerTo(field, values, language, plain) {
  const filled = isFilled(field, values);
  if (!filled || field.family === "table" || isChoice(field)) {
    return `${field.family === "tick" ? `${EMPTY_BOX} ` : ""}${blank(field, language, plain)}`;
  }
  return cleaned(answered(field, values, language)).split("\n").map(plain).join(HARD_BREAK).replace(/(?: *\n){2,}/g, "\n\n").trim();
}

/** @param {Field} field @param {Values} values @param {FileLanguage} language @param {Plain} plain */
function tableOf(field, values, language, plain) {
  const columns = field.columns ?? [];
  const filled = rowsOf(field, values);
  const rows = filled.length
    ? filled.map((row) => columns.map((column) => cellOf(column, row, language, plain)))
    : Array.from({ length: field.rows ?? 1 }, (_, number) => columns.map((column) => emptyCell(column, number === 0, language, plain)));
  return [columns.map((column) => plain(said(column.label, language, " / "))), columns.map(() => "---"), ...rows]
    .map((cells) => `|${cells.map((cell) => ` ${cell} |`).join("")}`).join("\n");
}

/** @param {Field} column @param {Values} row @param {FileLanguage} language @param {Plain} plain */
function cellOf(column, row, language, plain) {
  if (column.family === "tick") return isFilled(column, row) ? TICKED_BOX : EMPTY_BOX;
  return answered(column, row, language).trim().split("\n").map(plain).join("<br>");
}

/** @param {Field} column @param {boolean} prompted whether it says what belongs there @param {FileLanguage} language @param {Plain} plain */
function emptyCell(column, prompted, language, plain) {
  const boxes = column.family === "tick" ? EMPTY_BOX
    : (column.options ?? []).map((option) => boxed(false, plain(said(option.label, language)))).join(" ");
  return [boxes, prompted ? blank(column, language, plain) : ""].filter(Boolean).join(" ");
}

/** @param {Field} field @param {FileLanguage} language @param {Plain} plain */
const blank = (field, language, plain) => blanksOf(field, language, plain).join(" ");

/** @param {boolean} ticked @param {string} label as it stands in Markdown */
const boxed = (ticked, label) => `${ticked ? TICKED_BOX : EMPTY_BOX} ${label}`;
