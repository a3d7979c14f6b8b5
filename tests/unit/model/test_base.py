"""Texts, ids, dates and roles as data files write them."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.model.base import Aliases, Date, Id, PagePath, Review, RoleName, Text, fill, has_chinese, is_kebab


def text(zh: str, en: str) -> Text:
    return Text.model_construct(zh=zh, en=en)


TOKENS = {"messenger": text("企业微信", "WeCom"), "role.legal": text("法务负责人", "head of Legal")}


def fault(record: Any, data: Any, **context: Any) -> str:
    """What is said of data that do not fit."""
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(record).validate_python(data, strict=True, context=context or None)
    return raised.value.errors()[0]["msg"].removeprefix("Value error, ")


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("a", True),
        ("a1-b2", True),
        ("", False),
        ("1a", False),
        ("a--b", False),
        ("-a", False),
        ("a-", False),
        ("A", False),
        ("a_b", False),
        ("a\n", False),
        ("à", False),
    ],
)
def test_an_id_is_kebab_case(name: str, right: bool):
    assert is_kebab(name) is right
    if right:
        assert TypeAdapter(Id).validate_python(name) == name
    else:
        assert fault(Id, name).startswith("an id is made of small letters")


def test_who_writes_a_name_for_an_id_is_told_what_stands_there():
    assert fault(Id, "现场检修").startswith("is a name; an id belongs here")
    tokens = {"role.office": Text(zh="行政专员", en="office administrator")}
    for name in ("行政专员", "office administrator"):
        for kind in (Id, RoleName):
            with pytest.raises(ValidationError, match="error, is what a role is called; write its id: office"):
                TypeAdapter(kind).validate_python(name, context={"tokens": tokens})


@pytest.mark.parametrize("place", ["/a", "a/", "", "a.md"])
def test_a_page_is_named_by_its_place_alone(place: str):
    assert fault(PagePath, place).startswith("write the page's place below docs/zh")
    assert TypeAdapter(PagePath).validate_python("onboarding/index") == "onboarding/index"


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        ("2026-2-3", "write a date"),
        ("2026-02-30", "this date does not exist"),
        ("20260203", "write a date"),
        (5, "write a date"),
        ("2026-02-03 ", "write a date"),
        ("２026-02-03", "write a date"),
    ],
)
def test_a_date_is_a_day_of_the_calendar(written: Any, wrong: str):
    assert fault(Date, written).startswith(wrong)
    assert TypeAdapter(Date).validate_python("2024-02-29") == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        ({"zh": " ", "en": "a"}, "the Chinese text is blank"),
        ({"zh": "a", "en": "a"}, "holds no Chinese character"),
        ({"zh": "字", "en": ""}, "the English text is blank"),
        ({"zh": "字", "en": "a字"}, "holds Chinese characters"),
        ({"zh": "字", "en": "〇"}, "holds Chinese characters"),
        ({"zh": "字"}, "Field required"),
        ({"zh": "字", "en": "a", "de": "b"}, "Extra inputs"),
        ({"same": "A", "zh": "字"}, "'same' stands alone"),
        ({"same": " "}, "'same' is blank"),
        ({"same": None}, "'same' is blank"),
        ({"same": 5}, "'same' holds a name"),
        ("字", "Input should be a valid dictionary"),
    ],
)
def test_a_text_stands_in_both_languages_or_is_a_name_that_both_share(data: Any, wrong: str):
    assert fault(Text, data).startswith(wrong)


@pytest.mark.parametrize("zh", ["{messenger}", "[n]", "{a}[b]", "2026", "—— 5", "％"])
def test_what_a_chinese_text_leaves_to_be_filled_in_needs_no_chinese(zh: str):
    assert Text.model_validate({"zh": zh, "en": "a"}).zh == zh
    assert fault(Text, {"zh": f"{zh} a", "en": "a"}).startswith("holds no Chinese")


def test_tokens_are_replaced_as_a_text_is_read():
    read = TypeAdapter(Text).validate_python(
        {"zh": " 发{messenger} ", "en": "by {messenger}"}, context={"tokens": TOKENS}
    )
    assert (read.zh, read.en, read["zh"], read["en"]) == ("发企业微信", "by WeCom", "发企业微信", "by WeCom")
    assert TypeAdapter(Text).validate_python({"same": "{messenger} 2"}, context={"tokens": TOKENS}).zh == "企业微信 2"
    assert Text.model_validate({"zh": " 字{messenger} ", "en": "a"}).zh == "字{messenger}"


def test_a_name_that_ends_with_a_stop_ends_the_sentence_too():
    tokens = {"company": text("某公司", "Example Co., Ltd.")}
    assert (
        fill("At {company}. Here {company}, too.", tokens, "en") == "At Example Co., Ltd. Here Example Co., Ltd., too."
    )


def test_a_name_with_an_article_begins_a_sentence_with_a_capital():
    tokens = {"storage": text("公司文档库", "the company document library"), "role": text("销售", "head of sales")}
    assert fill("{storage}, “Seals”, in {storage}", tokens, "en").startswith(
        "The company document library, “Seals”, in the"
    )
    assert fill("{storage}", tokens, "en") == "the company document library", "it may go into a sentence"
    assert fill("{role} of today", tokens, "en") == "head of sales of today"


@pytest.mark.parametrize(
    ("written", "filled"),
    [
        ("{messenger}", "WeCom"),
        ("{a b}", "{a b}"),
        ("{}", "{}"),
        ("x } y", "x } y"),
        ("{unknown}", "{unknown}"),
        ("{ x", "{ x"),
        ("{x", "{x"),
        (" {role.legal} ", "head of Legal"),
    ],
)
def test_braces_that_hold_no_name_stand_as_they_are(written: str, filled: str):
    if written == "{unknown}":
        with pytest.raises(ValueError, match=r"unknown token '\{unknown\}'; use one of: \{messenger\}, \{role.legal\}"):
            fill(written, TOKENS, "en")
    else:
        assert fill(written, TOKENS, "en") == filled


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        ("{mesenger}", r"unknown token '\{mesenger\}'; did you mean '\{messenger\}'\?"),
        ("{{messenger}}", r"unknown token '\{\{messenger\}\}'; did you mean '\{messenger\}'\?"),
        ("{ messenger }", r"unknown token '\{ messenger \}'; did you mean '\{messenger\}'\?"),
        ("{{ company.messenger }}", r"did you mean '\{messenger\}'\?"),
        ("{company.messenger}", r"did you mean '\{messenger\}'\?"),
        ("{messenger", r"'\{' has no partner"),
        ("{company.x", r"'\{' has no partner"),
    ],
)
def test_a_name_of_the_profile_that_is_not_written_as_one_is_a_fault(written: str, wrong: str):
    with pytest.raises(ValueError, match=wrong):
        fill(written, TOKENS, "en")


def test_the_profile_itself_takes_no_names():
    with pytest.raises(ValueError, match="stands for nothing here; the company profile itself holds the names"):
        fill("{messenger}", {}, "zh")


def test_aliases_take_the_tools_of_the_company_and_none_that_it_does_not_have():
    words = {"zh": ["{messenger}", "{second_messenger}", "飞书", "IM"], "en": []}
    one = {"messenger": Text(zh="飞书", en="Feishu")}
    two = {**one, "second_messenger": Text(zh="企微", en="WeCom")}
    for tokens, said in ((one, ("飞书", "IM")), (two, ("企微", "飞书", "IM"))):
        assert Aliases.model_validate_json(json.dumps(words), context={"tokens": tokens})["zh"] == said


def test_aliases_are_words_and_the_english_ones_hold_no_chinese():
    assert Aliases(zh=("OA", "电话"), en=("OA",))["zh"] == ("OA", "电话")
    assert Aliases(en=("OA",))["en"] == ("OA",)
    assert fault(Aliases, {"zh": (" ",)}).startswith("is blank")
    assert fault(Aliases, {"en": ("电话",)}).startswith("holds Chinese")


def test_an_owner_is_a_role_of_the_company():
    data = {"owner": "legal", "reviewed": "2026-08-31", "valid_for": "P6M"}
    read = TypeAdapter(Review).validate_python(data, context={"tokens": TOKENS})
    assert (read.owner.zh, read.owner.en, read.due) == ("法务负责人", "head of Legal", date(2027, 2, 28))
    assert fault(Review, {**data, "owner": "leagl"}, tokens=TOKENS) == "unknown role 'leagl'; did you mean 'legal'?"
    assert fault(Review, {**data, "owner": 5}, tokens=TOKENS).startswith("write the id of a role")
    assert Review.model_validate(data).owner.zh == "legal", "without a profile it is its own name"


@pytest.mark.parametrize("sign", ["〇", "㐀", "一", "鿿", "豈", "\U00020000"])
def test_chinese_characters_are_those_of_all_planes(sign: str):
    assert has_chinese(f"a{sign}") and not has_chinese("aé—，。ア한")
