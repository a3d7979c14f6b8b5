// @ts-check
/** Ways on from where nothing is found. */
import { fillIn } from "../shared/words.js";

/**
 * What is offered where nothing is found: what is often asked unless something is near, who handles what, the chooser, and to tell the editors.
 * @param {import("./engine.js").Head} head @param {string} root of the site @param {string} q what was typed, shortened @param {boolean} hasNear
 */
export function waysOn(head, root, q, hasNear) {
  const { words, frequent, feedback, chooser, contacts } = head;
  const link = (/** @type {string} */ href, /** @type {string} */ text, className = "button") => {
    const made = document.createElement("a");
    Object.assign(made, { href, textContent: text, className });
    return made;
  };
  const subject = fillIn(words.tell_subject, { q }), body = fillIn(words.tell_body, { q });
  const filled = `?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  const ways = [
    link(`${root}/${contacts}`, words.whom), " ", link(`${root}/${chooser}`, words.choose), " ",
    link(feedback.startsWith("mailto:") ? feedback + filled : feedback, words.tell),
  ];
  if (hasNear) return ways;
  const help = document.createElement("p"), links = document.createElement("ul");
  help.textContent = words.nothing_help;
  links.append(...frequent.map(({ title, url }) => {
    const item = document.createElement("li");
    item.append(link(`${root}/${url}`, title, ""));
    return item;
  }));
  return [help, links, ...ways];
}
