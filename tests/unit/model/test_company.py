"""The company's profile: where the site stands, how readers answer, what a company may not have."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from macros.model.company import Company
from macros.model.site import Repository, Site
from macros.model.tokens import TokenWords, tokens_of
from tests.conftest import ROOT

PROFILE = yaml.load((ROOT / "docs" / "sample" / "company.yml").read_text(encoding="utf-8"), yaml.BaseLoader)


WORDS = TokenWords.model_validate(
    yaml.load((ROOT / "docs" / "data" / "tokens.yml").read_text(encoding="utf-8"), yaml.BaseLoader), strict=False
)


def profile(**changes: Any) -> Company:
    """The sample's profile with other values; None takes a key out."""
    data = {**PROFILE, "offline": True, "site": {}, **changes}
    data.pop("document_control", None)
    return Company.model_validate({key: value for key, value in data.items() if value is not None}, strict=False)


@pytest.mark.parametrize(
    "given, address",
    [
        ("https://a.cn", "https://a.cn/"),
        ("https://a.cn/x/", "https://a.cn/x/"),
        ("http://10.1.2.3:8080", "http://10.1.2.3:8080/"),
        ("https://手册.公司.cn/沟通/", "https://手册.公司.cn/沟通/"),
        ("https://a.cn/%E6%B2%9F%E9%80%9A", "https://a.cn/%E6%B2%9F%E9%80%9A/"),
    ],
)
def test_an_address_ends_with_a_slash(given: str, address: str):
    assert Site(address=given).address == address


@pytest.mark.parametrize(
    "given",
    [
        *("a.cn", "ftp://a.cn/", "https://", "https://a.cn/?x=1", "https://a.cn/#x", "handbook"),
        *(
            "https://手册.cn/沟通 指南/",
            "https://a.cn/a%20b/",
            "https://a.cn:99999/",
            "https://me:pw@a.cn/",
            "https://a.cn/a/../b/",
        ),
        *("https://a.cn/a//b/", "https://a.cn/{a}/", "https://a.cn/a;b/"),
    ],
)
def test_what_is_no_address_is_refused_with_an_example(given: str):
    with pytest.raises(ValidationError, match=r"write all of it, such as https://example\.com/handbook/"):
        Site(address=given)


@pytest.mark.parametrize(
    ("mail", "sound"),
    [
        *((each, True) for each in ("hr@example.com", "r&d@example.com", "o'neil+hr@mail.example.com", "行政@公司.cn")),
        *((each, False) for each in ("legal?bcc=x&body=y@example.com", "a;b,c@example.com", "a b@example.com", "a@b")),
    ],
)
def test_a_mail_address_is_one_and_brings_nothing_else_into_a_mail(mail: str, sound: bool):
    if sound:
        assert profile(feedback_mail=mail).feedback_mail == mail
    else:
        with pytest.raises(ValidationError):
            profile(feedback_mail=mail)


def test_search_engines_may_not_list_it_unless_that_is_said():
    assert not Site().search_engines


def test_feedback_is_a_mail_or_a_form_and_one_of_them():
    assert profile().feedback_address == "mailto:handbook@example.com"
    form = profile(feedback_mail=None, feedback_form="https://a.cn/f")
    assert (form.feedback_address, tokens_of(form, WORDS)["feedback"].zh) == ("https://a.cn/f", "https://a.cn/f")
    with pytest.raises(ValidationError, match="give feedback_mail, or feedback_form"):
        profile(feedback_mail=None)


def test_a_second_messenger_is_optional_and_another_one():
    both, tools = tokens_of(profile(), WORDS)["messengers"], dict(PROFILE["tools"])
    assert (both.zh, both.en) == ("企业微信或钉钉", "WeCom or DingTalk")
    del tools["second_messenger"]
    one = tokens_of(profile(tools=tools), WORDS)
    assert (one["messengers"].zh, "second_messenger" in one) == ("企业微信", False)
    with pytest.raises(ValidationError, match="is the same as messenger"):
        profile(tools={**tools, "second_messenger": tools["messenger"]})


@pytest.mark.parametrize(
    "given, editor",
    [
        ({"address": "https://github.com/a/b"}, "https://github.com/a/b/edit/main/docs/zh/%E5%80%99.md"),
        ({"address": "https://gitlab.com/a/b/c.git/"}, "https://gitlab.com/a/b/c/-/edit/main/docs/zh/%E5%80%99.md"),
        ({"address": "https://gitee.com/a/b", "branch": "v/1"}, "https://gitee.com/a/b/edit/v/1/docs/zh/%E5%80%99.md"),
        (
            {"address": "http://git.a.cn:3000/a/b", "kind": "gitea"},
            "http://git.a.cn:3000/a/b/_edit/main/docs/zh/%E5%80%99.md",
        ),
    ],
)
def test_the_editor_of_a_file_stands_where_the_host_has_it(given: dict[str, str], editor: str):
    assert Repository.model_validate(given).editor("docs/zh/候.md") == editor


@pytest.mark.parametrize(
    "given, said",
    [
        ({"address": "git@github.com:a/b.git"}, "is no address of a repository; copy it from the browser"),
        ({"address": "https://github.com/"}, "is no address of a repository"),
        ({"address": "https://git.a.cn/a/b"}, "write kind: github, gitlab, gitee or gitea"),
    ],
)
def test_a_repository_whose_editor_is_not_known_is_refused(given: dict[str, str], said: str):
    with pytest.raises(ValidationError, match=said):
        Repository.model_validate(given)


def test_whom_to_call_comes_with_the_number_where_the_role_has_one():
    legal = PROFILE["roles"]["legal"]
    assert tokens_of(profile(), WORDS)["call.legal"].en == f"{legal['name']['en']} ({legal['phone']})"
    without = {**PROFILE["roles"], "legal": {key: value for key, value in legal.items() if key != "phone"}}
    tokens = tokens_of(profile(roles=without), WORDS)
    assert tokens["call.legal"] == tokens["role.legal"]


@pytest.mark.parametrize("days", [["mon", "mon"], ["fri", "mon", "fri"]])
def test_a_day_of_the_week_stands_once(days: list[str]):
    with pytest.raises(ValidationError, match="stands here twice; delete one"):
        profile(working_hours={**PROFILE["working_hours"], "days": days})
    with pytest.raises(ValidationError, match="stands here twice; delete one"):
        profile(working_hours={**PROFILE["working_hours"], "other_hours": [{"days": days, "end": "16:00"}]})
