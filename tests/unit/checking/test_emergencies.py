"""Whoever is injured at an office abroad is told the number there."""

from __future__ import annotations

import re

from macros.checking import emergencies
from macros.model.base import Text
from macros.model.company import Company
from macros.model.offices import Office
from macros.model.site import Emergency
from macros.reading.loading import handbook_of
from tests.conftest import ROOT
from tests.unit.sound import sound

THERE = Emergency(ambulance="112", fire="112", police="110")


def with_office(country: str | None, emergency: Emergency | None) -> Company:
    company = handbook_of(sound()).company
    name = Text.model_construct(zh="汉堡工厂", en="Hamburg plant")
    hours = company.working_hours.model_copy(update={"country": country})
    office = Office.model_construct(name=name, working_hours=hours, emergency=emergency)
    return company.model_copy(update={"offices": {"hamburg": office}})


def test_a_number_that_is_another_at_an_office_stands_beside_head_offices():
    said = with_office("DE", THERE)
    assert (said.number_of("ambulance").zh, said.number_of("ambulance").en) == (
        "120（汉堡工厂112）",
        "120 / Hamburg plant 112",
    )
    more = said.model_copy(update={"offices": {**said.offices, "ulm": said.offices["hamburg"]}})
    assert more.number_of("ambulance").zh == "120（汉堡工厂112，汉堡工厂112）"
    assert said.number_of("police").en == "110" and with_office("DE", None).number_of("fire").zh == "119"


def test_an_office_in_another_country_without_numbers_of_its_own_is_told():
    (line,) = emergencies.missing(ROOT, with_office("DE", None))
    assert "offices.hamburg: is in another country" in line
    assert not [*emergencies.missing(ROOT, with_office("DE", THERE))]
    assert not [*emergencies.missing(ROOT, with_office("CN", None))]
    (line,) = emergencies.missing(ROOT, with_office(None, None))
    assert "offices.hamburg: it is not said whether it is in the country of head office" in line


def test_no_text_opens_a_bracket_right_behind_a_number_that_may_end_in_one():
    behind = re.compile(r"\{(?:\{ company\.)?(?:ambulance|fire|police)(?: \})?\}（")
    texts = [file for ending in ("yml", "md") for file in (ROOT / "docs").rglob(f"*.{ending}")]
    assert [file.name for file in texts if behind.search(file.read_text(encoding="utf-8"))] == []
