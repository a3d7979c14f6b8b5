// @ts-check
/**
 * Which kind of thing a question asks for: who handles it, may I send it, which form, what does it mean, how do I say it, how
 * soon is an answer owed, how long is something kept; and what is left of the question without the words that only ask.
 *
 * @typedef {{kind: string, thing: string, worth: number, firm: number}} Asked the kind of entry that is meant, what it is about, what a
 *   find of that kind counts for, and what a name counts that is said whole, however much else is said
 */

/** By which channel something goes. */
const BY = "企业微信|微信|企微|钉钉|飞书|朋友圈|公众号|聊天|外部群|工作群|群聊?|qq|电?邮件|邮箱|网盘|u盘|ai|chatgpt|deepseek|豆包|kimi|文心|通义|机器人";
const BY_EN = "chat|e?mail|wechat|wecom|dingtalk|whatsapp|lark|slack|messenger|im|ai|chatgpt|deepseek|linkedin|text message";
/** To send, in many ways; not `发票`, `发货` and the like. */
const SEND = "(?:转?发(?![票货布现生烧错展火]|工资(?![条表单明])|奖金|年终奖|薪)|[传贴](?![票统真])|给|告诉|透露|泄露|分享|共享|公开|交给|拿给|写在|写进|放[到在进]|转给|看|[丢扔喂贴存输拷复制上传粘录导][给进到入])";
const SEND_EN = "send(?:ing)?|shar(?:e|ing)|forward(?:ing)?|post(?:ing)?|past(?:e|ing)|upload(?:ing)?|e?mail(?:ing)?|giv(?:e|ing)|pass(?:ing)?|tell(?:ing)?|show(?:ing)?|mention(?:ing)?|put(?:ting)?|disclos(?:e|ing)|(?:talk|speak)(?:ing)? (?:about|of)|discuss(?:ing)?|have|see";
const MAY = "能不能|可不可以|能否|可否|可以|能够?|允许|[让准]不[让准]";
const MAY_AFTER = "行不行|行吗|行么|好吗|可以吗|没事吧?|合适吗|违规吗|安全吗";

/** To whom something may be sent that is not theirs. */
const OUTSIDE = "外包|外人|外面|别人|同行|友商|对手|竞争对手|供应商|合作方|猎头|中介|朋友|同学|家人|老同事|前同事|记者|媒体";
const OUTSIDE_EN = "headhunters?|recruiters?|competitors?|rivals?|contractors?|suppliers?|vendors?|friends?|famil(?:y|ies)|journalists?|reporters?|press|former colleagues?|outsiders?|strangers?";
/** Who else is outside and may be owed something, so that a question may be about theirs, too. */
const OTHERS = "客户|用户|甲方|乙方|(?:合作)?伙伴|公司以外", OTHERS_EN = "customers?|clients?|partners?|agenc(?:y|ies)";
/** Where the public sees it. */
const IN_PUBLIC = "朋友圈|微博|小红书|抖音|视频号|公众号|领英|网上|外网|社交", IN_PUBLIC_EN = "post(?:ed|ing)?|publish(?:ed|ing)?|linkedin|facebook|instagram|tiktok|twitter|social media|online|public(?:ly)?";
/** Where something is put that all may see. */
const SEEN_EN = "(?:(?:group|team|work) )?(?:chat|group)|whole team|everyone|everybody|all of them|personal (?:mail|email|account)";

/** What was sent or said already, which asks for help and not for leave. */
const SENT = "(?:发错|误发|错发|[发传贴](?:到|在|进|给).{0,6}了$|答应|同意|承诺|谈[好定妥]|说[好定]|说的)";
const SAID_EN = "agreed|promised|accepted|said (?:ok|okay|yes)";

/** How long something stays, which is no question of how soon an answer is owed. */
const KEPT = "(?:[留存]|保管)(?:着|要)?(?:多久|多长时间|[几多]少?(?:年|个?月|天))|放(?:着|要)?(?:多久|多长时间|[几多]少?年)|(?:多久|多长时间|[几多]少?(?:年|个?月|天)|[什啥]么?时候).{0,4}(?:删|清理|销毁|扔)|保[留存管]期限?";
const KEPT_EN = "(?:keep|kept|stor(?:e|ed)|retain(?:ed)?)\\b.*\\bhow (?:long|many (?:years|months|days))|how (?:long|many (?:years|months|days))\\b.*\\b(?:keep|kept|stor(?:e|ed)|retain(?:ed)?|archived?)\\b|when\\b.*\\b(?:delet(?:e|ed)|shred(?:ded)?|destroy(?:ed)?|throw|dispose)|retention|retained";

/** @param {string} zh @param {string} en @param {string} [flags] */
const words = (zh, en, flags) => new RegExp(`${zh}|\\b(?:${en})\\b`, flags);

/** A “who” that asks for nobody, as in “a colleague who is ill”, or for leave: “who may sign”. */
const RELATIVE = /((?:one|body|people|person|those|colleague|customer|client|supplier|visitor|caller|employee|journalist|man|woman|guy|boss|manager)s?) who[ms]?\b|\bwho (?=(?:(?:can|may|is (?:allowed|authori[sz]ed) to) sign|signs)\b)/g;

/** @type {{kind: string, heard: RegExp, around: RegExp[], bare?: RegExp[], worth: number, firm: number}[]} `bare` is left out where `around` leaves nothing */
const KINDS = [
  {
    kind: "template", worth: 1.12, firm: 0.3,
    heard: words("^(?!把|.*(?:发错|误发|错发|发给错)).*(?:模板|模版|表格|表单|范本|样本|单子|[表单函书]$|填(?:什么|哪|啥|张|个)|用(?:什么|哪|啥).*[表单格]|哪[张份个][表单]|格式$|word|excel|的函|[信函书单表]怎么写)", "templates?|forms?|sheets?|layout|letter (?:to|for)|word file|document|fill in"),
    around: [words("模板|模版|范本|样本|有没有|[有用填找]?(?:什么|哪[张份个]?|啥|张)|申请?表格?|单子|表[格单]?|格式|word版?|excel版?|怎么[写填]|[吗呢的]", "templates?|forms?|sheets?|layout|word|excel|file|document|fill in|which|what|where|is|do|i|a|an|the|for|to|of|there", "g")],
  },
  {
    kind: "contact", worth: 1.55, firm: 0.3,
    heard: words("[找问诉向归请叫要跟]谁|打给谁|[报交转]给谁|联系谁|通知谁|谁(?:来)?(?:帮|给(?!谁))|[找问归]哪|谁(?:来|能|会|可以)?(?:负责|管|处理|办|安排|修|审|开|订|批|把关|那里)|哪个部门|打哪个电话|打什么电话|谁$|哪位|(?:去|到|在|上)哪(?:里|儿|个部门)?.{0,4}[办领开拿报交盖印修借取寄查]", "who(?:m|s)?|whose job|which (?:department|team|person)|what number|where (?:do|can|should) (?:i|we) (?:get|report|collect|pick up|hand in|apply|order)"),
    around: [words("(?:应该|该|要|得|去|想|需要)?[找问诉向归请叫要跟](?:谁|哪里|哪儿|哪个部门|哪)(?:来|去)?[管办修要拿说印报反映]*|(?:报|打|交|转|告诉|通知|联系)给?谁看?|谁(?:来)?(?:帮忙?|给(?!谁))|谁(?:来|能|会|可以)?(?:负责|管|处理|办|安排)?|打哪个电话|[吗呢了的]", "who(?:m|s)?|which|department|team|person|what|number|where|do|does|can|should|i|we|to|is|are|handles?|deals?|with|responsible|repairs?|fix(?:es)?|mends?|helps?|looks? after|in|charge|of|takes?|care|ask|call|contact|notify|tell|about|for|the|my|our|an?|get", "g")],
  },
  {
    // Who says that something is broken, gone or used up asks for whoever sees to it.
    kind: "contact", worth: 1.15, firm: 0.3,
    heard: words("坏了|坏掉|用不了|打不开|开不了|不能用|用完了|没有了|不见了|弄丢|丢了$|登不上|进不去|上不了|连不上|收不到|不亮|堵了|漏水|卡住了|没到账|没收到|失灵|[刷按点插开拨打]了?.{0,3}没(?:反应|动静|声音)", "ran out|run out|out of|(?:does|do|is|are)nt (?:work|start|open|print|turn|arrive|come)\\w*|(?:does|do|is|are) not (?:work|start|open|print)\\w*|wont (?:work|start|open|print|turn)|stopped working|is (?:broken|stuck|dead|dripping|leaking|blocked|down)|(?:broken|stuck|dead|leaking|blocked|down|not working|out of order)$|cant (?:log|sign|print|open|find|connect)|i (?:have )?lost|no longer works"),
    around: [words("坏了|坏掉|用不了|打不开|开不了|不能用|用完了|没有了|不见了|弄丢|丢了$|失灵|没(?:反应|动静|声音)|[我的了]", "ran out|run out|out of(?: order)?|broken|down|not working|i|my|our|the|an?|we|have|has|is|are|of|any more", "g")],
  },
  { kind: "checklist", worth: 1.1, firm: 0.3, heard: words("清单|检查|核对", "check ?lists?|steps"), around: [words("清单|检查表?|核对表?|步骤|[吗呢的]", "check ?lists?|steps|which|what|is|there|an?|the|for|to|of|my|do|i", "g")] },
  {
    kind: "term", worth: 1.6, firm: 0.55,
    heard: words("区别|是谁$|[是叫算指](?:的是)?[什啥]么?(?:意思)?$|[什啥]么?[是叫算]|[什啥]么?意思|(?:[的词啥]|什么)(?:定义|含义|概念)|的意思|指谁|怎么理解|小时怎么算", "(?:what|who)(?:s| is| are| an?| counts as)|what (?:does|do)\\b.*\\bmean|mean(?:s|t|ing)?|defin(?:e|ition)|differences? between|stands? for|how (?:is|are)"),
    around: [words("有?(?:什么|啥)?区别(?:是什么|在哪里?)?|是谁|[是叫算指]?(?:的是)?[什啥]么?[是叫算]?的?(?:意思)?|的?(?:定义|含义|意思|概念)|这?个?词|指谁|怎么(?:理解|算)|[吗呢]", "what|whats|who|whos|differences? between|counts? as|how|is|are|does|do|an?|the|my|our|mean(?:s|t|ing)?|by|of|in|definition|define|stands?|for|counted", "g")],
  },
  {
    kind: "sending", worth: 1.5, firm: 0.55,
    heard: words(`^(?!.*${SENT}).*(?:(?:${MAY}).*${SEND}|${SEND}.*(?:${MAY_AFTER}|吗|么)|(?:${MAY_AFTER})$|^(?:转?发|传|贴)(?![票货布错现生烧]|工资(?![条表单明])|奖金|年终奖|薪)|(?:${BY}).*[发传贴吗]|[发传贴给](?:到|在|进)?.{0,6}(?:${BY})|.(?:[发传转寄]|[拷复贴]制?)给(?:${OUTSIDE})[看用]?$)`, `^(?!.*\\b(?:${SAID_EN})\\b)(?:.*\\b)?(?:(?:may|can|could|allowed|okay?|ok|safe|fine|is it)\\b.*\\b(?:${SEND_EN}|${BY_EN})|(?:by|via|over|on|in|into|through|to) (?:an? |the |my |our )?(?:${BY_EN})|^(?:send|forward|post|shar|past|upload)(?:e|ing)?|^(?:give|tell|show|e?mail|put|hand|pass) .+ (?:to|into|in|on|with) |^(?:tell|give|show) (?:an?|my|the|our) (?:${OUTSIDE_EN})|^(?!.*\\b(?:from|by|says?|calls?|asks?|wants?|writes?)\\b).+ (?:to|for) (?:an?|my|the|our) (?:${OUTSIDE_EN})$|(?:${SEEN_EN}) (?:ok|okay|allowed|fine)(?=\\W*$))`),
    around: [
      words(`(?:用|通过|走|在|从|到|进|拿)?(?:${BY})(?:里|上|中)?`, `(?:(?:by|via|over|in|into|on|with|through)|to(?! (?:${SEND_EN}))) .*$|(?:${BY_EN})`, "g"),
      words(`^(?:我们?|请问)|${MAY}|${MAY_AFTER}|${SEND}(?:给|到|在|进|去)?.*$|[把将吗么的]`, `may|can|could|should|am|is it|are|i|we|you|allowed|okay?|ok|safe|fine|to|${SEND_EN}|an?|the|our|my|someone|somebody`, "g"),
    ],
    // What is sent may come behind the verb as well as before it.
    bare: [new RegExp(`(?:用|通过|走|在|从|到|进|拿)?(?:${BY})(?:里|上|中)?|^(?:我们?|请问)|${MAY}|${MAY_AFTER}|${SEND}(?:给|到|在|进|去)?|[把将吗么的]`, "g")],
  },
  {
    kind: "phrase", worth: 1.25, firm: 0.3,
    heard: words("怎么(?:委婉|礼貌|客气)?地?(?:[说讲回催劝夸谢]|开(?:口|场|头)|拒绝|道歉|提醒|感谢|安慰)|怎么(?:委婉|礼貌|客气)|怎么[跟对向和给].{1,6}(?:[说讲提谈]|道歉|解释|开口|拒绝|催)|咋[说讲]|如何(?:说|开口)|话术|说法|措辞|[说讲]什么|的话$", "(?:how|what) (?:do|to|can|should|would|shall)\\b.*\\b(?:say|tell|put it|phrase|word|thank|apologi[sz]e|sorry|refuse|decline|turn down|remind|ask|begin|start|open|end|close)|wording|phrases?|polite(?:ly)?|nice(?:ly)?|sentence"),
    around: [words("(?:该|要|应该)?(?:怎么|咋|如何)(?:委婉|礼貌|客气)?地?(?:[说讲回写]|开口)?|的?话术?|说法|措辞|[说讲]什么|[吗呢的]", "how|do|to|can|should|would|i|we|you|what|say|put|tell|wording|phrases?|polite(?:ly)?|nice(?:ly)?|sentence|way|an?|the|my|him|her|them|someone|somebody|when", "g")],
  },
  {
    kind: "time", worth: 2.2, firm: 0.6,
    heard: words(`^(?!.*(?:${KEPT})).*(?:多久|多长时间|[几多](?:少)?(?:天|个?小时|分钟|个工作日)|多快|(?:最[晚迟]|[什啥]么?时候|几时|当天|马上|立刻|尽快|必须|要不要|用不用).*[回答应]|时限|期限|截止|算(?:逾期|超时|晚|迟))`, `^(?!.*\\b(?:${KEPT_EN})).*\\b(?:how (?:fast|soon|long(?!.* be$)|quick(?:ly)?|many (?:hours|days|minutes))|(?:minutes|hours|days) to (?:answer|reply|respond|return|call|notify|report|accept)|(?:must|do|should|have to|need to)\\b.*\\b(?:answer|reply|respond|return)(?! all)|(?:latest|response|reply|answer) time|deadline|(?:reply|answer|response)\\b.* (?:late|overdue)\\b)`),
    around: [words("(?:最[晚迟]|最多|一般)?(?:多久|多长时间|[几多]少?(?:天|个?小时|分钟|个工作日))(?:之?内)?|多快|[什啥]么?时候|当天|马上|立刻|必须|要不要|收到|要?给?(?:答复|回复|回应|[回答]|应(?!商))|不?算(?:逾期|超时|晚|迟)|截止(?:时间|日期)?|时限|期限|[要得吗呢的了内]", "how|fast|soon|long|quick(?:ly)?|many|hours|days|minutes|must|do|does|should|have|need|can|may|i|we|to|answer(?:ed|ing)?|repl(?:y|ied|ying)|respond|return|latest|response|time|deadline|late|overdue|when|is|wait|the|an?|my|same|day|it", "g")],
  },
  {
    kind: "kept", worth: 2.2, firm: 0.6,
    heard: words(KEPT, KEPT_EN),
    around: [words("(?:可以|能|应该|需要|得|该)?(?:[留存放]|保[留存管])(?:着|要)?(?:多久|多长时间|[几多]少?(?:年|个?月|天))|(?:多久|多长时间|[几多]少?(?:年|个?月|天)|[什啥]么?时候)(?:之?后)?(?:可以|能|要|应该)?(?:删|清理|销毁|扔)[掉除]?|的?保[留存管]期限?(?:是?多久|是?多长)?|[吗呢的]", "how|long|many|years?|months?|days?|when|do|does|can|may|must|should|are|is|we|i|to|be|keep|kept|stored?|retain(?:ed)?|retention|period|archived?|delete[d]?|shred(?:ded)?|destroy(?:ed)?|throw|away|dispose|of|for|have|need|the|our|my|old|an?", "g")],
  },
  {
    kind: "place", worth: 1.5, firm: 0.55,
    heard: words("时差|几点|几个?(?:小时|钟头)$|.时间$", "time (?:difference|zone)|what time|hours (?:ahead|behind)|.\\btime(?: in\\b.*)?$"),
    around: [words("[跟和与]|现在|我们|那边|同事|客户|时差|几点[了钟]?(?:[上下]班)?|差?几个?(?:小时|钟头)|时间|[给往]|打(?:电话)?|联系|合适|[吗呢的是]", "time|ok|okay|good|best|can|may|should|i|to call|call|ring|differences?|zones?|what|whats|is|it|for|our|we|the|in|to|with|between|and|of|from|now|right|hours|ahead|behind|how many|are|team|office|colleagues?", "g")],
  },
];

/** What is put into one of these is asked of them as much as of what may be sent. */
const MACHINE = words("豆包|文心|通义|机器人|人工智能", "ai|chatgpt|deepseek|kimi|gpt|copilot|gemini|claude");

/** Who weighs one thing against another asks for neither. */
const CHOICE = words("还是", "or");

const FOR_OUTSIDERS = words(`(?:给|让|向|发到|告诉|透露)(?:.{0,4}的)?(?:${OUTSIDE}|${OTHERS})|(?:${OUTSIDE}|${OTHERS})(?:[们]|公司)?(?:看|用)|外[传发泄]|${IN_PUBLIC}`,
  `(?:to|with) (?:an? |the |our |my |another |other |some )?(?:\\w+ )?(?:${OUTSIDE_EN}|${OTHERS_EN})|(?:give|show|tell|send|e?mail) (?:an? |the |our |my )?(?:${OUTSIDE_EN}|${OTHERS_EN}) (?:our|the|an?|my|this|these|some|about|what|how|who)|(?:giv(?:e|en|ing)|hand(?:ed|ing)?) out|${IN_PUBLIC_EN}`);

/** Whether a question names somebody outside the company, or the public, as who is to have it. @param {string} question in normal form */
export function isForOutsiders(question) {
  return FOR_OUTSIDERS.test(question);
}

/** The kinds that a question asks for. @param {string} question in normal form @returns {Asked[]} */
export function heardIn(question) {
  const text = question.replace(/[\s?？!！。.]+$/u, "");
  if (CHOICE.test(text)) return [];
  const asked = text.replace(RELATIVE, "$1 ");
  const without = (/** @type {RegExp[]} */ parts) => (parts.length ? parts.reduce((rest, one) => rest.replace(one, " "), text).replace(/\s+/g, " ").trim() : "");
  return KINDS.filter(({ heard }) => heard.test(asked)).map(({ kind, around, bare = [], worth, firm }) => ({ kind, thing: without(around) || without(bare), worth: kind === "sending" && MACHINE.test(asked) ? 1 : worth, firm }));
}
