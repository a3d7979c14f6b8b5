// @ts-check
/** What an earlier version of the handbook kept gets its place, on whatever page a reader comes in. */
import { bringOver } from "../shared/keeping/site.js";

try {
  bringOver(localStorage);
} catch {
  // Storage is switched off: nothing was kept.
}
