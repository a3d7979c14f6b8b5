// @ts-check
/**
 * <my-office hidden><label>… <select><option value="">Head office</option> <option value="munich">…</select></label></my-office>
 * Lets the reader say to which office they belong, and shows of what stands on the page for each (`data-office`) what is theirs.
 */
import { define } from "../shared/define.js";
import { chooseOffice, officeHere, OFFICE_CHOSEN } from "../shared/office.js";

/** What may change the choice: in this page, in another tab, or while the page was left. */
const HEARD = [OFFICE_CHOSEN, "handbook-erased", "storage", "pageshow"];

class MyOffice extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.show = this.show.bind(this);
    this.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLSelectElement) chooseOffice(target.value);
    });
    for (const name of HEARD) addEventListener(name, this.show);
    this.show();
  }

  disconnectedCallback() {
    for (const name of HEARD) removeEventListener(name, this.show);
  }

  show() {
    const select = this.querySelector("select"), kept = officeHere();
    const office = [...(select?.options ?? [])].some(({ value }) => value === kept) ? kept : "";
    if (select) select.value = office;
    for (const each of document.querySelectorAll("[data-office]")) {
      each.toggleAttribute("hidden", each.getAttribute("data-office") !== office);
    }
  }
}

define("my-office", MyOffice);
