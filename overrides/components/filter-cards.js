// @ts-check
/**
 * <filter-cards count="[n] of [all]" none="…" elsewhere="…" signs="….json"><form hidden><input type="search"> <select name="audience">…</form> … <li data-audience="…">
 * Shows the cards that have each chosen word in the data attribute of the select's name and each typed one in their text or in `data-words`, in
 * whatever way both are written; what is called so stands first, then what fits best, each in its group; hides a heading without cards. Where it holds no card, it is about all of the page.
 */
import { offerSearch, showCount } from "../shared/counting.js";
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

class FilterCards extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form"), own = this.querySelectorAll("li.card");
    if (!form) return;
    form.hidden = false;
    /** As they were given. @type {HTMLElement[]} */
    this.cards = /** @type {HTMLElement[]} */ ([...(own.length ? own : document.querySelectorAll("#content li.card"))]);
    /** As they stand now. @type {HTMLElement[]} */
    this.order = this.cards;
    const within = (/** @type {Element[]} */ part) => (this.cards ?? []).filter((card) => part.some((each) => each.contains(card)));
    /** Each heading with what stands below it, and the cards of these. */
    this.groups = this.parts.map((part) => ({ part, cards: within(part) })).filter(({ cards }) => cards.length);
    this.end = this.groups.at(-1)?.part.at(-1)?.nextSibling ?? null;
    nameRows(this.cards, ".card__title", ".card__take a");
    form.addEventListener("input", () => {
      putIntoAddress(form);
      this.filter(form);
    });
    if ([...form.querySelectorAll("select, input")].some((given) => /** @type {HTMLInputElement} */ (given).value)) this.filter(form);
    followAddress(form, () => this.filter(form));
  }

  /** Each heading, and what stands below it. @returns {Element[][]} */
  get parts() {
    const own = [...this.querySelectorAll("section")].map((section) => [section]);
    return own.length ? own : [...document.querySelectorAll("#content > h2")].map(partOf);
  }

  /** @param {HTMLFormElement} form */
  async filter(form) {
    const wanted = form.querySelector("input")?.value ?? "";
    const signs = hasChinese(wanted) ? await signsFor(this) : undefined;
    if (wanted !== (form.querySelector("input")?.value ?? "")) return; // More was typed meanwhile.
    const chosen = [...form.querySelectorAll("select")].filter((select) => select.value);
    const cards = this.cards ?? [], words = wordsOf(wanted, signs);
    const isCalled = (/** @type {HTMLElement} */ card) => words.length > 0 && words.every((word) => holds(normal(card.querySelector(".card__title")?.textContent ?? "", signs), word));
    const { held, near } = heldBy(cards, words, (card) => normal(`${card.textContent} ${card.dataset.words ?? ""}`, signs));
    widen(wanted, cards, (found) => {
      for (const card of cards) {
        card.hidden = !(held.includes(card) || found.includes(card)) || !chosen.every((select) => (card.dataset[select.name] ?? "").split(" ").includes(select.value));
      }
      const rank = (/** @type {HTMLElement} */ card) => (isCalled(card) ? 1 : held.includes(card) ? 3 : 4) - Number(card === found[0]);
      this.sort((card) => (!wanted.trim() ? 0 : card.hidden ? 5 : rank(card)));
      this.tell(cards, wanted);
    }, held, near);
  }

  /** Put the lowest first within each group, and its group before the others. @param {(card: HTMLElement) => number} rank */
  sort(rank) {
    const by = (/** @type {HTMLElement} */ one, /** @type {HTMLElement} */ other) => rank(one) - rank(other);
    const groups = (this.groups ?? []).map(({ part, cards }) => ({ part, cards: [...cards].sort(by) })).sort(({ cards: [one] }, { cards: [other] }) => by(one, other));
    const order = groups.flatMap(({ cards }) => cards);
    if (order.every((card, place) => card === this.order?.[place])) return;
    this.order = order;
    for (const { part, cards } of groups) {
      for (const each of part) each.parentNode?.insertBefore(each, this.end ?? null);
      for (const card of cards) card.parentNode?.append(card);
    }
  }

  /** @param {HTMLElement[]} cards @param {string} wanted */
  tell(cards, wanted) {
    for (const part of this.parts) {
      const held = part.flatMap((each) => [...each.querySelectorAll("li.card")]);
      const isGone = held.length > 0 && held.every((card) => card.hasAttribute("hidden"));
      for (const each of part) each.toggleAttribute("hidden", isGone);
    }
    const shown = cards.filter((card) => !card.hidden).length;
    this.toggleAttribute("filtered", shown < cards.length); // Then what is found is all that is asked for.
    const said = shown ? this.getAttribute("count") : this.getAttribute("none");
    const output = this.querySelector("output");
    if (!output) return;
    showCount(output, fillIn(said ?? "", { n: shown, all: cards.length }));
    if (!shown && wanted.trim()) offerSearch(output, this.getAttribute("elsewhere"), wanted);
  }
}

define("filter-cards", FilterCards);
