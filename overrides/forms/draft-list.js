// @ts-check
/** The drafts of a form to choose from, by name, and which of them this window goes on with. */
import { atWork, noteAtWork } from "../shared/keeping/places.js";
import { languageHere, SIGNS } from "../shared/signs.js";
import { say, words } from "../shared/words.js";
import { calledBy } from "./drafts/draft.js";

/** @typedef {import("./drafts/draft.js").Draft} Draft */

/** The draft to go on with: the one on which this window worked, else the one changed last. @param {string} template @param {Draft[]} drafts */
export function draftToGoOnWith(template, drafts) {
  return drafts.find(({ id }) => id === atWork(template)) ?? drafts[0] ?? null;
}

/** @param {import("./form-filler.js").FormFiller} filler */
export function showDrafts(filler) {
  const { form, store, drafts, draft: mine } = filler.state;
  note(form.id, mine && store.keeping === "kept" ? mine.id : "");
  const isAlone = !drafts.length || (drafts.length === 1 && drafts[0].id === mine?.id);
  filler.one(".filler__draft-choice").hidden = isAlone;
  filler.write("[data-more-drafts]", isAlone ? "" : drafts.length > 1 ? say("fill_drafts_more", { n: drafts.length }) : words.fill_draft_one);
  if (isAlone) return;
  const choice = /** @type {HTMLSelectElement} */ (filler.one("select[data-drafts]"));
  const options = [...(mine ? [] : [["", words.fill_new_option]]), ...drafts.map((draft) => [draft.id, nameOf(draft, form.telling)])];
  const isThere = options.length === choice.length && options.every(([id, name], place) => choice.options[place].value === id && choice.options[place].text === name);
  if (!isThere) choice.replaceChildren(...options.map(([id, name]) => new Option(name, id)));
  choice.value = mine?.id ?? "";
}

/** What was noted last, so that no key asks the browser. */
let noted = "";

/** @param {string} template @param {string} id */
function note(template, id) {
  if (id !== noted) noteAtWork(template, id);
  noted = id;
}

/** It takes long to be made. @type {Intl.DateTimeFormat | undefined} */
let format;

/** What a draft is called; by when it was changed where neither a name nor an answer says more. @param {Draft | null} draft @param {string[]} [telling] the fields of such answers */
export function nameOf(draft, telling) {
  const called = draft && calledBy(draft, telling);
  if (called) return called;
  format ??= new Intl.DateTimeFormat(SIGNS[languageHere()].locale, { dateStyle: "medium", timeStyle: "short" });
  return say("fill_unnamed", { n: format.format(new Date(draft?.changed ?? Date.now())) });
}
