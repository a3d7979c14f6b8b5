"""Forms filled in as Markdown, mail, text and calendar, and the names of their files; read here as other programs read them."""

from __future__ import annotations

import html
import re
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any
from urllib.parse import parse_qs, unquote
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from lxml import html as lxml_html
from markdown_it import MarkdownIt

from macros.model.calendar import Due
from tests.filled_forms import (
    LANGUAGES,
    TEMPLATES,
    cells,
    described,
    fields,
    hostile_values,
    kept,
    label,
    shown_number,
)
from tests.forms import full_template, letter_template

FORM, LETTER = described(full_template()), described(letter_template())
DATED = described(
    full_template().model_copy(update={"falls_due": tuple(Due(at=field) for field in ("needed-by", "noticed-at"))})
)
"""The same form, of which two dates and the rows of a table fall due."""
next(field for field in fields(DATED) if field["id"] == "to-dos")["due"] = {
    "at": "due",
    "says": None,
    "done": None,
    "remindOn": None,
}
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def turn(template: str, sweep: bool) -> list[str]:
    """The languages in which a form is tried: all, or one of them."""
    return list(LANGUAGES) if sweep else [LANGUAGES[(TEMPLATES.index(template) + 2) % 3]]


def squeezed(text: str) -> str:
    return " ".join(kept(text).split())


def said(form: dict, values: dict, language: str) -> list[str]:
    """Every value as a reader reads it, on one line."""
    found = []
    named = named_in(form, language)
    for table, field, _, given in cells(form, values):
        if named is not None and (field["family"] not in ("words", "block") or (table or field["id"]) not in named):
            continue  # A letter says the rest in words of its own, which tests/test_letters.py compares.
        if field["type"] in ("choice", "choices"):
            found += [
                label(option, language)
                for option in field["options"]
                if option["id"] in (given if isinstance(given, list) else [given])
            ]
        elif field.get("listed"):
            found += [squeezed(line) for line in given.splitlines() if line.strip()]  # Each is numbered.
        elif field["type"] != "tick":
            found.append(
                squeezed(given.replace("T", " ") if field["type"] == "datetime" else shown_number(field, given))
            )
    return found


def named_in(form: dict, language: str) -> set[str] | None:
    """The answers that a letter says in some language; None for what is no letter."""
    if not form["body"]:
        return None
    pieces = [piece for part in language.split("-") for line in form["body"][part] for piece in line["pieces"]]
    pieces += [inner for piece in pieces if "part" in piece for inner in piece["part"]]
    return {piece.get("field") or piece.get("rows") for piece in pieces if isinstance(piece, dict)}


# --- Markdown --------------------------------------------------------------------------------------------------------


def shown(text: str) -> str:
    """What a reader sees of Markdown, on one line."""
    words = []
    for token in READER.parse(text):
        for child in token.children or ():
            assert child.type != "html_inline" or child.content == "<br>"
            words.append(" " if child.type in ("softbreak", "hardbreak", "html_inline") else child.content)
        words.append(" ")
    return " ".join("".join(words).split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown_has_no_row_for_what_need_not_be_said(fill, language):
    form = fill.form("resource-request")
    text = fill("fillMarkdown", form, {}, language)
    missing = [field for field in fields(form) if field["required"]]
    assert text.count("**") == 2 * len(missing) and len(missing) < len(fields(form))
    assert form["filing"][language[:2]] not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown_of_every_kind_of_field_shows_every_value(fill, language):
    values = hostile_values(FORM)
    text = fill("fillMarkdown", FORM, values, language)
    seen = shown(text)
    assert [each for each in said(FORM, values, language) if each not in seen] == []
    kinds = {token.type for token in READER.parse(text)} | {
        child.type for token in READER.parse(text) for child in token.children or ()
    }
    assert not kinds & {
        "html_block",
        "link_open",
        "image",
        "code_inline",
        "fence",
        "code_block",
        "ordered_list_open",
        "s_open",
        "em_open",
    }
    rows = sum(
        len(value) for value in values.values() if isinstance(value, list) and value and isinstance(value[0], dict)
    )
    columns = [len(field["columns"]) for field in fields(FORM) if field["type"] == "table"]
    assert (
        sum(token.type == "td_open" for token in READER.parse(text))
        == sum(
            count * len(values[field["id"]])
            for count, field in zip(columns, (field for field in fields(FORM) if field["type"] == "table"), strict=True)
        )
        and rows
    )
    assert text.count("- ☑") == 1 + len(values["needs"])


@pytest.mark.parametrize("template", TEMPLATES)
def test_markdown_of_every_form_shows_every_value(fill, sweep, template):
    form = fill.form(template)
    for language in turn(template, sweep):
        values = hostile_values(form)
        seen = shown(fill("fillMarkdown", form, values, language))
        assert [each for each in said(form, values, language) if each not in seen] == []


# --- mail ------------------------------------------------------------------------------------------------------------


def mail(content: str) -> EmailMessage:
    """The mail, sound in every line."""
    assert "\n" not in content.replace("\r\n", "") and all(len(line) <= 78 for line in content.split("\r\n"))
    message = message_from_bytes(content.encode("ascii"), policy=policy.default)
    assert not message.defects and [part.get_content_type() for part in message.iter_parts()] == [
        "text/plain",
        "text/html",
    ]
    assert message["X-Unsent"] == "1" and message["From"] is None and message["Date"] is None
    return message


def spaced(rich: str) -> str:
    """HTML in whose text what stands on lines and in cells of its own stays apart."""
    return re.sub(r"<br>|</(p|td|th|h1|h2)>", r" \g<0>", rich)


def texts(message: EmailMessage) -> list[str]:
    """What a reader sees of either part, on one line."""
    plain, rich = (part.get_content() for part in message.iter_parts())
    broken = lxml_html.fromstring(spaced(rich))
    assert {element.tag for element in broken.iter()} <= {
        "html",
        "head",
        "meta",
        "title",
        "body",
        "p",
        "b",
        "br",
        "h2",
        "table",
        "tbody",
        "tr",
        "th",
        "td",
    }
    return [squeezed(plain), squeezed(broken.text_content())]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mail_holds_every_value_and_nothing_of_it_is_markup(fill, language):
    for form in (FORM, LETTER):
        values = hostile_values(form)
        for text in texts(mail(fill("fillMail", form, values, language))):
            assert [each for each in said(form, values, language) if each not in text] == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_form_can_be_mailed(fill, sweep, template):
    form = fill.form(template)
    for language in turn(template, sweep):
        values = hostile_values(form)
        for text in texts(mail(fill("fillMail", form, values, language))):
            assert [each for each in said(form, values, language) if each not in text] == []


def test_a_letter_goes_to_its_addressee_under_its_subject(fill):
    values = {
        "recipient-email": "a@x.example; b@y.example，nobody",
        "subject": " 询价：\r\nBcc: all@x.example 😀 " + "长" * 90,
        "purpose": "First line\nsecond",
    }
    message = mail(fill("fillMail", LETTER, values, "zh"))
    assert message["Subject"] == " ".join(values["subject"].split()) and message["Bcc"] is None
    assert [str(address) for address in message["To"].addresses] == ["a@x.example", "b@y.example"]
    plain = message.get_body(("plain",)).get_content()
    assert "First line\n\nsecond" in plain.replace("\r\n", "\n") and "姓加职务" not in plain and "附件" not in plain
    assert "〔称呼〕" in plain, "what is required and missing stands as a blank"


@pytest.mark.parametrize(
    ("language", "values", "subject"),
    [
        (
            "en",
            {"confirmed-matter": "Export", "confirmation-author": "Lin Yue"},
            "Export, please confirm what was settled + [department] + Lin Yue",
        ),
        ("zh", {"confirmation-author": "林悦"}, "〔确认事项〕已定结论，请回复确认+〔部门〕+林悦"),
    ],
)
def test_the_subject_of_a_notice_is_filled_in_as_far_as_it_is_known(fill, language, values, subject):
    form = fill.form("result-confirmation")
    if language == "en":
        form["mailSubject"]["en"] = form["mailSubject"]["en"].replace(
            "[Matter confirmed]", f"[{fields(form)[0]['label']['en']}]"
        )
    assert mail(fill("fillMail", form, values, language))["Subject"] == subject


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_blank_is_left_in_the_subject_of_a_mail_in_which_all_that_is_required_is_answered(fill, language):
    """A customer is never written to by “[your name]”."""
    found = {}
    for form in filter(lambda form: form.get("mailSubject"), map(fill.form, TEMPLATES)):
        given = hostile_values(form)
        values = {field["id"]: given[field["id"]] for field in fields(form) if field["required"]}
        words = {
            field["id"] for field in fields(form) if field["type"] in {"text", "long_text", "person", "department"}
        }
        plain = {id: "Plain" if id in words else value for id, value in values.items()}
        found[form["id"]] = mail(fill("fillMail", form, plain, language))["Subject"]
    assert len(found) >= 5
    assert {id: subject for id, subject in found.items() if re.search(r"[〔\[]|[+＋] *$", subject)} == {}


def test_the_subject_of_a_letter_is_how_it_is_headed_and_its_matter(fill):
    form = fill.form("request-for-instructions")
    values = {"ask-matter": "Access to the invoice status", "ask-department": "Customer Service"}
    subject = mail(fill("fillMail", form, values, "en"))["Subject"]
    assert subject == "Request: Access to the invoice status + Customer Service"
    chinese = {"ask-matter": "开通开票进度查询权限", "ask-department": "客户部"}
    assert mail(fill("fillMail", form, chinese, "zh"))["Subject"] == "关于开通开票进度查询权限的请示+客户部"
    authority = {"auth-matter": "签订采购合同", "auth-department": "采购部"}
    subject = mail(fill("fillMail", fill.form("letter-of-authority"), authority, "zh-en"))["Subject"]
    assert subject == "授权委托书：签订采购合同+采购部"


def test_the_subject_of_any_other_form_says_matter_department_and_name(fill):
    form = fill.form("internal-collaboration")
    values = {
        "collaboration-subject": "Sign-up page",
        "initiating-department": "Marketing",
        "initiating-person": "Lin Yue",
    }
    subject = mail(fill("fillMail", form, values, "en"))["Subject"]
    assert subject == "Sign-up page Internal collaboration form + Marketing + Lin Yue"


def test_a_mailto_link_holds_the_mail_and_is_none_where_it_would_be_too_long(fill):
    values = {
        "recipient-email": "a+b@x.example",
        "subject": "A & B = 50 %?",
        "purpose": "One #1\ntwo 𠮷",
        "salutation": "=1+1",
    }
    link = fill("mailtoOf", LETTER, values, "en")
    to, _, query = link.removeprefix("mailto:").partition("?")
    assert unquote(to) == "a+b@x.example" and len(link) <= 1900
    held = parse_qs(query, strict_parsing=True)
    assert (
        held["subject"] == ["A & B = 50 %?"] and "One #1\r\n\r\ntwo 𠮷" in held["body"][0] and "=1+1" in held["body"][0]
    )
    assert fill("mailtoOf", LETTER, {**values, "purpose": "长" * 400}, "en") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_and_rich_text_hold_what_was_filled_in_and_no_blanks(fill, language):
    values = hostile_values(FORM)
    text, rich = (fill(name, FORM, values, language) for name in ("textOf", "htmlOf"))
    seen = squeezed(lxml_html.fromstring(f"<div>{spaced(rich)}</div>").text_content())
    for each in said(FORM, values, language):
        assert each in squeezed(text) and each in seen
    few = {"subject": "<i>a</i>"}
    text, rich = (fill(name, FORM, few, language) for name in ("textOf", "htmlOf"))
    assert "<i>a</i>" in text and "<i>" not in rich and html.escape("<i>") not in text
    assert "〔" not in text + rich and "[" not in text + rich and len(text.splitlines()) == 5


def test_a_title_that_the_only_section_says_too_stands_there_once(fill):
    form = fill.form("follow-up-tracker")
    values = {"tracked-matters": [{"tracked-matter": "x"}]}
    text, rich = (fill(name, form, values, "zh") for name in ("textOf", "htmlOf"))
    assert text.count(form["title"]["zh"]) == rich.count(form["title"]["zh"]) == 1


# --- calendar --------------------------------------------------------------------------------------------------------


def events(calendar: str) -> list[dict[str, Any]]:
    """The events of a calendar that keeps to the rules, each with its alarm, where it has one."""
    assert "\n" not in calendar.replace("\r\n", "") and all(len(line.encode()) <= 75 for line in calendar.split("\r\n"))
    lines = calendar.replace("\r\n ", "").split("\r\n")
    assert lines[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//handbook//forms//EN"]
    assert lines[-2:] == ["END:VCALENDAR", ""]
    found: list[dict[str, Any]] = []
    for line in lines[3:-2]:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append(part := {})
        elif line == "BEGIN:VALARM":
            part = found[-1]["alarm"] = {}
        elif line == "END:VALARM":
            part = found[-1]
        elif line != "END:VEVENT":
            assert name not in part
            part[name] = value
    assert len({event["UID"] for event in found}) == len(found)
    return found


def test_dates_become_days_and_moments_become_times_in_the_zone_that_is_meant(fill):
    values = {
        "subject": "A; B, C\\",
        "noticed-at": "2026-03-31T14:30",
        "needed-by": "2026-12-31",
        "to-dos": [
            {"what": "Same", "who": "Li", "due": "2026-04-03"},
            {"what": "Same", "due": "2026-04-04"},
            {"what": "No date"},
        ],
    }
    day, moment, first, second = events(fill("calendarOf", DATED, values, "en", "Asia/Shanghai", 0))
    assert moment["DTSTART"] == "20260331T063000Z" and moment["DURATION"] == "PT30M"
    assert moment["SUMMARY"] == "Noticed at: A\\; B\\, C\\\\"
    assert (day["DTSTART;VALUE=DATE"], day["DTEND;VALUE=DATE"]) == ("20261231", "20270101")
    assert [first["SUMMARY"], second["SUMMARY"]] == ["Same", "Same"]
    assert first["DTSTART;VALUE=DATE"] == "20260403" and "Who: Li" in first["DESCRIPTION"]
    again = events(fill("calendarOf", DATED, {**values, "noticed-at": "2026-04-01T14:30"}, "zh", "Asia/Shanghai", 0))
    assert [event["UID"] for event in again] == [event["UID"] for event in (day, moment, first, second)]
    others = events(fill("calendarOf", DATED, {**values, "subject": "Another"}, "en", "Asia/Shanghai", 0))
    assert not {event["UID"] for event in others} & {event["UID"] for event in again}


@pytest.mark.parametrize(
    ("local", "zone", "utc"),
    [
        ("2026-03-31T14:30", "Asia/Shanghai", "20260331T063000Z"),
        ("2026-01-01T00:00", "Asia/Shanghai", "20251231T160000Z"),
        ("2026-03-29T01:59", "Europe/Berlin", "20260329T005900Z"),
        ("2026-03-29T03:00", "Europe/Berlin", "20260329T010000Z"),
        ("2026-07-01T09:00", "America/New_York", "20260701T130000Z"),
        ("2026-11-01T12:00", "America/New_York", "20261101T170000Z"),
        ("2026-07-01T09:00", "Asia/Kolkata", "20260701T033000Z"),
    ],
)
def test_a_time_is_the_same_moment_whatever_the_zone_and_the_season(fill, local, zone, utc):
    (event,) = events(fill("calendarOf", DATED, {"noticed-at": local}, "zh", zone, 0))
    assert event["DTSTART"] == utc


@pytest.mark.parametrize("template", TEMPLATES)
def test_what_is_due_in_every_form_stands_in_its_calendar_and_two_programs_read_it(fill, template):
    form, values = fill.form(template), hostile_values(fill.form(template))
    dates = len(form["calendar"]["due"]) + bool(form["calendar"]["happens"])
    dates += sum(not settled(field, row) for field in fields(form) if "due" in field for row in values[field["id"]])
    calendar = fill("calendarOf", form, values, "zh-en", "Asia/Shanghai", 0)
    if not dates:
        assert calendar is None
        return
    assert len(events(calendar)) == dates
    # Two parsers read the same.
    first = icalendar.Calendar.from_ical(calendar).walk("VEVENT")
    second = list(vobject.readOne(calendar).vevent_list)
    assert [str(event["SUMMARY"]) for event in first] == [event.summary.value for event in second]
    assert [event.decoded("DTSTART") for event in first] == [event.dtstart.value for event in second]
    assert all(event.errors == [] for event in first) and len({str(event["UID"]) for event in first}) == dates


def settled(table: dict, row: dict) -> bool:
    """Whether a row says that it is done."""
    done = table["due"]["done"]
    return bool(done) and row[done["column"]] == (done["option"] or True)


def test_no_date_no_calendar(fill):
    assert (
        fill(
            "calendarOf",
            DATED,
            {"subject": "a", "needed-by": "soon", "to-dos": [{"what": "x", "due": ""}]},
            "zh",
            "Asia/Shanghai",
        )
        is None
    )


# --- names -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "values", "name"),
    [
        (
            "zh",
            {"subject": "退款栏", "from-department": "研发部", "needed-by": "2026-03-31"},
            "研发部-2026-03-31-退款栏问题反馈表.docx",
        ),
        (
            "en",
            {"subject": "Refunds", "from-department": "R&D", "noticed-at": "2026-03-31T10:00"},
            "R&D–2026-03-31–Refunds problem report.docx",
        ),
        ("zh-en", {"reported-by": "李明", "needed-by": "2026-03-31"}, "2026-03-31-李明问题反馈表 Problem report.docx"),
        (
            "zh",
            {"subject": 'a/b\\c:d*e?f"g<h>i|j', "needed-by": "2026-03-31"},
            "2026-03-31-a-b-c-d-e-f-g-h-i-j问题反馈表.docx",
        ),
        (
            "zh",
            {"subject": "\u202egpj.exe\u200b\ufeff\x07 \n a.", "needed-by": "2026-03-31"},
            "2026-03-31-gpj.exe a问题反馈表.docx",
        ),
        ("zh", {"from-department": "CON.", "needed-by": "2026-03-31"}, "CON-2026-03-31-问题反馈表.docx"),
        ("zh", {"from-department": "nul.x", "needed-by": "2026-03-31"}, "_nul.x-2026-03-31-问题反馈表.docx"),
        ("zh", {"from-department": "..", "subject": " . ", "needed-by": "2026-03-31"}, "2026-03-31-问题反馈表.docx"),
        ("zh", {"subject": "e\u0301", "needed-by": "2026-03-31"}, "2026-03-31-é问题反馈表.docx"),
    ],
)
def test_a_file_is_named_department_date_matter(fill, language, values, name):
    assert fill("fileNameOf", FORM, values, language, "docx") == name


@pytest.mark.parametrize(
    ("subject", "short"),
    [
        (
            "客户开放日报名页接入客户系统，报名后5分钟内销售能看到，不用再问",
            "客户开放日报名页接入客户系统，报名后5分钟内销售能看到…",
        ),
        ("New door cards from 1 December; old cards stop working the same day", "New door cards from 1 December…"),
        (
            "Connect the open-day sign-up page to the customer system so that Sales sees it",
            "Connect the open-day sign-up page to the customer system so…",
        ),
        ("长" * 31, "长" * 30 + "…"),
        ("x" * 61, "x" * 60 + "…"),
        ("x" * 60, "x" * 60),
    ],
)
def test_a_long_matter_ends_with_a_clause_or_a_word(fill, subject, short):
    assert (
        fill("fileNameOf", FORM, {"subject": subject, "needed-by": "2026-03-31"}, "zh", "md")
        == f"2026-03-31-{short}问题反馈表.md"
    )


def test_without_a_date_a_file_is_named_by_today(fill):
    name = fill("fileNameOf", FORM, {"subject": "a"}, "zh", "ics")
    # The page's clock is that of New York.
    assert name == f"{datetime.now(ZoneInfo('America/New_York')):%Y-%m-%d}-a问题反馈表.ics"


@pytest.mark.parametrize("sign", ["长", "𠮷", "👩‍👩‍👧", "e\u0323\u0301", "W"])
def test_a_long_name_is_cut_between_characters(fill, sign):
    values = {"subject": sign * 300, "from-department": sign * 300, "needed-by": "2026-03-31"}
    for language in LANGUAGES:
        name = fill("fileNameOf", FORM, values, language, "docx")
        assert (
            len(name.encode()) <= 205
            and "\ufffd" not in name
            and "2026-03-31" in name
            and not re.search(r"[\u200d. ]\.docx$", name)
        )


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_form_gets_a_name_that_every_system_allows(fill, template):
    form = fill.form(template)
    name = fill("fileNameOf", form, hostile_values(form), "zh-en", "xlsx")
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f\u200b-\u200f\u202a-\u202e]', name) and len(name.encode()) <= 205
