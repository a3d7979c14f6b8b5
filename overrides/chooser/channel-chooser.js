// @ts-check
/**
 * <channel-chooser><form data-part="questions" hidden>…</form><section data-part="advice" hidden>…</section></channel-chooser>
 * Asks one question at a time, and shows in its place the row (`[data-row]`, all of which can be read without a script) that
 * the answers lead to; before that, as soon as every row left has the same first channel, what all of them have in common. A finger or a mouse that answers goes on at once; who answers with
 * keys goes on by Enter or the button. The answers stand behind the # of the address, where they can be shared; the browser's way
 * back takes the last answer back.
 *
 * @typedef {Record<string, string>} Given answers by question
 */
import { setAddress } from "../shared/address.js";
import { define } from "../shared/define.js";
import { keyOf } from "../shared/keys.js";
import { say, words } from "../shared/words.js";

/** Down to where the header covers the page. */
const COVERED = 60;
/** So few cases that are left each say why; of more, what the channel suits is said. */
const FEW = 3;

class ChannelChooser extends HTMLElement {
  /** The number of the question that is shown; -1 while it is the advice. */
  at = 0;
  byKeys = false;
  /** What the address had behind its # when it was last read or written. */
  there = "";

  connectedCallback() {
    this.form = /** @type {HTMLFormElement} */ (this.place("questions"));
    this.questions = [...this.form.querySelectorAll("fieldset")];
    this.rows = [...this.querySelectorAll("[data-row]")].map((element) => ({
      element: /** @type {HTMLElement} */ (element),
      cases: /** @type {Record<string, string[]>[]} */ (JSON.parse(element.getAttribute("data-when") ?? "[]")),
    }));
    this.form.addEventListener("change", (event) => this.answer(/** @type {HTMLInputElement} */ (event.target).name));
    this.addEventListener("keydown", (event) => {
      this.byKeys = true;
      this.toggleAttribute("keys", true);
      const isAnswer = event.target instanceof HTMLInputElement && event.target.checked;
      if (isAnswer && keyOf(event) === "Enter") this.go(this.onward());
    });
    this.addEventListener("pointerdown", () => {
      this.byKeys = false;
      this.toggleAttribute("keys", false);
    });
    this.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button[data-do]") : null;
      const what = button?.getAttribute("data-do");
      if (what === "next") this.goOn();
      if (what === "more") this.go(this.following());
      if (what === "back") this.go(this.before());
      if (what === "reset") this.reset();
    });
    addEventListener("popstate", () => location.hash !== this.there && this.read());
    this.form.hidden = false;
    this.read();
  }

  /** Whether a question is answered. @param {HTMLFieldSetElement} question */
  isAnswered(question) {
    return Boolean(question.querySelector("input:checked"));
  }

  /** The next question that is open, round about; else the next one. */
  following() {
    const all = this.questions ?? [], inTurn = all.map((_, number) => (this.at + 1 + number) % all.length);
    return inTurn.find((number) => this.isOpen(all[number])) ?? inTurn[0];
  }

  /** Whether a question has no answer, and one could still change the advice, where there is some: by the rows it leaves, their time, or what may be sent. @param {HTMLFieldSetElement} question */
  isOpen(question) {
    const name = question.dataset.question ?? "", given = this.given(), { isFound, left = [] } = this;
    if (name in given) return false;
    return !isFound || left.some((row) => (row.querySelector(`[data-times="${name}"]`)?.children.length ?? 0) > 1)
      || [...question.querySelectorAll("input")].some((input) => input.dataset.level || this.leftBy({ ...given, [name]: input.value }).length < left.length);
  }

  /** Where the button leads: to the advice, where there is some and no later question is skipped to; else to the next question. */
  onward() {
    const all = this.questions ?? [], isSkipped = !this.isAnswered(all[this.at]) && all.slice(this.at + 1).some((each) => this.isOpen(each));
    return this.isFound && !isSkipped ? -1 : this.following();
  }

  /** Go on; who comes round to what was passed before is told what decides it. */
  goOn() {
    const to = this.onward();
    this.place("damaged").textContent = to >= 0 && to <= this.at && !this.isFound ? words.chooser_undecided : "";
    this.go(to);
  }

  /** The question before; from the advice, the last one with an answer. */
  before() {
    const all = this.questions ?? [];
    return this.at > 0 ? this.at - 1 : all.length - 1 - [...all].reverse().findIndex((question) => this.isAnswered(question));
  }

  /** Show a question, or the advice, where the reader's eyes and keys are. @param {number} to */
  go(to) {
    this.at = to;
    this.show();
    this.come();
  }

  /** Bring the reader's eyes and keys to the question that is shown, or to the advice. */
  come() {
    const place = this.at < 0 ? this.place("advice").querySelector("h2") : this.questions?.[this.at];
    place?.focus({ preventScroll: true });
    if (this.place("said").getBoundingClientRect().top < COVERED || (place?.getBoundingClientRect().top ?? 0) > innerHeight) this.scrollIntoView();
  }

  /** @param {string} name @returns {HTMLElement} */
  place(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-part="${name}"]`));
  }

  /** Every answer that is chosen. */
  chosen() {
    return [.../** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll("input:checked"))];
  }

  /** The same, by question. @returns {Given} */
  given() {
    return Object.fromEntries(this.chosen().map((input) => [input.name, input.value]));
  }

  /** Take over what the address says, and say so where part of it means nothing here. */
  read() {
    this.there = location.hash;
    const hash = this.there.slice(1);
    // A place on the page, such as the table: the answers stay as they are.
    if (hash && !hash.includes("=") && document.getElementById(hash)) return;
    const said = new Map([...new URLSearchParams(hash)].filter(([, answer]) => answer));
    for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll("input"))) input.checked = said.get(input.name) === input.value;
    const understood = Object.keys(this.given()).length;
    this.place("damaged").textContent = hash && understood !== hash.split("&").length ? words.chooser_damaged : "";
    this.lastAsked = "";
    this.find();
    // What is open before the last answer was skipped, unless an answer was lost.
    this.at = this.place("damaged").textContent ? -1 : this.questions?.map((question) => this.isAnswered(question)).lastIndexOf(true) ?? -1;
    this.at = this.isFound ? -1 : this.following();
    this.show();
  }

  /** Put the answers into the address; a question that is answered anew at once adds no step to the way back. @param {string} question */
  answer(question) {
    const hash = this.there = `#${new URLSearchParams(this.given())}`;
    this.place("damaged").textContent = "";
    this.find();
    if (!this.byKeys) this.at = this.onward();
    this.show();
    // Only now: with a new address the browser looks for what has changed, and finds it all at once.
    setAddress(hash, question !== this.lastAsked);
    this.lastAsked = question;
    if (!this.byKeys) requestAnimationFrame(() => this.come()); // The focus lays the page out: with the frame that does, and no task is long.
  }

  reset() {
    setAddress(location.pathname + location.search, true);
    this.read();
    this.querySelector("input")?.focus();
  }

  /** Find the rows that the answers leave, and whether they say by which channel. */
  find() {
    const given = Object.keys(this.given());
    this.left = this.leftBy(this.given());
    this.isFound = given.length > 0 && new Set(this.left.map((row) => row.dataset.channel)).size === 1;
    return given;
  }

  /** The rows that answers leave. @param {Given} given */
  leftBy(given) {
    const isMet = (/** @type {Record<string, string[]>} */ one) => Object.entries(given).every(([question, answer]) => one[question]?.includes(answer) ?? true);
    return (this.rows ?? []).filter(({ cases }) => cases.some(isMet)).map(({ element }) => element);
  }

  /** Show what the answers lead to, or how many questions are left. */
  show() {
    const given = this.find();
    const { at, isFound = false, left = [] } = this, all = this.questions ?? [], open = at < 0 && all.some((question) => this.isOpen(question));
    this.toggleAttribute("found", isFound);
    this.place("advice").hidden = !isFound || at >= 0;
    all.forEach((question, number) => { question.hidden = number !== at; });
    const shown = { back: at ? given.length > 0 || at > 0 : false, more: open, reset: given.length > 0, next: at >= 0 };
    for (const [name, isShown] of Object.entries(shown)) this.querySelector(`button[data-do=${name}]`)?.toggleAttribute("hidden", !isShown);
    const next = this.querySelector("button[data-do=next]");
    if (next && at >= 0) next.textContent = words[this.onward() < 0 ? "chooser_show" : this.isAnswered(all[at]) ? "chooser_next" : "chooser_skip"];
    const link = /** @type {HTMLAnchorElement} */ (this.querySelector(".link-here"));
    link.href = this.there;
    link.hidden = this.place("advice").hidden;
    if (isFound) this.fill(left);
    this.place("chosen").textContent = at < 0 ? "" : this.names().join(" · ");
    this.place("said").textContent = isFound ? this.found(left) : words.chooser_begin;
  }

  /** What was found, in a sentence. @param {HTMLElement[]} rows */
  found(rows) {
    const times = /** @type {HTMLElement | null} */ (rows[0].querySelector("[data-times]"));
    const time = times && this.oneTime(times) ? this.place("time").textContent : ""; // Several, each with its urgency, are told by the card alone.
    const chip = this.place("first").querySelector(".chip"), to = copies(rows, "[data-call]");
    const channel = chip?.textContent?.trim(), who = to.map((each) => each instanceof HTMLElement && each.dataset.who).join(" / ");
    return say(time ? "chooser_found_time" : "chooser_found", {
      channel: who && chip?.classList.contains("channel--phone") ? say("chooser_call", { channel, who }) : channel,
      owed: this.place("owed").textContent, time,
    });
  }

  /** What is chosen, “For: A customer” each. */
  names() {
    return this.chosen().map((input) => say("chooser_case", {
      question: input.closest("fieldset")?.dataset.label,
      answer: input.parentElement?.querySelector("strong")?.textContent,
    }));
  }

  /** Copy into the card what all of these rows of the table say. @param {HTMLElement[]} rows */
  fill(rows) {
    const [row] = rows;
    this.place("title").textContent = rows.length > 1 ? "" : row.querySelector("[data-title]")?.textContent ?? "";
    this.place("given").textContent = this.names().join(" · ");
    const suits = /** @type {HTMLTemplateElement | null} */ (this.querySelector(`template[data-suits="${row.dataset.channel}"]`));
    this.place("first").replaceChildren(...copies([row], "[data-channels] li:first-child > .chip"));
    this.place("channels").replaceChildren(reasonsOf(rows, rows.length > FEW ? suits : null));
    this.set("call", copies(rows, "[data-call] > p"));
    this.set("number", copies(rows, "[data-number] > p"));
    const [times, ...others] = rows.map((each) => /** @type {HTMLElement | null} */ (each.querySelector("[data-times]")));
    const isOne = times && others.every((each) => each && each.dataset.owed === times.dataset.owed && this.time(each) === this.time(times));
    this.place("owed").textContent = isOne ? times.dataset.owed ?? "" : "";
    this.set("time", isOne ? [document.createTextNode(this.time(times))] : []);
    const level = this.chosen().map((input) => input.dataset.level).find(Boolean);
    const limits = /** @type {HTMLTemplateElement | null} */ (this.querySelector(`template[data-limits="${level} ${row.dataset.channel}"]`));
    this.set("limits", limits ? [limits.content.cloneNode(true)] : []);
    for (const name of ["template", "checklist", "contact", "scenario"]) {
      const links = copies(rows, `[data-${name}]`).filter((item) => this.isFor(/** @type {HTMLElement} */ (item))).map((item) => {
        const line = document.createElement("div");
        line.append(...copies([/** @type {HTMLElement} */ (item)], name === "contact" ? "[data-line]" : "a").flatMap((link, number) => (number ? [" ", link] : [link])));
        return line;
      });
      this.set(name === "scenario" ? "scenarios" : name, links);
    }
  }

  /** Whether it is about whom one asks for, or anybody may be. @param {HTMLElement} item */
  isFor(item) {
    const given = this.given(), people = (item.dataset.for ?? "").split(" ").filter(Boolean).map((each) => each.split("="));
    return !people.length || people.some(([question, answer]) => (given[question] ?? answer) === answer);
  }

  /** The only time, or that of the urgency that was answered. @param {HTMLElement} times */
  oneTime(times) {
    const urgency = this.given()[times.dataset.times ?? ""];
    return times.querySelector(`:scope > [data-time], [data-answer~="${urgency}"] [data-time]`);
  }

  /** How soon an answer is owed: at the urgency that was answered, else at each. @param {HTMLElement} times @returns {string} */
  time(times) {
    const one = this.oneTime(times);
    return (one ? [one] : [...times.children]).map((item) => item.textContent?.trim()).join(" · ");
  }

  /** Fill one line of the card, which goes where there is nothing to say. @param {string} name @param {Node[]} nodes */
  set(name, nodes) {
    const place = this.place(name);
    place.replaceChildren(...nodes);
    place.parentElement?.toggleAttribute("hidden", !nodes.length);
  }
}

/**
 * Why the first of the cases has its channel, and which comes next; of the others, which are rarer, that is folded. What the channel suits stands for the reasons of many.
 * @param {HTMLElement[]} rows @param {HTMLTemplateElement | null} suits
 */
function reasonsOf(rows, suits) {
  const reasons = document.createDocumentFragment(), said = new Set();
  rows.forEach((row, number) => {
    const line = document.createElement("p"), fold = document.createElement("details"), summary = document.createElement("summary");
    line.className = "choices__because";
    line.textContent = row.querySelector(".choices__because")?.textContent ?? "";
    const list = /** @type {HTMLElement} */ (row.querySelector("[data-channels] > *")?.cloneNode(true));
    list.firstElementChild?.remove();
    const why = suits ? number ? [] : [suits.content.cloneNode(true)] : [line];
    const next = list.childElementCount && !said.has(list.innerHTML) ? [list] : [];
    said.add(list.innerHTML);
    fold.className = "folded";
    summary.textContent = row.querySelector("[data-title]")?.textContent ?? "";
    if (!number) return reasons.append(...why, ...next);
    fold.append(summary, ...why, ...next);
    if (fold.childElementCount > 1) reasons.append(fold);
  });
  return reasons;
}

/** Copies of what a selector finds in the first of these places and the others have as well, in order, whomever each place offers it to. @param {Element[]} places @param {string} selector */
function copies([first, ...others], selector) {
  const isEverywhere = (/** @type {Element} */ one) =>
    others.every((place) => [...place.querySelectorAll(selector)].some((each) => each.innerHTML === one.innerHTML));
  return [...first.querySelectorAll(selector)].filter(isEverywhere).map((each) => each.cloneNode(true));
}

define("channel-chooser", ChannelChooser);
