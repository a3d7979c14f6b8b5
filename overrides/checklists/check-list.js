// @ts-check
/**
 * <check-list checklist="meeting-before"><form>… <progress> <output> … li > label > input[type=checkbox][value=item id] …
 * </form><template data-more>…</template></check-list>
 * Remembers what is ticked, in the run of this checklist that is being worked on, and begins an unnamed one at the first
 * tick. To each item it adds what the template holds: “does not apply”, and a note.
 *
 * @typedef {import("./run.js").State} State
 * @typedef {import("./run.js").Checklist} Checklist
 */
import { dueOf, dueSaid, localTime } from "./due-items.js";
import { keepingSaid } from "../shared/keeping-said.js";
import { OFFICE_CHOSEN } from "../shared/office.js";
import { answeredRun, changedRun, progressOf, removedOf, RUN_LIMITS, timeOf, withTime } from "./run.js";
import { shownName } from "./run-names.js";
import { store } from "./store.js";
import { say, words } from "../shared/words.js";

/** How long a day is as it is written. */
const DAY = 10;

export class CheckList extends HTMLElement {
  connectedCallback() {
    this.list = this.describe();
    this.addMore();
    this.addEventListener("change", (event) => this.changed(event));
    this.addEventListener("input", (event) => {
      if (event.target instanceof HTMLTextAreaElement) this.changed(event); // So that no reload loses half a note.
    });
    this.addEventListener("click", (event) => this.clicked(event));
    this.show = this.show.bind(this);
    store.addEventListener("change", this.show);
    addEventListener(OFFICE_CHOSEN, this.show);
    this.takeEarly();
    this.show();
  }

  /** What somebody ticked or entered before this script had come; the form has `autocomplete="off"`, so that no browser did. */
  takeEarly() {
    if (this.run?.finished) return;
    const fields = /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll("li.check input"));
    // All at once, for what is kept of the first would put the others back.
    const early = [...fields].filter((field) => (field.type === "checkbox" ? field.checked : field.value)).map((field) => ({ field, value: field.value }));
    for (const { field, value } of early) {
      if (field.type !== "checkbox") this.enterTime(/** @type {Element} */ (field.closest("li.check")), value);
      else if (this.run?.answers[value]?.state !== "done") this.answer(value, { state: "done" });
    }
  }

  disconnectedCallback() {
    store.removeEventListener("change", this.show);
    removeEventListener(OFFICE_CHOSEN, this.show);
  }

  /** The run that is being worked on, or null. */
  get run() {
    return store.currentOf(this.list?.id ?? "");
  }

  /** The checklist as the page has it. @returns {Checklist} */
  describe() {
    const items = [...this.querySelectorAll("li.check")].map((row) => ({
      id: boxIn(row).value,
      group: row.closest("fieldset")?.querySelector("legend")?.textContent?.trim() ?? "",
      text: row.querySelector(".check__text")?.textContent?.trim() ?? "",
      within: row.getAttribute("data-within") ?? undefined,
      working: row.hasAttribute("data-working"),
      event: row.getAttribute("data-event") ?? undefined,
    }));
    const title = this.getAttribute("heading") ?? "";
    const hours = JSON.parse(this.getAttribute("hours") ?? "null") ?? undefined;
    return { id: this.getAttribute("checklist") ?? "", title, url: location.pathname, items, retired: [], hours };
  }

  addMore() {
    const template = this.querySelector("template[data-more]");
    if (!(template instanceof HTMLTemplateElement)) return;
    for (const row of this.querySelectorAll("li.check")) {
      if (row.querySelector(".check__more")) continue;
      const more = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
      const text = row.querySelector(".check__text")?.textContent?.trim() ?? "";
      more.querySelector("summary")?.setAttribute("aria-label", say("more_of", { n: text }));
      if (row.querySelector("[data-na]")) more.querySelector("[data-na]")?.remove(); // It stands where one looks for it.
      // There a finger does not take it for the row below, and no key has to pass it in each row.
      const link = /** @type {HTMLElement | null} */ (row.querySelector(":scope > .link-here"));
      const inMore = matchMedia("(hover: none)").matches ? link : link?.cloneNode();
      if (inMore) more.querySelector("div")?.append(inMore);
      if (link && link !== inMore) link.tabIndex = -1;
      row.append(more);
    }
  }

  /** @param {Event} event */
  changed(event) {
    const field = event.target;
    const row = field instanceof Element ? field.closest("li.check") : null;
    if (!row) return;
    const item = boxIn(row).value;
    if (field instanceof HTMLInputElement && field.type === "checkbox") this.answer(item, { state: field.checked ? "done" : "" });
    else if (field instanceof HTMLTextAreaElement) {
      this.answer(item, { note: field.value });
    } else if (field instanceof HTMLInputElement) this.enterTime(row, field.value);
  }

  /** When an event is from which the time of items counts. @param {Element} row of one of them @param {string} time or its day alone */
  enterTime(row, time) {
    const run = this.run ?? store.begin(this.list?.id ?? "");
    store.put(withTime(run, this.list?.items ?? [], row.getAttribute("data-event") ?? "", time.length === DAY ? `${time}T12:00` : time));
  }

  /** @param {Event} event */
  clicked(event) {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (button?.dataset.run === "fresh") return this.beginAfresh();
    if (button?.dataset.run === "reopen" && this.run) return this.reopen(this.run);
    const row = button?.matches("[data-na]") ? button.closest("li.check") : null;
    if (!row) return;
    const item = boxIn(row).value;
    this.answer(item, { state: this.run?.answers[item]?.state === "na" ? "" : "na" });
  }

  /** Leave a finished run as it is: the next tick begins another. */
  beginAfresh() {
    store.choose(this.list?.id ?? "", null);
    this.querySelector("input")?.focus();
  }

  /** @param {import("./run.js").Run} run */
  reopen(run) {
    store.put(changedRun(run, { finished: 0 }));
    this.querySelector("input")?.focus(); // What was pressed is gone.
  }

  /** @param {string} id of the item @param {{state?: State, note?: string}} said */
  answer(id, said) {
    const run = this.run ?? store.begin(this.list?.id ?? "");
    const text = this.list?.items.find((known) => known.id === id)?.text ?? "";
    store.put(answeredRun(run, { id, text }, said));
  }

  /** Put the run that is being worked on into the form. */
  show() {
    const run = this.run;
    for (const row of this.querySelectorAll("li.check")) {
      const box = boxIn(row);
      const answer = run?.answers[box.value], isNa = answer?.state === "na", isFinished = Boolean(run?.finished);
      box.checked = answer?.state === "done";
      box.disabled = isFinished;
      row.classList.toggle("check--na", isNa);
      box.indeterminate = isNa; // Settled, as a dash in the box shows it; which way, is said.
      box.ariaDescription = isNa ? words.na : null;
      const notApplicable = row.querySelector("button[data-na]");
      notApplicable?.setAttribute("aria-pressed", String(isNa));
      notApplicable?.toggleAttribute("disabled", isFinished);
      row.querySelector(".check__more")?.classList.toggle("check__more--used", Boolean(answer?.note) || isNa);
      const note = row.querySelector("textarea");
      if (note && note !== document.activeElement) writeInto(note, answer?.note ?? "");
      const full = row.querySelector("[data-note-full]");
      if (full) full.textContent = (note?.value.length ?? 0) >= RUN_LIMITS.note ? say("note_full", { n: RUN_LIMITS.note }) : "";
      note?.toggleAttribute("readonly", isFinished);
      this.showRecord(row, answer);
      this.showDue(row, run);
    }
    this.showProgress();
    this.showFinished(run);
    this.showRemoved(run);
    this.showKeeping();
  }

  /** What the paper says of an item: whether it applied, when it was done, the note.
   * @param {Element} row @param {import("./run.js").Answer} [answer] */
  showRecord(row, answer) {
    const time = answer?.state ? localTime(new Date(answer.at)) : "";
    const said = { when: [answer?.state === "na" ? words.na : "", time].filter(Boolean).join(" · "), note: answer?.note ?? "" };
    for (const place of row.querySelectorAll("[data-record-of]")) {
      place.textContent = said[/** @type {"when" | "note"} */ (place.getAttribute("data-record-of"))];
    }
  }

  /** @param {Element} row @param {import("./run.js").Run | null} run */
  showDue(row, run) {
    const field = /** @type {HTMLInputElement | null} */ (row.querySelector(".check__due input"));
    const output = row.querySelector("output");
    const item = this.list?.items.find(({ id }) => id === boxIn(row).value);
    if (!output || !item || !this.list) return;
    if (field) {
      const time = timeOf(run, this.list.items, item), said = time && localTime(new Date(time)).slice(0, field.type === "date" ? DAY : undefined);
      if (field !== document.activeElement) writeInto(field, said.replace(" ", "T"));
      field.disabled = Boolean(run?.finished);
      const event = row.querySelector("[data-record-of=event]");
      if (event) event.textContent = said;
    }
    const due = dueOf(run, this.list, item);
    const overdue = Boolean(due && due.getTime() < Date.now() && !run?.answers[item.id]?.state);
    const by = due ? dueSaid(due, run, this.list, item) : "";
    output.textContent = overdue ? say("overdue", { n: by }) : by;
    output.classList.toggle("overdue", overdue);
  }

  /** Of what is shown, where that is a part of the list. */
  showProgress() {
    const { run } = this, shown = [...this.querySelectorAll("fieldset:not([hidden]) li.check")].map((row) => boxIn(row).value);
    const { done, all } = progressOf(run, shown);
    const bar = this.querySelector("progress");
    if (bar) Object.assign(bar, { max: Math.max(all, 1), value: done });
    bar?.toggleAttribute("data-whole", Boolean(done) && done >= all);
    const output = this.querySelector(".checklist__progress output");
    const name = run?.name ? ` · ${shownName(run)}` : "";
    this.querySelector("[data-to-ending]")?.toggleAttribute("hidden", !done || done < all || shown.length < (this.list?.items.length ?? 0));
    const text = say(done && done === all ? "all_done" : "progress", { n: done, all }) + name;
    if (output && output.textContent !== text) output.textContent = text;
  }

  /** @param {import("./run.js").Run | null} run */
  showFinished(run) {
    const place = this.querySelector("[data-finished]"), said = place?.querySelector("span");
    place?.toggleAttribute("hidden", !run?.finished);
    if (said && run?.finished) said.textContent = say("finished_on", { n: localTime(new Date(run.finished)).slice(0, 10) });
  }

  /** @param {import("./run.js").Run | null} run */
  showRemoved(run) {
    const place = this.querySelector("[data-removed]"), removed = run && this.list ? removedOf(run, this.list) : [];
    place?.toggleAttribute("hidden", !removed.length);
    place?.querySelector("ul")?.replaceChildren(...removed.map((item) => {
      const row = document.createElement("li");
      const answer = run?.answers[item.id];
      row.textContent = [item.text, words[answer?.state || "open"], answer?.note].filter(Boolean).join(" — ");
      return row;
    }));
  }

  showKeeping() {
    const place = this.querySelector("[data-keeping]"), said = keepingSaid(store);
    place?.toggleAttribute("hidden", !said);
    if (place && place.textContent !== said) place.textContent = said;
  }
}

/** Put a value into a field, and tell field-care.js. @param {HTMLInputElement | HTMLTextAreaElement} field @param {string} value */
function writeInto(field, value) {
  if (field.value === value) return;
  field.value = value;
  field.dispatchEvent(new Event("written", { bubbles: true }));
}

/** @param {Element} row @returns {HTMLInputElement} */
function boxIn(row) {
  return /** @type {HTMLInputElement} */ (row.querySelector("input[type=checkbox]"));
}
