// @ts-check
/** The script of the way through the first weeks: its lists, and what shows of them by day. */
import "./start.js";
import { SaveWays } from "../shared/save-ways.js";
import { OnboardingPath } from "./onboarding-path.js";

customElements.define("save-ways", SaveWays);
customElements.define("onboarding-path", OnboardingPath);
