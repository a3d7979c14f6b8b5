// @ts-check
/**
 * <filter-table label="…" placeholder="…" count="[n] of [all]" none="…" elsewhere="…" sort="…" order="…" given="…" signs="….json"><table>…</table></filter-table>
 * Adds a box that filters the rows by their text, in whatever way both are written, and a button in each heading that sorts by it, up, down, and
 * as given, but for what is folded in a row; what is called as was typed, or the search finds best, stands first, or is of a group that is, or is marked where the order is one to look up by (`in-order`); where a phone shows the rows as cards, a list of the headings stands in for the buttons, if one sorts by number. A cell's `data-value` is sorted by as a number
 * where the heading says `data-sort="number"`; by a heading that says "none", whose cells are sentences, nothing is. A group of rows, each a tbody that begins with a `tr.table-group`, is named while it has rows to show.
 */
import { offerSearch, showCount } from "../shared/counting.js";
import { define } from "../shared/define.js";
import { followAddress, putIntoAddress } from "../shared/filter-address.js";
import { holds, normal } from "../shared/folding.js";
import { hasChinese } from "../shared/han.js";
import { nameRows } from "../shared/row-names.js";
import { signsFor } from "../shared/simple-signs.js";
import { heldBy, wordsOf } from "../shared/typed.js";
import { widen } from "../shared/widening.js";
import { fillIn } from "../shared/words.js";

const FEW_ROWS = 5;
let numbered = 0;
const isName = (/** @type {HTMLTableRowElement} */ row) => row.matches(".table-group");

/** 3 where a name is what was typed, 1 where it holds each word of it. @param {string} name @param {string[]} words */
function howCalled(name, words) {
  if (!words.length) return 0;
  return name === words.join(" ") ? 3 : Number(words.every((word) => holds(name, word)));
}

class FilterTable extends HTMLElement {
  isSorted = false;

  connectedCallback() {
    const table = this.querySelector("table");
    if (!table || this.querySelector(".table-filter")) return;
    this.table = table;
    this.groups = [...table.tBodies].map((body) => {
      const [named, rows] = [[...body.rows].filter(isName), [...body.rows].filter((row) => !isName(row))];
      return { body, named, rows };
    });
    this.rows = this.groups.flatMap(({ rows }) => rows);
    this.headings = [...(table.tHead?.rows[0].cells ?? [])];
    this.sortable = this.headings.filter(({ dataset }) => dataset.sort !== "none");
    nameRows(this.rows, "th");
    if (this.rows.length > FEW_ROWS) this.addTools();
    for (const heading of this.sortable) this.addSort(heading, heading.cellIndex);
  }

  addTools() {
    const input = document.createElement("input");
    Object.assign(input, { type: "search", autocomplete: "off", placeholder: this.getAttribute("placeholder") ?? "" });
    const output = document.createElement("output");
    const tools = document.createElement("div");
    input.name = "find" + [...document.querySelectorAll("filter-table")].indexOf(this); // Each table of a page has one of its own.
    input.addEventListener("input", () => {
      putIntoAddress(tools);
      this.filter(input, output);
    });

    tools.className = "table-filter";
    tools.append(this.labelled("label", input), output);
    if (this.querySelector("[data-sort=number]")) tools.append(this.labelled("order", this.orders()));
    output.htmlFor.add(input.id);
    this.prepend(tools);
    followAddress(tools, () => this.filter(input, output));
  }

  /** The headings to sort by, where rows are cards and one of them is more than names, which the box finds sooner. */
  orders() {
    const list = document.createElement("select");
    const sortable = this.sortable ?? [], names = [this.getAttribute("given"), ...sortable.map((heading) => heading.textContent)];
    list.append(...names.map((name) => new Option(name?.trim())));
    list.addEventListener("change", () => this.sort(sortable[list.selectedIndex - 1]?.cellIndex ?? -1, true));
    return list;
  }

  /** @param {string} attribute @param {HTMLElement} control */
  labelled(attribute, control) {
    control.id = `table-${attribute}-${++numbered}`;
    const label = document.createElement("label");
    label.htmlFor = control.id;
    label.textContent = this.getAttribute(attribute);
    const both = document.createElement("span");
    both.className = `table-filter__${attribute}`;
    both.append(label, control);
    return both;
  }

  /** @param {HTMLInputElement} input @param {HTMLOutputElement} output */
  async filter(input, output) {
    const wanted = input.value;
    const signs = hasChinese(wanted) ? await signsFor(this) : undefined;
    if (wanted !== input.value) return; // More was typed meanwhile.
    const words = wordsOf(wanted, signs);
    const rows = this.rows ?? [], by = (/** @type {(row: HTMLTableRowElement) => string} */ said) => heldBy(rows, words, (row) => normal(said(row), signs));
    const called = this.hasAttribute("by-name") ? by((row) => `${row.cells[0].textContent} ${row.dataset.also}`).held : [];
    const { held, near } = called.length ? { held: called, near: [] } : by((row) => {
      const folded = [...row.querySelectorAll("details, [data-folded]")].map((each) => each.textContent ?? "");
      return `${folded.reduce((all, each) => all.replace(each, ""), row.textContent ?? "")} ${row.dataset.also ?? ""}`;
    });
    const show = (/** @type {HTMLElement[]} */ found) => {
      if (wanted !== input.value) return;
      for (const row of rows) row.hidden = !held.includes(row) && !found.includes(row);
      const shown = rows.filter((row) => !row.hidden).length;
      const called = (/** @type {Node | null} */ name) => howCalled(normal(name?.textContent ?? "", signs).trim(), words);
      this.putFirst((row) => called(row.cells[0]) + (row === found[0] ? 0.9 : 0), (name) => 2 * called(name.cells[0].firstChild));
      this.nameGroups();
      if (this.table) this.table.hidden = !shown; // Heads of nothing.
      showCount(output, words.length ? fillIn(this.getAttribute(shown ? "count" : "none") ?? "", { n: shown, all: rows.length }) : "");
      if (!shown) offerSearch(output, this.getAttribute("elsewhere"), wanted);
    };
    if (called.length) show([]);
    else widen(wanted, rows, show, held, near);
  }

  /**
   * The rows that count most, and their groups, stand first, unless somebody has sorted them.
   * @param {(row: HTMLTableRowElement) => number} ofRow @param {(name: HTMLTableRowElement) => number} ofName
   */
  putFirst(ofRow, ofName) {
    if (this.hasAttribute("in-order")) return this.mark(ofRow);
    if (this.isSorted) return;
    const groups = (this.groups ?? []).map((group) => {
      const shown = group.rows.filter((row) => !row.hidden);
      return { ...group, most: shown.length ? Math.max(...shown.map(ofRow), ...group.named.map(ofName)) : 0 };
    });
    for (const { body, rows } of groups.sort((one, other) => other.most - one.most)) {
      body.append(...[...rows].sort((one, other) => ofRow(other) - ofRow(one)));
      this.table?.append(body);
    }
  }

  /** Where rows stand by letter, the first of those that count most is marked in its place. @param {(row: HTMLTableRowElement) => number} ofRow */
  mark(ofRow) {
    const rows = this.rows ?? [], shown = rows.filter((row) => !row.hidden && ofRow(row)), most = Math.max(...shown.map(ofRow));
    const best = shown.find((row) => ofRow(row) === most);
    for (const row of rows) row.toggleAttribute("data-best", row === best);
  }

  /** @param {HTMLTableCellElement} heading @param {number} column */
  addSort(heading, column) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.title = this.getAttribute("sort") ?? "";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const now = heading.getAttribute("aria-sort");
      this.sort(now === "descending" ? -1 : column, now !== "ascending");
    });
  }

  /** @param {number} column -1 for the order in which the rows were given @param {boolean} ascending */
  sort(column, ascending) {
    const collator = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });
    const heading = this.headings?.[column];
    const numeric = heading?.dataset.sort === "number";
    /** @param {HTMLTableRowElement} row */
    const value = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent?.trim() ?? "";
    const sorted = [...(this.rows ?? [])];
    if (heading) {
      sorted.sort((a, b) => (numeric ? Number(value(a)) - Number(value(b)) : collator.compare(value(a), value(b))));
    }
    if (!ascending) sorted.reverse();
    for (const other of this.headings ?? []) other.removeAttribute("aria-sort");
    heading?.setAttribute("aria-sort", ascending ? "ascending" : "descending");
    if (heading) this.table?.tBodies[0].append(...sorted);
    else for (const { body, rows } of this.groups ?? []) body.append(...rows);
    this.isSorted = Boolean(heading);
    this.nameGroups();
  }

  /** The names of groups, which say nothing of rows that stand in another order; nothing leads to one that is not named. */
  nameGroups() {
    for (const { body, named, rows } of this.groups ?? []) {
      const isEmpty = rows.every((row) => row.hidden), isNamed = !isEmpty && !this.isSorted;
      body.hidden = isEmpty && !this.isSorted;
      for (const name of named) name.hidden = !isNamed;
      const link = named.length && document.querySelector(`#content nav a[href="#${body.id || rows[0].id}"]`);
      if (link) link.parentElement?.toggleAttribute("hidden", !isNamed);
    }
  }
}

define("filter-table", FilterTable);
