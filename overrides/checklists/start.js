// @ts-check
/** The script of pages with a checklist: makes the elements known, once all of them are there. */
import { define } from "../shared/define.js";
import { KeptHere } from "../shared/keeping/kept-here.js";
import { CheckList } from "./check-list.js";
import { RunPanel } from "./run-panel.js";

define("kept-here", KeptHere);
define("check-list", CheckList);
define("run-panel", RunPanel);
