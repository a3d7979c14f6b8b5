// @ts-check
/**
 * <phrase-filter count="[n] of [all]" none="…"><form hidden><input type="radio" name="phrase-occasion">… <input name="phrase-tone">… <output></form></phrase-filter>
 * Shows the phrases for one occasion, in one tone, or both. What stands under the heading of an occasion goes with its table.
 * On a phone, where all of them are some twenty windows long, the occasions alone are shown until one or a tone is chosen.
 */
import { showCount } from "../shared/counting.js";
import { namedIn } from "../shared/decoding.js";
import { define } from "../shared/define.js";
import { followAddress, putIntoAddress } from "../shared/filter-address.js";
import { partOf } from "../shared/parts.js";
import { nameRows } from "../shared/row-names.js";
import { fillIn } from "../shared/words.js";

const narrow = matchMedia("screen and (max-width: 47.99em)");

class PhraseFilter extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form");
    if (!form) return;
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", () => {
      putIntoAddress(form, true);
      this.filter();
      this.toFirst();
    });
    nameRows(document.querySelectorAll("#content tr[id]"), "th");
    followAddress(form, () => this.filter());
    narrow.addEventListener("change", () => this.filter());
    addEventListener("hashchange", () => this.showTarget());
    addEventListener("beforeprint", () => this.filter(true));
    addEventListener("afterprint", () => this.filter());
    this.filter();
    this.showTarget();
  }

  /** What a link leads to is shown, whatever was chosen. */
  showTarget() {
    const target = document.getElementById(namedIn(location.hash));
    const part = target?.closest("#content > *");
    if (!target || !part || !target.closest("[hidden]")) return;
    const heading = [...document.querySelectorAll("#content > h2")].find((each) => partOf(each).includes(part));
    const table = /** @type {HTMLElement | null} */ (heading && tableOf(heading));
    this.choose("occasion", table?.dataset.occasion ?? "");
    this.choose("tone", "");
    this.filter();
    target.scrollIntoView();
  }

  /** @param {string} name @param {string} value */
  choose(name, value) {
    const option = /** @type {HTMLInputElement | null} */ (this.querySelector(`[name=phrase-${name}][value="${value}"]`));
    if (option) option.checked = true;
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

  /** @param {boolean} [onPaper] where nothing can be chosen any more */
  filter(onPaper) {
    const occasion = this.chosen("occasion"), tone = this.chosen("tone");
    const rows = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".phrases tr[data-tone]"));
    for (const row of rows) {
      const table = /** @type {HTMLElement | null} */ (row.closest("table"));
      row.hidden = Boolean((tone && row.dataset.tone !== tone) || (occasion && table?.dataset.occasion !== occasion));
    }
    const asks = narrow.matches && !onPaper && !occasion && !tone;
    this.toggleAttribute("asks", asks);
    for (const heading of document.querySelectorAll("#content > h2")) {
      const table = tableOf(heading);
      const isShown = table ? !asks && table.querySelector("tbody tr:not([hidden])") : !occasion;
      for (const each of partOf(heading)) each.toggleAttribute("hidden", !isShown);
    }
    const shown = [...rows].filter((row) => !row.hidden).length;
    for (const chosen of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("label:has(:checked)"))) {
      const row = chosen.closest("fieldset"), all = row?.querySelector("label");
      if (!row || !all) continue;
      row.scrollLeft = 0; // Where it stands in one line, the chosen one is in sight, behind the name of the line and “all”, which stay.
      const from = all.getBoundingClientRect().right, { left, width } = chosen.getBoundingClientRect();
      if (chosen !== all) row.scrollLeft = left - (from + row.getBoundingClientRect().right - width) / 2;
    }
    const output = this.querySelector("output");
    if (output) showCount(output, occasion || tone ? fillIn(this.getAttribute(shown ? "count" : "none") ?? "", { n: shown, all: rows.length }) : "");
  }
}

/** The phrases of an occasion. @param {Element} heading */
function tableOf(heading) {
  return partOf(heading).map((each) => each.querySelector("table.phrases")).find(Boolean);
}

define("phrase-filter", PhraseFilter);
