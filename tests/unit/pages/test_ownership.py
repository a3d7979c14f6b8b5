"""Who answers for a page, and which file of data it is made from."""

from __future__ import annotations

import pytest

from macros.model.handbook import Handbook
from macros.pages.ownership import data_of, owner_of
from tests.conftest import ROOT

PAGES = sorted(
    file.relative_to(ROOT / "docs/zh").with_suffix("").as_posix() for file in (ROOT / "docs/zh").rglob("*.md")
)


@pytest.mark.parametrize(
    ("place", "data"),
    [
        ("channels/email", "channels/email.yml"),
        ("guide/internal/goal", "procedures/internal.yml"),
        ("reference/glossary", "glossary.yml"),
        ("onboarding/practice/external", "practice.yml"),
        ("guide/scope", None),
        ("channels/no-such-channel", None),
    ],
)
def test_what_is_made_from_data_leads_to_its_file(place: str, data: str | None, handbook: Handbook):
    assert data_of(place, handbook) == data


def test_every_such_file_has_somebody_who_answers_for_it(handbook: Handbook):
    reviewed = {file for file, _ in handbook.reviews()}
    made = {data for place in PAGES if (data := data_of(place, handbook))}
    assert len(made) > 60 and made <= reviewed


def test_who_answers_for_the_data_answers_for_the_page_and_for_prose_who_answers_for_all(handbook: Handbook):
    (clocks,) = (each for file, each in handbook.reviews() if file == "legal-clocks.yml")
    everything = handbook.company.roles["administration"].name
    assert owner_of("reference/legal-clocks", handbook) == clocks.owner != everything
    assert owner_of("guide/scope", handbook) == everything
