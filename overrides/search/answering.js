// @ts-check
/**
 * What a reader wants of a result at once: who to call, by what something may be sent, how soon an answer is owed, files, a definition, a phrase to
 * copy. Of a scenario that is whoever to call, where it can't wait: its channel stands with the result.
 *
 * @typedef {import("./engine.js").Entry} Entry
 * @typedef {import("./engine.js").Head} Head
 * @typedef {import("./worker.js").Card} Card
 */
import { today } from "../shared/day.js";
import { fillIn } from "../shared/words.js";

/** Who it is, before what is said of the matter. */
const AFTER_ROLE = /^[^：:]*(?:：|: )/u;

/**
 * The answer in one line, as it stands in a result; blank where the result has none of this kind.
 * @param {Entry} entry @param {Head} head
 */
export function saidOf({ kind, answer }, { words, levels }) {
  if (!answer) return "";
  if ("ways" in answer) {
    const said = [answer.role, ...answer.ways.map(([channel, address]) => `${channel} ${address}`.trim())];
    if (answer.due <= today()) said.push(fillIn(words.outdated, { n: answer.due }));
    return said.join(" · ");
  }
  if ("times" in answer && kind !== "page") return answer.times.map(([urgency, time]) => `${urgency} ${time}`.trim()).join(" · ");
  if (!("level" in answer)) return "";
  const { name, ways, mind } = sendingOf(answer, { words, levels });
  return [name, ...ways, mind].filter(Boolean).join(" · ");
}

/** Of what may be sent: its level, by what it may go and by what not, and what to mind. @param {import("./engine.js").SendingAnswer} answer @param {Pick<Head, "words" | "levels">} head */
function sendingOf({ level, note, exception, outside: isOutside }, { words, levels }) {
  const { name, yes, no, mind, outside } = levels[level];
  if (note) return { name, ways: [note], mind: "" }; // It stands for whatever else is true of the level.
  // Whom most people send it to comes before everybody else.
  return { name, ways: [exception, isOutside ? outside : "", fillIn(exception ? words.may_others : words.may, { n: yes }), no ? fillIn(words.may_not, { n: no }) : ""].filter(Boolean), mind };
}

/**
 * The strip above the results.
 * @param {HTMLElement} strip @param {Card | null} card what answers, if anything does @param {Head} head @param {string} root of the site
 */
export function showAnswer(strip, card, head, root) {
  const parts = card ? answerOf(card, head, root) : [];
  strip.hidden = !card || !parts.length;
  strip.replaceChildren();
  if (!card || !parts.length) return;
  const title = linkTo(`${root}/${card.entry.url}`, card.entry.section ?? card.entry.title);
  title.className = "search__answer-title";
  strip.append(title, ...(card.meaning ? [lineOf(card.meaning)] : []), ...parts);
}

/** Whether whoever asks must call somebody, and waits for no answer. @param {Card | null} card */
export function isToCall(card) {
  const answer = card?.entry.answer;
  return Boolean(card?.call.length || (answer && "urgent" in answer && answer.urgent));
}

/** @param {Card} card @param {Head} head @param {string} root @returns {(Node | string)[]} */
function answerOf({ entry, text, call }, head, root) {
  const { answer } = entry, { words } = head;
  if (entry.kind === "term") return text ? [text] : []; // It comes behind the head.
  if (!answer) return [];
  if ("within" in answer) return call.length || !entry.section ? call.flatMap((one) => waysTo(one)) : [lineOf(answer.label)];
  if ("ways" in answer) return answer.urgent && text ? [...waysTo(entry).slice(1), dialled(text, head)] : waysTo(entry);
  if ("files" in answer) {
    const files = answer.files.map((end) => fileAt(entry, answer, end, head, root));
    return answer.ready ? files : [linkTo(`${root}/${entry.url}#fill`, words.fill, "button"), ...files];
  }
  if ("phrase" in answer) return [answer.phrase, copyButton(answer.phrase, words)];
  if ("times" in answer) return answer.times.map(([label, time]) => (label ? lineOf(as("b", label), as(entry.kind === "page" ? "span" : "strong", time)) : lineOf(time)));
  const { name, ways, mind } = sendingOf(answer, head);
  return [...ways.map((way) => lineOf(way ?? "")), lineOf(as("b", [name, mind].filter(Boolean).join(" · ")))];
}

/** Who it is, and every way that can be followed. @param {Entry} contact @returns {(Node | string)[]} */
function waysTo({ answer }) {
  if (!answer || !("ways" in answer)) return [];
  return [answer.role, ...answer.ways.filter(([, , url]) => url).map(([channel, address, url]) => linkTo(url, `${channel} ${address}`))];
}

/** What to do and to have at hand before one calls, which the text says behind the role, every number in it that the company or an emergency service answers as a link that dials it. @param {string} text @param {Head} head */
function dialled(text, { words, emergency, entries }) {
  const urls = new Map(emergency.map((number) => [number, `tel:${number.replace(/[ -]/g, "")}`]));
  for (const { answer } of entries) {
    if (answer && "ways" in answer) for (const [, address, url] of answer.ways) if (url.startsWith("tel:")) urls.set(address, url);
  }
  const numbers = [...urls.keys()].sort((a, b) => b.length - a.length).map((number) => number.replace(/[^\d ]/g, "\\$&"));
  return lineOf(as("b", words.before_call), ...text.replace(AFTER_ROLE, "").split(new RegExp(`((?:${numbers.join("|")})(?!\\d))`)).map((piece) => {
    const url = urls.get(piece);
    return url ? linkTo(url, piece) : piece;
  }));
}

/** @param {string} tag @param {string} text */
function as(tag, text) {
  return Object.assign(document.createElement(tag), { textContent: text });
}

/** What stands on a line of its own. @param {...(Node | string)} pieces */
function lineOf(...pieces) {
  const line = document.createElement("span");
  line.className = "search__answer-text";
  line.append(...pieces);
  return line;
}

/** A file to download, in another language with its name. @param {Entry} entry @param {import("./engine.js").FilesAnswer} answer @param {string} end @param {Head} head @param {string} root */
function fileAt({ url }, { names, files }, end, { words, formats }, root) {
  const [language, ending] = end.split(".");
  const own = language === files[0].split(".")[0];
  const link = linkTo(`${root}/downloads/${url.split("/").at(-2)}.${end}`, own ? formats[ending] : words[`whole_${language}`], "button");
  link.download = `${names[language]}.${ending}`;
  return link;
}

/** @param {string} address @param {string} text */
function linkTo(address, text, className = "") {
  const link = document.createElement("a");
  if (className) link.className = className;
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
