// @ts-check
/** <fieldset data-kinds hidden><legend>…</legend></fieldset><template data-kind>…</template>: a choice among the kinds of what was found. */

/** So few are read at a glance. */
const FEW = 6;

export class Kinds {
  /** The kind alone of which results are shown; blank for all. */
  chosen = "";

  /** @param {HTMLElement} element around the box @param {Record<string, string>} words @param {() => void} changed @param {AbortSignal} signal */
  constructor(element, words, changed, signal) {
    this.words = words;
    this.place = /** @type {HTMLFieldSetElement} */ (element.querySelector("[data-kinds]"));
    this.template = /** @type {HTMLTemplateElement} */ (element.querySelector("template[data-kind]"));
    this.place.addEventListener("change", (event) => {
      this.chosen = event.target instanceof HTMLInputElement ? event.target.value : "";
      changed();
    }, { signal });
  }

  /** Offer the kinds that were found, with how many of each. @param {[string, number][]} counts @param {string} kind of what is shown */
  offer(counts, kind) {
    this.chosen = kind;
    const all = counts.reduce((sum, [, count]) => sum + count, 0);
    this.place.hidden = counts.length < 2 || (all < FEW && !kind);
    const focused = this.place.contains(document.activeElement);
    const legend = /** @type {Node} */ (this.place.querySelector("legend"));
    this.place.replaceChildren(legend, ...[/** @type {[string, number]} */ (["", all]), ...counts].map(([name, count]) => {
      const label = /** @type {HTMLElement} */ (this.template.content.firstElementChild?.cloneNode(true));
      const radio = /** @type {HTMLInputElement} */ (label.querySelector("input"));
      radio.value = name;
      radio.checked = name === kind;
      /** @type {HTMLElement} */ (label.querySelector("span")).textContent = `${this.words[name || "everything"]} ${count}`;
      return label;
    }));
    if (focused) /** @type {HTMLElement | null} */ (this.place.querySelector("input:checked"))?.focus();
  }
}
