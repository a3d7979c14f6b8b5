// @ts-check
/**
 * <phrase-filter asks count="[n] of [all]" none="…" elsewhere="…" signs="….json"><form hidden><input type="search"> <input type="radio" name="phrase-occasion">… <output></form></phrase-filter>
 * Shows the phrases for one occasion, in one tone, with each word typed in them or in the name of their occasion, or all three; what is never said, by its words alone. What stands under the
 * heading of an occasion goes with its table. On a phone, where all of them are some twenty windows long, the first occasion alone is shown until something is chosen or typed.
 */
import { offerSearch, showCount } from "../shared/counting.js";
import { namedIn } from "../shared/decoding.js";
import { define } from "../shared/define.js";
import { followAddress, putIntoAddress } from "../shared/filter-address.js";
import { holds, normal } from "../shared/folding.js";
import { hasChinese } from "../shared/han.js";
import { partOf } from "../shared/parts.js";
import { nameRows } from "../shared/row-names.js";
import { signsFor } from "../shared/simple-signs.js";
import { heldBy, wordsOf } from "../shared/typed.js";
import { widen } from "../shared/widening.js";
import { fillIn } from "../shared/words.js";

const narrow = matchMedia("screen and (max-width: 47.99em)");

class PhraseFilter extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form"), input = this.querySelector("input");
    if (!form || !input) return;
    this.input = input;
    form.hidden = false;
    form.addEventListener("input", ({ target }) => {
      putIntoAddress(form, target !== input);
      if (target === input) this.find();
      else this.filter();
      this.toFirst();
    });
    nameRows(document.querySelectorAll("#content tr[id]"), "th");
    followAddress(form, () => this.find());
    narrow.addEventListener("change", () => this.filter());
    addEventListener("hashchange", () => this.showTarget());
    addEventListener("beforeprint", () => this.filter(true));
    addEventListener("afterprint", () => this.filter());
    this.find();
    this.showTarget();
  }

  /** @type {string | undefined} what is said while the first occasion alone is shown */
  first = undefined;

  /** @type {Set<HTMLElement> | undefined} the rows that what is typed leaves */
  left = undefined;

  /** What is typed, in whatever way both are written, and what the search finds by it. */
  async find() {
    const wanted = this.input?.value ?? "";
    const signs = hasChinese(wanted) ? await signsFor(this) : undefined;
    if (wanted !== this.input?.value) return; // More was typed meanwhile.
    const words = wordsOf(wanted, signs), rows = this.rows;
    const { held, near } = heldBy(rows, words, (row) => {
      const occasion = normal(this.occasionOf(row), signs);
      return `${normal(row.textContent ?? "", signs)} ${occasion} ${words.filter((word) => holds(occasion, stemOf(word))).join(" ")}`;
    });
    widen(wanted, rows, (found) => {
      this.left = words.length ? new Set([...held, ...found]) : undefined;
      this.filter();
    }, held, near);
  }

  get rows() {
    return /** @type {HTMLElement[]} */ ([...document.querySelectorAll("#content tr[id]")]);
  }

  /** The name of a phrase's occasion; of what is never said there is none. @param {HTMLElement} row */
  occasionOf(row) {
    const occasion = row.closest("table")?.dataset.occasion;
    return occasion ? this.querySelector(`[name=phrase-occasion][value="${occasion}"]`)?.parentElement?.textContent ?? "" : "";
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
    if (this.input) this.input.value = "";
    this.left = undefined;
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
    const occasion = this.chosen("occasion"), tone = this.chosen("tone"), { left, rows } = this;
    for (const row of rows) {
      const table = /** @type {HTMLElement | null} */ (row.closest("table"));
      const isOther = (tone && row.dataset.tone && row.dataset.tone !== tone) || (occasion && table?.dataset.occasion !== occasion);
      row.hidden = Boolean(isOther || (left && !left.has(row)));
    }
    const asks = narrow.matches && !onPaper && !occasion && !tone && !left;
    this.toggleAttribute("asks", asks);
    for (const heading of document.querySelectorAll("#content > h2")) {
      const part = partOf(heading), isFirst = heading.matches(":first-of-type");
      const isShown = part.some((each) => each.querySelector("tbody tr:not([hidden])")) && !(asks && tableOf(heading) && !isFirst);
      for (const each of part) each.toggleAttribute("hidden", !isShown);
    }
    const shown = rows.filter((row) => !row.hidden).length;
    for (const line of this.querySelectorAll("fieldset > div")) {
      const chosen = line.querySelector("label:has(:checked)"), frame = line.getBoundingClientRect(), box = chosen?.getBoundingClientRect();
      line.scrollLeft += box ? box.x + box.width / 2 - frame.x - frame.width / 2 : -line.scrollLeft; // Where they stand in one line, the chosen one is in sight.
    }
    const output = this.querySelector("output");
    if (!output) return;
    this.first ??= output.textContent ?? "";
    const said = asks ? this.first : occasion || tone || left ? fillIn(this.getAttribute(shown ? "count" : "none") ?? "", { n: shown, all: rows.length }) : "";
    if (said !== output.textContent) showCount(output, said);
    if (!shown && left) offerSearch(output, this.getAttribute("elsewhere"), this.input?.value ?? "");
  }
}

/** “apologise”, “apologize” and “apology” as “Apologising” begins. @param {string} word */
function stemOf(word) {
  return word.replace(/^([a-z]{4,}?)i?(?:[sz]?e[sd]?|[sz]?ing|y|s)$/, "$1");
}

/** The phrases of an occasion. @param {Element} heading */
function tableOf(heading) {
  return partOf(heading).map((each) => each.querySelector("table.phrases")).find(Boolean);
}

define("phrase-filter", PhraseFilter);
