// @ts-check
/**
 * <filter-table label="…" placeholder="…" count="[n] of [all]" none="…" sort="…"><table>…</table></filter-table>
 * Adds a box that filters the rows by their text, and a button in each heading that sorts by it. A cell's `data-value`
 * is sorted by as a number where the heading says `data-sort="number"`.
 */
let numbered = 0;

class FilterTable extends HTMLElement {
  connectedCallback() {
    const table = this.querySelector("table");
    if (!table || this.querySelector(".table-filter")) return;
    this.table = table;
    this.rows = [...table.tBodies[0].rows];
    if (this.rows.length > 5) this.addFilter();
    [...(table.tHead?.rows[0].cells ?? [])].forEach((heading, column) => this.addSort(heading, column));
  }

  addFilter() {
    const id = `table-filter-${++numbered}`;
    const row = document.createElement("div");
    row.className = "table-filter";
    const label = document.createElement("label");
    label.htmlFor = id;
    label.textContent = this.getAttribute("label");
    const input = document.createElement("input");
    Object.assign(input, { id, type: "search", autocomplete: "off", placeholder: this.getAttribute("placeholder") ?? "" });
    const output = document.createElement("output");
    output.htmlFor.add(id);
    input.addEventListener("input", () => this.filter(input.value, output));
    row.append(label, input, output);
    this.prepend(row);
  }

  /** @param {string} wanted @param {HTMLOutputElement} output */
  filter(wanted, output) {
    const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of this.rows ?? []) {
      const text = (row.textContent ?? "").toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) shown += 1;
    }
    const said = shown ? this.getAttribute("count") : this.getAttribute("none");
    output.textContent = words.length
      ? (said ?? "").replace("[n]", String(shown)).replace("[all]", String(this.rows?.length))
      : "";
  }

  /** @param {HTMLTableCellElement} heading @param {number} column */
  addSort(heading, column) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.title = this.getAttribute("sort") ?? "";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => this.sort(heading, column));
  }

  /** @param {HTMLTableCellElement} heading @param {number} column */
  sort(heading, column) {
    const ascending = heading.getAttribute("aria-sort") !== "ascending";
    const collator = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });
    const numeric = heading.dataset.sort === "number";
    /** @param {HTMLTableRowElement} row */
    const value = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent?.trim() ?? "";
    const sorted = [...(this.rows ?? [])].sort((a, b) =>
      numeric ? Number(value(a)) - Number(value(b)) : collator.compare(value(a), value(b)));
    if (!ascending) sorted.reverse();
    for (const other of this.table?.querySelectorAll("th[aria-sort]") ?? []) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", ascending ? "ascending" : "descending");
    this.table?.tBodies[0].append(...sorted);
  }
}

customElements.define("filter-table", FilterTable);
