// @ts-check
/** The script of the page of all that is kept: makes the elements known, once all of them are there. */
import "./lists-text.js";
import { KeptHere } from "../shared/keeping/kept-here.js";
import { SaveWays } from "../shared/save-ways.js";
import { MyDrafts } from "./my-drafts.js";
import { MyRuns } from "./my-runs.js";

customElements.define("kept-here", KeptHere);
customElements.define("save-ways", SaveWays);
customElements.define("my-runs", MyRuns);
customElements.define("my-drafts", MyDrafts);
