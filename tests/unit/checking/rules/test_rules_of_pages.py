"""Rules on files: every thing has its pages, every page its data, nothing is a copy, what templates lead to is there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros.checking import checked
from macros.checking.rules import copies, fingerprints, icons, interface, kinds, named_pages, pages, standing_pages
from macros.errors import Faults
from macros.model.base import Record, Review, Text
from macros.model.things import Thing
from macros.reading import agreed, source
from macros.reading.loaded import Loaded
from macros.reading.loading import handbook_of
from tests.unit.sound import EACH, found, place, sound


def lay(root: Path, *files: str, text: str = "") -> Loaded:
    """A project that has these files."""
    for name in files:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return Loaded(root)


def said(rule: Any, loaded: Loaded) -> list[str]:
    rule.check(loaded)
    return [str(fault) for fault in loaded.faults]


SOUND = [f"docs/{language}/channels/{name}.md" for language in ("zh", "en") for name in ("email", "index")]


def test_a_thing_with_its_pages_and_pages_in_both_languages_are_sound(tmp_path: Path):
    assert said(pages, lay(tmp_path, "docs/data/channels/email.yml", *SOUND)) == []


def test_a_thing_without_its_page_is_named_where_its_id_stands(tmp_path: Path):
    loaded = lay(tmp_path, "docs/data/channels/email.yml", *SOUND[1:])
    assert said(pages, loaded) == [
        "docs/data/channels/email.yml:1: file: has no page docs/zh/channels/email.md; write it, or delete the data"
    ]
    read = source.parse("# a note\nid: email\n", "docs/data/channels/email.yml", Faults())
    assert read
    loaded = Loaded(tmp_path, sources={"channels/email.yml": read})
    assert said(pages, loaded) == [
        "docs/data/channels/email.yml:2: id: has no page docs/zh/channels/email.md; write it, or delete the data"
    ]


def test_a_page_without_its_data_is_a_fault_with_the_name_that_it_may_have_been_meant_for(tmp_path: Path):
    loaded = lay(
        tmp_path, "docs/data/channels/email.yml", *SOUND, "docs/zh/channels/emial.md", "docs/zh/channels/fax.md"
    )
    assert said(pages, loaded) == [
        "docs/zh/channels/emial.md:1: file: has no data; write docs/data/channels/emial.yml, or name the page email.md",
        "docs/zh/channels/fax.md:1: file: has no data; write docs/data/channels/fax.yml, or delete the page",
    ]


def test_other_pages_are_there_in_both_languages(tmp_path: Path):
    loaded = lay(tmp_path, "docs/zh/about/a.md", "docs/en/about/a.md", "docs/en/about/b.md", "docs/en/about/b copy.md")
    assert said(pages, loaded) == [
        "docs/en/about/b.md:1: file: is missing in the other language; write docs/zh/about/b.md"
    ]


def test_steps_have_pages_and_pages_of_a_procedure_that_cannot_be_read_are_let_be(tmp_path: Path):
    step = [f"docs/{language}/guide/internal/talk.md" for language in ("zh", "en")]
    assert [message.split(": ", 2)[2] for message in said(pages, lay(tmp_path, *step))] == [
        "has no data; write step 'talk' in docs/data/procedures/internal.yml, or delete the page"
    ] * 2
    lay(tmp_path, "docs/data/procedures/internal.yml")
    assert said(pages, Loaded(tmp_path)) == []
    read = source.parse(
        "steps:\n  - {id: talk}\n  - {id: close}\n  - 5\n  - {id: 5}\n", "docs/data/procedures/internal.yml", Faults()
    )
    assert read
    loaded = Loaded(tmp_path, sources={"procedures/internal.yml": read})
    assert said(pages, loaded) == [
        f"docs/data/procedures/internal.yml:3: steps[1].id: has no page docs/{language}/guide/internal/close.md; "
        "write it, or delete the data"
        for language in ("en", "zh")
    ]


def test_pages_that_data_name_are_there():
    for where in (
        ("search.yml", "frequent", 0, "page"),
        ("search.yml", "pages", 0, "page"),
        ("search.yml", "sections", 0, "page"),
        ("checklists", "groups", EACH, "items", EACH, "page"),
    ):
        path, location, right = place(*where)
        [fault] = found(named_pages, (path, location, f"{right}x"))
        assert fault.endswith(f"unknown page '{right}x'; did you mean '{right}'?")
    pages = sound().records["search.yml"].pages
    first, other = pages[0].page, next(n for n, page in enumerate(pages) if n and not page.section_aliases)
    assert found(named_pages, ("search.yml", ("pages", other, "page"), first)) == [
        f"search.yml: pages[{other}].page: '{first}' has its words in pages[0] already; join the two"
    ]
    assert found(named_pages, ("search.yml", ("pages", 0, "page"), "templates/meeting-minutes")) == [], (
        "a page made of data"
    )
    assert found(named_pages, ("search.yml", ("sections", 0, "heading"), "gone")) == [
        f"search.yml: sections[0].heading: docs/{language}/scenarios/overdue-answer.md has no heading {{#gone}}; restore that id, or delete the section"
        for language in ("en", "zh")
    ]


def test_pages_to_which_templates_lead_are_there_with_their_headings(tmp_path: Path):
    every = {f"docs/{language}/{page}.md" for page in standing_pages.PAGES for language in ("zh", "en")}
    whole = {"docs/zh/scenarios/index.md", "docs/en/scenarios/index.md"}
    lay(tmp_path, *(every - whole))
    lay(tmp_path, *whole, text="## All {#table}\n")
    assert said(standing_pages, Loaded(tmp_path)) == []
    (tmp_path / "docs/zh/search.md").unlink()
    assert said(standing_pages, Loaded(tmp_path)) == [], "one language is missing, which another rule says"
    (tmp_path / "docs/en/search.md").unlink()
    lay(tmp_path, "docs/en/scenarios/index.md", text="## All {#all}\n")
    assert said(standing_pages, Loaded(tmp_path)) == [
        "docs/en/scenarios/index.md:1: heading: lacks {#table}, to which the handbook's own templates lead; "
        "restore that id",
        "docs/zh/search.md:1: file: is missing; the handbook's own templates lead there, so restore it in both languages",
    ]


def test_a_copy_that_a_system_made_is_a_fault_and_a_leftover_is_none(tmp_path: Path):
    loaded = lay(
        tmp_path,
        "docs/zh/a.md",
        "docs/zh/a copy.md",
        "docs/zh/b (1).md",
        "docs/zh/.a copy.md",
        "docs/zh/a.md.bak",
        "docs/zh/plan (2).png",
    )
    assert said(copies, loaded) == [
        "docs/zh/a copy.md:1: file: looks like a copy of a.md; delete it, or keep it outside of docs/",
        "docs/zh/b (1).md:1: file: looks like a copy of b.md; name it b.md, or delete it",
    ]


@pytest.mark.parametrize("prints", ["{zh: a}", "{zh: a, en: b}"])
def test_a_record_of_fingerprints_as_it_is_written_is_sound(prints: str, tmp_path: Path):
    faults = Faults()
    lay(tmp_path, agreed.RECORD, text=f"a.md: {prints}\n")
    assert agreed.read(tmp_path, faults)["a.md"]["zh"] == "a" and not faults


@pytest.mark.parametrize("prints", ["{zh: 1}", "[a]", "a", "", "{5: a}"])
def test_a_record_of_fingerprints_that_was_changed_by_hand_is_a_fault(prints: str, tmp_path: Path):
    faults = Faults()
    lay(tmp_path, agreed.RECORD, text=f"b.md: {{zh: a}}\na.md: {prints}\n")
    assert list(agreed.read(tmp_path, faults)) == ["b.md"]
    assert [str(fault) for fault in faults] == [
        f"{agreed.RECORD}:2: a.md: is not what `python -m macros translated` writes; delete the entry, and record it anew: "
        "python -m macros translated a.md"
    ]


def test_no_record_of_fingerprints_is_no_fault(tmp_path: Path):
    assert said(fingerprints, Loaded(tmp_path)) == []


def test_an_icon_is_one_of_the_themes_or_of_our_own():
    icon = sound().records["channels/email.yml"].icon
    assert found(icons, ("channels/email.yml", ("icon",), f"{icon}x")) == [
        f"channels/email.yml: icon: unknown icon '{icon}x'; did you mean '{icon}'?"
    ]
    icon = sound().records["scenarios/absence.yml"].icon
    assert found(icons, ("scenarios/absence.yml", ("icon",), f"{icon}x")) == [
        f"scenarios/absence.yml: icon: unknown icon '{icon}x'; did you mean '{icon}'?"
    ]


def test_words_that_pages_ask_for_are_there():
    texts = sound().records["interface.yml"].texts
    lacking = {
        key: text
        for key, text in texts.items()
        if key not in ("script_fill_check_email", "found_channel", "search_in_channels")
    }
    assert found(interface, ("interface.yml", ("texts",), lacking)) == [
        "interface.yml: texts: 'script_fill_check_email' is missing, which email.py shows; add `script_fill_check_email: {zh: …, en: …}`"
    ]
    assert found(kinds, ("interface.yml", ("texts",), lacking)) == [
        f"interface.yml: texts: '{key}' is missing, which the search shows for the channels; add `{key}: {{zh: …, en: …}}`"
        for key in ("found_channel", "search_in_channels")
    ]
    misspelt = {("same_tiem" if key == "same_time" else key): text for key, text in texts.items()}
    assert found(interface, ("interface.yml", ("texts",), misspelt)) == [
        "interface.yml: texts.same_tiem: unknown key 'same_tiem'; did you mean 'same_time'?"
    ]
    assert found(interface, without=("interface.yml",)) == []


def test_a_kind_of_thing_has_its_overview_and_its_place_in_the_navigation(tmp_path: Path):
    messages = said(
        kinds, lay(tmp_path, "mkdocs.yml", "docs/zh/channels/index.md", text="nav:\n  - channels/index.md\n")
    )
    assert "docs/en/channels/index.md:1: file: is missing, the overview of the channels; write it" in messages
    assert "mkdocs.yml:1: nav: has no part for the scenarios; add one with scenarios/index.md" in messages
    assert not [message for message in messages if "docs/zh/channels" in message or "part for the channels" in message]


class Event(Record):
    """A kind of thing of which a part is forgotten."""

    id: str
    title: Text
    summary: Text


def test_a_kind_of_thing_whose_record_lacks_what_every_kind_has_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    event = Thing("event", "events", Event, "made")
    monkeypatch.setattr(kinds, "WITH_OVERVIEW", (event,))
    monkeypatch.setattr(kinds, "WITH_PAGES", (event,))
    lacking = [
        message.split("'")[1] for message in said(kinds, Loaded(tmp_path)) if "its record, Event, has no" in message
    ]
    assert lacking == ["aliases", *Review.model_fields]


def test_the_page_of_a_new_kind_that_is_made_from_data_needs_no_macro_of_its_own(monkeypatch: pytest.MonkeyPatch):
    event = Thing("event", "events", Event, "made")
    monkeypatch.setattr(checked, "WITH_PAGES", (event, *checked.WITH_PAGES))
    handbook = handbook_of(sound())
    there = replace(handbook, things={**handbook.things, "events": (SimpleNamespace(id="open-day"),)})
    made = dict(checked.made_pages(there, "en"))
    assert made["en/events/open-day.md"] == "{{ facts() }}\n"
    assert made["en/checklists/absence.md"] == '{{ checklist_page("absence") }}\n'


def test_a_company_is_told_to_write_in_its_layer(tmp_path: Path):
    loaded = lay(tmp_path, "docs/company/changes.yml", "docs/company/zh/policies/travel.md")
    assert said(pages, loaded) == [
        "docs/company/zh/policies/travel.md:1: file: is missing in the other language; write docs/company/en/policies/travel.md"
    ]
