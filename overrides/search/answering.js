// @ts-check
/**
 * What a reader wants of a result at once: channel and time of a scenario, who to call, by what something may be sent, files,
 * a definition, a phrase to copy.
 *
 * @typedef {import("./engine.js").Entry} Entry
 * @typedef {import("./engine.js").Head} Head
 */
import { today } from "../shared/day.js";
import { fillIn } from "../shared/words.js";

/**
 * The answer in one line, as it stands in a result; blank where the result has none of this kind.
 * @param {Entry} entry @param {Head} head
 */
export function saidOf({ answer }, { words, levels }) {
  if (!answer) return "";
  if ("ways" in answer) {
    const said = [answer.role, ...answer.ways.map(([channel, address]) => `${channel} ${address}`.trim())];
    if (answer.due <= today()) said.push(fillIn(words.outdated, { n: answer.due }));
    return said.join(" · ");
  }
  if ("times" in answer) return answer.times.map(([urgency, time]) => `${urgency} ${time}`.trim()).join(" · ");
  if (!("level" in answer)) return "";
  const { name, yes, no, mind } = levels[answer.level];
  if (answer.note) return [name, answer.note].join(" · "); // It stands for whatever else is true of the level.
  return [name, fillIn(words.may, { n: yes }), no ? fillIn(words.may_not, { n: no }) : "", mind, answer.exception].filter(Boolean).join(" · ");
}

/**
 * The strip above the results.
 * @param {HTMLElement} strip @param {Entry | undefined} entry the best result, if it may answer
 * @param {import("./excerpt.js").Piece[]} text what it is about @param {Head} head @param {string} root of the site
 */
export function showAnswer(strip, entry, text, head, root) {
  const parts = entry ? answerOf(entry, text, head, root) : [];
  strip.hidden = !entry || !parts.length;
  strip.replaceChildren();
  if (!entry || !parts.length) return;
  const title = document.createElement("span");
  title.className = "search__answer-title";
  title.textContent = entry.title;
  strip.append(title, ...parts);
}

/** @param {Entry} entry @param {import("./excerpt.js").Piece[]} text @param {Head} head @param {string} root @returns {(Node | string)[]} */
function answerOf(entry, text, head, root) {
  const { answer } = entry, { words } = head;
  if (entry.kind === "term") return [text.map(([piece]) => piece).join("")];
  if (!answer) return [];
  if ("within" in answer) {
    const chip = linkTo(`${root}/${answer.url}`, answer.label);
    chip.className = `chip channel--${answer.channel}`;
    return [chip, answer.within];
  }
  if ("ways" in answer) {
    return [answer.role, ...answer.ways.filter(([, , url]) => url).map(([channel, address, url]) => linkTo(url, `${channel} ${address}`))];
  }
  if ("files" in answer) return answer.files.map((end) => fileAt(entry, answer, end, head, root));
  if ("phrase" in answer) return [answer.phrase, copyButton(answer.phrase, words)];
  return [saidOf(entry, head)];
}

/** A file to download, in another language with its name. @param {Entry} entry @param {import("./engine.js").FilesAnswer} answer @param {string} end @param {Head} head @param {string} root */
function fileAt({ url }, { names, files }, end, { words, formats }, root) {
  const [language, ending] = end.split(".");
  const own = language === files[0].split(".")[0];
  const link = linkTo(`${root}/downloads/${url.split("/").at(-2)}.${end}`, own ? formats[ending] : words[`whole_${language}`]);
  link.className = "button";
  link.download = `${names[language]}.${ending}`;
  return link;
}

/** @param {string} address @param {string} text */
function linkTo(address, text) {
  const link = document.createElement("a");
  link.href = address;
  link.textContent = text;
  return link;
}

/** @param {string} text @param {Record<string, string>} words */
function copyButton(text, words) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = words.copy;
  button.addEventListener("click", () => navigator.clipboard?.writeText(text).then(() => {
    button.textContent = words.copied;
  }, () => {}));
  return button;
}
