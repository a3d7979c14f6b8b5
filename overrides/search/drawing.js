// @ts-check
/** The pieces of markup of which a result is made. */

/** @param {Element} option @param {string} name @returns {HTMLElement} */
export function part(option, name) {
  return /** @type {HTMLElement} */ (option.querySelector(`.found__${name}`));
}

/** @param {Element} element @param {import("./excerpt.js").Piece[]} pieces */
export function put(element, pieces) {
  element.append(...pieces.map(([text, hit]) => {
    if (!hit) return text;
    const mark = document.createElement("mark");
    mark.textContent = text;
    return mark;
  }));
}

/** @param {string} heading @param {Element[]} options */
export function group(heading, options) {
  const element = document.createElement("div"), label = document.createElement("p");
  element.setAttribute("role", "group");
  element.setAttribute("aria-label", heading);
  label.className = "search__heading";
  label.setAttribute("aria-hidden", "true");
  label.textContent = heading;
  element.append(label, ...options);
  return element;
}
