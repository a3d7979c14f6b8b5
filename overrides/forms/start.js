// @ts-check
/** Makes the elements known, once all that they need is there; what makes and reads files can be called by itself too. */
import { KeptHere } from "../shared/keeping/kept-here.js";
import { SaveWays } from "../shared/save-ways.js";
import { DraftTerms } from "./drafts/draft-terms.js";
import { FormFiller } from "./form-filler.js";

customElements.define("kept-here", KeptHere);
customElements.define("save-ways", SaveWays);
customElements.define("form-filler", FormFiller);
customElements.define("draft-terms", DraftTerms);

export { calendarOf } from "./calendar.js";
export { cellName, fillExcel } from "./excel.js";
export { fillMail, htmlOf, mailtoOf, textOf } from "./mail.js";
export { fillMarkdown } from "./markdown.js";
export { fileNameOf } from "./names.js";
export { valuesOfLink } from "./prefill.js";
export { readWord } from "./word-read.js";
export { fillWord } from "./word.js";
