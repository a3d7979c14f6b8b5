// @ts-check
/** @typedef {{question: import("./questions.js").Question, chosen?: number}} Missed `chosen`: which of its choices; none where that was not kept */

/**
 * A row for each question that was answered wrongly, with what was chosen, what is right, folded behind it why, and where it is said.
 * @param {Missed[]} missed @param {HTMLElement | null} pattern a <template> of a row
 */
export function missedRows(missed, pattern) {
  if (!(pattern instanceof HTMLTemplateElement)) return [];
  return missed.map(({ question: { situation, choices, topic, url }, chosen = -1 }) => {
    const row = /** @type {DocumentFragment} */ (pattern.content.cloneNode(true));
    const [asked, own, right, ownReason, reason] = row.querySelectorAll("p");
    asked.textContent = situation;
    own.hidden = ownReason.hidden = !choices[chosen];
    for (const [place, why, sign, choice] of /** @type {const} */ ([[own, ownReason, "✗", choices[chosen]], [right, reason, "✓", choices.find((each) => each.right)]])) {
      Object.assign(place.querySelector("span") ?? {}, { textContent: choice?.text });
      why.textContent = choice ? `${sign} ${choice.because}` : "";
    }
    Object.assign(row.querySelector("a") ?? {}, { textContent: topic, href: url });
    return row;
  });
}
