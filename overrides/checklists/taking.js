// @ts-check
/**
 * The script of what takes a run along: fetched by run-panel.js when a hand nears its buttons.
 *
 * @typedef {import("./run.js").Run} Run
 * @typedef {import("./run.js").Checklist} Checklist
 * @typedef {{tell: (text: string) => void, keep: (run: Run) => void, querySelector: (what: string) => Element | null}} Panel
 */
import { define } from "../shared/define.js";
import { fileName } from "../shared/file-name.js";
import { copy, save } from "../shared/handing-over.js";
import { revisionAfter } from "../shared/ics.js";
import { SaveWays } from "../shared/save-ways.js";
import { say, words } from "../shared/words.js";
import { dueOf } from "./due-items.js";
import { toJson } from "./exporting.js";
import { changedRun } from "./run.js";
import { takenName } from "./run-names.js";
import { toCalendar, toCsv, toMarkdown, toText } from "./taking-along.js";

/** @param {Panel} panel @param {string} what which way @param {Run} run @param {Checklist} list @param {string} name of its file */
export async function take(panel, what, run, list, name) {
  if (what === "copy") panel.tell((await copy(toText(run, list, words))) ? words.copied : words.copy_failed);
  else if (what === "json") handOver(panel, fileName(name, "json"), toJson([run]), "application/json");
  else if (what === "markdown") handOver(panel, fileName(name, "md"), toMarkdown(run, list, words), "text/markdown");
  else if (what === "csv") handOver(panel, fileName(name, "csv"), toCsv(run, list, words), "text/csv");
  else if (what === "calendar") takeCalendar(panel, run, list, name);
}

/** A link that carries an empty run: its name, or the one just typed, and nothing that was filled in. @param {Panel} panel @param {Run | null} run */
export async function share(panel, run) {
  /** @type {HTMLInputElement | null} */
  const typed = document.querySelector("run-panel input[name=run-name]");
  const link = new URL(location.href);
  link.hash = new URLSearchParams({ run: takenName(typed?.value ?? "").name || run?.name || "" }).toString();
  panel.tell((await copy(link.href)) ? words.link_copied : say("link_by_hand", { n: link.href }));
}

/** @param {Panel} panel @param {string} name @param {string} text @param {string} type */
function handOver(panel, name, text, type) {
  save(name, text, type);
  panel.tell(say("handed_over", { n: name }));
  /** @type {SaveWays | null} */ (panel.querySelector("save-ways"))?.offer(name, text);
}

/**
 * Each export bears a higher number than the one before, so that a calendar takes the newer times. The number is kept with the run.
 * @param {Panel} panel @param {Run} run @param {Checklist} list @param {string} name
 */
function takeCalendar(panel, run, list, name) {
  const exported = changedRun(run, { exported: revisionAfter(run.exported) });
  const calendar = toCalendar(exported, list, words);
  if (!calendar) return panel.tell(list.items.some((item) => dueOf(run, list, item)) ? words.no_open_due : words.no_due);
  panel.keep(exported);
  handOver(panel, fileName(name, "ics"), calendar, "text/calendar");
}

define("save-ways", SaveWays);
