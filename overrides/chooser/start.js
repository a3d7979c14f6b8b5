// @ts-check
/** The script of the chooser. */
import "./channel-chooser.js";
