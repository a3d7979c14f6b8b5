// @ts-check
/** Makes the elements known, once all that they need is there. */
import { KeptHere } from "../shared/keeping/kept-here.js";
import { SaveWays } from "../shared/save-ways.js";
import { DraftTerms } from "./drafts/draft-terms.js";
import { FormFiller } from "./form-filler.js";

customElements.define("kept-here", KeptHere);
customElements.define("save-ways", SaveWays);
customElements.define("form-filler", FormFiller);
customElements.define("draft-terms", DraftTerms);
