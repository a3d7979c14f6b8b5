// @ts-check
/** Runs last, when all that the practice needs is there. */
import { define } from "../shared/define.js";
import { PracticeRound } from "./practice-round.js";

define("practice-round", PracticeRound);
