// @ts-check
/** How much is left is shown with each key, and read aloud once the typing rests: said with each key, it would talk over itself. */
const REST = 800;
/** How long what is read aloud stands there: then the page has it once, where it is seen. */
const TOLD_FOR = 3000;

/** @type {WeakMap<HTMLElement, { region: HTMLElement, waiting: ReturnType<typeof setTimeout> | undefined }>} */
const told = new WeakMap();

/** Show what is counted, and tell it to those who listen after a rest. @param {HTMLElement} output @param {string} text */
export function showCount(output, text) {
  output.setAttribute("aria-live", "off"); // An <output> would be read out each time.
  output.setAttribute("role", "group"); // Nor is it a second status.
  output.textContent = text;
  let one = told.get(output);
  if (!one) {
    const region = document.createElement("span");
    region.className = "visually-hidden";
    region.setAttribute("role", "status");
    output.after(region);
    told.set(output, one = { region, waiting: undefined });
  }
  const { region } = one;
  clearTimeout(one.waiting);
  region.textContent = "";
  one.waiting = setTimeout(() => {
    region.textContent = text;
    one.waiting = setTimeout(() => {
      region.textContent = "";
    }, TOLD_FOR);
  }, REST);
}

/** Where nothing is left of a list, lead on to the search with what was typed. @param {HTMLElement} output @param {string | null} label @param {string} typed */
export function offerSearch(output, label, typed) {
  const page = /** @type {HTMLElement | null} */ (document.querySelector("site-search"))?.dataset.page;
  if (!page || !label) return;
  const link = document.createElement("a");
  link.href = `${page}#q=${encodeURIComponent(typed)}`;
  link.textContent = label;
  output.append(" ", link);
}
