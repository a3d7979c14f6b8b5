// @ts-check
/** The script of every page: the elements that any page can hold. */
import "./bring-over.js";
import "./colour-switch.js";
import "./copy-text.js";
import "./escaped-link.js";
import "./field-care.js";
import "./filter-cards.js";
import "./filter-table.js";
import "./glossary-term.js";
import "./language-switch.js";
import "./review-note.js";
import "./site-menu.js";
import "./template-download.js";
import "./unfolding.js";
import "../forms/form-opener.js";
import "../search/site-search.js";
