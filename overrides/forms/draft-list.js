// @ts-check
/** The drafts of a form to choose from, by name. */
import { say, words } from "../shared/words.js";

/** @typedef {import("./drafts/draft.js").Draft} Draft */

/** @param {import("./form-filler.js").FormFiller} filler */
export function showDrafts(filler) {
  const { drafts, draft: mine } = filler.state;
  const isAlone = !drafts.length || (drafts.length === 1 && drafts[0].id === mine?.id);
  filler.one(".filler__draft-choice").hidden = isAlone;
  if (isAlone) return;
  const choice = /** @type {HTMLSelectElement} */ (filler.one("select[data-drafts]"));
  const options = [...(mine ? [] : [["", words.fill_new_option]]), ...drafts.map((draft) => [draft.id, nameOf(draft)])];
  const isThere = options.length === choice.length && options.every(([id, name], place) => choice.options[place].value === id && choice.options[place].text === name);
  if (!isThere) choice.replaceChildren(...options.map(([id, name]) => new Option(name, id)));
  choice.value = mine?.id ?? "";
}

/** It takes long to be made. @type {Intl.DateTimeFormat | undefined} */
let format;

/** What a draft is called; without a name of its own, by when it was changed. @param {Draft | null} draft */
export function nameOf(draft) {
  if (draft?.name) return draft.name;
  format ??= new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  return say("fill_unnamed", { n: format.format(new Date(draft?.changed ?? Date.now())) });
}
