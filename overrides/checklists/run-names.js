// @ts-check
/** The name of a run: as it is taken from the reader or a link, and as it is shown. */
import { shortened } from "../shared/keeping/sound.js";
import { withoutUnseen } from "../shared/unseen.js";
import { localTime } from "./due-items.js";
import { RUN_LIMITS } from "./run.js";

/** A name that was typed or came with a link, without what nobody sees, and no longer than may be kept. @param {string} typed
 * @returns {{name: string, isCut: boolean}} */
export function takenName(typed) {
  const plain = withoutUnseen(typed).replace(/[\s\u0000-\u001f\u007f]+/g, " ").trim();
  const name = shortened(plain, RUN_LIMITS.name);
  return { name, isCut: name !== plain };
}

/** Without a name of its own a run is known by when it was begun. @param {{name: string, started: number}} run */
export function shownName(run) {
  return withoutUnseen(run.name) || localTime(new Date(run.started));
}
