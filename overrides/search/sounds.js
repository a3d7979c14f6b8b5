// @ts-check
/** How Chinese sounds: names as syllables, so that `huiyijiyao`, `hyjy` and 会义纪要 find 会议纪要. */

/** What only asks sounds like any other question. */
const ASKING = /怎么(?:办|样|弄|写|说|讲|回)?|什么(?:时候)?|如何|[吗呢么]/g, ASKING_ALOUD = /\b(?:zen me(?: (?:ban|yang|nong|xie|shuo|jiang|hui))?|shen me(?: shi hou)?|ru he)\b| (?:ma|ne)$/g;

/** How characters are read, made at build time by `characters.py`. */
export class Sounds {
  /**
   * @param {Record<string, string>} readings by syllable, the characters that are read so as well
   * @param {string} common how the commonest are read, in the order of `commonSigns`: each syllable with how many in turn
   */
  constructor(readings, common = "") {
    /** @type {Map<string, string[]>} */
    this.of = new Map();
    const signs = commonSigns();
    let place = 0;
    for (const [, syllable, count] of common.matchAll(/([a-z]+)(\d+)/g)) {
      for (const sign of signs.slice(place, place += Number(count))) this.of.set(sign, [syllable]);
    }
    for (const [syllable, more] of Object.entries(readings)) {
      for (const sign of more) this.of.set(sign, [...(this.of.get(sign) ?? []), syllable]);
    }
    this.syllables = new Set([...this.of.values()].flat());
  }

  /** The syllables of a name, each with its readings; null where it is not Chinese throughout. @param {string} name */
  ofName(name) {
    const found = [];
    for (const sign of name) {
      const readings = this.of.get(sign);
      if (!readings) return null;
      found.push(readings);
    }
    return found.length > 1 ? found : null;
  }

  /** The characters of a question that have readings, without what only asks. @param {string} text */
  signsOf(text) {
    return [...text.replace(ASKING, "")].filter((sign) => this.of.has(sign));
  }

  /** The readings of each of those. @param {string[]} signs */
  ofSigns(signs) {
    return signs.map((sign) => this.of.get(sign) ?? []);
  }

  /** The ways to read two characters, without tones. @param {string} pair */
  ofPair(pair) {
    const [first, second] = [...pair].map((sign) => this.of.get(sign) ?? []);
    return first.flatMap((one) => second.map((other) => `${one} ${other}`));
  }

  /**
   * A question's letters cut into syllables, the longest first where that comes out even; null where they are none.
   * @param {string} letters @returns {string[][] | null}
   */
  cut(letters) {
    /** @type {(string[] | null)[]} */
    const ways = [[]];
    for (let end = 1; end <= letters.length; end += 1) {
      ways[end] = null;
      for (let start = Math.max(0, end - 6); start < end; start += 1) {
        const way = ways[start];
        const syllable = letters.slice(start, end);
        if (!way || !this.syllables.has(syllable)) continue;
        const best = ways[end];
        if (!best || way.length + 1 < best.length) ways[end] = [...way, syllable];
      }
    }
    return ways[letters.length]?.join(" ").replace(ASKING_ALOUD, "").match(/[a-z]+/g)?.map((syllable) => [syllable]) ?? null;
  }
}

/** Every two syllables beside each other, in each reading. @param {string[][]} sounds @returns {string[]} */
export function pairsIn(sounds) {
  return sounds.slice(1).flatMap((second, place) => sounds[place].flatMap((one) => second.map((other) => `${one} ${other}`)));
}

/** What syllables count that stand in another order: `mima wangle` for 忘了密码. */
const ELSEWHERE = 0.7;
/** What a character counts in place of which another was typed that sounds alike: two such pairs are soon alike by chance. */
const OTHER_SIGN = 0.8;

/**
 * How well a name sounds like what was typed, 0 to 1.
 * @param {string[][]} name the readings of each character
 * @param {string[][]} typed the readings of each syllable
 * @param {(inName: number, inTyped: number) => boolean} [isSame] Whether the characters at two places are one; what was typed in letters has none.
 */
export function soundsLike(name, typed, isSame = () => true) {
  let best = 0, longest = 0;
  /** @type {Set<number>} */
  const covered = new Set();
  for (let shift = 1 - typed.length; shift < name.length; shift += 1) {
    let run = 0, fits = 0;
    for (let place = 0; place < typed.length; place += 1) {
      const readings = name[shift + place];
      const alike = readings && typed[place].some((syllable) => readings.includes(syllable));
      [run, fits] = alike ? [run + 1, fits + (isSame(shift + place, place) ? 1 : OTHER_SIGN)] : [0, 0];
      if (run < 2) continue;
      covered.add(place - 1).add(place);
      if (fits > best) [best, longest] = [fits, run];
    }
  }
  best += ELSEWHERE * (covered.size - longest);
  return (best / typed.length) * (0.6 + 0.4 * (best / name.length));
}

/** So many first letters leave little doubt. */
const SURE = 4;

/** Whether the first letters of the syllables of a name begin with, or are, what was typed; 0 to 1.
 * @param {string[][]} name @param {string} letters */
export function initialsOf(name, letters) {
  if (letters.length > name.length) return 0;
  for (let start = 0; start + letters.length <= name.length; start += 1) {
    let fits = true;
    for (let place = 0; fits && place < letters.length; place += 1) {
      fits = name[start + place].some((syllable) => syllable[0] === letters[place]);
    }
    if (fits) return Math.min(1, letters.length / SURE) * ((start ? 0.5 : 0.7) + (start ? 0.2 : 0.3) * (letters.length / name.length));
  }
  return 0;
}

/** The first level of GB/T 2312, 3,755 characters in the order of how they are read. */
function commonSigns() {
  const codes = [];
  for (let row = 0xb0; row <= 0xd7; row += 1) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell += 1) codes.push(row, cell);
  }
  return new TextDecoder("gbk").decode(new Uint8Array(codes));
}
