// @ts-check
/** What a page says, without what only serves to use it: buttons, what is not shown, what is for paper alone. */
const NO_PROSE = "script, style, template, svg, run-panel, button, output, nav, h1, select, pre, review-note, [hidden], "
  + ".print-only, .other-language, .printed, .without-script, .link-here, .leads-on";
const BLOCKS = "p, li, td, th, dt, dd, h2, h3, h4, legend, summary, div, br, figcaption, label, option";

/** @param {Element | null | undefined} article of a page that is not shown; it is changed @returns {string} in one line */
export function proseOf(article) {
  for (const unread of article?.querySelectorAll(NO_PROSE) ?? []) unread.remove();
  for (const block of article?.querySelectorAll(BLOCKS) ?? []) {
    block.prepend(" ");
    block.append(" ");
  }
  return article?.textContent?.replace(/\s+/g, " ").trim() ?? "";
}
