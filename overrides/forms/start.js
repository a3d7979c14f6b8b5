// @ts-check
/** Makes the element known, once all that it needs is there; what makes and reads files can be called by itself too. */
import { FormFiller } from "./form-filler.js";

customElements.define("form-filler", FormFiller);

export { calendarOf } from "./calendar.js";
export { cellName, fillExcel } from "./excel.js";
export { fillMail, htmlOf, mailtoOf, textOf } from "./mail.js";
export { fillMarkdown } from "./markdown.js";
export { fileNameOf } from "./names.js";
export { fillWord, readWord } from "./word.js";
