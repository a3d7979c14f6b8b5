// @ts-check
/** Makes the element known, once all that it needs is there. */
import { FormFiller } from "./form-filler.js";

customElements.define("form-filler", FormFiller);
