// @ts-check
/**
 * The questions as the page has them, and how they are mixed.
 *
 * @typedef {{id: string, topic: string, url: string, situation: string, choices: {text: string, right: boolean, because: string}[]}} Question
 */

/** A page to read, in a list. @param {string} url @param {string} title */
export function lineOf(url, title) {
  const row = document.createElement("li"), link = document.createElement("a");
  Object.assign(link, { href: url, textContent: title });
  row.append(link);
  return row;
}

/** @param {Element} row @returns {Question} */
export function readQuestion(row) {
  const link = /** @type {HTMLAnchorElement} */ (row.querySelector("[data-page]"));
  const text = (/** @type {Element} */ place, /** @type {string} */ selector) => place.querySelector(selector)?.textContent?.trim() ?? "";
  return {
    id: row.getAttribute("data-question") ?? "",
    topic: link.textContent?.trim() ?? "",
    url: link.href,
    situation: text(row, "[data-situation]"),
    choices: [...row.querySelectorAll("details > ul > li")].map((choice) => ({
      text: text(choice, "[data-text]"), right: choice.hasAttribute("data-right"), because: text(choice, "[data-because]"),
    })),
  };
}

/** Numbers from 0 to 1 that a seed determines (mulberry32). @param {number} seed */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A copy in another order (Fisher–Yates). @template T @param {T[]} things @param {() => number} random @returns {T[]} */
export function shuffled(things, random) {
  const mixed = [...things];
  for (let place = mixed.length - 1; place > 0; place -= 1) {
    const other = Math.floor(random() * (place + 1));
    [mixed[place], mixed[other]] = [mixed[other], mixed[place]];
  }
  return mixed;
}
