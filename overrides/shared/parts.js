// @ts-check
/** The parts of a page: a heading and all that stands under it. */

/** @param {Element} heading of the second level @returns {Element[]} */
export function partOf(heading) {
  const part = [heading];
  for (let next = heading.nextElementSibling; next && next.tagName !== "H2"; next = next.nextElementSibling) part.push(next);
  return part.filter((each) => !each.matches(".print-only, .owner-line"));
}
