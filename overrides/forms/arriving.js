// @ts-check
/** Values that come to a form from elsewhere: by a link, or in a Word file that was filled in before. Shown before use. */
import { say, words } from "../shared/words.js";
import { drafts } from "./drafts/kept-drafts.js";
import { valuesOfLink } from "./prefill.js";
import { readWord } from "./word.js";

const LARGEST_WORD = 20_000_000;

/** @typedef {import("./form-filler.js").FormFiller} FormFiller */

/** What the address has behind its `#`: a draft to go on with, or values for a new one. @param {FormFiller} filler */
export function followLink(filler) {
  if (!location.hash.includes("=")) return;
  const wanted = new URLSearchParams(location.hash.slice(1)).get("draft");
  const { values, ignored } = valuesOfLink(location.hash, filler.form);
  history.replaceState(null, "", location.pathname + location.search);
  if (wanted === "") return; // Only to open the form, such as in the other language.
  if (wanted !== null) {
    const draft = drafts.all.get(wanted);
    if (draft?.template === filler.form.id) filler.work(draft);
    else filler.tell(words.fill_no_draft);
  } else if (Object.keys(values).length) {
    const note = ignored ? say("fill_ignored", { n: ignored }) : "";
    filler.offer.open(words.fill_offer_link, note, {}, values, () => filler.use(null, values));
  } else if (ignored) filler.tell(say("fill_ignored", { n: ignored }));
}

/** @param {FormFiller} filler @param {File} file */
export async function openWord(filler, file) {
  try {
    if (file.size > LARGEST_WORD) throw new Error("too_large");
    const { values } = await readWord(new Uint8Array(await file.arrayBuffer()), filler.form);
    const differing = Object.fromEntries(Object.entries(values).filter(([id, value]) =>
      filler.fields.has(id) && JSON.stringify(value) !== JSON.stringify(filler.values[id])));
    if (!Object.keys(differing).length) return filler.tell(words.fill_word_same);
    filler.offer.open(say("fill_offer_word", { n: file.name }), "", filler.values, differing, () => filler.use(filler.draft, differing));
  } catch (error) {
    const key = error instanceof Error ? `fill_word_${error.message}` : "";
    filler.tell(`${words[key] ?? words.fill_word_damaged} ${words.nothing_changed}`);
  }
}
