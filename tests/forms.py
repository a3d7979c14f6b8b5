"""Forms and a handbook for the tests of the downloads: made here, so that they hold whatever `docs/data/` says."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from itertools import cycle
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from macros.errors import Faults
from macros.model.base import Record, Text
from macros.model.company import Company
from macros.model.interface import Interface
from macros.model.letter import Body
from macros.model.pictures import BrandFiles
from macros.model.template import Template
from macros.reading import source
from macros.reading.layer import places

_ROOT = Path(__file__).resolve().parent.parent
_DATA = places.data_files(_ROOT)

HOSTILE_TEXTS = (
    "=1+1",
    "</w:t>",
    "<b>&\"'",
    "𠮷",
    "👩‍👩‍👧 😀",
    "长" * 300,
    "W" * 300,
    "e\u0301\u0323o\u0308",
    "a\x00b\x0b\x1fc\ufffe",
    "-2+3",
    "@SUM(A1)",
    "| `x` *y* _z_ [a](javascript:b) # $c$ \\d",
    "]]>--></script>",
    '{{ a }} {% b %} #import "c"',
)
"""Texts that a careless writer takes for markup, a formula or the end of its own syntax."""


@cache
def stand_in_handbook() -> Any:
    """What a writer needs of a handbook: version, releases, the real interface texts and the real company."""
    company = Company.model_validate_json(json.dumps(_read("company.yml")), context={"tokens": None})
    texts = {
        key: Text.model_construct(**{language: text.get(language, text.get("same")) for language in ("zh", "en")})
        for key, text in _read("interface.yml")["texts"].items()
    }
    return SimpleNamespace(
        version="1.4.0",
        releases=(SimpleNamespace(version="1.4.0", released=date(2026, 11, 2)),),
        company=company,
        brand=BrandFiles(),
        interface=Interface.model_construct(texts=texts),
        control=lambda template: None,
        file_names=SimpleNamespace(pattern=Text.model_construct(**_read("file-names.yml")["pattern"])),
    )


@cache
def small_template() -> Template:
    """A form of five fields."""
    return _template(
        "absence-notice",
        "不在岗通知",
        "Absence notice",
        [
            _section(
                "absence",
                "不在岗期间",
                "While you are away",
                [
                    _field(
                        "person",
                        "absent-person",
                        "谁不在",
                        "Who is away",
                        "姓名加部门",
                        "Name and department",
                        True,
                        "李明",
                    ),
                    _field(
                        "date",
                        "first-day",
                        "第一天",
                        "First day",
                        "不在岗的第一个工作日",
                        "The first working day away",
                        True,
                        "2026-03-02",
                    ),
                    _field(
                        "date",
                        "last-day",
                        "最后一天",
                        "Last day",
                        "写到当天为止",
                        "Up to and including this day",
                        True,
                        "2026-03-06",
                    ),
                    _field(
                        "phone",
                        "deputy-phone",
                        "代理人电话",
                        "Deputy's phone",
                        "白天能打通的号码",
                        "A number that is answered",
                        True,
                        "+86 10 5555 0123",
                    ),
                    _field(
                        "long_text",
                        "open-matters",
                        "未完的事",
                        "Open matters",
                        "一行一件，写到哪一步、找谁",
                        "One matter a line: how far it is and whom to ask",
                        False,
                        "接口清单等财务部确认",
                    ),
                ],
            )
        ],
    )


@cache
def full_template() -> Template:
    """A form of many fields: every type, alone and as a column of a table."""
    sources = (("call", "电话", "Call"), ("mail", "邮件", "Mail"), ("visit", "来访", "Visit"))
    states = (("open", "未开始", "Not begun"), ("running", "进行中", "Under way"), ("done", "已完成", "Done"))
    needs = (
        ("budget", "预算", "Budget"),
        ("people", "人手", "People"),
        ("time", "时间", "Time"),
        ("space", "场地", "Room"),
    )
    return _template(
        "problem-report",
        "问题反馈表",
        "Problem report",
        [
            _section(
                "case",
                "基本情况",
                "The case",
                [
                    _field(
                        "text",
                        "subject",
                        "问题名称",
                        "Subject",
                        "事由加部门加人名",
                        "Matter, department and name",
                        True,
                        "接口清单退款栏待补",
                    ),
                    _field(
                        "person",
                        "reported-by",
                        "反馈人",
                        "Reported by",
                        "写一个人，不写部门",
                        "One person, not a department",
                        True,
                        "李明",
                    ),
                    _field(
                        "department",
                        "from-department",
                        "部门",
                        "Department",
                        "按组织架构的名称写",
                        "As in the organisation chart",
                        True,
                        "研发部",
                    ),
                    _field(
                        "phone",
                        "call-back",
                        "回电号码",
                        "Phone",
                        "分机或工作手机",
                        "Extension or work mobile",
                        False,
                        "8021",
                    ),
                    _field(
                        "email",
                        "reply-to",
                        "邮箱",
                        "E-mail",
                        "公司邮箱",
                        "Your company address",
                        False,
                        "li.ming@example.com",
                    ),
                    _field(
                        "datetime",
                        "noticed-at",
                        "发现时间",
                        "Noticed at",
                        "第一次出现的时间",
                        "When it showed for the first time",
                        True,
                        "2026-03-31 14:30",
                    ),
                    _field(
                        "date",
                        "needed-by",
                        "希望解决日期",
                        "Needed by",
                        "写日期，不写“尽快”",
                        "A date, never “soon”",
                        False,
                        "2026-04-10",
                    ),
                    _field(
                        "choice",
                        "source",
                        "来源",
                        "Source",
                        "先看到的那个渠道",
                        "Where it was seen first",
                        True,
                        "call",
                        sources,
                    ),
                    _field(
                        "choices",
                        "needs",
                        "需要的支持",
                        "Support needed",
                        "可多选",
                        "Choose all that apply",
                        False,
                        ["budget", "time"],
                        needs,
                    ),
                    _field(
                        "number",
                        "affected-users",
                        "受影响人数",
                        "People affected",
                        "只写数字",
                        "A number only",
                        False,
                        12,
                    ),
                    _field(
                        "money",
                        "loss",
                        "预计损失",
                        "Expected loss",
                        "人民币，精确到元",
                        "In yuan, no decimals",
                        False,
                        3500,
                    ),
                    _field(
                        "tick",
                        "customer-told",
                        "已告知客户",
                        "Customer told",
                        "打勾前先确认对方收到了",
                        "Tick only once they have confirmed it",
                        False,
                        True,
                    ),
                ],
            ),
            _section(
                "facts",
                "经过",
                "What happened",
                [
                    _field(
                        "long_text",
                        "what-happened",
                        "经过和已做的事",
                        "What happened and what was done",
                        "按时间写：看到什么、做了什么、结果如何",
                        "In order of time: what was seen, what was done, what came of it",
                        True,
                        "14:30退款栏为空，重启后仍为空。",
                    ),
                    _table(
                        "log",
                        "时间线",
                        "Timeline",
                        "一行一步",
                        "One step a row",
                        False,
                        3,
                        [
                            _column("datetime", "at", "时间", "At", "到分钟", "To the minute", True),
                            _column(
                                "choices", "help-from", "谁来帮", "Help from", "可多选", "All that apply", False, needs
                            ),
                            _column(
                                "long_text", "event", "发生了什么", "Event", "一两句话", "One or two sentences", True
                            ),
                        ],
                        [["2026-03-31 14:30", ["people", "time"], "退款栏为空，重启后仍为空"]],
                    ),
                ],
            ),
            _section(
                "next",
                "后续",
                "What is next",
                [
                    _table(
                        "to-dos",
                        "待办",
                        "To-dos",
                        "一行一件，写明谁在哪天前做完什么",
                        "One a row: who finishes what by which day",
                        True,
                        4,
                        [
                            _column("text", "what", "做什么", "What", "写结果", "The result", True),
                            _column("person", "who", "谁", "Who", "一个人", "One person", True),
                            _column("date", "due", "期限", "By", "日期", "A date", True),
                            _column("choice", "state", "状态", "State", "每周更新", "Updated weekly", False, states),
                            _column("tick", "checked", "已核对", "Checked", "由反馈人勾", "By the reporter", False),
                        ],
                        [
                            ["补齐退款栏", "王芳", "2026-04-03", "running", False],
                            ["通知客户", "李明", "2026-04-07", "open", True],
                        ],
                    ),
                    _table(
                        "costs",
                        "费用",
                        "Costs",
                        "没有就留空",
                        "Leave empty where there are none",
                        False,
                        2,
                        [
                            _column("text", "item", "项目", "Item", "买什么", "What is bought", True),
                            _column("number", "pieces", "数量", "Pieces", "整数", "Whole number", True),
                            _column("money", "price", "金额", "Amount", "人民币", "In yuan", True),
                            _column("department", "payer", "付款部门", "Paid by", "预算所在部门", "Whose budget", True),
                            _column("phone", "payer-phone", "电话", "Phone", "经办人", "Who handles it", False),
                            _column("email", "payer-mail", "邮箱", "E-mail", "经办人", "Who handles it", False),
                        ],
                        [["测试设备", 2, 1200.5, "研发部", "8030", "a@example.com"]],
                    ),
                ],
            ),
        ],
    )


@cache
def wide_template() -> Template:
    """A list: one table of nine columns and twenty rows."""
    kinds = (("inside", "公司内", "Inside"), ("customer", "客户", "Customer"), ("supplier", "供应商", "Supplier"))
    return _template(
        "contact-directory",
        "联络人名录",
        "Contact directory",
        [
            _section(
                "contacts",
                "联络人",
                "Contacts",
                [
                    _table(
                        "contact-list",
                        "名录",
                        "Directory",
                        "一行一人，每季度核对一次",
                        "One person a row, checked every quarter",
                        True,
                        20,
                        [
                            _column("person", "name", "姓名", "Name", "全名", "Full name", True),
                            _column("text", "organisation", "单位", "Organisation", "全称", "Full name", True),
                            _column("department", "department", "部门", "Department", "对方的部门", "Theirs", False),
                            _column(
                                "text", "role", "负责什么", "In charge of", "遇到什么事找他", "What to ask them", True
                            ),
                            _column("choice", "kind", "类别", "Kind", "选一个", "Choose one", True, kinds),
                            _column("phone", "phone", "电话", "Phone", "带区号", "With area code", True),
                            _column("email", "email", "邮箱", "E-mail", "工作邮箱", "Work address", False),
                            _column("date", "checked-on", "核对日期", "Checked on", "上次核对", "Last check", True),
                            _column("tick", "current", "在职", "Current", "已离职就去掉", "Untick when gone", False),
                        ],
                        [
                            [
                                "李明",
                                "禾岭食品",
                                "采购部",
                                "验收",
                                "customer",
                                "+86 10 5555 0133",
                                "a@example.com",
                                "2026-09-01",
                                True,
                            ]
                        ],
                    ),
                ],
            )
        ],
    )


@cache
def tracker_template() -> Template:
    """A list of matters that fall due and are closed."""
    states = (("open", "未完成", "Open"), ("waiting", "等对方", "Waiting"), ("closed", "已关闭", "Closed"))
    return _template(
        "follow-up-tracker",
        "跟进台账",
        "Follow-up tracker",
        [
            _section(
                "tracker",
                "跟进台账",
                "Follow-up tracker",
                [
                    _table(
                        "matters",
                        "跟进事项",
                        "Matters",
                        "一行一件",
                        "One a row",
                        True,
                        22,
                        [
                            _column("text", "matter", "事项", "Matter", "动词开头", "Begin with a verb", True),
                            _column("person", "owed-by", "责任人", "Owed by", "一个名字", "One name", True),
                            _column(
                                "date", "asked-on", "提出日期", "Asked on", "说定那天", "The day it was agreed", True
                            ),
                            _column("date", "promised-for", "约定日期", "Promised for", "对方说的", "Their word", True),
                            _column("text", "last-word", "最近进展", "Last word", "原话", "What they said", False),
                            _column("choice", "state", "状态", "State", "每周更新", "Updated weekly", True, states),
                            _column(
                                "date", "closed-on", "关闭日期", "Closed on", "看到结果", "The result was seen", False
                            ),
                            _column("money", "worth", "金额", "Amount", "人民币", "In yuan", False),
                        ],
                        [["寄出样机", "孙立", "2026-10-13", "2026-10-23", "已寄出", "closed", "2026-10-22", 1200]],
                        overdue={
                            "day": "promised-for",
                            "until": {"column": "state", "option": "closed"},
                            "legend": _text("红色的行：过了日期", "Red rows: past their date"),
                        },
                    ),
                ],
            )
        ],
    )


@cache
def letter_template() -> Template:
    """A letter to people outside, which is also a mail."""
    papers = (("report", "检测报告", "test report"), ("sample", "样品", "sample"))
    letter = _template(
        "quotation-request",
        "询价函",
        "Request for quotation",
        [
            _section(
                "addressee",
                "写给谁",
                "Addressee",
                [
                    _field(
                        "email",
                        "recipient-email",
                        "收件邮箱",
                        "Recipient's e-mail",
                        "报价邮箱",
                        "For quotations",
                        True,
                        "a@example.com",
                    ),
                    _field(
                        "text", "subject", "邮件主题", "Subject", "货品和截止日", "Goods and deadline", True, "询价"
                    ),
                    _field(
                        "text",
                        "salutation",
                        "称呼",
                        "Salutation",
                        "姓加职务",
                        "Family name with title",
                        True,
                        "蒋经理：",
                    ),
                ],
            ),
            _section(
                "letter",
                "正文",
                "The letter",
                [
                    _field(
                        "long_text",
                        "purpose",
                        "询价缘由",
                        "What it is for",
                        "一两句",
                        "A sentence or two",
                        True,
                        "请报价。",
                    ),
                    _field("text", "enclosure", "附件", "Enclosure", "至多一个", "One at most", False, "图纸"),
                    _field(
                        "datetime",
                        "deadline",
                        "报价截止",
                        "Quotations by",
                        "各家相同",
                        "The same for all",
                        True,
                        "2026-04-30 17:00",
                    ),
                    _field(
                        "choices",
                        "papers",
                        "随附资料",
                        "Papers",
                        "只勾会看的",
                        "What will be read",
                        False,
                        ["sample"],
                        papers,
                    ),
                    _table(
                        "goods",
                        "货品",
                        "Goods",
                        "一行一种",
                        "One kind a row",
                        True,
                        3,
                        [
                            _column("text", "name", "货品", "Goods", "通用名", "The common name", True),
                            _column("number", "pieces", "数量", "Quantity", "总数", "The total", True),
                        ],
                        [["传感器", 5]],
                    ),
                    _field(
                        "long_text", "signature", "落款", "Signature", "姓名和电话", "Name and phone", True, "罗一鸣"
                    ),
                ],
            ),
        ],
    )
    subject = Text.model_construct(
        zh="〔货品〕询价+〔部门〕+〔姓名〕", en="Enquiry [goods] + [department] + [your name]"
    )
    return letter.model_copy(
        update={
            "kind": "letter",
            "face": "mail",
            "body": Body(zh=_LETTER["zh"], en=_LETTER["en"]),
            "audience": "external",
            "mail_subject": subject,
            "mail_subject_field": "subject",
        }
    )


_LETTER = {
    "zh": """| {salutation}
{purpose}
{table:goods}
请于{deadline}前报价[[，并附{papers}]]。
附件：{enclosure}。
~~
>> {signature}""",
    "en": """| {salutation}
{purpose}
{table:goods}
Please quote by {deadline}[[, with {papers}]].
Enclosed: {enclosure}.
~~
| {signature}""",
}


@cache
def hostile_template() -> Template:
    """The full form with one of `HOSTILE_TEXTS` before every text; ids, types and examples stay."""
    hostile = cycle(HOSTILE_TEXTS)

    def spoilt(value: Any) -> Any:
        if isinstance(value, Text):
            prefix = next(hostile)
            return Text.model_construct(zh=f"{prefix}{value.zh}", en=f"{prefix}{value.en}")
        if isinstance(value, tuple):
            return tuple(spoilt(part) for part in value)
        if isinstance(value, Record):
            return value.model_copy(update={name: spoilt(getattr(value, name)) for name in type(value).model_fields})
        return value

    return spoilt(full_template())


def _read(name: str) -> Any:
    read = source.read(_DATA[name], _ROOT, Faults())
    assert read
    return read.data


def _template(template_id: str, zh: str, en: str, sections: list[dict]) -> Template:
    data = {
        "id": template_id,
        "audience": "internal",
        "order": 10,
        "title": _text(zh, en),
        "summary": _text("一件事说清楚，一次说完。", "Says one matter clearly, and once."),
        "use_when": _text("事情超出本部门时。", "When it reaches beyond your department."),
        "recipients": _text("直属上级和对接部门。", "Your direct manager and the counterpart."),
        "filing": _text(f"部门-日期-{zh}", f"Department–date–{en.lower()}"),
        "file_name": _text(zh, en),
        "aliases": {"zh": [], "en": []},
        "owner": "administration",
        "reviewed": "2026-10-01",
        "valid_for": "P1Y",
        "sections": sections,
    }
    return Template.model_validate_json(json.dumps(data), context={"tokens": None})


def _section(section_id: str, zh: str, en: str, fields: list[dict]) -> dict:
    return {"id": section_id, "title": _text(zh, en), "fields": fields}


def _column(
    kind: str,
    column_id: str,
    zh: str,
    en: str,
    help_zh: str,
    help_en: str,
    required: bool,
    options: tuple[tuple[str, str, str], ...] = (),
) -> dict:
    column = {
        "id": column_id,
        "type": kind,
        "label": _text(zh, en),
        "help": _text(help_zh, help_en),
        "required": required,
    }
    if options:
        column["options"] = [{"id": option, "label": _text(*label)} for option, *label in options]
    return column


def _field(
    kind: str,
    field_id: str,
    zh: str,
    en: str,
    help_zh: str,
    help_en: str,
    required: bool,
    example: Any,
    options: tuple[tuple[str, str, str], ...] = (),
) -> dict:
    return {**_column(kind, field_id, zh, en, help_zh, help_en, required, options), "example": _example(kind, example)}


def _table(
    field_id: str,
    zh: str,
    en: str,
    help_zh: str,
    help_en: str,
    required: bool,
    rows: int,
    columns: list[dict],
    example: list[list[Any]],
    **more: Any,
) -> dict:
    return {
        **_column("table", field_id, zh, en, help_zh, help_en, required),
        "rows": rows,
        "columns": columns,
        **more,
        "example": [
            {column["id"]: _example(column["type"], cell) for column, cell in zip(columns, row, strict=True)}
            for row in example
        ],
    }


def _example(kind: str, example: Any) -> Any:
    words = kind in ("text", "long_text", "person", "department", "phone", "email")
    return {"same": example} if words else example


def _text(zh: str, en: str) -> dict:
    return {"zh": zh, "en": en}
