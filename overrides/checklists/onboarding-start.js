// @ts-check
/** The script of the way through the first weeks: its lists, and what shows of them by day. */
import { define } from "../shared/define.js";
import "./start.js";
import { SaveWays } from "../shared/save-ways.js";
import { OnboardingPath } from "./onboarding-path.js";

define("save-ways", SaveWays);
define("onboarding-path", OnboardingPath);
