// @ts-check
/**
 * <review-note due="2027-01-31" hidden>…</review-note>
 * Shows itself once its day has come, on a site that was built before that day too.
 */
class ReviewNote extends HTMLElement {
  connectedCallback() {
    const due = Date.parse(this.getAttribute("due") ?? "");
    if (due <= Date.now()) this.hidden = false;
  }
}

customElements.define("review-note", ReviewNote);
