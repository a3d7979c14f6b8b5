// @ts-check
/**
 * <begun-marks run="[n] of [all] done" draft="Draft, changed [n]"></begun-marks>, with marks beside it:
 * `<small data-runs="meeting-before:9 meeting-after:8" hidden>` and `<small data-drafts="meeting-minutes" hidden>`.
 * Says of each thing in a list how far its checklist is, or of when its draft is; of one that was not begun, nothing.
 */
import { define } from "../shared/define.js";
import { answered, keptAs, runsGoingOn, whenOf } from "../shared/keeping/begun.js";
import { fillIn } from "../shared/words.js";

class BegunMarks extends HTMLElement {
  constructor() {
    super();
    addEventListener("storage", () => this.show());
    addEventListener("pageshow", ({ persisted }) => persisted && this.show());
  }

  /** Also where a filter has moved the list. */
  connectedCallback() {
    this.show();
  }

  show() {
    const [runs, drafts] = [runsGoingOn(), keptAs("draft:")].map((found) => found.sort((a, b) => Number(b.isChosen ?? 0) - Number(a.isChosen ?? 0) || b.changed - a.changed));
    for (const mark of /** @type {NodeListOf<HTMLElement>} */ (this.parentElement?.querySelectorAll(":is([data-runs], [data-drafts])"))) {
      const sizes = Object.fromEntries((mark.dataset.runs ?? "").split(" ").map((each) => each.split(":")));
      const run = runs.find(({ checklist }) => checklist in sizes), draft = drafts.find(({ template }) => template === mark.dataset.drafts);
      const said = [run && this.progress(run, Number(sizes[run.checklist])), draft && fillIn(this.getAttribute("draft") ?? "", { n: whenOf(draft.changed) })];
      mark.textContent = said.filter(Boolean).join("");
      mark.hidden = !mark.textContent;
    }
  }

  /** Blank while nothing is ticked. @param {Record<string, any>} run @param {number} size how many items its checklist has */
  progress(run, size) {
    const [done, all] = [answered(run, ["done"]), size - answered(run, ["na"])];
    return done ? fillIn(this.getAttribute("run") ?? "", { n: done, all: Math.max(done, all) }) : "";
  }
}

define("begun-marks", BegunMarks);
