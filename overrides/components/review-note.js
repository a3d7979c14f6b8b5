// @ts-check
/**
 * <review-note due="2027-01-31" hidden>…</review-note>
 * Shows itself once its day has come, on a site that was built before that day too.
 */
class ReviewNote extends HTMLElement {
  connectedCallback() {
    const now = new Date();
    const today = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
    if ((this.getAttribute("due") ?? "9999") <= today) this.hidden = false;
  }
}

customElements.define("review-note", ReviewNote);
