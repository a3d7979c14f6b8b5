// @ts-check
/**
 * <go-on titles="{…}" sizes="{…}" telling="{…}" root="…" path="…" path-title="…" joined="…" practice="…" practice-title="…" draft="…" run="…" practised="…" hidden>…<ul></ul>…<template><li>…</template></go-on>
 * What was begun in this browser and is not done: a newcomer's path, drafts of forms, the checklists being worked on, the last one first, the practice.
 * On a form's own page, whose title alone is given, the drafts of that form.
 * It only looks: what cannot be understood is left to whoever keeps it.
 */
import { A_DAY_IN_MILLISECONDS, momentOf } from "../shared/day.js";
import { define } from "../shared/define.js";
import { placeHere } from "../shared/keeping/places.js";
import { keyBefore, keyHere, namesBefore, namesHere } from "../shared/keeping/site.js";
import { languageHere, SIGNS } from "../shared/signs.js";
import { fillIn } from "../shared/words.js";

const MOST = 4;
/** The four weeks of a newcomer's path, and the holidays that may lie in them. */
const DAYS_OF_PATH = 40;
/** How much is shown of an answer by which a draft is known. */
const LONGEST = 60;

/** @typedef {{title: string, detail: string, link: string, changed: number}} Begun */

class GoOn extends HTMLElement {
  connectedCallback() {
    this.show();
    addEventListener("storage", () => this.show());
    addEventListener("filler-close", () => this.show());
    addEventListener("pageshow", ({ persisted }) => persisted && this.show());
  }

  show() {
    const begun = this.begun();
    const template = this.querySelector("template");
    const rows = begun.slice(0, MOST).map(({ title, detail, link }) => {
      const row = /** @type {DocumentFragment} */ (template?.content.cloneNode(true));
      row.querySelector("a")?.setAttribute("href", link);
      row.querySelector("strong")?.append(title);
      row.querySelector("small")?.append(detail);
      return row;
    });
    this.querySelector("ul")?.replaceChildren(...rows);
    this.hidden = !rows.length;
  }

  /** A newcomer's path, which opens at the day that has come; until it has ended. @returns {Begun[]} */
  path() {
    const link = this.getAttribute("path"), moment = momentOf(String(keptAs("joined")[0]?.day)), time = moment ? new Date(moment).getTime() : NaN;
    if (!link || !(Date.now() - time < DAYS_OF_PATH * A_DAY_IN_MILLISECONDS)) return [];
    return [{ title: this.getAttribute("path-title") ?? "", detail: fillIn(this.getAttribute("joined") ?? "", { n: whenOf(time, true) }), link, changed: 0 }];
  }

  /** @returns {Begun[]} */
  begun() {
    const [titles, sizes, telling] = ["titles", "sizes", "telling"].map((each) => JSON.parse(this.getAttribute(each) ?? "{}")), root = this.getAttribute("root") ?? "";
    const say = (/** @type {string} */ kind, /** @type {Record<string, any>} */ values) => fillIn(this.getAttribute(kind) ?? "", values);
    const drafts = keptAs("draft:").map((draft) => ({
      title: titles[`templates/${draft.template}`], changed: draft.changed, link: `${root}templates/${draft.template}/#draft=${draft.id}`,
      detail: [say("draft", { n: whenOf(draft.changed) }), draft.name || tellingAnswer(draft, telling[draft.template])].filter(Boolean).join(" · "),
    }));
    const chosen = Object.values(keptAs("current")[0] ?? {});
    const runs = keptAs("run:").filter((run) => !run.finished && chosen.includes(run.id) && answered(run) < (sizes[run.checklist] ?? Infinity)).map((run) => ({
      title: titles[`checklists/${run.checklist}`], changed: run.changed, link: `${root}checklists/${run.checklist}/`,
      detail: [say("run", { n: answered(run, ["done"]), when: whenOf(run.changed) }), run.name]
        .filter(Boolean).join(" · "),
    }));
    const found = [...drafts, ...runs].filter(({ title, changed }) => title && Number.isSafeInteger(changed)).sort((a, b) => b.changed - a.changed);
    const practised = keptAs("practice"); // What is remembered, and the round that is under way.
    const asked = Object.keys(practised.find(({ cards }) => cards)?.cards ?? {}).length;
    const there = this.getAttribute("practice") ?? "", link = there && practised.some(({ ids }) => ids) ? `${there}#go-on` : there;
    const practice = { title: this.getAttribute("practice-title") ?? "", detail: say("practised", { n: asked }), link, changed: 0 };
    const rest = asked && link ? [practice] : [], first = this.path();
    return [...first, ...found.slice(0, MOST - first.length - rest.length), ...rest];
  }
}

/** How many items are answered. @param {Record<string, any>} run @param {string[]} [how] */
function answered(run, how = ["done", "na"]) {
  return Object.values(run.answers ?? {}).filter((answer) => how.includes(answer?.state)).length;
}

/** The first answer that tells a draft from others of its form. @param {Record<string, any>} draft @param {string[]} [telling] the fields of such answers */
function tellingAnswer(draft, telling = []) {
  const answers = telling.map((id) => draft.fields?.[id]?.value).filter((value) => typeof value === "string" && value.trim());
  return [...(answers[0] ?? "").trim()].slice(0, LONGEST).join("");
}

/** What is kept under names that begin so, in the browser or in this window; what is no record is passed over. @param {string} prefix */
function keptAs(prefix) {
  /** @type {Record<string, any>[]} */
  const found = [];
  if (placeHere() === "nowhere") return found;
  for (const area of /** @type {const} */ (["localStorage", "sessionStorage"])) {
    try {
      const storage = window[area];
      const keys = [...namesHere(storage, prefix).map(keyHere), ...namesBefore(storage, prefix).map(keyBefore)];
      found.push(...keys.flatMap((key) => recordOf(storage.getItem(key))));
    } catch {
      // Switched off.
    }
  }
  return found;
}

/** @param {string | null} text @returns {Record<string, any>[]} none where it is damaged */
function recordOf(text) {
  try {
    const value = JSON.parse(text ?? "null");
    return value && typeof value === "object" ? [value] : [];
  } catch {
    return [];
  }
}

/** “14:30” today, else the day. @param {number} time @param {boolean} [asDay] the day even of today */
function whenOf(time, asDay = false) {
  const isToday = !asDay && Date.now() - time < A_DAY_IN_MILLISECONDS && new Date(time).getDate() === new Date().getDate();
  return new Date(time).toLocaleString(SIGNS[languageHere()].locale, isToday ? { hour: "2-digit", minute: "2-digit" } : { month: "short", day: "numeric" });
}

define("go-on", GoOn);
