// @ts-check
/** Values that come to a form from elsewhere: by a link, or in a file that was filled in before. Shown before use. */
import { setAddress } from "../shared/address.js";
import { moduleAt } from "../shared/fetching.js";
import { say, words } from "../shared/words.js";
import { drafts } from "./drafts/kept-drafts.js";
import { withFiles } from "./files-script.js";
import { leaving } from "./leaving.js";
import { fittedValues, noteOf, withCells } from "./fitting.js";
import { ownScript } from "./own-script.js";
import { valuesOfLink } from "./prefill.js";

/** Asks for an empty form, whatever was begun before. */
const NEW = "new";
const LARGEST_WORD = 20_000_000;
/** What is said where that which reads files could not be fetched. @type {Record<string, string>} */
const LACKING = { offline: "fill_not_taken", replaced: "fill_replaced" };

/** @typedef {import("./form-filler.js").FormFiller} FormFiller */

/** What the address has behind its `#`: a draft to go on with, or values for a new one. @param {FormFiller} filler */
export function followLink(filler) {
  const { values, ignored, cut, draft } = valuesOfLink(location.hash, filler.state.form);
  if (draft === null && !Object.keys(values).length && !ignored && !cut) return;
  setAddress(location.pathname + location.search); // So that the values do not come again.
  if (draft === "") return; // Only to open the form, such as in the other language.
  if (draft === NEW) {
    filler.state.work(null);
    return filler.tell(words.fill_new);
  }
  if (draft !== null) {
    const found = drafts.all.get(draft);
    if (found?.template === filler.state.form.id) filler.state.work(found);
    else filler.tell(words.fill_no_draft);
    return;
  }
  const notes = [...(ignored ? [say("fill_ignored", { n: ignored })] : []), ...(cut ? [words.fill_link_cut] : [])];
  if (Object.keys(values).length) filler.offer.open([words.fill_offer_link, ...notes].join(" "), [], null, values, () => filler.use(null, values));
  else filler.tell(notes.join(" "));
}

/** A file that is dropped on the form is opened. @param {FormFiller} filler @param {AbortSignal} signal */
export function takeDropped(filler, signal) {
  filler.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  }, { signal });
  filler.addEventListener("drop", (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    openWord(filler, file);
  }, { signal });
}

/** @param {FormFiller} filler @param {File} file */
export async function openWord(filler, file) {
  try {
    if (file.size > LARGEST_WORD) throw new Error("too_large");
    const { form } = filler.state, there = leaving(form, filler.state.values, filler.language); // As a file has it.
    const { values: read, unread = [] } = await readFile(await bytesOf(file), form, /** @type {any} */ (filler));
    const { values, cut } = fittedValues(form, withCells(form, read, there));
    const notes = [...unread, ...cut].map((each) => noteOf(form, each));
    const differing = Object.fromEntries(Object.entries(values).filter(([id, value]) => JSON.stringify(value) !== JSON.stringify(there[id])));
    if (!Object.keys(differing).length && !notes.length) return filler.tell(words.fill_word_same);
    const title = say(Object.keys(differing).length ? "fill_offer_word" : "fill_word_notes", { n: file.name });
    filler.offer.open(title, notes, there, differing, () => filler.use(filler.state.draft, differing));
  } catch (error) {
    const lacking = error instanceof Error && LACKING[error.message];
    if (lacking) return filler.tell(words[lacking]);
    const kind = error instanceof Error ? (error.cause && String(error.cause)) || error.message : "";
    const isOther = (error instanceof Error && error.cause && kind !== "encrypted") || kind === "other_form" || kind === "not_a_form";
    const known = isOther && filler.state.form.own?.format === "xlsx" ? "fill_word_not_excel" : `fill_word_${kind}`;
    filler.tell(`${words[known] ?? words.fill_word_damaged} ${words.nothing_changed}`);
  }
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {import("./answers.js").Form} form @param {{files: string, pdf: string}} scripts where what reads them is */
async function readFile(bytes, form, scripts) {
  if (!form.own) {
    try {
      return await withFiles(scripts.files, ({ readWord }) => readWord(bytes, form));
    } catch (error) {
      if (!(error instanceof Error) || error.cause !== "pdf") throw error;
      /** @type {typeof import("./pdf/pdf-read.js")} */
      const { readPdf } = await moduleAt(scripts.pdf);
      return await readPdf(bytes, form);
    }
  }
  const { readOwn } = await ownScript(form.own);
  return readOwn(bytes, /** @type {any} */ (form));
}

/** @param {File} file @throws {Error} `unreadable` for a folder, or a file that is gone or not allowed */
async function bytesOf(file) {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Error("unreadable");
  }
}
