// @ts-check
/** Makes the elements known, once all that they need is there. */
import { define } from "../shared/define.js";
import { KeptHere } from "../shared/keeping/kept-here.js";
import { SaveWays } from "../shared/save-ways.js";
import { DraftTerms } from "./drafts/draft-terms.js";
import { FormFiller } from "./form-filler.js";

define("kept-here", KeptHere);
define("save-ways", SaveWays);
define("form-filler", FormFiller);
define("draft-terms", DraftTerms);
