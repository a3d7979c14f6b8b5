// @ts-check
/**
 * The office to which the reader belongs, where the company has several: by its hours and its calendar all times are reckoned.
 * It is kept in this browser as `office`; who has said nothing belongs to head office.
 *
 * @typedef {import("./durations.js").Hours & {name?: string, note?: string}} OfficeHours `note`: what is to be minded of a reckoning.
 * @typedef {OfficeHours & {offices?: Record<string, OfficeHours>}} Hours Head office's, with those of the others.
 */
import { noteBegun, placeHere, storageFor } from "./keeping/places.js";
import { keyHere } from "./keeping/site.js";
import { isPlain, isText } from "./keeping/sound.js";
import { readValue } from "./keeping/values.js";

const OFFICE = "office";
/** What is told to the whole page when another office was chosen. */
export const OFFICE_CHOSEN = "handbook-office";
/** @type {import("./keeping/values.js").Kind} */
const KIND = { version: 1, isSound: (value) => !officeFault(value) };

/** The id of the office; blank for head office. @returns {string} */
export function officeHere() {
  return keptOffice()?.id ?? "";
}

/** What is kept of the choice; null where none was made. @returns {{v: 1, id: string} | null} */
export function keptOffice() {
  return readValue(storageFor(placeHere()), OFFICE, KIND).value;
}

/** What is wrong with something that should be a kept choice; blank where nothing is. @param {any} value @returns {string} its path */
export function officeFault(value) {
  if (!isPlain(value) || Object.keys(value).sort().join() !== "id,v" || value.v !== 1) return "office";
  return value.id && isText(value.id, 100) && !(value.id in Object.prototype) ? "" : "office.id";
}

/** @param {string} id blank for head office */
export function chooseOffice(id) {
  try {
    const storage = storageFor(placeHere());
    if (!id) storage?.removeItem(keyHere(OFFICE));
    else {
      storage?.setItem(keyHere(OFFICE), JSON.stringify({ v: 1, id }));
      noteBegun(OFFICE);
    }
  } catch {
    // Full, or switched off: it holds for nobody but the page, which says so by its times.
  }
  dispatchEvent(new Event(OFFICE_CHOSEN));
}

/** The hours of the reader's office; head office's, where theirs is gone. @template {Hours | undefined} H @param {H} hours @returns {H | OfficeHours} */
export function hoursHere(hours) {
  return hours?.offices?.[officeHere()] ?? hours;
}

/** Where the times of a form are meant. @param {{zone: string, zones?: Record<string, string>}} form */
export function zoneHere({ zone, zones }) {
  return zones?.[officeHere()] ?? zone;
}
