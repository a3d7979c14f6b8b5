// @ts-check
/**
 * <contact-filter count="[n] of [all]" none="…" elsewhere="…" asking="who …" signs="….json"><form hidden><input type="search"> <output></form></contact-filter>
 * Shows the rows that hold every word typed, in their text or among their `data-words`, in whatever way both are written; words
 * that only ask who it is do not count. What fits best stands first, then what is called so, each in its group. Hides a heading without rows. Unfolds the row to which the address leads, and marks its group,
 * the only one that a phone shows, above the rows.
 */
import { offerSearch, showCount } from "../shared/counting.js";
import { namedIn } from "../shared/decoding.js";
import { define } from "../shared/define.js";
import { followAddress, putIntoAddress } from "../shared/filter-address.js";
import { holds, normal } from "../shared/folding.js";
import { hasChinese } from "../shared/han.js";
import { nameRows } from "../shared/row-names.js";
import { signsFor } from "../shared/simple-signs.js";
import { widen } from "../shared/widening.js";
import { fillIn } from "../shared/words.js";

/** What stands before the chosen group in the line of all, in pixels. */
const GAP = 60;

class ContactFilter extends HTMLElement {
  /** The row that stands open because it is the only one. @type {HTMLElement | null | undefined} */
  unfolded;

  connectedCallback() {
    const form = this.querySelector("form"), input = this.querySelector("input");
    if (!form || !input) return;
    this.input = input;
    form.hidden = false;
    this.groups = [...document.querySelectorAll(".contacts")].map((group) =>
      ({ group, heading: /** @type {Element} */ (group.previousElementSibling), rows: /** @type {HTMLElement[]} */ ([...group.children]) }));
    this.end = this.groups.at(-1)?.group.nextSibling;
    input.addEventListener("input", () => {
      putIntoAddress(form);
      this.filter();
    });
    nameRows(this.rows, "h3");
    this.watchGroups();
    addEventListener("hashchange", () => this.unfold());
    this.unfold();
    if (input.value) this.filter(); // The browser has kept what was typed before.
    followAddress(form, () => this.filter());
  }

  /** Once the groups above the rows are past, a line of them takes their place, and nothing moves. */
  watchGroups() {
    const groups = /** @type {HTMLElement | null} */ (document.querySelector(".contacts__groups"));
    if (groups) new IntersectionObserver(([{ isIntersecting, boundingClientRect: { top, height } }]) => {
      const isPast = !isIntersecting && top < 0;
      groups.style.minHeight = isPast ? `${height}px` : "";
      groups.classList.toggle("contacts__groups--past", isPast);
      const line = groups.querySelector("ul"), chosen = line?.querySelector("li:has([aria-current=true])");
      if (line && chosen && isPast) line.scrollLeft += chosen.getBoundingClientRect().left - line.getBoundingClientRect().left - GAP;
    }).observe(groups);
  }

  get rows() {
    return (this.groups ?? []).flatMap(({ rows }) => rows); // As they were given.
  }

  /** What is looked for: what was typed without what only asks who it is; if there is nothing else, all of it. @param {string} typed */
  wordsOf(typed) {
    const asking = (this.getAttribute("asking") ?? "").split(" ");
    const rest = asking.reduce((text, each) => (hasChinese(each) ? text.replaceAll(each, " ") : text), typed);
    const words = rest.split(/\s+/).map((word) => word.replace(/[?？。.！!，,]+$/, "")).filter((word) => word && !asking.includes(word));
    return (words.length ? words : typed.split(/\s+/).filter(Boolean)).map((word) => word.replace(/^([a-z]{3,})s$/, "$1")); // “invoices” begins as “invoice” does.
  }

  async filter() {
    const wanted = this.input?.value ?? "";
    const signs = hasChinese(wanted) ? await signsFor(this) : undefined;
    if (wanted !== this.input?.value) return; // More was typed meanwhile.
    const words = this.wordsOf(normal(wanted, signs)), rows = this.rows;
    const held = rows.filter((row) => words.every((word) => holds(normal(`${row.textContent} ${row.dataset.words}`, signs), word)));
    const isCalled = (/** @type {HTMLElement} */ row) => words.length && words.every((word) => holds(normal(row.querySelector("h3")?.textContent ?? "", signs), word));
    widen(words.join(" "), rows, (found) => {
      const called = held.filter(isCalled);
      this.show(wanted, rows, words.length ? [...held, ...found] : rows, found[0]);
      this.sort((row) => (row === found[0] ? 0 : called.includes(row) ? 1 : held.includes(row) ? 2 : 3));
    }, held);
  }

  /** @param {string} wanted @param {HTMLElement[]} rows @param {HTMLElement[]} left of them @param {HTMLElement} [best] of those */
  show(wanted, rows, left, best) {
    const shown = new Set(left);
    for (const row of rows) {
      row.hidden = !shown.has(row);
      row.toggleAttribute("data-best", row === best && shown.size > 1);
    }
    for (const group of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".contacts"))) {
      group.hidden = !group.querySelector(".contact:not([hidden])");
      const heading = group.previousElementSibling;
      if (heading instanceof HTMLHeadingElement) heading.hidden = group.hidden;
    }
    this.unfoldOnly(shown.size === 1 ? left[0] : undefined);
    const said = this.getAttribute(shown.size ? "count" : "none") ?? "";
    const output = this.querySelector("output");
    if (!output) return;
    showCount(output, wanted.trim() ? fillIn(said, { n: shown.size, all: rows.length }) : "");
    if (!shown.size) offerSearch(output, this.getAttribute("elsewhere"), wanted);
  }

  /** Put the lowest first within each group, and its group before the others. @param {(row: HTMLElement) => number} rank */
  sort(rank) {
    const order = (this.groups ?? []).map((each) => ({ ...each, rows: [...each.rows].sort((one, other) => rank(one) - rank(other)) }))
      .sort((one, other) => rank(one.rows[0]) - rank(other.rows[0]));
    const wanted = order.flatMap(({ group, heading }) => [heading, group]);
    const now = [...document.querySelectorAll(".contacts")].flatMap((group) => [group.previousElementSibling, group]);
    if (wanted.some((each, number) => each !== now[number])) for (const each of wanted) this.end?.parentNode?.insertBefore(each, this.end);
    for (const { group, rows } of order) if (rows.some((row, number) => row !== group.children[number])) group.append(...rows);
  }

  /** The only one that is left stands open, until it is one of several again. @param {HTMLElement} [row] */
  unfoldOnly(row) {
    const details = row?.querySelector("details");
    if (details === this.unfolded) return;
    this.unfolded?.removeAttribute("open");
    details?.setAttribute("open", "");
    this.unfolded = details;
  }

  unfold() {
    const row = document.getElementById(namedIn(location.hash));
    const details = row?.closest(".contact")?.querySelector("details"); // The id may be an earlier one, which stands within.
    if (details) details.open = true;
    const shown = (row?.closest(".contacts") ?? row?.nextElementSibling)?.matches(".contacts") ? row : this.rows[0];
    const heading = shown?.closest(".contacts")?.previousElementSibling ?? shown;
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".contacts__groups a"))) link.setAttribute("aria-current", String(link.hash === `#${heading?.id}`));
  }
}

define("contact-filter", ContactFilter);
