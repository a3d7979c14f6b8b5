"""Drafts of mails: what opens in a mail program, and that they are the same everywhere."""

from __future__ import annotations

import email
import re
from email.message import EmailMessage
from email.policy import default
from functools import cache

import html5lib
import pytest

from macros.downloads.eml import write
from macros.model.base import Text
from macros.model.template import Template
from tests.elsewhere import digests
from tests.forms import (
    full_template,
    hostile_template,
    letter_template,
    small_template,
    stand_in_handbook,
)

SUBJECT = Text.model_construct(zh="〔确认事项〕+〔部门〕+〔姓名〕", en="[Matter] + [department] + [your name]")
LANGUAGES = ("zh", "en", "zh-en")


def notice(template: Template) -> Template:
    return template.model_copy(update={"mail_subject": SUBJECT})


TEMPLATES = {
    "small": lambda: notice(small_template()),
    "full": lambda: notice(full_template()),
    "hostile": lambda: notice(hostile_template()),
    "letter": letter_template,
    "hostile letter": lambda: notice(hostile_template()).model_copy(update={"audience": "external"}),
}
EVERY_FILE = pytest.mark.parametrize(("name", "language"), [(name, each) for name in TEMPLATES for each in LANGUAGES])


@cache
def made(name: str, language: str) -> bytes:
    return write(TEMPLATES[name](), language, stand_in_handbook())


def opened(name: str, language: str) -> EmailMessage:
    return email.message_from_bytes(made(name, language), policy=default)


def plain(name: str, language: str) -> str:
    return opened(name, language).get_body(("plain",)).get_content().replace("\r\n", "\n")


def page(name: str, language: str):
    return html5lib.parse(opened(name, language).get_body(("html",)).get_content(), namespaceHTMLElements=False)


@EVERY_FILE
def test_opens_as_an_unsent_mail_in_plain_text_and_html(name, language):
    message = opened(name, language)
    assert not message.defects and all(not part.defects for part in message.walk())
    assert message["X-Unsent"] == "1"
    assert not {"from", "to", "date", "message-id"} & {header.lower() for header in message}
    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    assert {part.get_content_charset() for part in message.iter_parts()} == {"utf-8"}


@EVERY_FILE
def test_is_ascii_in_short_lines_that_end_as_mails_do(name, language):
    lines = made(name, language).decode("ascii").split("\r\n")
    assert not any("\n" in line or "\r" in line or len(line) > 78 for line in lines)
    assert len(made(name, language)) < 40_000 or "hostile" in name


@pytest.mark.parametrize(
    ("language", "subject"),
    [
        ("zh", "〔货品〕询价+〔部门〕+〔姓名〕"),
        ("en", "Enquiry [goods] + [department] + [your name]"),
        ("zh-en", "〔货品〕询价+〔部门〕+〔姓名〕 / Enquiry [goods] + [department] + [your name]"),
    ],
)
def test_subject_is_by_the_rule(language, subject):
    assert opened("letter", language)["Subject"] == subject


@EVERY_FILE
def test_text_and_html_say_the_same_and_keep_every_label(name, language):
    shown = " ".join("".join(page(name, language).find("body").itertext()).split())
    for field in TEMPLATES[name]().fields:
        head = field.type == "email" or field.id == TEMPLATES[name]().mail_subject_field
        if TEMPLATES[name]().audience == "external" and head:
            continue
        for part in language.split("-"):
            label = re.sub("[\x00-\x08\x0b-\x1f\ufffe]", "", field.label[part])
            assert label in plain(name, language) and " ".join(label.split()) in shown


@EVERY_FILE
def test_html_holds_only_what_its_template_does(name, language):
    tags = {element.tag for element in page(name, language).iter()}
    assert tags <= {"html", "head", "meta", "title", "body", "h2", "p", "b", "br", "table", "tbody", "tr", "th", "td"}


def test_a_notice_has_a_line_for_each_field_in_its_section():
    assert plain("small", "zh").splitlines() == [
        "不在岗期间",
        "",
        "谁不在：〔姓名加部门〕",
        "第一天：〔不在岗的第一个工作日（YYYY-MM-DD）〕",
        "最后一天：〔写到当天为止（YYYY-MM-DD）〕",
        "代理人电话：〔白天能打通的号码〕",
        "未完的事：〔一行一件，写到哪一步、找谁（没有就删掉）〕",
    ]
    assert "Source: [Where it was seen first: Call / Mail / Visit]" in plain("full", "en")
    assert "Customer told: ☐ [Tick only once they have confirmed it (delete if there is none)]" in plain("full", "en")
    assert "反馈人 / Reported by：〔写一个人，不写部门〕 [One person, not a department]" in plain("full", "zh-en")


def test_a_letter_is_sentences_without_what_stands_in_its_head():
    assert plain("letter", "en").splitlines() == [
        "[Salutation]",
        "",
        "[What it is for]",
        "",
        "  1. Goods: [Goods]",
        "     Quantity: [Quantity]",
        "",
        "Please quote by [Quotations by], with [Papers].",
        "",
        "Enclosed: [Enclosure].",
        "",
        "[Signature]",
    ]
    zh, en = plain("letter", "zh-en").split("〔落款〕")
    assert zh.startswith("〔称呼〕\n\n〔询价缘由〕\n\n") and en.strip().startswith("[Salutation]")


def test_tables_are_tables_in_html():
    (table,) = page("letter", "zh").iter("table")
    rows = [["".join(cell.itertext()) for cell in row] for row in table.iter("tr")]
    assert rows == [["货品", "数量"], ["〔货品〕", "〔数量〕"]]


def test_a_template_that_is_no_mail_is_refused():
    with pytest.raises(ValueError, match="absence-notice has no mail_subject"):
        write(small_template(), "zh", stand_in_handbook())


def test_a_subject_cannot_add_headers():
    subject = Text.model_construct(zh="a\r\nBcc: b@c.example", en="-")
    template = small_template().model_copy(update={"mail_subject": subject})
    message = email.message_from_bytes(write(template, "zh", stand_in_handbook()), policy=default)
    assert message["Bcc"] is None and message["Subject"] == "a Bcc: b@c.example"


@pytest.mark.whole
def test_is_the_same_in_every_time_zone_and_process():
    assert len(digests("eml", "letter_template", "zh-en")) == 1
