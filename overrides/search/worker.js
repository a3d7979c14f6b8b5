// @ts-check
/**
 * Answers the page's questions beside it, so that no keystroke waits: `{head}` and `{rest}` are the index as text,
 * `{id, query, most}` is answered by `{id, results, count}`, where a count of 0 says
 * that the results are only near, `{id, page, query}` by the piece of a page to show.
 *
 * @typedef {import("./excerpt.js").Piece} Piece
 * @typedef {import("./engine.js").Entry} Entry
 * @typedef {{entry: Entry, title: Piece[], also: Piece[], text: Piece[], found: boolean}} Result
 *   `found`: whether title, other name or text show why it was found.
 */
import { Engine } from "./engine.js";
import { excerpt, hasHit, marked } from "./excerpt.js";

/** How many results are offered that are only near, where nothing fits. */
const MOST_NEAR = 4;

/** @type {Engine | null} */
let engine = null;

addEventListener("message", ({ data }) => {
  if (data.head !== undefined) {
    const { entries, worth } = JSON.parse(data.head);
    engine = new Engine(entries, worth);
  }
  else if (data.rest !== undefined) engine?.addRest(JSON.parse(data.rest));
  else if (data.page !== undefined) postMessage({ id: data.id, pieces: excerpt(data.page, new Set(data.terms)) });
  else if (engine) postMessage({ id: data.id, ...answer(engine, data.query, data.most) });
});

/** @param {Engine} engine @param {string} query @param {number} most */
function answer(engine, query, most) {
  const exact = engine.search(query), hits = exact.length ? exact : engine.search(query, true).slice(0, MOST_NEAR);
  const results = hits.slice(0, most).map(([number, { name, terms }]) => {
    const entry = engine.entries[number], title = marked(entry.title, terms), text = marked(engine.texts[number] ?? "", terms);
    const also = hasHit(title) ? "" : entry.names.find((other) => other.toLowerCase() === name) ?? "";
    const found = hasHit(title) || also !== "" || hasHit(text);
    return { entry, title, also: marked(also, terms), text, found, terms: found ? [] : [...terms] };
  });
  return { results, count: exact.length };
}
