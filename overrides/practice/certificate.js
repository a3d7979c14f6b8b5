// @ts-check
/** The record of a round that was passed: of this one, or of one that is kept from before. */
import { fillIn, say } from "../shared/words.js";
import { dayOf, keptPassed } from "./passed.js";

/** @typedef {import("./practice-round.js").PracticeRound} PracticeRound */

/** What was passed before this page was opened: its record can be made again. @param {PracticeRound} practice */
export function showPassed(practice) {
  if (practice.round) return;
  const passed = practice.passed = keptPassed();
  if (passed) practice.write("score", say("practice_passed_on", { n: passed.right, all: passed.all, day: dayOf(passed) }));
  practice.piece("score")?.classList.toggle("practice__score--passed", Boolean(passed));
  for (const part of ["name-form", "result"]) practice.piece(part)?.toggleAttribute("hidden", !passed);
  if (!passed) practice.piece("certificate")?.setAttribute("hidden", "");
}

/** Make the record, once there is a name. @param {PracticeRound} practice */
export function certify(practice) {
  const { passed } = practice;
  const name = /** @type {HTMLInputElement | null} */ (practice.querySelector("input[name=certificate-name]"))?.value.trim();
  if (!name || !passed) return;
  practice.write("certificate-name", name);
  practice.write("certificate-text", say("practice_certificate", { day: dayOf(passed).replaceAll(" ", "\u00a0"), n: passed.right, all: passed.all }));
  practice.write("version", fillIn(practice.piece("version")?.dataset.of ?? "", { n: passed.version }));
  practice.piece("certificate")?.removeAttribute("hidden");
  practice.piece("certificate")?.focus();
}
