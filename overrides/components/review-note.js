// @ts-check
/**
 * <review-note due="2027-01-31" hidden>…</review-note>
 * Shows itself once its day has come, on a site that was built before that day too.
 */
import { today } from "../shared/day.js";
import { define } from "../shared/define.js";

class ReviewNote extends HTMLElement {
  connectedCallback() {
    if ((this.getAttribute("due") ?? "9999") <= today()) this.hidden = false;
  }
}

define("review-note", ReviewNote);
