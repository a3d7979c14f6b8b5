// @ts-check
/** The script of what takes a run along: fetched by run-panel.js when a hand nears its buttons. */
import { SaveWays } from "../shared/save-ways.js";

export { fileName } from "../shared/file-name.js";
export { revisionAfter } from "../shared/ics.js";
export { toJson } from "./exporting.js";
export { toCalendar, toCsv, toMarkdown, toText } from "./taking-along.js";

customElements.define("save-ways", SaveWays);
