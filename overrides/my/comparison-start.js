// @ts-check
/** The script of the page that lays the records of several people side by side. */
import { define } from "../shared/define.js";
import { RunComparison } from "./run-comparison.js";

define("run-comparison", RunComparison);
