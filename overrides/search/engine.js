// @ts-check
/**
 * Finds the entries of the handbook that a query means. An entry counts by how much of the query it holds, a rare word
 * more than a frequent one, and by how exactly one of its names is what was typed. A query is also tried with a word
 * replaced by another that means the same, and by its sound; the best of these counts.
 *
 * @typedef {{label: string, within: string, call?: string[]}} ChannelAnswer `within` is blank where nobody owes an answer, or the channel goes by the case; `call` names the contacts of what can't wait
 * @typedef {{names: Record<string, string>, files: string[], ready?: boolean}} FilesAnswer `ready`: a file of the company's own, not to be filled in online; what files are called by language, and the ends of their addresses: `zh.docx`
 * @typedef {{role: string, ways: [string, string, string][], due: string, urgent?: boolean, first?: boolean}} ContactAnswer each way's channel, address, and link; any but the first may be blank; `first`: whom to call before anybody else in a crisis
 * @typedef {{times: [string, string][]}} TimesAnswer how urgent, blank where it does not count, and how soon an answer is owed
 * @typedef {{level: string, note?: string, exception?: string, outside?: boolean}} SendingAnswer `note` stands for whatever else is true of the level; `outside`: asked for somebody outside
 * @typedef {{phrase: string}} PhraseAnswer
 * @typedef {ChannelAnswer | FilesAnswer | ContactAnswer | TimesAnswer | SendingAnswer | PhraseAnswer} Answer
 * @typedef {{kind: string, title: string, url: string, part: string, names: string[], answer?: Answer, sections?: Map<string, [string, string]>, section?: string}} Entry
 *   `sections`: of a name, the id and the heading of the section that answers it; `section`: the heading of the one that opens
 * @typedef {{name: string, yes: string, no: string, mind: string, outside: string}} Level of confidentiality: by what it may go, by what it may not, what to mind, and on what terms outsiders may have it
 * @typedef {{words: Record<string, string>, feedback: string, chooser: string, contacts: string, names: string[], frequent: {title: string, url: string}[], emergency: string[], worth: Record<string, number>, levels: Record<string, Level>, formats: Record<string, string>, entries: Entry[], rest: string, whole: string, foreign?: string}} Head
 *   What is loaded first: titles and other words; `rest` names the file of what is loaded behind it, `whole` that of the text of all pages, `foreign` that
 *   of the names of all entries in the other language, where there is one.
 * @typedef {{texts: string[], names: string[], answers?: Record<number, Answer>, sections?: Record<string, [string, string, string][]>, called?: Record<string, number[]>, synonyms: string[], near: [string, string][], body: Record<string, string>, commonReadings?: string, readings: Record<string, string>, simple: string}} Rest
 * @typedef {{score: number, flat: number, name: string, terms: Set<string>, by: string, isWhole: boolean, isAsked: boolean, isDanger?: boolean}} Hit
 *   How well an entry fits, also without regard to how often it says so, by which of its names, by which terms, in which way of putting the query, blank where by its sound or by who handles it;
 *   whether that is the whole name, whether the question asks for its kind, and whether it tells of danger.
 * @typedef {{entry: number, text: string, terms: Map<string, number>, weight: number, worth: number, sounds: string[][] | null}} Name
 */
import { normal, simpleSigns } from "../shared/folding.js";
import { hasChinese } from "../shared/han.js";
import { FEW, holdsWord, reckonAlike, SOME, SOUND } from "./alike.js";
import { heardIn } from "./asking.js";
import { callFirst } from "./danger.js";
import { fitAll, putPhrasesFirst, verbatim, VERY_WORDS } from "./fitting.js";
import { asMeant, callingOf, partsOf, withoutAsking } from "./framing.js";
import { Sounds } from "./sounds.js";
import { Spoken } from "./spoken.js";
import { isLatin, stem, termsOf, wordsIn } from "./terms.js";

/** What a term weighs by where an entry holds it. */
const WEIGHT = { title: 1, name: 0.95, other: 0.85, text: 0.55, body: 0.4 };
/** What a name counts on top that is the whole question: of whoever handles it, or for all that this seems to ask for another kind. */
const WHOLE = 1.15;
/** What is left of a find by the words that only ask. */
const ONLY_ASKS = 0.4;
/** What fits less than this, of all or of the best, is left out. */
const LEAST = 0.08, LEAST_OF_BEST = 0.3;
const UNWEIGHED = -1;
const UNKNOWN_PAIR = 0.2, UNKNOWN_WORD = 0.5;
const MOST_KEPT = 2000;
const LONGEST_QUERY = 120;
/** What is shorter says the same in any language: `it`, `hr`, `a3`. */
const LETTERS = /[a-z]{3}/i;
/** So few letters alone are soon like something else: they are a word or its beginning, with a slip in five of them; in capitals, an abbreviation and no beginning. */
const FEW_LETTERS = /^[a-z]{1,5}$/i, CAPITALS = /^[A-Z]+$/;

export class Engine {
  /** @param {Entry[]} entries @param {Record<string, number>} worth */
  constructor(entries, worth) {
    this.entries = entries;
    /** What a find of each kind is worth: how far it may be ahead of one of another kind and still come second. */
    this.worth = worth;
    /** Which entries hold a term, and what it weighs there. @type {Map<string, Map<number, number>>} */
    this.places = new Map();
    /** @type {Name[]} */
    this.names = [];
    /** Which names hold a term. @type {Map<string, number[]>} */
    this.namesWith = new Map();
    /** Which entries are meant by what is typed alone: a role, or the phone of a department. @type {Map<string, number[]>} */
    this.called = new Map();
    /** The simplified character for each traditional one. @type {Map<string, string>} */
    this.simple = new Map();
    /** @type {string[]} */
    this.texts = [];
    /** @type {string[][]} */
    this.synonyms = [];
    /** @type {import("./variants.js").Leads[]} */
    this.near = [];
    /** How many slips more than usual are borne. */
    this.slack = 0;
    /** Whether the query is a few letters alone, and in capitals. */
    this.isBrief = this.isAbbreviation = false;
    /** Whether the handbook has a word of the query itself, so that what is a little like another tells nothing. */
    this.hasWord = false;
    /** What each term of the last questions means. @type {Map<string, [string, number][]>} */
    this.likenesses = new Map();
    /** Where each term of the last questions is found. @type {Map<string, import("./fitting.js").Found>} */
    this.found = new Map();
    /** Of each way the query is put, which entries hold a word of it. @type {Map<string, Set<number>>} */
    this.holding = new Map();
    this.spoken = new Spoken();
    /** Whether the handbook is written in Chinese. */
    this.isChinese = entries.filter(({ title }) => hasChinese(title)).length > entries.length / 2;
    entries.forEach((entry, number) => {
      this.addName(number, entry.title, WEIGHT.title);
      const parts = /^(?:contact|place)$/.test(entry.kind) ? partsOf(entry.title) : [];
      if (parts.length > 1) for (const part of parts) this.addName(number, part, WEIGHT.title);
      for (const name of entry.names) this.addName(number, name, WEIGHT.name);
    });
    this.settle();
  }

  /** Add what is loaded behind the head. @param {Rest} rest @throws {Error} it belongs to other entries */
  addRest(rest) {
    if (rest.texts.length !== this.entries.length) throw new Error("The rest of another index.");
    this.simple = simpleSigns(rest.simple);
    this.names.forEach(({ text }, number) => {
      if (normal(text, this.simple) !== text) this.setName(number, text); // Only now is it known what is simpler.
    });
    this.spoken = new Spoken(new Sounds(rest.readings, rest.commonReadings));
    this.texts = rest.texts;
    rest.names.forEach((names, number) => {
      if (!names) return;
      this.entries[number].names.push(...names.split("|"));
      for (const name of names.split("|")) this.addName(number, name, WEIGHT.name);
    });
    for (const [number, answer] of Object.entries(rest.answers ?? {})) this.entries[Number(number)].answer = answer;
    for (const [number, sections] of Object.entries(rest.sections ?? {})) {
      const entry = this.entries[Number(number)];
      entry.sections = new Map(sections.flatMap(([id, title, places]) => places.split(" ").map((place) => [normal(entry.names[parseInt(place, 36)], this.simple), [id, title]])));
    }
    for (const [name, numbers] of Object.entries(rest.called ?? {})) this.called.set(callingOf(normal(name, this.simple)), numbers);
    rest.texts.forEach((text, number) => {
      for (const term of termsOf(normal(text, this.simple))) this.addPlace(term.text, number, WEIGHT.text);
    });
    for (const [sign, terms] of Object.entries(rest.body)) {
      for (const one of terms.split(",")) {
        const [ending, ...steps] = one.split(" "), term = stem(normal(sign + ending, this.simple));
        let number = 0;
        for (const step of steps) this.addPlace(term, number += parseInt(step, 36), WEIGHT.body);
      }
    }
    const all = (/** @type {string} */ words) => words.split("|").map((word) => normal(word, this.simple));
    this.synonyms = rest.synonyms.map(all);
    this.near = rest.near.map(([said, means]) => ({ said: all(said), means: all(means) }));
    this.settle();
  }

  /** Add the names of all entries in the other language. @param {string[][]} foreign @throws {Error} they belong to other entries */
  addForeign(foreign) {
    if (foreign.length !== this.entries.length) throw new Error("The names of another index.");
    foreign.forEach((names, number) => {
      for (const name of names) this.addName(number, name, WEIGHT.other);
    });
    this.settle();
  }

  /** @param {number} entry @param {string} written @param {number} worth */
  addName(entry, written, worth) {
    this.names.push({ entry, text: "", terms: new Map(), weight: 0, worth, sounds: null });
    this.setName(this.names.length - 1, written);
  }

  /** @param {number} number @param {string} written */
  setName(number, written) {
    const name = this.names[number];
    name.text = normal(written, this.simple);
    name.terms = new Map();
    for (const term of termsOf(name.text)) name.terms.set(term.text, Math.max(term.weight, name.terms.get(term.text) ?? 0));
    for (const term of name.terms.keys()) {
      this.addPlace(term, name.entry, name.worth);
      const names = this.namesWith.get(term);
      if (names) names.push(number);
      else this.namesWith.set(term, [number]);
    }
  }

  /** @param {string} term @param {number} entry @param {number} weight */
  addPlace(term, entry, weight) {
    let places = this.places.get(term);
    if (!places) this.places.set(term, places = new Map());
    if ((places.get(entry) ?? 0) < weight) places.set(entry, weight);
  }

  /** Reckon what depends on everything that was added. */
  settle() {
    this.likenesses.clear();
    this.found.clear();
    this.vocabulary = [...this.places.keys()].filter((term) => term.length > 2 && isLatin(term));
    this.spoken.hear(this.names, this.places.keys());
    for (const name of this.names) name.weight = UNWEIGHED;
  }

  /** How much a name tells: reckoned when it is found, as most never are. @param {Name} name */
  weightOf(name) {
    if (name.weight === UNWEIGHED) {
      name.weight = 0;
      for (const [term, weight] of name.terms) name.weight += weight * this.rarity(term);
    }
    return name.weight;
  }

  /** How much a term tells: the fewer entries hold it, the more. @param {string} term */
  rarity(term) {
    const count = this.entries.length, holding = this.places.get(term)?.size ?? 0;
    return Math.log(1 + (count - holding + 0.5) / (holding + 0.5));
  }

  /** How much a term counts that the handbook nowhere has; of two Chinese characters it is rarely a word. @param {string} term */
  unknown(term) {
    return Math.log(1 + this.entries.length) * (hasChinese(term) ? UNKNOWN_PAIR : UNKNOWN_WORD);
  }

  /** Whether a query has words of the other language. @param {string} query */
  isForeign(query) {
    return this.isChinese ? LETTERS.test(query) : hasChinese(query);
  }

  /** A query in the form in which it is compared. @param {string} query */
  plain(query) {
    return this.spoken.spelledOut(asMeant(normal([...query].slice(0, LONGEST_QUERY).join(""), this.simple).trim()), this.places);
  }

  /**
   * The entries that a query means, the best first, each with how it was found.
   * @param {string} query @param {boolean} [near] Whether what is a little like it will do. @returns {[number, Hit][]}
   */
  search(query, near = false) {
    this.slack = near ? 1 : 0;
    this.isBrief = FEW_LETTERS.test(query.trim()), this.isAbbreviation = this.isBrief && CAPITALS.test(query.trim());
    const text = this.plain(query);
    this.holding.clear();
    this.hasWord = wordsIn(text).some((word) => hasChinese(word) && this.places.has(word));
    /** @type {Map<number, Hit>} */
    const best = new Map();
    for (const each of new Set([text, withoutAsking(text)])) fitAll(this, each, best);
    this.scoreSounds(text, best);
    const asked = heardIn(text);
    // Of the kind that a question asks for, by how much of a name is said, whatever else is.
    for (const one of asked) fitAll(this, one.thing, best, one);
    const meant = asked.some(({ kind, thing }) => kind === "term" && wordsIn(thing).length && this.says(thing));
    const worth = new Map(asked.map((one) => [one.kind, one.worth])), saidBy = verbatim(this, text);
    for (const [number, hit] of best) {
      const { kind } = this.entries[number];
      // Called by no more than the words that ask: every meaning is “what does it mean”.
      const onlyAsks = meant && heardIn(hit.name).some((one) => one.kind === "term" && !wordsIn(one.thing).length);
      const counts = (this.worth[kind] ?? 1) * (worth.get(kind) ?? 1) * (hit.name === text && (asked.length || kind === "contact") ? WHOLE : 1) * (onlyAsks ? ONLY_ASKS : 1);
      hit.score *= counts * (1 + VERY_WORDS * (hit.name === text ? 1 : saidBy(number)));
      hit.flat *= counts;
    }
    if (!asked.length) callFirst(this, text, best);
    else putPhrasesFirst(this, best);
    const found = [...best].sort(([a, { score: first }], [b, { score: second }]) => second - first || a - b);
    return found.filter(([number, { score, by, name }]) => score > (near ? 0 : LEAST) && score > LEAST_OF_BEST * found[0][1].score && (!this.hasWord || !by || holdsWord(this, number, by) || (name && text.includes(name))));
  }

  /** How much a word tells, all of its terms together. @param {string} word */
  mass(word) {
    return termsOf(word).reduce((sum, term) => sum + term.weight * this.rarity(term.text), 0);
  }

  /** Whether the handbook says anything of a word, or of several. @param {string} words */
  says(words) {
    const telling = termsOf(words).filter(({ weight, part }) => !part && weight === 1);
    return !telling.length || telling.some(({ text }) => this.places.has(text));
  }

  /** A term itself, if the handbook has it. @param {string} term @returns {[string, number][]} */
  exactly(term) {
    return this.places.has(term) ? [[term, 1]] : [];
  }

  /**
   * The terms of the handbook that a term means, each with how alike they are: itself, what begins with it, what is of its
   * family, what differs by a slip of the fingers.
   * @param {string} term @param {boolean} last Whether it may be half a word, still being typed.
   * @param {number} count How many terms the query has: in a short one, a wrong character of two still tells something.
   * @returns {[string, number][]}
   */
  alike(term, last, count) {
    // The ways of putting a question share most of their terms, and so do a question and what is typed of it next.
    const key = this.keyOf({ text: term }, last, count);
    let found = this.likenesses.get(key);
    if (!found) {
      if (this.likenesses.size > MOST_KEPT) this.likenesses.clear();
      this.likenesses.set(key, found = reckonAlike(this, term, last, count));
    }
    return found;
  }

  /** What finds of a term depend on. @param {{text: string, part?: boolean}} term @param {boolean} last @param {number} count */
  keyOf({ text, part = false }, last, count) {
    return [text, part, last, count > 1, count > FEW, count > SOME, this.slack, this.isBrief, this.isAbbreviation, this.hasWord].join();
  }

  /** @param {string} key @param {import("./fitting.js").Found} found */
  keep(key, found) {
    if (this.found.size > MOST_KEPT) this.found.clear();
    this.found.set(key, found);
  }

  /** Note which names sound like what was typed. @param {string} text @param {Map<number, Hit>} best */
  scoreSounds(text, best) {
    for (const [name, fit] of this.spoken.like(text, this.names)) {
      const score = SOUND * fit * name.worth;
      if (score > LEAST_OF_BEST && score > (best.get(name.entry)?.score ?? 0)) {
        best.set(name.entry, { score, flat: score, name: name.text, terms: new Set(name.terms.keys()), by: "", isWhole: fit === 1, isAsked: false });
      }
    }
  }
}
