// @ts-check
/**
 * What a question is about without the words that make a question of it: “how do I book a flight”, `我想订机票怎么办` and “book a flight” are one,
 * and are judged as one.
 */
import { HAN } from "../shared/han.js";
import { isCommon, stem } from "./terms.js";

/** Where `it` is the department of information technology and not the word of every other sentence. */
const DEPARTMENT = new RegExp(`(^|[${HAN}]|\\b(?:of|from|to|call|contact|phone|ring|ask|email|tell) )it(?=$|[${HAN}])`, "u");
/** Who was robbed by somebody, whoever it was, was robbed. */
const BY_SOMEBODY = /被(?:[别坏客路]?人|客户|顾客|同事|领导|老板|司机)(?=[盗骗偷打抢抓困咬撞锁扣罚告])/gu;
/** Wherever something was lost, it is lost: 丢在高铁上了. */
const LOST_AT = /丢在.{1,6}[上里](?=了|$)/gu;
/** A country, and none of us. */
const THE_US = /\bthe us\b/g;
/** No accident has happened. */
const BY_ACCIDENT = /\b(?:by accident|accidentally)\b/g;
/** Whoever inspects against fire comes while nothing burns. */
const FIRE_CHECK = /\bfire (?:(?:department|brigade|service|safety) )*(?:inspect|check|audit)(?:s|ors?|ions?)?\b/g;
/** A sum that is paid is money: 转了五万, 付了3000块. */
const SUM = /([转付打汇借欠亏罚给扣交]了?)(?:[\d,.]+|[一二两三四五六七八九十几百千万]+)(?:[百千万]|[百千万]?(?:元|块钱?))/gu;

/** A question with what is always meant by some words of it in place of them. @param {string} text in normal form */
export function asMeant(text) {
  return text.replace(DEPARTMENT, "$1helpdesk").replace(BY_SOMEBODY, "被").replace(LOST_AT, "丢").replace(THE_US, "america").replace(BY_ACCIDENT, "by mistake").replace(FIRE_CHECK, "inspection").replace(SUM, "$1钱");
}

/** What stands before the matter, what behind it, and what comes between. */
const BEFORE_ZH = "请问|刚[刚才]?|已经|突然|麻烦问一下|想问一?下?|我们?(?:现在)?|公司|到底|如果|要是|万一|(?:应该|该|需?要|得|可以|能)?(?:怎么|怎样|如何|咋)(?:才能|去|来)?|能不能|可不可以|能否|可否|可以|能够?|要不要|用不用|需不需要|是不是|有没有|想要?|需?要|打算|准备|什么时候(?:可以|能|要)?|[在去到从](?:哪里?|哪儿|啥地方|什么地方)(?:可以|能)?|哪里?(?:可以|能)|关于|谁(?:来|能|会|可以)?(?:负责|管)?";
const BEHIND_ZH = "[吗呢么嘛啊呀吧的了]|(?:怎么|咋)(?:办理|处理|申请|\\p{sc=Han})?|如何(?:处理|办理?)|行不行|行|可以|好吗|(?:该|要|应该|得)?(?:找|问|联系)(?:谁|哪个部门|哪里)?|在哪(?:里|儿)?|哪里?|谁负责|什么时候|多少";
const BEFORE_EN = "please|just|suddenly|hi|hello|so|and|but|if|when|where|how|who|whom|what|which|why|can|could|may|might|must|should|shall|will|would|do|does|did|am|is|are|i|we|you|one|im|ive|id|my|our|the|an?|it|to|ok|okay|allowed|possible|need|want|wish|like|have|has|had|got|get|getting|take|taking|someone|somebody|there|about|for|handles?|ask|responsible|in charge of|deals? with";
const BEHIND_EN = "please|now|today|again|from here|what now|what next|what do i do|what to do|what should i do|who do i (?:ask|call|tell)|for me|myself|first|ok|okay";

const STARTS = new RegExp(`^(?:(?:${BEFORE_ZH})|(?:${BEFORE_EN})\\b[\\s,]*)`, "u"), ENDS = new RegExp(`(?:(?:${BEHIND_ZH})|[\\s,]+(?:${BEHIND_EN}))$`, "u");
/** What is left must still say something: two Chinese characters, or a word. */
const ENOUGH = /\p{sc=Han}{2}|[a-z]{3}/u;
/** What comes between words of a matter and is none. */
const SIGNS = /[\s?？!！。.,，、;；]+$/u;

/** What asks where to begin, whatever it is that begins. */
const BEGINNING = /(?:我|该|应该|要|得)*(?:先|首先|第一步|第一件事)(?:该|要|得)?(?:[干做看弄读学]|是)点?(?:什么|[啥哪](?!里人).{0,2})|(?:从(?:哪里?|哪儿|何)|怎么|如何|咋)(?:开始|入手|下手|起步|上手|[看做学]起)|从?几点到几点|\b(?:(?:what|which)(?: page)?(?: (?:do|should|must|shall|can))?(?: (?:i|we))?(?: (?:to|have to|need to))?(?: (?:do|read|learn|see|look at))? first|(?:whats?|what is) the first (?:thing|step)(?: to (?:do|read))?|first (?:thing|step) to (?:do|take)|(?:where|how)(?: (?:do|should|must|shall|can|to))?(?: (?:i|we))? (?:begin|start))\b/u;
/** A last clause that only asks what to do, to say or whom to call. */
const CLAUSE = /[,;.] ?(?:(?:我们?|那|现在|应?该|要|得|可以|能|先|怎[么样]|咋|如何|[说讲回办弄搞做干答]复?|处理|什么|啥|[找问]谁|才|好|呢)+|(?:(?:what|how|whom?|now|do|should|can|must|shall|i|we|to|say|answer|reply|do|first|next|tell|ask|call)\b ?)+)$/u;

/** A question without what only asks where to begin, or what now; the same where nothing else would be left. @param {string} text in normal form */
export function withoutAsking(text) {
  const rest = text.replace(SIGNS, "").replace(CLAUSE, "").replace(BEGINNING, " ").replace(SIGNS, "").trim();
  return ENOUGH.test(rest) ? rest : text;
}

/** What asks in the middle of a Chinese question. */
const WITHIN = /(\p{sc=Han})(?:什么时候|[在去到从](?:哪里?|哪儿)|怎么|如何|怎样|能不能|可不可以|要不要|用不用)(?=\p{sc=Han})/gu;

/** @param {string} text in normal form @returns {string} the same where it is no more than it says, or nothing else would be left */
export function bareOf(text) {
  let bare = withoutAsking(text).replace(SIGNS, "");
  for (const edge of [STARTS, ENDS]) {
    for (let rest = bare.replace(edge, "").trim(); rest !== bare && ENOUGH.test(rest); rest = bare.replace(edge, "").trim()) bare = rest;
  }
  return bare.replace(WITHIN, "$1 ");
}

/** Where a title says several things: `派车、用公司的车`. */
const PARTS = /[、，/（]|,? or |, | and /u;

/** @param {string} title */
export function partsOf(title) {
  return title.split(PARTS);
}

/** What each part of a title is about. @param {string} title in normal form */
export function mattersIn(title) {
  return partsOf(title).map(matterOf);
}

/** What somebody, or a department's phone, may be called without. */
const NO_NAME = /部门?|的|是多少|\b(?:what is|whats|the|of|for|our|department|number)\b/g;

/** What somebody is called, however it is put. @param {string} text in normal form */
export function callingOf(text) {
  return text.replace(NO_NAME, "").split(/[^\p{L}\p{N}]+/u).filter(Boolean).map(stem).sort().join(" ");
}

/** A text by what it tells alone, however it is put: two of which this is the same are of one matter. @param {string} text in normal form */
export function matterOf(text) {
  return bareOf(text).replace(/(\p{sc=Han}) (?=\p{sc=Han})/gu, "$1").replace(/[的了]/g, "").split(/[^\p{L}\p{N}]+/u).filter((word) => word === "no" || (word && !isCommon(word))).map(stem).join(" ");
}
