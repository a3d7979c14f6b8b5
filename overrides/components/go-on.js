// @ts-check
/**
 * <go-on titles="{…}" sizes="{…}" telling="{…}" root="…" path="…" path-title="…" joined="…" joining="…" practice="…" practice-title="…" draft="…" window="…" run="…" begun="…" due="…" overdue="…" lists="…json" timing="…js" practised="…" round="…" more="…" hidden>…<ul></ul>…<template><li>…</template></go-on>
 * What was begun in this browser and is not done: what of the checklists is due before the next working day ends, the first one first, a newcomer's path, what is due later, drafts of
 * forms and the other checklists, the last one first, the practice; and how much there is, where that is more.
 * On a form's own page, whose title alone is given, the draft of that form that was changed last, and a way to all where there are several.
 * It only looks: what cannot be understood is left to whoever keeps it.
 */
import { A_DAY_IN_MILLISECONDS, momentOf, nearDay } from "../shared/day.js";
import { define } from "../shared/define.js";
import { fetchedText, moduleAt } from "../shared/fetching.js";
import { answered, chooseRun, hasTime, keptAs, runsGoingOn, whenOf } from "../shared/keeping/begun.js";
import { languageHere, SIGNS } from "../shared/signs.js";
import { fillIn } from "../shared/words.js";

const MOST = 4;
/** The four weeks of a newcomer's path, and the holidays that may lie in them. */
const DAYS_OF_PATH = 40;
/** How much is shown of an answer by which a draft is known. */
const LONGEST = 60;

/** @typedef {{title: string, detail: string, link: string, changed: number, due?: number, lead?: string, opening?: () => void}} Begun `due`: when what is due next is so; 0 while
 *   that is not known; `lead`: what and when that is; `opening`: what is done before its page is opened. */

class GoOn extends HTMLElement {
  /** How many drafts and lists there are. */
  count = 0;
  /** When something of a run is due, once that is known. @type {((run: Record<string, any>) => import("../shared/keeping/begun.js").First | undefined) | undefined} */
  dueOf;

  connectedCallback() {
    this.show();
    if (this.hasAttribute("timing") && runsGoingOn().some(hasTime)) this.learnDues().catch(() => {}); // They are listed first all the same.
    addEventListener("storage", () => this.show());
    addEventListener("filler-close", () => this.show());
    addEventListener("pageshow", ({ persisted }) => persisted && this.show());
  }

  async learnDues() {
    const [{ firstDue }, lists] = await Promise.all([moduleAt(this.getAttribute("timing") ?? ""), fetchedText(this.getAttribute("lists") ?? "").then(JSON.parse)]);
    this.dueOf = (run) => firstDue(run, lists);
    this.show();
  }

  show() {
    const begun = this.begun();
    const template = this.querySelector("template"), all = this.querySelector("[data-all]");
    if (all) for (const [part, what] of /** @type {[Element | null, string][]} */ ([[this.querySelector("p"), "here"], [all, "all"]])) {
      part?.replaceChildren(fillIn(this.getAttribute(`${what}${this.count > 1 ? "-several" : "-one"}`) ?? "", { n: this.count }));
      part?.toggleAttribute("hidden", !part.textContent);
    }
    const rows = begun.slice(0, all ? 1 : MOST).map(({ title, detail, link, opening, due, lead }) => {
      const row = /** @type {DocumentFragment} */ (template?.content.cloneNode(true));
      row.querySelector("a")?.setAttribute("href", link);
      if (opening) row.querySelector("a")?.addEventListener("click", opening);
      row.querySelector("strong")?.append(title);
      row.querySelector("small")?.append(detail);
      if (lead) row.querySelector("small")?.before(Object.assign(document.createElement("small"), { textContent: lead, className: (due ?? 0) < Date.now() ? "overdue" : "due" }));
      return row;
    });
    this.querySelector("ul")?.replaceChildren(...rows);
    if (!all) this.querySelector(":scope > .button")?.replaceChildren(fillIn(this.getAttribute(begun.length > MOST ? "more" : "whole") ?? "", { n: begun.length }));
    this.hidden = !rows.length;
  }

  /** A newcomer's path, which opens at the day that has come, where one has; until it has ended. @returns {Begun[]} */
  path() {
    const link = this.getAttribute("path"), moment = momentOf(String(keptAs("joined")[0]?.day)), time = moment ? new Date(moment).getTime() : NaN;
    if (!link || !(Date.now() - time < DAYS_OF_PATH * A_DAY_IN_MILLISECONDS)) return [];
    const isAhead = time > Date.now();
    return [{ title: this.getAttribute("path-title") ?? "", detail: fillIn(this.getAttribute(isAhead ? "joining" : "joined") ?? "", { n: whenOf(time, true) }), link: isAhead ? link : `${link}#today`, changed: 0 }];
  }

  /** @returns {Begun[]} */
  begun() {
    const [titles, sizes, telling] = ["titles", "sizes", "telling"].map((each) => JSON.parse(this.getAttribute(each) ?? "{}")), root = (this.getAttribute("root") ?? ".").replace(/\/?$/, "/"); // Of the home page at the root it is a stop alone.
    const say = (/** @type {string} */ kind, /** @type {Record<string, any>} */ values) => fillIn(this.getAttribute(kind) ?? "", values);
    const draftsIn = (/** @type {"localStorage" | "sessionStorage"} */ area, /** @type {string} */ how) => keptAs("draft:", [area]).map((draft) => ({
      title: titles[`templates/${draft.template}`], changed: draft.changed, link: `${root}templates/${draft.template}/#draft=${draft.id}`,
      detail: [say(how, { n: whenOf(draft.changed) }), draft.name || tellingAnswer(draft, telling[draft.template])].filter(Boolean).join(" · "),
    }));
    const drafts = [...draftsIn("localStorage", "draft"), ...draftsIn("sessionStorage", "window")];
    const runs = runsGoingOn().filter((run) => answered(run) < (sizes[run.checklist] ?? Infinity)).map((run) => {
      const n = answered(run, ["done"]), first = hasTime(run) ? this.dueOf?.(run) : undefined, due = first?.due.getTime();
      return {
        title: titles[`checklists/${run.checklist}`], changed: run.changed, due: hasTime(run) && !this.dueOf ? 0 : due,
        link: `${root}checklists/${run.checklist}/${first ? `#${run.checklist}-${first.item}` : ""}`,
        opening: () => chooseRun(run.checklist, run.id),
        lead: first && due && say(due < Date.now() ? "overdue" : "due", { n: dueSaid(due, first.isByDay), item: first.said }),
        detail: [say(answered(run) ? "run" : "begun", { n, when: whenOf(run.changed) }), run.name].filter(Boolean).join(" · "),
      };
    });
    const found = /** @type {Begun[]} */ ([...drafts, ...runs]).filter(({ title, changed }) => title && Number.isSafeInteger(changed))
      .sort((a, b) => (a.due ?? Infinity) - (b.due ?? Infinity) || b.changed - a.changed);
    this.count = found.length;
    const practised = keptAs("practice"); // What is remembered, and the round that is under way.
    const asked = Object.keys(practised.find(({ cards }) => cards)?.cards ?? {}).length, round = practised.find(({ ids }) => Array.isArray(ids));
    const detail = round ? say("round", { n: round.place + 1, all: round.ids.length }) : say("practised", { n: asked });
    const there = this.getAttribute("practice") ?? "", practice = { title: this.getAttribute("practice-title") ?? "", detail, link: round ? `${there}#go-on` : there, changed: 0 };
    const rest = (asked || round) && there ? [practice] : [], soon = soonEnds();
    const [pressing, others] = [true, false].map((isPressing) => found.filter(({ due = Infinity }) => due < soon === isPressing));
    return [...pressing, ...this.path(), ...others, ...rest];
  }
}

/** When the next working day ends, in most weeks: tomorrow, and before a weekend, Monday. */
function soonEnds() {
  const days = { 5: 4, 6: 3 }[new Date().getDay()] ?? 2;
  return new Date().setHours(days * 24, 0, 0, 0);
}

/** The day, and of today and tomorrow the time, where it has one. @param {number} due @param {boolean} isByDay */
function dueSaid(due, isByDay) {
  const { locale, glue } = SIGNS[languageHere()], day = nearDay(due);
  if (!day || isByDay) return day || whenOf(due, true);
  return day + glue + new Date(due).toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit", hour12: false });
}

/** The first answer that tells a draft from others of its form. @param {Record<string, any>} draft @param {string[]} [telling] the fields of such answers */
function tellingAnswer(draft, telling = []) {
  const answers = telling.map((id) => draft.fields?.[id]?.value).filter((value) => typeof value === "string" && value.trim());
  return [...(answers[0] ?? "").trim()].slice(0, LONGEST).join("");
}

define("go-on", GoOn);
