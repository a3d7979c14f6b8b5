// @ts-check
/** The name of a run: as it is taken from the reader or a link, and as it is shown. */
import { shortened } from "../shared/keeping/sound.js";
import { withoutUnseen } from "../shared/unseen.js";
import { RUN_LIMITS } from "./run.js";
import { words } from "../shared/words.js";

/** A name that was typed or came with a link, without what nobody sees, and no longer than may be kept. @param {string} typed
 * @returns {{name: string, isCut: boolean}} */
export function takenName(typed) {
  const plain = withoutUnseen(typed).replace(/[\s\u0000-\u001f\u007f]+/g, " ").trim();
  const name = shortened(plain, RUN_LIMITS.name);
  return { name, isCut: name !== plain };
}

/** @param {{name: string}} run */
export function shownName(run) {
  return withoutUnseen(run.name) || words.unnamed;
}
