// @ts-check
/**
 * What makes files and texts of a filled form, and reads Word files. It comes behind the form, as a script of its own, so that the
 * form is there sooner (`files-script.js`); it says nothing to anybody, for the form's words are gone from the page by then.
 */
export { calendarOf, hasEvents } from "./calendar.js";
export { cellName, fillExcel } from "./excel.js";
export { fillMail, htmlOf, mailtoOf, textOf } from "./mail.js";
export { fillMarkdown } from "./markdown.js";
export { fileNameOf } from "./names.js";
export { valuesOfLink } from "./prefill.js";
export { fileOf } from "./taking.js";
export { readWord } from "./word-read.js";
export { fillWord } from "./word.js";
