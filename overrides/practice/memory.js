// @ts-check
/**
 * What the practice remembers of each question, under the name `practice`; anything that is not sound is set aside.
 *
 * @typedef {{box: number, round: number, right: number, wrong: number}} Card `round`: when it was last asked
 * @typedef {{v: 1, round: number, cards: Record<string, Card>}} Memory
 */
import { placeHere, storageFor } from "../shared/keeping/places.js";
import { keyHere } from "../shared/keeping/site.js";
import { ID } from "../shared/keeping/sound.js";
import { readValue } from "../shared/keeping/values.js";

export const PRACTICE = "practice";
const LAST_BOX = 5;
const MOST = 1_000_000;
const MOST_CARDS = 2000;
/** @type {import("../shared/keeping/values.js").Kind} */
const PRACTICE_KIND = { version: 1, isSound: (value) => !memoryFault(value) };

/** @returns {Memory} */
export function newMemory() {
  return { v: 1, round: 0, cards: {} };
}

/** What is wrong with something that should be a memory; blank where nothing is. @param {any} value @returns {string} its path */
export function memoryFault(value) {
  const plain = (/** @type {any} */ one) => typeof one === "object" && one !== null && !Array.isArray(one);
  const whole = (/** @type {unknown} */ number) => Number.isSafeInteger(number) && Number(number) >= 0;
  if (!plain(value) || Object.keys(value).sort().join() !== "cards,round,v") return "practice";
  if (value.v !== 1) return "practice.v";
  if (!whole(value.round) || value.round > MOST) return "practice.round";
  if (!plain(value.cards) || Object.keys(value.cards).length > MOST_CARDS) return "practice.cards";
  const strange = Object.entries(value.cards).find(([id, card]) => !ID.test(id) || !plain(card)
    || Object.keys(card).sort().join() !== "box,right,round,wrong" || !Object.values(card).every((number) => whole(number) && number <= MOST)
    || card.box < 1 || card.box > LAST_BOX || card.round > value.round);
  return strange ? `practice.cards.${strange[0]}` : "";
}

/** Note an answer. @param {Memory} memory @param {string} id of the question @param {boolean} right */
export function learn({ round, cards }, id, right) {
  const card = cards[id] ?? { box: 1, round: 0, right: 0, wrong: 0 };
  cards[id] = { box: right ? Math.min(card.box + 1, LAST_BOX) : 1, round, right: card.right + Number(right), wrong: card.wrong + Number(!right) };
}

/** Two memories as one: of each question the card that was asked last. @param {Memory} one @param {Memory} other @returns {Memory} */
export function mergeMemories(one, other) {
  const asked = (/** @type {Card} */ card) => card.right + card.wrong;
  const cards = { ...one.cards };
  for (const [id, card] of Object.entries(other.cards)) {
    const mine = cards[id];
    if (!mine || card.round > mine.round || (card.round === mine.round && asked(card) > asked(mine))) cards[id] = card;
  }
  return { v: 1, round: Math.max(one.round, other.round), cards };
}

/**
 * What is remembered; anything that is not sound is set aside and begun anew. Where there is no room to set it aside,
 * or a newer version of the handbook wrote it, it stays as it is, and nothing may be kept over it.
 * @returns {{memory: Memory, mayKeep: boolean}}
 */
export function readMemory() {
  const { value, isStuck } = readValue(storageFor(placeHere()), PRACTICE, PRACTICE_KIND);
  return { memory: value ?? newMemory(), mayKeep: !isStuck };
}

/** Keep what was learnt, together with what another tab has kept meanwhile. @param {Memory} memory @returns {boolean} whether there was room */
export function keepMemory(memory) {
  return replaceMemory(mergeMemories(readMemory().memory, memory));
}

/** Keep this and nothing else. @param {Memory} memory @returns {boolean} whether there was room */
export function replaceMemory(memory) {
  if (memoryFault(memory)) return false; // Beyond the limits: it would not be understood when it is read again.
  try {
    const storage = storageFor(placeHere());
    if (placeHere() === "nowhere") return true;
    if (!storage) return false;
    storage.setItem(keyHere(PRACTICE), JSON.stringify(memory));
    return true;
  } catch {
    return false;
  }
}
