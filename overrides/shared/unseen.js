// @ts-check
/** Texts without what nobody sees in them. */

/** What turns the direction of writing or takes no room, so that a name could look like another one. */
const UNSEEN = /[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\u{e0000}-\u{e0fff}]/gu;

/** A text without signs that turn the direction of writing or take no room. @param {string} text */
export function withoutUnseen(text) {
  return text.replace(UNSEEN, "");
}
