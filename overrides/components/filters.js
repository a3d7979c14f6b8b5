// @ts-check
/** The script of pages on which tables or cards can be filtered. */
import "./filter-cards.js";
import "./filter-table.js";
