// @ts-check
/**
 * Which entry answers at once, above the results: whoever must be called before anything is read, what the question asks for, whose matter was typed
 * as it is called, the best result where it is sure, or what a bare word means.
 *
 * @typedef {import("./engine.js").Engine} Engine
 * @typedef {import("./engine.js").Hit} Hit
 */
import { normal } from "../shared/folding.js";
import { hasChinese } from "../shared/han.js";
import { heardIn } from "./asking.js";
import { matterOf, mattersIn } from "./framing.js";
import { share, spokenOf } from "./sure.js";
import { wordsIn } from "./terms.js";

/** Among how many of the best, how well, how well beside the best, and with how much of the query spoken of a contact for what can't wait must be found. */
const LOOKED_AT = 6, LEAST_FIT = 0.5, BESIDE_BEST = 0.65, LEAST_SPOKEN = 0.6;
/** The same for a contact that answers where nothing else does, with how much behind it the next one must be. */
const A_PHRASE = 3, FIRST_TWO = 2, ALL_SPOKEN = 0.95, TIED = 0.985, FITS = 0.45, FITS_BESIDE = 0.7, FITS_SPOKEN = 0.65, AHEAD = 0.85, ASKED_SPOKEN = 0.6, MORE_SPOKEN = 0.1, TIMES_BESIDE = 0.9, FITS_ROW = 0.5, OF_THING = 0.6;
/** Kinds of which one row answers, wherever the whole of its page is found. */
const IN_ROWS = ["time", "kept", "place"];
/** What says it all itself, so that nobody need be asked. */
const TO_READ = ["page", "step", "list", "checklist"];
/** By their first letters, shorter words are soon like something else. */
const LONGEST_INITIALS = 4;

/** How near the best a contact must come that speaks of as much of what was typed, to stand before it; and by how much one that speaks of less does not answer. */
const BEFORE_BEST = 0.88, LESS_SPOKEN = 0.04, MUCH_LESS_SPOKEN = 0.15;

/**
 * The place among the hits of what answers at once; -1 where nothing does.
 * @param {Engine} engine @param {string} query @param {[number, Hit][]} hits @param {boolean} sure whether the best may
 */
export function cardOf(engine, query, hits, sure) {
  const place = chosen(engine, query, hits, sure);
  return place > 0 && isBeside(engine, query, hits, place) ? -1 : place;
}

/** Whether a contact is only for a word of what the best speaks of: whoever writes down a leak need not call. @param {Engine} engine @param {string} query @param {[number, Hit][]} hits @param {number} place */
function isBeside(engine, query, [best, ...others], place) {
  const hit = others[place - 1], { kind, answer, url } = engine.entries[hit[0]], less = spokenOf(engine, query, best) - spokenOf(engine, query, hit);
  const isUrgent = Boolean(answer && "urgent" in answer && answer.urgent), its = engine.entries[best[0]].answer;
  if (kind === "contact" && !isUrgent && hit[1].score < BEFORE_BEST * best[1].score && its && "call" in its && !its.call?.includes(url.split("#")[1])) return true; // Whom to call is known.
  return kind === "contact" && (isUrgent ? engine.entries[best[0]].kind === "template" && less > MUCH_LESS_SPOKEN : less > LESS_SPOKEN);
}

/**
 * Whether the contact that answers stands before the best, which is not what was asked for or typed, and speaks of no more of it.
 * @param {Engine} engine @param {string} query @param {[number, Hit][]} hits @param {number} place
 */
export function isFirst(engine, query, hits, place) {
  const hit = hits[place], [best] = hits;
  return place > 0 && engine.entries[hit[0]].kind === "contact" && !best[1].isAsked && !best[1].isWhole && hit[1].score >= BEFORE_BEST * best[1].score
    && heardIn(engine.plain(query)).every(({ kind }) => kind === "contact") && spokenOf(engine, query, hit) >= spokenOf(engine, query, best);
}

/** @param {Engine} engine @param {string} query @param {[number, Hit][]} hits @param {boolean} sure */
function chosen(engine, query, hits, sure) {
  const plain = engine.plain(query), heard = heardIn(plain), asked = heard.map(({ kind }) => kind), times = heard.find(({ kind }) => kind === "time"), [best] = hits;
  const entryOf = (/** @type {[number, Hit]} */ [number]) => engine.entries[number];
  const isContact = (/** @type {[number, Hit]} */ hit) => { const { answer } = entryOf(hit); return Boolean(answer && "ways" in answer); };
  const matter = matterOf(plain), plainly = (/** @type {string} */ name) => normal(name, engine.simple);
  const isMatterOf = (/** @type {import("./engine.js").Entry} */ { title, names }) => mattersIn(plainly(title)).includes(matter) || [title, ...names].some((name) => matterOf(plainly(name)) === matter);
  const isSaid = (/** @type {[number, Hit]} */ [, { isWhole, name, by }]) => isWhole && (by ? name === plain : plain.length > LONGEST_INITIALS);
  // Where something else is called just what was typed, whoever is called a part of it is not asked for.
  const isAnother = hits.slice(0, LOOKED_AT).some((hit) => !isContact(hit) && isSaid(hit) && !hit[1].isAsked);
  const isNamed = (/** @type {[number, Hit]} */ hit) => isSaid(hit) || (!isAnother && isMatterOf(entryOf(hit)));
  // One of its names, of several words, stands in what was typed: “my colleague cut his hand”.
  const isContained = (/** @type {[number, Hit]} */ [, { name }]) => (hasChinese(name) ? name.length >= A_PHRASE && plain.includes(name) : name.includes(" ") && ` ${plain} `.includes(` ${name} `));
  const isUrgent = (/** @type {[number, Hit]} */ hit) => {
    const { answer } = entryOf(hit), [, { isWhole, score, flat }] = hit;
    return Boolean(answer && "urgent" in answer && answer.urgent)
      && (hit[1].isDanger || isNamed(hit) || isWhole || isContained(hit) || (!engine.isBrief && !isSectionAsked(engine, best, plain) && flat >= LEAST_FIT && spokenOf(engine, query, hit) >= LEAST_SPOKEN)) && score >= BESIDE_BEST * best[1].score && !isMeant(hit) && (isSaid(hit) || !hits.some((other) => isContact(other) && isSaid(other)));
  };
  // Whose matter is more of what was typed is meant: who books a hotel has no trouble with one.
  const isMeant = (/** @type {[number, Hit]} */ hit) => hit !== best && isContact(best) && spokenOf(engine, query, best) > spokenOf(engine, query, hit) + (isNamed(hit) || hit[1].isWhole || isContained(hit) ? MORE_SPOKEN : -MORE_SPOKEN);
  const asksOtherwise = asked.length > 0 && !asked.includes("contact");
  const place = (/** @type {(hit: [number, Hit]) => boolean} */ fits) => hits.slice(0, LOOKED_AT).findIndex(fits);
  const isTitle = (/** @type {[number, Hit]} */ hit) => isSaid(hit) && normal(entryOf(hit).title, engine.simple) === plain;
  const isTerm = (/** @type {[number, Hit]} */ hit) => entryOf(hit).kind === "term";
  const isEveryTime = (/** @type {[number, Hit]} */ hit) => { const { kind, answer } = entryOf(hit); return kind === "page" && Boolean(answer && "times" in answer) && hit[1].score >= TIMES_BESIDE * best[1].score && (!times?.thing || spokenOf(engine, query, hit) >= FITS_SPOKEN); };
  // How soon a message about an outage goes out is not how soon any is answered.
  const isOfThing = (/** @type {[number, Hit]} */ [number]) => heard.filter(({ kind }) => kind === engine.entries[number].kind).every(({ thing }) => !thing || share(engine, thing, number) >= OF_THING);
  // A matter of somebody outside has its own time, whatever the channel.
  const isRow = (/** @type {[number, Hit]} */ hit) => IN_ROWS.includes(entryOf(hit).kind) && hit[1].isAsked && hit[1].flat >= FITS_ROW && isOfThing(hit), isOutside = (/** @type {[number, Hit]} */ hit) => isRow(hit) && isOneTime(entryOf(hit));
  if (!best) return -1;
  const { kind, answer } = entryOf(best), isTimes = Boolean(answer && "times" in answer);
  // How soon or how long is told to whoever asks for it, or for just that.
  const own = sure && (answer || kind === "term") && (!isTimes || asked.some((one) => IN_ROWS.includes(one)) || best[1].isWhole) ? 0 : -1;
  /** Called just what was typed, or of that matter; of two the one whose title says it, else none. @param {[number, Hit][]} first */
  const namedAmong = (first) => {
    const [one, two] = first.filter((hit) => isContact(hit) && isNamed(hit));
    const isInTitle = (/** @type {[number, Hit]} */ hit) => mattersIn(plainly(entryOf(hit).title)).includes(matter);
    const chosen = !two || two[1].score < TIED * one[1].score ? one : [one, two].find(isInTitle);
    return chosen ? hits.indexOf(chosen) : -1;
  };
  const meaning = hits.findIndex((hit) => isTerm(hit) && isTitle(hit)), named = namedAmong(hits.slice(0, LOOKED_AT));
  const fits = (/** @type {number} */ least) => isAnother ? -1 : fitting(engine, query, hits.slice(0, asked.includes("contact") ? LOOKED_AT : FIRST_TWO), isContact, least);
  const row = asked.some((one) => IN_ROWS.includes(one)) ? [place(isOutside), place(isRow)].find((found) => found >= 0) ?? -1 : -1;
  if (row >= 0) return row;
  // Who asks for a form wants it, and not what is said of the matter.
  const form = asked.includes("template") && kind === "scenario" ? hits.slice(0, A_PHRASE).findIndex((hit) => entryOf(hit).kind === "template" && hit[1].isAsked && hit[1].flat >= FITS) : -1;
  if (form >= 0) return form;
  if (asked.includes("phrase") && kind === "scenario" && !best[1].isWhole && spokenOf(engine, query, best) >= ALL_SPOKEN) return 0; // What to say is told there, not by whoever is asked.
  if (asksOtherwise && !isSectionAsked(engine, best, plain)) return own >= 0 ? own : [times ? place(isEveryTime) : -1, named, meaning, fits(FITS_SPOKEN)].find((found) => found >= 0) ?? -1;
  if (named === 0 || (own === 0 && (best[1].isAsked || (kind !== "scenario" && isTitle(best))))) return 0;
  const places = [
    place(isUrgent),
    isSectionAsked(engine, best, plain) ? 0 : -1,
    sure && TO_READ.includes(kind) ? -1 : named,
    answer && "call" in answer ? own : -1,
    meaning,
    kind === "scenario" ? -1 : own,
    hits.findIndex((hit) => isTerm(hit) && isSaid(hit)),
    sure && TO_READ.includes(kind) ? -1 : fits(asked.length ? ASKED_SPOKEN : FITS_SPOKEN),
  ];
  return places.find((found) => found >= 0) ?? -1;
}

/** Whether just what was typed is what a section of a scenario answers. @param {Engine} engine @param {[number, Hit]} hit @param {string} plain */
function isSectionAsked({ entries }, [number, { name }], plain) {
  return name === plain && entries[number].kind === "scenario" && Boolean(entries[number].sections?.has(name));
}

/** Whether one time is owed, however urgent it is. @param {import("./engine.js").Entry} entry */
function isOneTime({ answer }) {
  return Boolean(answer && "times" in answer && answer.times.length === 1);
}

/**
 * What the very word means that was typed, whatever else answers; blank where the handbook does not explain it.
 * @param {Engine} engine @param {string} query @param {[number, Hit][]} hits
 */
export function meaningOf({ entries, texts, simple }, query, hits) {
  const matter = matterOf(normal(query, simple));
  const [term] = hits.find(([number]) => entries[number].kind === "term" && matterOf(normal(entries[number].title, simple)) === matter) ?? [];
  return term === undefined ? "" : texts[term] ?? "";
}

/**
 * The place of the one contact of whose matter the whole question speaks; -1 where there is none, or two.
 * @param {Engine} engine @param {string} query @param {[number, Hit][]} hits @param {(hit: [number, Hit]) => boolean} isContact
 * @param {number} least how much of it must be spoken of: less, where whom to ask is the question
 */
function fitting(engine, query, hits, isContact, least) {
  const [first, second] = hits.filter(isContact), score = first?.[1].score ?? 0, spoken = first ? spokenOf(engine, query, first) : 0;
  const fits = first && first[1].flat >= FITS && score >= FITS_BESIDE * hits[0][1].score && spoken >= least && (spoken >= ALL_SPOKEN || saysAsMuch(engine, query, first, hits[0]));
  return fits && (second?.[1].score ?? 0) < AHEAD * score ? hits.indexOf(first) : -1;
}

/**
 * Whether an entry holds every word of the query that the best one does: whoever copies licences is not asked for a copy of a passport.
 * @param {Engine} engine @param {string} query @param {[number, Hit]} hit @param {[number, Hit]} best
 */
function saysAsMuch(engine, query, [entry], [best]) {
  const holds = (/** @type {number} */ one, /** @type {string} */ word) => engine.alike(word, false, LOOKED_AT).some(([known]) => engine.places.get(known)?.has(one));
  return entry === best || wordsIn(engine.plain(query)).every((word) => holds(entry, word) || !holds(best, word));
}
