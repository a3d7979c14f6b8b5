// @ts-check
/**
 * <practice-round questions="….json" root="…" pass-at="80">…</practice-round>
 * Asks the questions, which other pages have for reading, in rounds: mixed by a seed, answered one at a time. They come at the first sign
 * of a hand, and at once where there is something to go on with or to say of what is known. What was
 * wrong comes back sooner, after Leitner's system: a right answer moves a question one box on, a wrong one back to the
 * first, and a question in box n is asked again 2^(n-1) rounds later. A finger or a mouse answers by choosing; who chooses
 * with keys answers with Enter or the button.
 *
 * @typedef {import("./questions.js").Question} Question
 */
import { setAddress } from "../shared/address.js";
import { today } from "../shared/day.js";
import { atFirstHand } from "../shared/hand.js";
import { say, words } from "../shared/words.js";
import { printPage } from "../shared/handing-over.js";
import { keyOf } from "../shared/keys.js";
import { once } from "../shared/once.js";
import { tellIfReplaced } from "../shared/replaced.js";
import { nameHere } from "../shared/keeping/site.js";
import { keepMemory, learn, newMemory, PRACTICE, readMemory, replaceMemory } from "./memory.js";
import { certify, showPassed } from "./certificate.js";
import { keepPassed, keptPassed, PASSED } from "./passed.js";
import { missedRows } from "./missed.js";
import { choiceOf, fetchedQuestions, randomFrom, roundOf, showFrom, shuffled } from "./questions.js";
import { keepRound, keptRound, roundThere } from "./round.js";
import { KNOWN_BOX, topicRows } from "./topics.js";

/** Behind the # of an address: the round that is kept goes on at once, as from the other language. */
const ON = "#go-on";

export class PracticeRound extends HTMLElement {
  /** @type {import("./memory.js").Memory} */
  memory = newMemory();
  /** Whether anything may be kept where the memory is. */
  mayKeep = true;
  byKeys = false;
  /** The round that was passed last. @type {import("./passed.js").Passed | null} */
  passed = null;
  /** The questions of this round that were answered wrongly. @type {import("./missed.js").Missed[]} */
  missed = [];

  /** All that can be asked, once it has come. @type {Question[]} */
  questions = [];
  arrived = once(async () => {
    this.questions = await fetchedQuestions(this.getAttribute("questions") ?? "", this.getAttribute("root") ?? "");
    this.offerToGoOn();
    this.showTopics();
  });

  connectedCallback() {
    this.passAt = Number(this.getAttribute("pass-at"));
    ({ memory: this.memory, mayKeep: this.mayKeep } = readMemory());
    this.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button[data-do]") : null;
      if (button instanceof HTMLButtonElement) this.perform(button.dataset.do ?? "");
    });
    this.addEventListener("pointerdown", () => { this.byKeys = false; });
    this.addEventListener("keydown", (event) => {
      this.byKeys = true;
      if (!(event.target instanceof HTMLInputElement) || event.target.name !== "choice") return;
      this.piece("answer")?.removeAttribute("hidden");
      if (keyOf(event) !== "Enter") return;
      event.preventDefault(); // Else the same stroke presses the button that is focused next.
      this.answer();
    });
    this.piece("choices")?.addEventListener("change", () => this.byKeys || this.answer());
    this.piece("name-form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      certify(this);
    });
    const readAgain = () => {
      ({ memory: this.memory, mayKeep: this.mayKeep } = readMemory());
      this.showTopics();
      showPassed(this);
    };
    addEventListener("storage", ({ key }) => {
      if (key === null || [PRACTICE, PASSED].includes(nameHere(key) ?? "")) readAgain(); // Another tab answered, imported or erased.
    });
    addEventListener("pageshow", ({ persisted }) => {
      if (persisted) readAgain();
    });
    this.piece("start")?.removeAttribute("hidden");
    this.offerToGoOn();
    this.showTopics();
    showPassed(this);
    atFirstHand(this, () => this.arrived().catch(() => {})); // Who begins a round is told.
    if (location.hash !== ON) return;
    setAddress(location.pathname + location.search);
    this.onceThere(() => this.goOn());
  }

  /** Do what needs the questions, or say that they are not there; the button stays, to be pressed again. @param {() => void} act */
  async onceThere(act) {
    const buttons = [...this.querySelectorAll("[data-part=start] button")], busy = (/** @type {boolean} */ isBusy) => buttons.forEach((button) => button.setAttribute("aria-busy", `${isBusy}`));
    if (buttons[0]?.getAttribute("aria-busy") === "true") return;
    busy(true);
    const isThere = await this.arrived().then(() => true, () => false);
    busy(false);
    if (isThere) act();
    else if (!(await tellIfReplaced())) this.write("forgotten", words.practice_missing); // That says it itself.
  }

  /** What a link to the round that is under way has behind its `#`: what is kept names questions, not what they say. */
  get link() {
    return this.piece("question")?.hidden ? "" : ON;
  }

  /** A round that was left is gone on with by one button. */
  offerToGoOn() {
    const kept = this.kept = this.questions.length ? keptRound(new Set(this.questions.map(({ id }) => id))) : roundThere();
    this.piece("go-on")?.toggleAttribute("hidden", !kept);
    if (kept) this.write("go-on", say("practice_go_on", { n: kept.place + 1, all: kept.ids.length }));
  }

  goOn() {
    if (!this.kept) return;
    const named = (/** @type {string} */ id) => /** @type {Question} */ (this.questions.find((question) => question.id === id));
    const { seed, ids, place, score, missed, chosen } = this.kept;
    if (!place) this.memory.round += 1; // It counts from its first answer on.
    Object.assign(this, { seed, score, place: place - 1, round: ids.map(named), missed: missed.map((id, number) => ({ question: named(id), chosen: chosen?.[number] })) });
    this.begin();
    if (missed.length) this.write("forgotten", words.practice_earlier); // The reasons that one has seen are gone.
  }

  /** @param {string} name @returns {HTMLElement | null} */
  piece(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }

  /** @param {string} what */
  perform(what) {
    if (what === "start" || what === "again") this.onceThere(() => this.start());
    else if (what === "go-on") this.onceThere(() => this.goOn());
    else if (what === "answer") this.answer();
    else if (what === "next") this.next();
    else if (what === "print") this.print();
    else if (what === "forget") this.forget();
    else if (what === "undo") this.undo?.();
  }

  async print() {
    if (!(await printPage())) this.write("forgotten", words.print_refused);
  }

  forget() {
    const before = this.memory, passed = keptPassed();
    const become = (/** @type {import("./memory.js").Memory} */ memory, /** @type {import("./passed.js").Passed | null} */ kept, /** @type {string} */ said, /** @type {(() => void) | undefined} */ undo) => {
      this.memory = memory;
      keepRound(null);
      keepPassed(kept);
      showPassed(this);
      this.offerToGoOn();
      this.sayKept(this.mayKeep && replaceMemory(memory));
      this.showTopics();
      this.write("forgotten", said);
      this.undo = undo;
      this.piece("undo")?.toggleAttribute("hidden", !undo);
    };
    become(newMemory(), null, words.practice_forgotten, () => {
      become(before, passed, words.run_back, undefined);
      this.piece("forgotten")?.focus();
    });
    this.piece("undo")?.focus();
  }

  start() {
    const wanted = new URLSearchParams(location.hash.slice(1)).get("seed");
    this.seed = wanted && /^\d{1,9}$/.test(wanted) ? Number(wanted) : Math.floor(Math.random() * 1e6);
    this.memory.round += 1;
    this.round = roundOf(this.questions, this.memory, this.seed);
    this.place = -1;
    this.score = 0;
    this.missed = [];
    this.begin();
  }

  begin() {
    this.undo = undefined; // Another round has been begun: what was deleted can no longer be put in its place.
    this.piece("undo")?.setAttribute("hidden", "");
    for (const each of ["list", "start", "result", "topics"]) this.piece(each)?.setAttribute("hidden", "");
    this.next();
  }

  next() {
    this.write("forgotten", "");
    this.place = (this.place ?? -1) + 1;
    const question = this.round?.[this.place];
    if (!question) return this.finish();
    this.piece("question")?.removeAttribute("hidden");
    this.stand(this.place);
    this.write("situation", question.situation);
    this.choices = shuffled(question.choices, randomFrom((this.seed ?? 0) + this.place));
    this.piece("choices")?.replaceChildren(...this.choices.map(({ text }, number) => choiceOf(text, number)));
    this.write("said", "");
    this.piece("reason")?.setAttribute("hidden", "");
    this.piece("answer")?.toggleAttribute("hidden", !this.byKeys);
    this.piece("next")?.setAttribute("hidden", "");
    this.piece("situation")?.focus({ preventScroll: true });
    showFrom(this.piece("question"));
  }

  answer() {
    const question = this.round?.[this.place ?? 0];
    const chosen = /** @type {HTMLInputElement | null} */ (this.querySelector("input[name=choice]:checked"));
    if (!question || !chosen || !this.choices) return this.write("said", words.practice_choose);
    const choice = this.choices[Number(chosen.value)];
    const right = this.choices.find((one) => one.right);
    this.write("said", choice.right ? words.practice_right : words.practice_wrong);
    this.piece("said")?.classList.toggle("practice__said--right", choice.right);
    this.write("because", choice.because);
    this.write("better", choice.right || !right ? "" : say("practice_better", { because: right.because }));
    const link = this.piece("page");
    if (link instanceof HTMLAnchorElement) {
      link.href = question.url;
      link.textContent = question.topic;
    }
    for (const label of this.piece("choices")?.querySelectorAll("label") ?? []) {
      const input = /** @type {HTMLInputElement} */ (label.querySelector("input"));
      input.disabled = true;
      label.classList.toggle("practice__right", this.choices[Number(input.value)].right);
      label.classList.toggle("practice__wrong", input.checked && !choice.right);
    }
    this.remember(question, choice.right);
    if (choice.right) this.score = (this.score ?? 0) + 1;
    else this.missed.push({ question, chosen: question.choices.indexOf(choice) });
    this.stand((this.place ?? 0) + 1);
    this.piece("reason")?.removeAttribute("hidden");
    this.piece("answer")?.setAttribute("hidden", "");
    this.write("next", (this.place ?? 0) + 1 < (this.round?.length ?? 0) ? words.practice_next : words.practice_end);
    this.piece("next")?.removeAttribute("hidden");
    this.piece("next")?.focus({ preventScroll: true }); // It stays in sight.
    showFrom(this.piece("question"));
    this.piece("verdict")?.scrollIntoView({ block: "nearest" }); // Where it all is higher than the screen, the reason is in sight.
  }

  /** Say how far the round is, and keep it as it stands before a question, where there is one. @param {number} place how many are answered */
  stand(place) {
    const { seed = 0, score = 0, round = [], missed } = this;
    if (place < round.length) keepRound({ seed, ids: round.map(({ id }) => id), place, score, missed: missed.map(({ question: { id } }) => id), chosen: missed.map(({ chosen = -1 }) => chosen) });
    this.write("count", say("practice_count", { n: (this.place ?? 0) + 1, all: round.length, right: score }));
    Object.assign(this.piece("progress") ?? {}, { max: round.length, value: place });
  }

  /** @param {Question} question @param {boolean} right */
  remember(question, right) {
    learn(this.memory, question.id, right);
    this.keep();
  }

  finish() {
    this.piece("question")?.setAttribute("hidden", "");
    const all = this.round?.length ?? 0;
    const share = all ? Math.round((100 * (this.score ?? 0)) / all) : 0;
    const isPassed = share >= (this.passAt ?? 80);
    this.passed = isPassed ? { v: 1, day: today(), right: this.score ?? 0, all, version: this.piece("version")?.dataset.now ?? "" } : null;
    if (this.passed) keepPassed(this.passed);
    this.piece("score")?.classList.toggle("practice__score--passed", isPassed);
    this.write("score", say(isPassed ? "practice_passed" : "practice_failed", { n: this.score, all, share, least: this.passAt }));
    keepRound(null);
    this.offerToGoOn();
    this.piece("missed")?.toggleAttribute("hidden", !this.missed.length);
    this.piece("missed-rows")?.replaceChildren(...missedRows(this.missed, this.piece("missed-row")));
    this.piece("name-form")?.toggleAttribute("hidden", !isPassed);
    this.piece("certificate")?.setAttribute("hidden", "");
    for (const each of ["result", "again"]) this.piece(each)?.removeAttribute("hidden");
    this.piece("list")?.removeAttribute("hidden");
    this.piece("score")?.focus();
    this.showTopics();
  }

  showTopics() {
    const { questions, memory: { cards } } = this, asked = Object.keys(cards).length, { open, known } = topicRows(questions, cards), place = this.piece("topic-rows");
    if (asked) this.arrived().catch(() => {}); // Who begins a round is told.
    this.piece("topics")?.toggleAttribute("hidden", questions.length ? !open.length && !known.length : !asked);
    place?.replaceChildren(...open);
    this.piece("known-rows")?.replaceChildren(...known);
    this.piece("known")?.toggleAttribute("hidden", !known.length);
    this.write("known-count", say("practice_known_all", { n: known.length }));
    const weak = Object.values(cards).filter(({ box }) => box < KNOWN_BOX).length;
    place?.style.setProperty("--rows", `${questions.length ? 0 : weak}`); // What is below does not move when they come.
  }

  /** @param {string} part @param {string} text */
  write(part, text) {
    const place = this.piece(part);
    if (place) place.textContent = text;
  }

  keep() {
    this.sayKept(this.mayKeep && keepMemory(this.memory));
  }

  /** @param {boolean} isKept */
  sayKept(isKept) {
    this.write("keeping", isKept ? "" : this.mayKeep ? words.practice_not_kept : words.storage_newer);
  }
}
