// @ts-check
/**
 * <contact-filter count="[n] of [all]" none="…" signs="….json"><form hidden><input type="search"> <output></form></contact-filter>
 * Shows the rows that hold every word typed, in their text or among their `data-words`, in whatever way both are written; hides a
 * heading without rows. Unfolds the row to which the address leads.
 */
import { fetchedText } from "../shared/fetching.js";
import { normal, simpleSigns } from "../shared/folding.js";
import { fillIn } from "../shared/words.js";

const CHINESE = /\p{Script=Han}/u;

class ContactFilter extends HTMLElement {
  /** @type {Promise<Map<string, string> | undefined> | undefined} */
  signs = undefined;

  connectedCallback() {
    const form = this.querySelector("form"), input = this.querySelector("input");
    if (!form || !input) return;
    this.input = input;
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    input.addEventListener("input", () => this.filter());
    addEventListener("hashchange", () => this.unfold());
    this.unfold();
    if (input.value) this.filter(); // The browser has kept what was typed before.
  }

  get rows() {
    return /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".contact")]);
  }

  /** The simplified sign of each traditional one, fetched when Chinese is first looked for; none where they cannot be had. */
  loadSigns() {
    this.signs ??= fetchedText(this.getAttribute("signs") ?? "").then(JSON.parse).then(simpleSigns, () => undefined);
    return this.signs;
  }

  async filter() {
    const wanted = this.input?.value ?? "";
    const signs = CHINESE.test(wanted) ? await this.loadSigns() : undefined;
    if (wanted !== this.input?.value) return; // More was typed meanwhile.
    const words = normal(wanted, signs).split(/\s+/).filter(Boolean), rows = this.rows;
    for (const row of rows) {
      const text = normal(`${row.textContent} ${row.dataset.words}`, signs);
      row.hidden = !words.every((word) => text.includes(word));
    }
    for (const group of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".contacts"))) {
      group.hidden = !group.querySelector(".contact:not([hidden])");
      const heading = group.previousElementSibling;
      if (heading instanceof HTMLHeadingElement) heading.hidden = group.hidden;
    }
    const shown = rows.filter((row) => !row.hidden).length;
    const said = this.getAttribute(shown ? "count" : "none") ?? "";
    const output = this.querySelector("output");
    if (output) output.textContent = words.length ? fillIn(said, { n: shown, all: rows.length }) : "";
  }

  unfold() {
    const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const details = row?.closest(".contact")?.querySelector("details"); // The id may be an earlier one, which stands within.
    if (details) details.open = true;
  }
}

customElements.define("contact-filter", ContactFilter);
