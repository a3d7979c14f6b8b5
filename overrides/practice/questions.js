// @ts-check
/**
 * The questions, which come when a round is near, and how they are mixed.
 *
 * @typedef {{id: string, topic: string, url: string, situation: string, choices: {text: string, right: boolean, because: string}[]}} Question
 */
import { fetchedText } from "../shared/fetching.js";
import { pageAt } from "../shared/folder.js";

const QUESTIONS_A_ROUND = 10;
/** So many of a topic, where there are enough others. */
const OF_A_TOPIC = 2;
/** Down to where the header covers the page. */
const BELOW_HEADER = 60;

/** A page to read, in a list. @param {string} url @param {string} title */
export function lineOf(url, title) {
  const row = document.createElement("li"), link = document.createElement("a");
  Object.assign(link, { href: url, textContent: title });
  row.append(link);
  return row;
}

/** A choice to be taken. @param {string} text @param {number} number by which it is known */
export function choiceOf(text, number) {
  const label = document.createElement("label"), input = document.createElement("input"), said = document.createElement("span");
  Object.assign(input, { type: "radio", name: "choice", value: String(number) });
  said.textContent = text;
  label.append(input, said);
  return label;
}

/** Have it seen from its beginning, where it is not seen whole. @param {HTMLElement | null} piece */
export function showFrom(piece) {
  const { top, bottom } = /** @type {HTMLElement} */ (piece).getBoundingClientRect();
  if (top < BELOW_HEADER || bottom > innerHeight) piece?.scrollIntoView();
}

/** All that can be asked, in the language of the page. @param {string} address @param {string} root of the site @returns {Promise<Question[]>} */
export async function fetchedQuestions(address, root) {
  /** @type {Question[]} */
  const all = JSON.parse(await fetchedText(address));
  return all.map((question) => ({ ...question, url: pageAt(`${root}/${question.url}`) }));
}

/**
 * What a round asks: what is due, the weakest first, then what else there is; of a topic no more than two, where others are left.
 * @param {Question[]} all @param {import("./memory.js").Memory} memory whose round is this one @param {number} seed
 */
export function roundOf(all, { round, cards }, seed) {
  const mixed = shuffled(all, randomFrom(seed));
  const due = (/** @type {Question} */ { id }) => !cards[id] || cards[id].round + 2 ** (cards[id].box - 1) <= round;
  const box = (/** @type {Question} */ { id }) => cards[id]?.box ?? 1.5;
  const first = mixed.filter(due).sort((a, b) => box(a) - box(b));
  const wanted = [...first, ...mixed.filter((question) => !due(question))];
  /** @type {Map<string, number>} */
  const asked = new Map();
  const more = new Set(wanted.filter(({ topic }) => {
    asked.set(topic, (asked.get(topic) ?? 0) + 1);
    return Number(asked.get(topic)) > OF_A_TOPIC;
  }));
  return [...wanted.filter((question) => !more.has(question)), ...more].slice(0, QUESTIONS_A_ROUND);
}

/** Numbers from 0 to 1 that a seed determines (mulberry32). @param {number} seed */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A copy in another order (Fisher–Yates). @template T @param {T[]} things @param {() => number} random @returns {T[]} */
export function shuffled(things, random) {
  const mixed = [...things];
  for (let place = mixed.length - 1; place > 0; place -= 1) {
    const other = Math.floor(random() * (place + 1));
    [mixed[place], mixed[other]] = [mixed[other], mixed[place]];
  }
  return mixed;
}
