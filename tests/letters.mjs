/** Letters as the page's scripts say them: reads `[[form, values, language], …]` as JSON, and says the paragraphs of each. */
import { readFileSync } from "node:fs";
import { letterOf } from "../overrides/forms/letter.js";
import { fillMarkdown } from "../overrides/forms/markdown.js";
import { textOf } from "../overrides/forms/mail.js";

const asked = JSON.parse(readFileSync(0, "utf-8"));
process.stdout.write(JSON.stringify(asked.map(([form, values, language]) => ({
  paragraphs: letterOf(form, values, language), markdown: fillMarkdown(form, values, language), text: textOf(form, values, language),
}))));
