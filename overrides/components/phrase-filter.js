// @ts-check
/**
 * <phrase-filter count="[n] of [all]" none="…"><form hidden><input type="radio" name="phrase-occasion">… <input name="phrase-tone">… <output></form></phrase-filter>
 * Shows the phrases for one occasion, in one tone, or both. What stands under the heading of an occasion goes with its table.
 */
import { showCount } from "../shared/counting.js";
import { define } from "../shared/define.js";
import { followAddress, putIntoAddress } from "../shared/filter-address.js";
import { partOf } from "../shared/parts.js";
import { fillIn } from "../shared/words.js";

class PhraseFilter extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form");
    if (!form) return;
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", () => {
      putIntoAddress(form);
      this.filter();
      this.toFirst();
    });
    followAddress(form, () => this.filter());
  }

  /** @param {string} name */
  chosen(name) {
    return /** @type {HTMLInputElement | null} */ (this.querySelector(`[name=phrase-${name}]:checked`))?.value ?? "";
  }

  /** Whoever chose anew further down begins at the top of what is shown. */
  toFirst() {
    const first = document.querySelector("#content > h2:not([hidden])");
    if (first && first.getBoundingClientRect().top < this.getBoundingClientRect().bottom) first.scrollIntoView();
  }

  filter() {
    const occasion = this.chosen("occasion"), tone = this.chosen("tone");
    const rows = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".phrases tr[data-tone]"));
    for (const row of rows) {
      const table = /** @type {HTMLElement | null} */ (row.closest("table"));
      row.hidden = Boolean((tone && row.dataset.tone !== tone) || (occasion && table?.dataset.occasion !== occasion));
    }
    for (const heading of document.querySelectorAll("#content > h2")) {
      const part = partOf(heading);
      const table = part.map((each) => each.querySelector("table.phrases")).find(Boolean);
      const isShown = table ? table.querySelector("tbody tr:not([hidden])") : !occasion;
      for (const each of part) each.toggleAttribute("hidden", !isShown);
    }
    const shown = [...rows].filter((row) => !row.hidden).length;
    for (const chosen of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("label:has(:checked)"))) {
      const row = chosen.closest("fieldset"); // Where it stands in one line, the chosen one is in sight.
      if (row) row.scrollLeft = chosen.offsetLeft - row.offsetLeft - (row.clientWidth - chosen.offsetWidth) / 2;
    }
    const output = this.querySelector("output");
    if (output) showCount(output, occasion || tone ? fillIn(this.getAttribute(shown ? "count" : "none") ?? "", { n: shown, all: rows.length }) : "");
  }
}

define("phrase-filter", PhraseFilter);
