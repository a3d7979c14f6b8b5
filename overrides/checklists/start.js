// @ts-check
/** The script of pages with a checklist: makes the elements known, once all of them are there. */
import { KeptHere } from "../shared/keeping/kept-here.js";
import { CheckList } from "./check-list.js";
import { RunPanel } from "./run-panel.js";

customElements.define("kept-here", KeptHere);
customElements.define("check-list", CheckList);
customElements.define("run-panel", RunPanel);
