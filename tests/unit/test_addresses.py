"""Where everything stands on the site: the public contract of addresses."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from macros import addresses as at
from macros.model.languages import Language
from tests.publishing import publishing


@pytest.mark.parametrize(
    ("source", "language", "address"),
    [
        ("zh/index.md", "zh", ""),
        ("en/index.md", "en", "en/"),
        ("zh/scenarios/index.md", "zh", "scenarios/"),
        ("en/scenarios/absence.md", "en", "en/scenarios/absence/"),
        ("zh/about/reindex.md", "zh", "about/reindex/"),
        ("zh/choose.md", "zh", "choose/"),
    ],
)
def test_a_source_leads_to_its_address_and_its_place_to_the_same(source: str, language: str, address: str):
    assert at.of_source(source) == (language, address)
    assert at.named(source.partition("/")[2].removesuffix(".md"), language) == address


def test_things_stand_below_their_folder():
    for name in ("scenario", "channel", "template", "checklist"):
        of = getattr(at, name)
        assert (of("a", "zh"), of("a", "en")) == (f"{name}s/a/", f"en/{name}s/a/")
        assert at.thing(f"{name}s", "a", "en") == of("a", "en")
    procedure: Any = SimpleNamespace(id="internal")
    step: Any = SimpleNamespace(id="talk")
    assert (
        at.procedure(procedure, "zh") == "guide/internal/"
        and at.step(procedure, step, "en") == "en/guide/internal/talk/"
    )
    assert at.term("a", "en") == "en/reference/glossary/#a"
    assert at.download("a", "zh-en", "docx") == "downloads/a.zh-en.docx"
    assert at.archive("zh") == "downloads/handbook-templates.zh.zip"
    assert at.form("a") == "assets/forms/a.json" and at.form_page("a", "en") == "assets/forms/a.en.html"


def test_what_a_form_is_opened_with_stands_behind_the_mark_that_no_host_sees():
    values = [("a", "1 & 2/字"), ("b", "#=?")]
    assert at.filled("x", values, "zh") == "templates/x/#a=1%20%26%202%2F%E5%AD%97&b=%23%3D%3F"


@pytest.mark.parametrize(
    ("address", "root", "zh", "en", "home"),
    [
        ("", ".", "", "en/", True),
        ("./", ".", "", "en/", True),
        ("en/", "..", "", "en/", True),
        ("en/channels/email/", "../../..", "channels/email/", "en/channels/email/", False),
        ("entry/", "..", "entry/", "en/entry/", False),
    ],
)
def test_the_way_to_the_root_and_to_the_other_language(address: str, root: str, zh: str, en: str, home: bool):
    assert (at.to_root(address), at.in_language(address, "zh"), at.in_language(address, "en")) == (root, zh, en)
    assert at.is_home(address) is home


@pytest.mark.parametrize(
    ("languages", "address", "language", "bare", "zh", "en"),
    [
        (["en", "zh"], "zh/channels/email/", "zh", "channels/email/", "zh/channels/email/", "channels/email/"),
        (["en", "zh"], "channels/email/", "en", "channels/email/", "zh/channels/email/", "channels/email/"),
        (["en"], "./", "en", "", "zh/", ""),
        (["zh"], "search/", "zh", "search/", "search/", "en/search/"),
    ],
)
def test_the_language_at_the_root_is_the_companys(
    languages: list[Language], address: str, language: str, bare: str, zh: str, en: str
):
    with publishing(*languages):
        assert (at.language_of(address), at.bare(address)) == (language, bare)
        assert (at.in_language(address, "zh"), at.in_language(address, "en")) == (zh, en)
        assert at.is_home(address) == (bare == "")
