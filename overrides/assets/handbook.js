// @ts-check
// What every page may use. An element's script is loaded only where the page has that element.
const elements = ["colour-switch", "copy-text", "filter-table", "glossary-term", "language-switch", "review-note", "theme-search"];

for (const name of elements) {
  if (document.querySelector(name)) import(`./elements/${name}.js`);
}
