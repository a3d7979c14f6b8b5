// @ts-check
/** What a page says, without what only serves to use it: buttons, what is not shown, what is for paper alone. */
const NO_PROSE = "script, style, template, nav, h1, button, select, output, [hidden], .print-only, .printed, .without-script, review-note, .link-here, .other-language";
const BLOCKS = "p, li, td, th, dt, dd, h2, h3, h4, legend, summary, div";

/** @param {Element | null | undefined} article of a page that is not shown; it is changed @returns {string} in one line */
export function proseOf(article) {
  for (const unread of article?.querySelectorAll(NO_PROSE) ?? []) unread.remove();
  for (const block of article?.querySelectorAll(BLOCKS) ?? []) block.append(" ");
  return article?.textContent?.replace(/\s+/g, " ").trim() ?? "";
}
