// @ts-check
/** Ways on from where nothing is found. */
import { fillIn } from "../shared/words.js";

/**
 * What is offered where nothing is found: what is often asked, the chooser, and to tell the editors.
 * @param {import("./engine.js").Head} head @param {string} root of the site @param {string} q what was typed, shortened
 */
export function waysOn(head, root, q) {
  const { words, frequent, feedback, chooser } = head;
  const help = document.createElement("p");
  help.textContent = words.nothing_help;
  const tell = document.createElement("a");
  tell.className = "button";
  const subject = fillIn(words.tell_subject, { q }), body = fillIn(words.tell_body, { q });
  const filled = `?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  tell.href = feedback.startsWith("mailto:") ? feedback + filled : feedback;
  tell.textContent = words.tell;
  const choose = document.createElement("a");
  choose.className = "button";
  choose.href = `${root}/${chooser}`;
  choose.textContent = words.choose;
  const links = document.createElement("ul");
  links.append(...frequent.map(({ title, url }) => {
    const item = document.createElement("li"), link = document.createElement("a");
    link.href = `${root}/${url}`;
    link.textContent = title;
    item.append(link);
    return item;
  }));
  return [help, links, choose, " ", tell];
}
