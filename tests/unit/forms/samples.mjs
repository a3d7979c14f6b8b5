/** A form as `macros/published/forms.py` describes it, of each kind of field. */

const both = (zh, en) => ({ zh, en });
/** What the kinds say of their answers, but for those that are called as their family is. */
const KINDS = {
  text: { family: "words" }, person: { family: "words", detail: "name" }, department: { family: "words", detail: "department" },
  email: { family: "words", detail: "email", check: "^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$" }, long_text: { family: "block" },
};
const field = (type, id, zh, en, more = {}) => ({ id, type, ...KINDS[type] ?? { family: type }, label: both(zh, en), help: both("说明", "Help"), required: false, ...more });
const options = [["call", "电话", "Call"], ["mail", "邮件", "Mail"], ["visit", "来访", "Visit"]].map(([id, zh, en]) => ({ id, label: both(zh, en) }));

/** @returns {any} */
export function sampleForm(more = {}) {
  return {
    id: "problem-report", audience: "internal", title: both("问题反馈表", "Problem report"), fileName: both("问题反馈表", "Problem report"),
    filing: both("", ""), mailSubject: null, letter: false, body: null, face: null, signers: [], aside: [], paper: { mark: { zh: "", en: "", "zh-en": "" }, box: [], half: [], signs: [] }, calendar: { happens: null, due: [{ at: "needed-by", remind: null }, { at: "noticed-at", remind: null }], works: ["09:00", "18:00"] }, version: "1.4.0", zone: "Asia/Shanghai", files: { zh: {}, en: {}, "zh-en": {} },
    says: Object.fromEntries(["sum", "signatures", "signedOn", "seal"].map((key) => [key, both("", "")])),
    sections: [{ id: "case", title: both("情况", "Case"), fields: [
      field("text", "subject", "名称", "Subject", { required: true }), field("person", "reported-by", "反馈人", "Reported by"),
      field("department", "department", "部门", "Department"), field("email", "reply-to", "邮箱", "E-mail"),
      field("date", "needed-by", "期限", "Needed by"), field("datetime", "noticed-at", "发现时间", "Noticed at"),
      field("choice", "source", "来源", "Source", { options }), field("choices", "needs", "需要", "Needs", { options }),
      field("number", "affected", "人数", "Affected"), field("tick", "told", "已告知", "Told"), field("long_text", "story", "经过", "What happened"),
      field("table", "to-dos", "待办", "To-dos", { rows: 3, due: { at: "due", says: null, done: { column: "checked", option: null }, remindOn: null }, columns: [
        field("text", "what", "做什么", "What"), field("date", "due", "期限", "By"), field("choices", "by", "渠道", "By", { options }), field("tick", "checked", "已核对", "Checked"),
      ] }),
    ] }],
    ...more,
  };
}
