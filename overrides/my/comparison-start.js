// @ts-check
/** The script of the page that lays the records of several people side by side. */
import { RunComparison } from "./run-comparison.js";

customElements.define("run-comparison", RunComparison);
