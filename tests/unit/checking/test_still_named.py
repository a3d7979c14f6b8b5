"""A title that stays in a sentence when the thing is left out is told, with the places; parts of longer titles are not."""

from __future__ import annotations

from pathlib import Path

from macros.checking import kept_reasons, still_named
from macros.checking.prose import Page
from macros.errors import Faults
from macros.reading import source
from macros.reading.layer.laid import Laid

CHANGES = "leave_out:\n  - templates/phone-message\n"
LEFT = """\
title: {zh: 电话, en: "Phone message pad, and where it lies"}
aliases: {zh: [电话留言], en: [phone message]}
steps:
  - {zh: 写一张电话留言, en: Fill in a phone message}
  - {zh: 打电话, en: "See “Phone message pad, and where it lies”"}
"""
PAGE = "---\ntitle: A\n---\n\nA phone message helps.\n\nPhone messages do not.\n"


def laid(gone: dict[str, dict[str, int]]) -> Laid:
    read = source.parse(LEFT, "docs/data/checklists/a.yml", Faults())
    assert read
    names = {"templates/phone-message": {"zh": "电话留言", "en": "Phone message"}}
    return Laid({}, {}, {"checklists/a.yml": read}, gone, names)


def project(tmp_path: Path) -> Path:
    (tmp_path / "docs/company").mkdir(parents=True)
    (tmp_path / "docs/company/changes.yml").write_text(CHANGES, encoding="utf-8")
    return tmp_path


def test_what_is_left_out_and_still_named_is_told_with_its_places(tmp_path: Path):
    pages = [Page("en/scenarios/b.md", PAGE, 3), Page("zh/scenarios/b.md", "a phone message\n", 0)]
    chinese, english = still_named.notices(project(tmp_path), laid({"templates": {"phone-message": 0}}), pages)
    start = "docs/company/changes.yml:2: leave_out[0]: texts still name "
    assert chinese.startswith(f"{start}'电话留言': docs/data/checklists/a.yml:4; ")
    assert english.startswith(f"{start}'Phone message': docs/data/checklists/a.yml:4, docs/en/scenarios/b.md:5; ")


def test_nothing_is_told_of_what_is_there_or_was_never_the_companys(tmp_path: Path):
    pages, root = [Page("en/scenarios/b.md", PAGE, 3)], project(tmp_path)
    for gone in ({}, {"templates": {"phone-message": -1}}, {"channels": {"phone": 0}}):
        assert list(still_named.notices(root, laid(gone), pages)) == []


def test_a_title_that_something_else_has_too_still_means_that(tmp_path: Path):
    """A checklist that is called as its scenario is."""
    sources = laid({"templates": {"phone-message": 0}})
    read = source.parse("title: {zh: 电话留言, en: Phone message}\n", "docs/data/scenarios/b.yml", Faults())
    assert read
    sources.sources["scenarios/b.yml"] = read
    assert list(still_named.notices(project(tmp_path), sources, [])) == []


def test_of_many_places_three_are_named_and_the_others_counted(tmp_path: Path):
    pages = [Page("en/scenarios/b.md", "Phone message\n" * 5, 0)]
    *_, english = still_named.notices(project(tmp_path), laid({"templates": {"phone-message": 0}}), pages)
    assert "docs/en/scenarios/b.md:2 (+3); " in english


CHANNEL = """\
name: {zh: 电话, en: Phone call}
label: {zh: 电话, en: Phone}
aliases: {zh: ["{phone_tool}", 座机], en: ["{phone_tool}", landline]}
"""


def test_a_channel_that_texts_still_name_is_one_notice_for_both_languages(tmp_path: Path):
    root = project(tmp_path)
    (root / "docs/data/channels").mkdir(parents=True)
    (root / "docs/data/channels/phone.yml").write_text(CHANNEL, encoding="utf-8")
    sources = laid({"channels": {"phone": 0}})
    sources.names = {"channels/phone": {"zh": "电话", "en": "Phone call"}}
    english = "Ask by phone.\nTwo phone calls.\nHis phone number.\n{{ company.phone_tool }}\nPhones ring.\n"
    pages = [Page("en/scenarios/b.md", english, 0), Page("zh/scenarios/b.md", "给他打电话\n电话\n看座机\n", 0)]
    (notice,) = still_named.notices(root, sources, pages)
    # A column that is called 电话 and nothing else, a number and a landline are not the channel.
    assert notice == (
        "docs/company/changes.yml:2: leave_out[0]: texts still name the channel '电话', 'Phone call': "
        "docs/data/checklists/a.yml:4, docs/data/checklists/a.yml:5, docs/zh/scenarios/b.md:1, docs/en/scenarios/b.md:1, "
        "docs/en/scenarios/b.md:2, docs/en/scenarios/b.md:4; say under set, or by `python -m macros replace`, what they use instead"
    )


def test_a_term_that_texts_still_use_is_one_notice_that_counts_most_places(tmp_path: Path):
    sources = laid({"glossary": {"phone-message": 0}})
    sources.names = {"glossary/phone-message": {"zh": "电话留言", "en": "Phone message"}}
    pages = [Page("en/scenarios/b.md", "Phone messages\n\nA phone message\n" * 6, 0)]
    (notice,) = still_named.notices(project(tmp_path), sources, pages)
    assert "texts still use the word '电话留言', 'Phone message': docs/data/checklists/a.yml:4, docs/en" in notice
    assert "(+5); nothing is to be done where everybody knows it" in notice


def test_a_word_that_no_text_uses_is_not_told(tmp_path: Path):
    sources = laid({"glossary": {"kanban": 0}})
    sources.names = {"glossary/kanban": {"same": "Kanban"}}
    assert list(still_named.notices(project(tmp_path), sources, [])) == []


ROWS = """\
rows:
  - {id: authority, channel: email, because: {zh: 用盖章函答复, en: By stamped letter}}
  - {id: stranger, channel: email, because: {zh: 写邮件, en: By e-mail}}
"""


def test_a_row_of_the_chooser_with_another_channel_and_the_old_reason_is_told(tmp_path: Path):
    root = project(tmp_path)
    rows = "set:\n  chooser/rows/authority/channel: email\n  chooser/rows/stranger/channel: email\n"
    (root / "docs/company/changes.yml").write_text(
        rows + "  chooser/rows/stranger/because: {zh: 甲, en: A}\n", encoding="utf-8"
    )
    read = source.parse(ROWS, "docs/data/chooser.yml", Faults())
    assert read
    [told] = kept_reasons.notices(root, Laid({}, {}, {"chooser.yml": read}, {}, {}))
    assert told.startswith(
        "docs/company/changes.yml:2: set.chooser/rows/authority/channel: the reason given for it is "
    )
    assert "'用盖章函答复'; " in told and "`chooser/rows/authority/because: {zh: …, en: …}`" in told
