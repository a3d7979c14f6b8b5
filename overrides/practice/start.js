// @ts-check
/** Runs last, when all that the practice needs is there. */
import { PracticeRound } from "./practice-round.js";

customElements.define("practice-round", PracticeRound);
