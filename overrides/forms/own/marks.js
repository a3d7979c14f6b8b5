// @ts-check
/** Marks in running text, `{{name}}` or `[[name]]`, which programs often split over several pieces. */
const MARK = /\{\{\s*([^{}]+?)\s*\}\}|\[\[\s*([^\[\]]+?)\s*\]\]/g;

/**
 * Put answers in the place of marks.
 * @param {Element[]} texts the pieces of one text, in their order @param {import("./own.js").Answers} answers
 * @param {(piece: Element, text: string) => void} write gives a piece its new text, which may have several lines
 * @returns {boolean} whether there were any
 */
export function replaceMarks(texts, answers, write) {
  const whole = texts.map((text) => text.textContent ?? "");
  const found = [...whole.join("").matchAll(MARK)].filter((mark) => answers.has(mark[1] ?? mark[2]));
  if (!found.length) return false;
  const changed = new Set();
  // From the end, so that what stands before keeps its place.
  for (const mark of found.reverse()) {
    let at = mark.index ?? 0;
    let left = mark[0].length;
    let answer = answers.get(mark[1] ?? mark[2])?.text ?? "";
    for (let piece = 0; piece < whole.length && left > 0; piece += 1) {
      const text = whole[piece];
      // What an earlier turn wrote stands behind this mark, in the same piece or a later one.
      if (at >= text.length) {
        at -= text.length;
        continue;
      }
      const taken = Math.min(left, text.length - at);
      whole[piece] = text.slice(0, at) + answer + text.slice(at + taken);
      changed.add(piece);
      answer = "";
      left -= taken;
      at = 0;
    }
  }
  for (const piece of changed) write(texts[piece], whole[piece]);
  return true;
}
