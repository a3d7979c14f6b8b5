// @ts-check
/** The script of the page of all that is kept: makes the elements known, once all of them are there. */
import { define } from "../shared/define.js";
import "./lists-text.js";
import { KeptHere } from "../shared/keeping/kept-here.js";
import { SaveWays } from "../shared/save-ways.js";
import { MyDrafts } from "./my-drafts.js";
import { MyRuns } from "./my-runs.js";

define("kept-here", KeptHere);
define("save-ways", SaveWays);
define("my-runs", MyRuns);
define("my-drafts", MyDrafts);
