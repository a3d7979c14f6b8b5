// @ts-check
/**
 * The form as Markdown, filled in: what was answered, and nothing of how to fill it in. What is required and missing stands as a blank
 * to write over, as in a mail.
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
  const title = said(form.title, language, " / ");
  const parts = [`# ${plain(title)}`, plain(form.paper.mark[language])];
  for (const section of form.sections) {
    const answers = section.fields.flatMap((field) => answerTo(field, values, language, plain));
    const heading = said(section.title, language, " / ");
    if (answers.length) parts.push(heading === title ? "" : `## ${plain(heading)}`, ...answers);
  }
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

/** A label with what stands below it; nothing where an answer is missing that need not be there. @param {Field} field @param {Values} values @param {FileLanguage} language @param {Plain} plain @returns {string[]} */
function answerTo(field, values, language, plain) {
  const label = `**${plain(said(field.label, language, " / "))}**`;
  const below = (/** @type {string} */ text) => [`${label}${HARD_BREAK}${text}`];
  if (field.family === "tick") return below(isFilled(field, values) ? TICKED_BOX : EMPTY_BOX);
  if (!isFilled(field, values)) return field.required ? below(blanksOf(field, language, plain).join(" ")) : [];
  if (isChoice(field)) {
    const taken = chosen(field, values[field.id]);
    return [label, (field.options ?? []).map((option) => `- ${taken.includes(option) ? TICKED_BOX : EMPTY_BOX} ${plain(said(option.label, language))}`).join("\n")];
  }
  if (field.family === "table") return [label, tableOf(field, values, language, plain)];
  return below(cleaned(answered(field, values, language)).split("\n").map(plain).join(HARD_BREAK).replace(/(?: *\n){2,}/g, "\n\n").trim());
}

/** @param {Field} field @param {Values} values @param {FileLanguage} language @param {Plain} plain */
function tableOf(field, values, language, plain) {
  const columns = field.columns ?? [];
  const rows = rowsOf(field, values).map((row) => columns.map((column) => cellOf(column, row, language, plain)));
  return [columns.map((column) => plain(said(column.label, language, " / "))), columns.map(() => "---"), ...rows]
    .map((cells) => `|${cells.map((cell) => ` ${cell} |`).join("")}`).join("\n");
}

/** @param {Field} column @param {Values} row @param {FileLanguage} language @param {Plain} plain */
function cellOf(column, row, language, plain) {
  if (column.family === "tick") return isFilled(column, row) ? TICKED_BOX : EMPTY_BOX;
  return answered(column, row, language).trim().split("\n").map(plain).join("<br>");
}
