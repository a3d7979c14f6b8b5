// @ts-check
/**
 * <onboarding-path hours="…" heading="…"><form hidden><input type="date"> <button data-do="…">…</form><ol><li data-day="2" data-list="…"
 * data-items="…"><a>…</a> <small><time></time> <span></span></small></li>…</ol></onboarding-path>
 * Shows of the checklists on the page what belongs to one day, with how far each day is, and at its end the way to the next; the day of joining, which is kept
 * here or comes behind the # of a link (`#joined=2026-12-01`), gives each its date by the company's calendar.
 *
 * @typedef {{row: HTMLElement, day: number, list: string, items: string[]}} Stage
 */
import { setAddress } from "../shared/address.js";
import { namedIn } from "../shared/decoding.js";
import { dueAt, holidaysKnown, instantAt, yearOf } from "../shared/durations.js";
import { fileName } from "../shared/file-name.js";
import { save } from "../shared/handing-over.js";
import { calendarLines, icsText, revisionAfter, revisionLines } from "../shared/ics.js";
import { hoursHere, OFFICE_CHOSEN } from "../shared/office.js";
import { partOf } from "../shared/parts.js";
import { languageHere, SIGNS } from "../shared/signs.js";
import { say, words } from "../shared/words.js";
import { isDay, keepDay, keptJoined } from "./joining.js";
import { progressOf } from "./run.js";
import { store } from "./store.js";

/** The name of the day in a link. */
const JOINED = "joined";
/** The link to what is to be done now. */
const NOW = "#today";

export class OnboardingPath extends HTMLElement {
  /** The number of the day that is shown; -1 for all of them. */
  at = -1;
  /** What is to be said of the day that a link brought. */
  said = "";

  /** Those of the reader's office. */
  get hours() {
    return hoursHere(JSON.parse(this.getAttribute("hours") ?? "null"));
  }

  connectedCallback() {
    /** @type {Stage[]} */
    this.stages = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("li[data-day]")]).map((row) => ({
      row, day: Number(row.dataset.day), list: row.dataset.list ?? "", items: (row.dataset.items ?? "").split(" "),
    }));
    this.field = /** @type {HTMLInputElement} */ (this.querySelector("input[name=joined]"));
    this.querySelector("form")?.removeAttribute("hidden");
    this.field.value = keptJoined()?.day ?? "";
    this.takeDay();
    this.field.addEventListener("change", () => {
      keepDay(this.field?.value ?? "");
      this.said = "";
      this.open(this.current());
    });
    this.addEventListener("click", (event) => this.clicked(event));
    this.next = /** @type {HTMLElement} */ (this.querySelector("[data-next]"));
    this.next.addEventListener("click", (event) => this.clicked(event)); // It stands below the list of its day.
    store.addEventListener("change", () => this.show());
    addEventListener(OFFICE_CHOSEN, () => this.show());
    addEventListener("hashchange", () => {
      if (this.takeDay()) this.show();
      this.goTo();
    });
    addEventListener("beforeprint", () => this.showOnly(-1));
    addEventListener("afterprint", () => this.showOnly(this.at));
    this.at = this.current();
    this.show();
    this.goTo();
  }

  /** Take the day of joining that a link brings, once; it says so where another was kept. @returns {boolean} whether it brought one */
  takeDay() {
    const given = new URLSearchParams(location.hash.slice(1)).get(JOINED), before = this.field?.value;
    if (given === null || !this.field) return false;
    setAddress(location.pathname + location.search);
    if (!isDay(given)) return false;
    keepDay(given);
    this.field.value = given;
    this.said = before && before !== given ? say("path_changed", { day: given, before }) : "";
    return true;
  }

  /** @param {Event} event */
  clicked(event) {
    const target = event.target instanceof Element ? event.target : null;
    const what = target?.closest("button[data-do]")?.getAttribute("data-do");
    if (what === "calendar") this.takeAlong();
    else if (what === "all") {
      this.open(this.at < 0 ? this.current() : -1);
      this.headingOf(Math.max(0, this.at))?.scrollIntoView(); // What was asked for stands below what is in sight.
    }
    const link = /** @type {HTMLAnchorElement | null} */ (target?.closest("ol a, [data-next] a") ?? null), number = link ? this.dayAt(link.hash) : -1;
    if (!link || number < 0) return;
    event.preventDefault();
    if (link.hash !== location.hash) setAddress(link.hash, true);
    const isNext = this.next?.contains(link);
    this.open(number);
    this.headingOf(number)?.scrollIntoView();
    if (isNext) this.boxes(number)[0]?.focus({ preventScroll: true });
  }

  /** A question that nobody has answered yet stays, though its list does not. @param {number} number of a day; -1 for all */
  open(number) {
    this.at = number;
    this.show();
    const asked = document.querySelector("check-list kept-here[asks]:not([hidden])");
    if (asked) this.append(asked);
  }

  /** The number of the day to which an address leads; -1 where it is none. @param {string} hash */
  dayAt(hash) {
    return this.stages?.findIndex(({ row }) => row.querySelector("a")?.hash === hash) ?? -1;
  }

  /** A day that was chosen is shown, on the way back too; a place on the page that is not shown, with all the others. */
  goTo() {
    if (location.hash === NOW) {
      setAddress(location.pathname + location.search);
      this.open(this.current());
      return this.headingOf(this.at)?.scrollIntoView();
    }
    const number = this.dayAt(location.hash);
    if (number >= 0 || !location.hash) return this.open(number < 0 ? this.current() : number);
    const place = location.hash.includes("=") ? null : document.getElementById(namedIn(location.hash));
    if (!place?.closest("[hidden]")) return;
    this.open(-1);
    place.scrollIntoView();
  }

  /** Where one is: the first day that is not past, or the last; without a date, the first one that is not done. */
  current() {
    /** @type {Stage[]} */
    const stages = this.stages ?? [], today = this.isoDay(new Date());
    if (!isDay(this.field?.value)) return Math.max(0, stages.findIndex((stage) => !this.isDone(stage)));
    const ahead = stages.map((stage) => this.dateOf(stage)).findIndex((date) => date && this.isoDay(date) >= today);
    return ahead < 0 ? stages.length - 1 : ahead;
  }

  /** The date of a day: “today” where it is, “by” where it ends several, as a week; that it is not the day of joining. @param {number} number @param {Date} date @param {string} text */
  dated(number, date, text) {
    const day = this.isoDay(date);
    if (day === this.isoDay(new Date())) return say("path_today", { n: text });
    if (number === 0 && day !== this.field?.value) return say("path_moved", { n: text });
    return this.endsSeveral(number) ? say("path_by", { n: text }) : text;
  }

  /** A day, of another year with it; that it is worked though the week has it free. @param {Date} date */
  daySaid(date) {
    const { zone, worked } = this.hours, day = this.isoDay(date);
    const format = new Intl.DateTimeFormat(SIGNS[languageHere()].locale, { timeZone: zone, year: yearOf(day), month: "long", day: "numeric", weekday: "short" });
    const n = format.format(date).replace(",", ""); // Which English has only where there is a year.
    return worked?.includes(day) ? say("path_worked", { n }) : n;
  }

  /** Whether a stage is done within several days. @param {number} number */
  endsSeveral(number) {
    const { stages = [] } = this;
    return number > 0 && stages[number].day - stages[number - 1].day > 1;
  }

  /** @param {Stage} stage */
  isDone(stage) {
    const { done, all } = progressOf(store.currentOf(stage.list), stage.items);
    return done >= all;
  }

  /** When the day of a stage begins at work; the first of them is that of joining, or where it is free, the next on which people work. @param {Stage} stage */
  dateOf({ day }) {
    const { hours } = this, from = hours.spans[0][0], two = (/** @type {number} */ number) => String(number).padStart(2, "0");
    const first = instantAt(`${this.field?.value}T${two(Math.floor(from / 60))}:${two(from % 60)}`, hours.zone);
    return dueAt(first.getTime(), day > 1 ? `P${day - 1}D` : "PT1M", hours, true);
  }

  show() {
    const joined = isDay(this.field?.value), today = this.isoDay(new Date());
    (this.stages ?? []).forEach((stage, number) => {
      const { done, all } = progressOf(store.currentOf(stage.list), stage.items);
      const date = joined ? this.dateOf(stage) : null;
      const time = /** @type {HTMLTimeElement} */ (stage.row.querySelector("time"));
      time.textContent = date ? this.dated(number, date, this.daySaid(date)) : "";
      time.dateTime = date ? this.isoDay(date) : "";
      const isPast = Boolean(date) && time.dateTime < today;
      stage.row.dataset.state = done >= all ? "done" : isPast ? "open" : time.dateTime === today ? "today" : "";
      /** @type {HTMLElement} */ (stage.row.querySelector("small span")).textContent =
        done >= all ? "✓" : done || isPast ? say(!done ? "path_none" : isPast ? "path_open" : "path_done", { n: done, all }) : "";
      const link = stage.row.querySelector("a");
      if (number === this.at) link?.setAttribute("aria-current", "step");
      else link?.removeAttribute("aria-current");
    });
    this.querySelector("[data-do=calendar]")?.toggleAttribute("hidden", !joined);
    Object.assign(this.querySelector("[data-do=all]") ?? {}, { textContent: words[this.at < 0 ? "path_one" : "path_all"] });
    const last = joined ? this.dateOf(/** @type {Stage} */ (this.stages?.[this.stages.length - 1])) : null;
    const [first, end] = this.hours.known ?? [];
    this.tell([this.said, last && first && !this.isKnown(last) ? say("path_beyond", { first, last: end }) : ""].filter(Boolean).join(" "));
    this.showOnly(this.at);
    this.leadOn();
  }

  /** Whether the days off from the joining date to a day are known. @param {Date} date */
  isKnown(date) {
    return holidaysKnown(new Date(this.field?.value ?? ""), date, this.hours);
  }

  /** Below the list of a day, the way to the next. */
  leadOn() {
    const { at, next, stages = [] } = this, place = at < 0 ? null : this.boxes(at)[0]?.closest("check-list")?.parentElement;
    const ahead = stages[at + 1]?.row.querySelector("a"), link = next?.querySelector("a");
    next?.toggleAttribute("hidden", !place || !ahead);
    if (!place || !ahead || !next || !link) return;
    if (next.parentElement !== place) place.append(next);
    link.hash = ahead.hash;
    link.textContent = ahead.textContent;
    link.classList.toggle("button--main", this.isDone(stages[at]));
  }

  /** The boxes of a day. @param {number} number @returns {HTMLInputElement[]} */
  boxes(number) {
    const stage = this.stages?.[number];
    return /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll(`check-list[checklist="${stage?.list}"] input[type=checkbox]`)])
      .filter((box) => stage?.items.includes(box.value));
  }

  /** How many items a list has, in all of its days. @param {string} list */
  itemsOf(list) {
    return document.querySelectorAll(`check-list[checklist="${list}"] input[type=checkbox]`).length;
  }

  /** What the part of a day is called. @param {number} number */
  headingOf(number) {
    const box = this.boxes(number)[0];
    return [...document.querySelectorAll("#content > h2")].find((heading) => box && partOf(heading).some((each) => each.contains(box)));
  }

  /** @param {number} number of a day; -1 for all */
  showOnly(number) {
    const shown = new Set(this.boxes(number).map((box) => box.closest("fieldset")));
    const lists = new Set(this.stages?.map(({ list }) => list)), stage = this.stages?.[number], place = this.headingOf(number);
    for (const heading of document.querySelectorAll("#content > h2")) {
      const part = partOf(heading), frames = part.flatMap((each) => [...each.querySelectorAll("check-list")]).filter((each) => lists.has(each.getAttribute("checklist") ?? ""));
      if (!frames.length) continue;
      // The style sheet shows it below the heading: what was tapped is what one lands on.
      if (stage && heading === place && stage.items.length < this.itemsOf(stage.list)) heading.setAttribute("data-day", stage.row.querySelector("a")?.textContent ?? "");
      else heading.removeAttribute("data-day");
      const groups = frames.flatMap((each) => [...each.querySelectorAll("fieldset")]);
      for (const each of groups) {
        each.toggleAttribute("hidden", number >= 0 && !shown.has(each));
        const name = each.querySelector("legend"), day = heading.getAttribute("data-day");
        name?.classList.toggle("visually-hidden", day !== null && name.textContent === day); // What the heading says is not said twice.
      }
      for (const each of part) each.toggleAttribute("hidden", number >= 0 && !groups.some((group) => shown.has(group)));
      for (const frame of frames) /** @type {import("./check-list.js").CheckList} */ (frame).showProgress();
    }
  }

  takeAlong() {
    const events = (this.stages ?? []).flatMap((stage, number) => {
      const date = this.dateOf(stage), day = date ? this.isoDay(date).replace(/-/g, "") : "";
      const isMadeUp = date && this.hours.worked?.includes(this.isoDay(date)), isSure = !date || this.isKnown(date);
      const link = new URL(/** @type {HTMLAnchorElement} */ (stage.row.querySelector("a")).href).href;
      return day ? ["BEGIN:VEVENT", `UID:${this.field?.value}-${stage.list}-${stage.day}@handbook`, ...revisionLines(revisionAfter(0)), `DTSTART;VALUE=DATE:${day}`, "TRANSP:TRANSPARENT",
        `SUMMARY:${icsText(say(this.endsSeveral(number) ? "path_event_by" : "path_event", { n: stage.row.querySelector("a")?.textContent ?? "" }))}`, `DESCRIPTION:${icsText([isMadeUp ? this.daySaid(date) : "", isSure ? "" : words.path_unsure, link].filter(Boolean).join("\n"))}`, "END:VEVENT"] : [];
    });
    const name = fileName(this.getAttribute("heading") ?? "", "ics"), text = calendarLines("onboarding", events);
    save(name, text, "text/calendar");
    this.tell(say("handed_over", { n: name }));
    /** @type {import("../shared/save-ways.js").SaveWays | null} */ (this.querySelector("save-ways"))?.offer(name, text);
  }

  /** The day that the clocks of the company show. @param {Date} date */
  isoDay(date) {
    return new Intl.DateTimeFormat("en-CA", { timeZone: this.hours.zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(date);
  }

  /** @param {string} text */
  tell(text) {
    const output = this.querySelector("output");
    if (output && output.textContent !== text) output.textContent = text;
  }
}
