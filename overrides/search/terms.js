// @ts-check
/**
 * Texts → the terms that are compared: pairs of neighbouring characters for Chinese, stems for English. What is written in
 * full width, in capitals, in traditional characters (`shared/folding.js`) or in American spelling gives the same terms.
 */
import { HAN, hasChinese } from "../shared/han.js";

const RUN = new RegExp(`[${HAN}]+|(?:(?![${HAN}])[\\p{L}\\p{N}])+`, "gu");
/** Characters that only join others: a pair with one of them tells nothing. */
const JOINING = new Set("的了么吗呢吧啊呀嘛着是就都也还很太和跟与及或被把给让那哪什谁怎您你我他她它们该啥咋咱");
/** Words that begin with one of them, or end in one. */
const JOINED = new Set("着火 着急 着凉 着装 了解 把关 把手 还款 还钱 还账 归还 和解 被盗 被骗 被偷 被打 被抢 被抓 被困 被咬 被撞 被锁 被扣 被罚 被告 被罢 被开".split(" "));
/** Characters that stand in any question: alone, where a word beside them was replaced, they tell nothing either. */
const FAINT = new Set("要在不有一这上下里到从为会能可以先再后去来做说用想得没人个点多少好吗");
/** Characters that come between the two of a verb and what it is done to: `派个车` says `派车`, `盖了章` says `盖章`. */
const BETWEEN = /^(?:[一两几三]?[个台张份把部间辆]|了个?|过|点|一下)/;
/** What that begins with, so that few places need a closer look. */
const BEGINS_BETWEEN = new Set("一两几三个台张份把部间辆了过点");
/** Days, which say when and seldom what. */
const DAYS = new Set("明天 后天 下周 上周 本周 周一 周二 周三 周四 周五".split(" "));
/** Pairs that stand in any question. */
const COMMON_PAIRS = new Set("要不 不要 怎样 如何 可以 应该 需要 能不 不能 有没 没有 一个 这个 那个 哪个 哪些 这些 这件 件事 时候 办法 一下 有人 请问 想要 到底 究竟 大家 觉得 知道".split(" "));
const COMMON = new Set(("a an the and or of to in on at by for with from as is are was be been am do does did have has had i me my we us our you "
  + "your he she they them it its this that these those what which who whom whose how when where why should would could can may must "
  + "will shall not no if so then than there here about into out up get got go need want please someone somebody something anyone use used using know like let much many some any more very just "
  + "im ive youre hes thats whats dont doesnt didnt wont isnt arent").split(" "));
/** English words that tell a little: they stand in many a question, and in few names. */
const WEAK = new Set(("too also only even still yet already now always never really actually again all every each both other another same own around away "
  + "cant cannot lets say says said tell ask keep make made take took give gave goes going went gone put see look find thing things way ways best "
  + "one two three four five six seven eight ten half day days week weeks month months "
  + "tomorrow monday tuesday wednesday thursday friday "
  + "good nice new ok hi hello right after before during while because since until nothing template form sheet help politely polite nicely properly write next happen work worked works back wants needs asks").split(" "));
/** Verbs whose past has another stem. */
const PAST = new Map("lose lost,send sent,pay paid,write wrote written,forget forgot forgotten,steal stole stolen,fall fell fallen,choose chose chosen,break broke broken,buy bought,sell sold,speak spoke spoken,keep kept,run ran,ring rang,fight fought,throw threw thrown,freeze froze frozen,catch caught,hide hid hidden,begin began begun,drive drove driven,bring brought,think thought,teach taught,build built,spend spent,lend lent,feel felt,hold held,hear heard,win won,draw drew drawn,fly flew,die dying died,lie lying lied,burn burnt,steal stealing,sue suing,child children,customhouse customs,costly expensive,cant cannot"
  .split(",").flatMap((group) => {
    const [now, ...others] = group.split(" ");
    return others.map((other) => /** @type {[string, string]} */ ([other, now]));
  }));
/** What a term that tells next to nothing weighs, or only a little, beside others that tell more. */
const COMMON_WEIGHT = 0.12, WEAK_WEIGHT = 0.5;
/** What a single character of a Chinese word weighs beside the pairs, for words in another order or with another word between. */
const SIGN_WEIGHT = 0.7;
/** The same of the two on either side of what only comes between them. */
const BETWEEN_WEIGHT = 0.5;

/** @typedef {{text: string, weight: number, place: number, part?: boolean, between?: boolean}} Term `part`: a single character of a longer run; `between`: two with something between them. */

/** Whether a word tells next to nothing of a query. @param {string} word */
export function isCommon(word) {
  return COMMON.has(word);
}

/** Whether a term is made of plain Latin letters. @param {string} term */
export function isLatin(term) {
  return /^[a-z]+$/.test(term);
}

/** The terms of a text in normal form. @param {string} text @returns {Term[]} */
export function termsOf(text) {
  const terms = [];
  for (const match of text.matchAll(RUN)) {
    const [run] = match;
    if (!hasChinese(run)) {
      terms.push({ text: stem(run), weight: COMMON.has(run) ? COMMON_WEIGHT : WEAK.has(run) ? WEAK_WEIGHT : 1, place: match.index });
      continue;
    }
    const signs = [...run];
    if (signs.length === 1) terms.push({ text: run, weight: JOINING.has(run) || FAINT.has(run) ? COMMON_WEIGHT : 1, place: match.index });
    else {
      signs.forEach((sign, place) => {
        if (!JOINING.has(sign)) terms.push({ text: sign, weight: SIGN_WEIGHT, place: match.index + place, part: true });
      });
    }
    for (let place = 0; place + 1 < signs.length; place += 1) {
      const pair = signs[place] + signs[place + 1];
      const common = !JOINED.has(pair) && (JOINING.has(signs[place]) || JOINING.has(signs[place + 1]) || COMMON_PAIRS.has(pair) || isEither(signs, place) || isEither(signs, place - 1));
      terms.push({ text: pair, weight: common ? COMMON_WEIGHT : DAYS.has(pair) ? WEAK_WEIGHT : 1, place: match.index + place });
      const between = BEGINS_BETWEEN.has(signs[place + 1]) ? BETWEEN.exec(signs.slice(place + 1, place + 4).join("")) : null, behind = place + 1 + (between?.[0].length ?? 0);
      if (between && behind < signs.length && !JOINING.has(signs[place]) && !JOINING.has(signs[behind])) {
        terms.push({ text: signs[place] + signs[behind], weight: BETWEEN_WEIGHT, place: match.index + place, between: true });
      }
    }
  }
  return terms;
}

/** Whether one thing or its contrary is asked, which tells no more than the thing itself: 算不算, 给没给. @param {string[]} signs @param {number} place */
function isEither(signs, place) {
  return /[不没]/.test(signs[place + 1]) && signs[place] === signs[place + 2];
}

/** Those terms of a text that are words by themselves: no single character of several, nothing that stands in any question. @param {string} text */
export function wordsIn(text) {
  return termsOf(text).filter(({ weight, part }) => !part && weight === 1).map((term) => term.text);
}

/** A word without its ending, in one spelling of several: `organised`, `organizing` → `organiz`. @param {string} word */
export function stem(word) {
  const now = PAST.get(word);
  if (now) return stem(now);
  if (word.length < 4 || !isLatin(word)) return word;
  let rest = word
    .replace(/^([a-z]{3,})is(e|es|ed|ing|er|ers|ation|ations)$/, "$1iz$2")
    .replace(/^([a-z]{2,})our(s|ed|ing|ite|ites|able)?$/, "$1or$2")
    .replace(/^([a-z]{3,})tre(s?)$/, "$1ter$2")
    .replace(/^(licen|defen|offen)s(?=e)/, "$1c");
  rest = rest.replace(/ies$/, "y").replace(/(ss|sh|ch|x|z)es$/, "$1").replace(/([^sui])s$/, "$1");
  const bare = rest.replace(/(?:ing|ed)$/, "");
  if (bare !== rest && bare.length > 2 && /[aeiouy]/.test(bare)) rest = bare;
  rest = rest.replace(/([bdfglmnprt])\1$/, "$1"); // `planned`, and `calling` as well as `call`
  return rest.length > 4 ? rest.replace(/e$/, "") : rest;
}

/** What a stem is followed by in words of one family, its last letter perhaps doubled. */
const FAMILY = /^[lnpt]?(?:e|y|t|al|ly|er|or|ion|ation|ition|ment|ness|ance|ence|able|ive|ant|ent)?$/;
const LEAST_SHARED = 4;

/** Whether two stems are of one family: `approv` and `approval`, `invit` and `invitation`. @param {string} a @param {string} b */
export function areKin(a, b) {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared += 1;
  return shared >= LEAST_SHARED && FAMILY.test(a.slice(shared)) && FAMILY.test(b.slice(shared));
}

/**
 * How many slips of the fingers lie between two words, at most `most`: letters changed, left out, added or swapped.
 * @param {string} a @param {string} b @param {number} most
 */
export function slips(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}
