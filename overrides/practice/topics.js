// @ts-check
/** What is known and what is weak, by topic. */
import { say } from "../shared/words.js";
import { lineOf } from "./questions.js";

/** Two right answers in a row bring a question here; a wrong one leads back to the first box. */
export const KNOWN_BOX = 3;

/**
 * A row a topic, the weakest first, what is known by itself; of a topic its weakest question decides.
 * @param {import("./questions.js").Question[]} questions @param {Record<string, import("./memory.js").Card>} cards
 * @returns {{open: HTMLElement[], known: HTMLElement[]}}
 */
export function topicRows(questions, cards) {
  /** @type {Map<string, {url: string, right: number, wrong: number, boxes: number[]}>} */
  const topics = new Map();
  for (const question of questions) {
    const card = cards[question.id];
    if (!card) continue;
    const topic = topics.get(question.topic) ?? { url: question.url, right: 0, wrong: 0, boxes: [] };
    const boxes = [...topic.boxes, card.box];
    topics.set(question.topic, { url: question.url, right: topic.right + card.right, wrong: topic.wrong + card.wrong, boxes });
  }
  const least = (/** @type {{boxes: number[]}} */ topic) => Math.min(...topic.boxes, KNOWN_BOX);
  const rowOf = (/** @type {[string, {url: string, right: number, wrong: number, boxes: number[]}]} */ [title, topic]) => {
    const row = lineOf(topic.url, title);
    const key = { 1: "practice_weak", [KNOWN_BOX]: "practice_known" }[least(topic)] ?? "practice_begun";
    const how = document.createElement("small");
    how.textContent = say(key, { n: topic.right, all: topic.right + topic.wrong });
    row.append(" ", how);
    return row;
  };
  const sorted = [...topics].sort(([, a], [, b]) => least(a) - least(b)), isKnown = (/** @type {typeof sorted[number]} */ [, topic]) => least(topic) === KNOWN_BOX;
  return { open: sorted.filter((each) => !isKnown(each)).map(rowOf), known: sorted.filter(isKnown).map(rowOf) };
}
