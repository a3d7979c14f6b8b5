// @ts-check
/**
 * A row for each question that was answered wrongly, folded, with what is right and where it is said.
 * @param {import("./questions.js").Question[]} questions @param {HTMLElement | null} pattern a <template> of a row
 */
export function missedRows(questions, pattern) {
  if (!(pattern instanceof HTMLTemplateElement)) return [];
  return questions.map(({ situation, choices, topic, url }) => {
    const row = /** @type {DocumentFragment} */ (pattern.content.cloneNode(true)), right = choices.find((choice) => choice.right);
    const write = (/** @type {string} */ place, /** @type {string | undefined} */ text) => Object.assign(row.querySelector(place) ?? {}, { textContent: text });
    write("summary", situation);
    write("span", right?.text);
    write("small", right?.because);
    write("a", topic);
    row.querySelector("a")?.setAttribute("href", url);
    return row;
  });
}
