// @ts-check
/**
 * The bar below a form, one line high: how many answers are still to be given, as the way to the next of them; what has just been done,
 * with the way back; and the way to the document. On a phone what was done stands alone, but for the way back, as long as it takes to be read.
 */
import { say, words } from "../shared/words.js";

/** How long something that was said stays, in milliseconds: at least, and for each sign. */
const AT_LEAST = 4000;
const A_SIGN = 70;

export class Bar {
  /** The way back from what was said last. @type {(() => void) | undefined} */
  undo = undefined;
  /** What is still to be done, in words; blank where nothing is. */
  open = "";
  passing = 0;

  /** @param {import("./form-filler.js").FormFiller} filler */
  constructor(filler) {
    this.filler = filler;
  }

  /** Say what was done. @param {string} text @param {() => void} [undo] the way back @param {boolean} [focus] whether it gets the focus @param {boolean} [stays] until something changes */
  tell(text, undo, focus = true, stays = false) {
    this.undo = undo;
    this.filler.write("[data-said]", text);
    const [button, place] = ["button[data-do=undo]", ".filler__said"].map((part) => this.filler.one(part));
    button.hidden = !undo;
    if (undo && focus) button.focus({ preventScroll: true });
    place.toggleAttribute("data-passed", false);
    place.toggleAttribute("data-stays", stays);
    clearTimeout(this.passing);
    if (!stays) this.passing = Number(setTimeout(() => place.toggleAttribute("data-passed", true), Math.max(AT_LEAST, text.length * A_SIGN)));
  }

  /** @param {number} open how many answers are still to be given @param {number} doubts how many are to be looked at */
  show(open, doubts) {
    const text = openSaid(open, doubts), some = open + doubts > 0;
    this.open = some ? text : "";
    this.filler.write("[data-open]", text);
    this.filler.write("button[data-do=next-gap] span", text);
    this.filler.one("button[data-do=next-gap]").hidden = !some;
    this.filler.one(".filler__open").classList.toggle("visually-hidden", some); // The button says it.
  }
}

/** How many answers are still to be given, and to be looked at, in words. @param {number} open @param {number} doubts */
export function openSaid(open, doubts) {
  if (open && doubts) return say("fill_open_doubts", { n: open, doubts });
  if (doubts) return say("fill_doubts", { n: doubts });
  return open ? say(open === 1 ? "fill_open_one" : "fill_open", { n: open }) : words.fill_open_none;
}
