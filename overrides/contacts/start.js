// @ts-check
/** The script of the page with all contacts. */
import "./contact-filter.js";
