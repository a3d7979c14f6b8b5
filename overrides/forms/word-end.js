// @ts-check
/** The end of a letter in Word: a signature never stands on a page without lines of the letter's own above it. */
import { widthOf } from "./cell-room.js";
import { ancestorOf, childrenOf, val, W } from "./word-xml.js";

const ROOM = "LetterRoom";
/** What stands below the text where there is no room to sign, as in a mail. */
const SIGNED = /^Letter(Line|Right|Signed|Apart)$/;
/** What is enclosed, and what stands above the text. */
const NO_TEXT = /^Letter(Annexes|Heading|Subject|Title|Head|RedHead|Top)$/;
/** A letter's signs, in twentieths of a point. */
const TYPE = { wide: 220, letter: 115 };
/** To so much of a line a paragraph is a closing and no text. */
const CLOSING = 0.25;
/** So many lines of the text stay with the signature, and of so many paragraphs at the most. */
const LINES = 2;
const MOST = 6;
/** Some programs move a paragraph that is kept to the next page whole: one of more lines than these would leave a page half empty. */
const LONGEST = 10;

/** Keep the last lines of a letter on the page of its signature. @param {Element} letter @param {number} room how wide a line is */
export function keepEnd(letter, room) {
  const all = [...letter.getElementsByTagNameNS(W, "p")];
  const styles = all.map((paragraph) => val(childrenOf(propertiesIn(paragraph), "pStyle")[0]));
  let start = styles.indexOf(ROOM);
  if (start < 0) for (start = all.length; start && SIGNED.test(styles[start - 1]); start -= 1);
  if (start === all.length) return;
  // What the download keeps may have been left out, or now be long.
  for (const paragraph of all.slice(0, start)) for (const kept of childrenOf(propertiesIn(paragraph), "keepNext")) kept.remove();
  let lines = 0;
  for (let place = start - 1; place >= Math.max(0, start - MOST) && lines < LINES && !ancestorOf(all[place], "tbl"); place -= 1) {
    const wide = widthOf(all[place].textContent ?? "", TYPE);
    if (wide > room * LONGEST) return;
    if (!NO_TEXT.test(styles[place]) && wide > room * CLOSING) lines += wide > room ? LINES : 1;
    const kept = letter.ownerDocument.createElementNS(W, "w:keepNext");
    const [style] = childrenOf(propertiesIn(all[place]), "pStyle");
    if (style) style.after(kept);
  }
}

/** @param {Element} paragraph @returns {Element} */
function propertiesIn(paragraph) {
  return childrenOf(paragraph, "pPr")[0] ?? paragraph;
}
