// @ts-check
/** Makes the elements known, once all of them are there. */
import { CheckList } from "./check-list.js";
import { MyDrafts } from "./my-drafts.js";
import { MyRuns } from "./my-runs.js";
import { RunPanel } from "./run-panel.js";

customElements.define("check-list", CheckList);
customElements.define("run-panel", RunPanel);
customElements.define("my-runs", MyRuns);
customElements.define("my-drafts", MyDrafts);
