// @ts-check
/** Names of files that Windows, macOS and mail programs allow, and that look like what they are. */
import { withoutUnseen } from "./unseen.js";

export { withoutUnseen } from "./unseen.js";

const NOT_ALLOWED = /[<>:"/\\|?*\u0000-\u001f\u007f]/g;
/** Windows keeps these for devices, whatever stands behind a full stop. */
const RESERVED = /^(con|prn|aux|nul|(com|lpt)[0-9¹²³])(?=\.| |$)/i;
/** Systems allow 255 bytes; mail programs and folders add to a name. */
const MOST_BYTES = 200;

/** Of a text what can stand in a name. @param {string} text */
export function allowedInName(text) {
  return trimmedName(withoutUnseen(text.normalize("NFC")).replace(/\s+/g, " ").replace(NOT_ALLOWED, "-"));
}

/** Without blanks and full stops at either end, nor what joins an emoji to a next one. @param {string} name */
export function trimmedName(name) {
  return name.replace(/^[\s.]+|[\s.\u200d\ufe0f]+$/g, "");
}

/** Whether all of a name, without its ending, fits. @param {string} name */
export function isShortEnough(name) {
  return new TextEncoder().encode(name).length <= MOST_BYTES;
}

/** A name for a file: short enough, and none that a system keeps for itself. @param {string} name @param {string} ending such as `docx` */
export function fileName(name, ending) {
  const letters = [...allowedInName(name)];
  while (!isShortEnough(letters.join(""))) letters.pop();
  return `${trimmedName(letters.join("")).replace(RESERVED, "_$&") || "handbook"}.${ending}`;
}
