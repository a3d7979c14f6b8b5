// @ts-check
/** The drafts of a form to choose from, by name. */
import { say, words } from "../shared/words.js";

/** @typedef {import("./drafts/draft.js").Draft} Draft */

/** @param {import("./form-filler.js").FormFiller} filler */
export function showDrafts(filler) {
  const { drafts, draft: mine } = filler.state;
  filler.one(".filler__draft-choice").hidden = !drafts.length || (drafts.length === 1 && drafts[0].id === mine?.id);
  const options = drafts.map((draft) => new Option(nameOf(draft), draft.id, false, draft.id === mine?.id));
  filler.one("select[data-drafts]").replaceChildren(...(mine ? [] : [new Option(words.fill_new_option, "", true, true)]), ...options);
}

/** What a draft is called; without a name of its own, by when it was changed. @param {Draft | null} draft */
export function nameOf(draft) {
  if (draft?.name) return draft.name;
  const when = new Date(draft?.changed ?? Date.now());
  const time = when.toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  return say("fill_unnamed", { n: time });
}
