// @ts-check
/** Which kind of question a query is: who, may I, which form, what does it mean, how do I say it, how soon. */

/** Words that say which kind is meant; that kind then counts for so much more. @type {[string, RegExp, number][]} */
const ASKED = [
  ["template", /模板|模版|表格|表单|范本|[表单函]$|\b(?:template|form|sheet)s?\b/, 1.1],
  ["contact", /[找问诉向归]谁|打给谁|联系谁|找哪|谁(?:来|能|会)?(?:负责|管|处理|办|安排|修|审|开|订)|哪个部门|\bwho(?:m|'s)?\b/, 1.55],
  ["checklist", /清单|检查|核对|\bcheck ?lists?\b|\bsteps\b/, 1.1],
  ["term", /[是叫算][什啥]么?$|[什啥]么?意思|\bwhat (?:is|are) an? |\bwhat (?:does|do) .+ mean\b|\b(?:meaning|definition) of\b/, 1.6],
  ["sending", /[能可]不[能可]以?.*[发传贴]|[能可]以?.*[发传贴].*[吗么]|^[发传](?!错)|[让准]不[让准]发|(?:微信|企微|钉钉|飞书|聊天|群里|邮件|邮箱|网盘|\bai\b).*(?:[发传贴]|吗)|[发传贴](?:在|到|进|给)?.{0,6}(?:微信|企微|钉钉|飞书|聊天|群|邮件|邮箱|网盘|ai)|\b(?:may|can|could|should|allowed|okay|ok|safe|is it) .*\b(?:send|share|forward|post|paste|upload|chat|mail|email|wechat|wecom)|\b(?:by|via|over|in|through|into) (?:an? |the )?(?:chat|e-?mail|wechat|wecom|dingtalk|messenger|ai|chatgpt)\b/, 1.5],
  ["phrase", /怎么[说讲开]|咋说|话术|说法|\bhow (?:do|to|can|should|would) (?:i |we |you )?(?:\w+ )?(?:say|put|phrase|word)\b|\bwhat (?:do|to|can|should) (?:i |we )?say\b|\b(?:wording|phrases?) (?:for|to)\b/, 1.25],
  ["channel", /多久|多长时间|几(?:天|个?小时|分钟)|多快|\bhow (?:fast|soon|long|quickly)\b/, 1.08],
];

/** The kinds that a query asks for, with what a find of each then counts. @param {string} text in normal form @returns {Map<string, number>} */
export function kindsAsked(text) {
  return new Map(ASKED.filter(([, words]) => words.test(text)).map(([kind, , worth]) => [kind, worth]));
}

/** What a question says around the thing that it is about. @type {Record<string, RegExp>} */
const AROUND = {
  term: /[是叫算][什啥]么?(?:意思)?|[什啥]么?意思|\b(?:what (?:is|are|does|do)|means?|meaning of|definition of|an?|the)\b/g,
  sending: /^(?:我|我们|请问)?[能可][不以否]*[能可]?以?(?:把|将)?|^[发传贴](?:个|份)?|[能可发传贴让准].*$|\b(?:微信|企微|钉钉|飞书)$|^(?:may|can|could|should|am|is it) (?:i |we )?(?:(?:ok|okay|safe|allowed) to )?(?:\w+ )??(?:send|share|forward|post|paste|upload|e?mail|chat) (?:an? |the |our |my )?| (?:to|by|via|over|in|into|on|with|through) .*$/g,
  phrase: /怎么[说讲]|咋说|的?话术?|说法|\bhow (?:do|to|can|should|would) (?:i |we |you )?(?:say )?|\bwhat (?:do|to|can|should) (?:i |we )?say(?: when| to)?/g,
};

/**
 * What is left of a question without the words that only ask, by the kind that it asks for.
 * @param {string} text in normal form @returns {[string, string][]}
 */
export function thingsAsked(text) {
  const asked = kindsAsked(text);
  return Object.entries(AROUND).filter(([kind]) => asked.has(kind)).map(([kind, around]) => [kind, text.replace(around, " ").trim()]);
}
