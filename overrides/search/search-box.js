// @ts-check
/**
 * A box with what it finds: markup of `partials/search-box.html`. Before anything is typed it offers frequent questions and
 * the last searches; where nothing is found, ways on.
 *
 * @typedef {import("./searcher.js").Searcher} Searcher
 * @typedef {import("./searcher.js").Result} Result
 * @typedef {import("./engine.js").Head} Head
 * @typedef {import("./excerpt.js").Piece} Piece
 * @typedef {{root: string, page: string, template: HTMLTemplateElement}} Place Where the page stands, and how a result looks.
 */
import { showCount } from "../shared/counting.js";
import { fetchedPage } from "../shared/fetching.js";
import { pageAt } from "../shared/folder.js";
import { keyOf } from "../shared/keys.js";
import { forget, leave, leftHere, recent, remember } from "../shared/recent.js";
import { fillIn } from "../shared/words.js";
import { isToCall, saidOf, showAnswer } from "./answering.js";
import { group, part, put } from "./drawing.js";
import { Kinds } from "./kinds.js";
import { proseOf } from "./prose.js";
import { waysOn } from "./ways-on.js";

const HAN = /\p{sc=Han}/u;
const PAGES_READ = 3, PAUSE = 350;
/** How many are shown at most once the weak ones are asked for. */
const MOST_WIDE = 100;

export class SearchBox {
  /**
   * @param {HTMLElement} element @param {Searcher} searcher @param {Head} head @param {Place} place
   * @param {{most: number, signal: AbortSignal, shown?: (query: string) => void}} options
   *   how many results are shown, when the box is done with, and whom the page of all results tells of each query
   */
  constructor(element, searcher, head, place, options) {
    this.searcher = searcher;
    this.head = head;
    this.place = place;
    this.options = options;
    this.box = /** @type {HTMLInputElement} */ (element.querySelector("[role=combobox]"));
    this.said = /** @type {HTMLElement} */ (element.querySelector("[data-said]"));
    this.answer = /** @type {HTMLElement} */ (element.querySelector("[data-answer]"));
    this.list = /** @type {HTMLElement} */ (element.querySelector("[data-results]"));
    this.foot = /** @type {HTMLElement} */ (element.querySelector("[data-foot]"));
    this.active = -1;
    this.isToCall = false; // Whether somebody must be called: nobody is told then how long an answer may take.
    this.wide = ""; // Of which query the weak results are asked for, too.
    this.opens = false; // Whether the first result is to be opened once what was typed is answered.
    const { signal } = options;
    this.kinds = new Kinds(element, head.words, () => this.search(), signal);
    this.box.addEventListener("input", () => {
      this.opens = false;
      this.search();
    }, { signal });
    this.box.addEventListener("keydown", (event) => this.pressed(event), { signal });
    this.list.addEventListener("click", (event) => this.followed(event), { signal });
    this.searcher.addEventListener("grown", () => this.search(), { signal });
    this.box.value ||= leftHere();
    this.search();
  }

  get found() {
    return /** @type {HTMLAnchorElement[]} */ ([...this.list.querySelectorAll("[role=option]")]);
  }

  get query() {
    // Half a character, as a slip in pasting leaves it, can stand in no address.
    return this.box.value.trim().replace(/\p{Surrogate}/gu, "\ufffd");
  }

  async search() {
    const query = this.query;
    if (!query) {
      this.list.removeAttribute("aria-busy");
      this.offer();
      return;
    }
    this.list.setAttribute("aria-busy", "true");
    this.list.toggleAttribute("data-earlier", query !== this.answered); // What is shown answers what was typed before.
    const wide = this.wide === query;
    const answer = await this.searcher.ask({ query, wide, most: wide ? MOST_WIDE : this.options.most, kind: this.kinds.chosen }).catch(() => null);
    if (!answer) return this.searcher.fail();
    if (answer.overtaken || query !== this.query) return; // More was typed meanwhile.
    if (!(answer.count && (answer.sure || answer.card)) && this.searcher.isGrowing) { // It is asked again once the rest is there: what is only near would give way under the reader's finger.
      this.list.replaceChildren();
      this.answer.hidden = this.foot.hidden = true;
      showCount(this.said, this.head.words.growing);
      return;
    }
    if (!this.searcher.isGrowing) this.list.removeAttribute("aria-busy"); // Else it is asked again, and may find others.
    this.kinds.offer(answer.kinds, answer.kind);
    this.show(query, answer);
  }

  /** @param {string} query @param {{results: Result[], count: number, sure: boolean, card: import("./worker.js").Card | null, weaker: number}} answer */
  show(query, { results, count, sure, card, weaker }) {
    const words = this.head.words;
    this.options.shown?.(query);
    const chosen = query === this.answered && this.active > 0 ? this.found[this.active]?.href : undefined;
    this.answered = query;
    this.list.removeAttribute("data-earlier");
    const said = count ? fillIn(count === 1 ? words.one : words.many, { n: count }) : fillIn(results.length ? words.nearest : words.nothing, { q: shortened(query) });
    showCount(this.said, this.searcher.isPartial ? `${said} ${words.partial}` : said);
    this.isToCall = isToCall(card);
    const options = results.map((result) => this.option(result, card?.entry.url === result.entry.url && !("within" in (card.entry.answer ?? {}))));
    if (chosen && weaker && !options.some((option) => option.href === chosen)) { // What the reader stands on stays, as weak as it may be.
      this.wide = query;
      return void this.search();
    }
    this.list.replaceChildren(...(sure || card || !options.length ? options : [group(words.near, options)]));
    if (!this.options.shown && count > results.length) {
      this.list.append(this.link(`${this.place.page}#q=${encodeURIComponent(query)}`, fillIn(words.all, { n: count })));
    }
    this.foot.replaceChildren();
    if (!count) this.foot.append(...waysOn(this.head, this.place.root, shortened(query), results.length > 0));
    else if (weaker) this.offerWeaker(query, weaker);
    this.foot.hidden = !this.foot.hasChildNodes();
    showAnswer(this.answer, card, this.head, this.place.root);
    // Where the same query is answered anew, because more was loaded, the reader keeps the place.
    const place = chosen ? this.found.findIndex((option) => option.href === chosen) : -1;
    this.activate(place > 0 ? place : count ? 0 : -1);
    if (this.opens) {
      this.opens = false;
      this.found[this.active]?.click();
    }
    clearTimeout(this.pause);
    this.pause = setTimeout(() => {
      this.readPages(query, results);
      if (!sure && !this.kinds.chosen && !this.searcher.isGrowing) this.addStanding(query, results, count);
    }, PAUSE);
  }

  /** Below what is only near, the pages that hold the very words. @param {string} query @param {Result[]} results @param {number} count */
  async addStanding(query, results, count) {
    const { words } = this.head, pause = this.pause;
    const standing = await this.searcher.standing(query, results.map(({ entry }) => entry.url.split("#")[0]));
    if (!standing.length || query !== this.query || pause !== this.pause) return; // Something else is shown by now.
    for (const help of this.foot.querySelectorAll("p, ul")) help.remove(); // It would leave no room for them.
    this.list.append(group(words.standing, standing.map((result) => this.option(result))));
    showCount(this.said, count || this.searcher.isPartial ? `${this.said.textContent} · ${words.standing_said}` : words.standing_said);
    this.activate(this.active);
  }

  /** An option to be filled in, of this document: one of the template's resolves no address. */
  blank() {
    return /** @type {HTMLAnchorElement} */ (document.importNode(/** @type {Element} */ (this.place.template.content.firstElementChild), true));
  }

  /** One result as an option. @param {Result} result @param {boolean} [isAbove] Whether what it answers is shown already */
  option({ entry, title, also, text }, isAbove = false) {
    const option = this.blank();
    const words = this.head.words;
    option.href = `${this.place.root}/${entry.url}`;
    part(option, "kind").textContent = words[entry.kind];
    part(option, "kind").dataset.kind = entry.kind;
    put(part(option, "title"), title);
    const channel = entry.answer && "within" in entry.answer ? [entry.answer.label, this.isToCall ? "" : entry.answer.within].filter(Boolean).join(" · ") : "";
    part(option, "part").textContent = entry.section ?? (channel || entry.part);
    const [before, after] = words.also.split("[n]");
    const said = saidOf(entry, this.head);
    option.toggleAttribute("data-above", isAbove);
    if (!isAbove) put(part(option, "text"), said ? [[said, false]] : also.length ? [[before, false], ...also, [after, false]] : text);
    return option;
  }

  /** @param {string} address @param {string} text */
  link(address, text) {
    const option = this.blank();
    option.href = address;
    for (const name of ["kind", "part", "text"]) part(option, name).remove();
    part(option, "title").textContent = text;
    return option;
  }

  /** Where neither title nor text shows why, the page itself has the words: show its piece. @param {string} query @param {Result[]} results */
  async readPages(query, results) {
    const silent = results.map((result, number) => ({ ...result, number })).filter(({ found, terms, entry }) => !found && terms.length && entry.kind !== "contact").slice(0, PAGES_READ);
    for (const { entry, number, terms } of silent) {
      const page = await fetchedPage(`${this.place.root}/${entry.url}`).catch(() => null);
      const answer = await this.searcher.ask({ page: proseOf(page?.querySelector("article")), terms }).catch(() => null); // The results stand without it.
      if (query !== this.query) return;
      const option = this.found[number];
      if (answer?.pieces.length && option) {
        part(option, "text").replaceChildren();
        put(part(option, "text"), answer.pieces);
      }
    }
  }

  /** Before anything is typed. */
  offer() {
    const { words, frequent } = this.head;
    const isChinese = document.documentElement.lang.startsWith("zh");
    const last = recent().filter((query) => (HAN.test(query) ? isChinese : !isChinese || !query.includes(" "))); // Of one word, it is asked in either language.
    this.answered = "";
    showCount(this.said, "");
    this.answer.hidden = true;
    this.kinds.offer([], "");
    const questions = frequent.map(({ title, url }) => this.link(`${this.place.root}/${url}`, title));
    const searches = last.map((query) => {
      const option = this.link(`${this.place.page}#q=${encodeURIComponent(query)}`, query);
      option.dataset.query = query;
      return option;
    });
    this.list.replaceChildren(...(last.length ? [group(words.recent, searches)] : []), group(words.frequent, questions));
    this.foot.replaceChildren();
    if (last.length) {
      this.foot.append(this.button(words.erase, () => {
        forget();
        this.offer();
      }));
    }
    this.foot.hidden = !last.length;
    this.activate(-1);
  }

  /** @param {string} query @param {number} count */
  offerWeaker(query, count) {
    this.foot.append(this.button(fillIn(this.head.words.weaker, { n: count }), () => {
      this.wide = query;
      this.search();
    }));
  }

  /** @param {string} text @param {() => void} act after which the focus goes back to the box */
  button(text, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = text;
    button.addEventListener("click", () => {
      act();
      this.box.focus();
    });
    return button;
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const options = this.found, key = keyOf(event);
    if ((key === "ArrowDown" || key === "ArrowUp") && options.length) {
      event.preventDefault();
      const step = key === "ArrowDown" ? 1 : -1;
      this.activate((this.active + step + options.length) % options.length);
      options[this.active].scrollIntoView({ block: "nearest" });
    } else if (key === "Enter" && this.query && this.query !== this.answered) {
      event.preventDefault(); // What is shown answers what was typed before.
      this.opens = true;
    } else if (key === "Enter" && options[this.active]) {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) {
        remember(this.query);
        window.open(pageAt(options[this.active].href), "_blank", "noopener");
      } else options[this.active].click();
    } else if (key === "Escape" && this.query && !this.box.closest("dialog")) {
      this.box.value = "";
      this.search();
    }
  }

  /** @param {Event} event */
  followed(event) {
    const option = event.target instanceof Element ? event.target.closest("a") : null;
    if (!option) return;
    if (option.dataset.query !== undefined) {
      event.preventDefault();
      this.box.value = option.dataset.query;
      this.box.focus();
      this.search();
      return;
    }
    remember(this.query);
    const dialog = this.box.closest("dialog");
    if (!dialog || !(event instanceof MouseEvent) || event.ctrlKey || event.metaKey) return;
    if (this.query) leave();
    dialog.close(); // The link may lead to this very page.
  }

  /** @param {number} number of the option that Enter opens; -1 for none */
  activate(number) {
    this.active = number;
    const options = this.found;
    options.forEach((option, place) => {
      option.id = `${this.list.id}-${place}`;
      option.setAttribute("aria-selected", String(place === number));
    });
    this.box.setAttribute("aria-expanded", String(options.length > 0));
    if (options[number]) this.box.setAttribute("aria-activedescendant", options[number].id);
    else this.box.removeAttribute("aria-activedescendant");
  }
}

/** @param {string} query */
function shortened(query) {
  const signs = [...query];
  return signs.length > 60 ? `${signs.slice(0, 60).join("")}…` : query;
}
