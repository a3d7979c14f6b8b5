"""How much a field of a blank PDF takes: never so much that its type falls below 7 pt; each says how much, and every example fits."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pikepdf
import pytest

from macros.downloads.measures import letters
from macros.downloads.pdf import write
from macros.model.base import Text
from macros.model.template import TableField, Template
from tests.conftest import in_a_sweep
from tests.printing import text_of
from tests.test_letters import boxes, handbook

SMALLEST, LEADING, EDGE = 7.0, 1.15, 2.0
FEW = ("contact-directory", "media-enquiry", "change-confirmation")
"""A wide list, a form with long answers in its tables, and a letter."""


def examples(template: Template, language: str) -> Iterator[tuple[str, str]]:
    """What is typed by way of example, by the name of its field."""
    for field in template.fields:
        if isinstance(field, TableField):
            for number, row in enumerate(field.example, 1):
                yield from (
                    (f"{field.id}.{number}.{column}", given[language])
                    for column, given in row.cells
                    if isinstance(given, Text)
                )
        elif isinstance(field.example, Text):
            yield field.id, field.example[language]


def places(pdf: pikepdf.Pdf) -> dict[str, tuple[pikepdf.Object, pikepdf.Object]]:
    """Each field with the place where it stands, by its full name; one that stands at several, with the last of them."""

    def name(field: pikepdf.Object) -> str:
        above = field.get("/Parent")
        return (f"{name(above)}." if above is not None else "") + str(field.T)

    laid = [each for page in pdf.pages for each in page.obj.get("/Annots", ())]
    found = [(each if "/T" in each else each.Parent, each) for each in laid]
    return {name(field): (field, each) for field, each in found}


def room(widget: pikepdf.Dictionary) -> float:
    """How long the lines of a field are together, in the smallest type."""
    left, bottom, right, top = map(float, widget.Rect)
    return max(1, (top - bottom - 2 * EDGE) // (SMALLEST * LEADING)) * (right - left - 2 * EDGE)


@pytest.mark.whole
@pytest.mark.parametrize("language", ["zh", "en", "zh-en"])
@pytest.mark.parametrize("every", [False, in_a_sweep(True)])
def test_every_field_for_words_takes_what_stays_readable_and_says_how_much(language: str, every: bool) -> None:
    own = handbook()
    for template in own.templates:
        if template.file or not (every or template.id in FEW):
            continue
        with pikepdf.open(io.BytesIO(write(template, language, own))) as pdf:
            laid = places(pdf)
            for name, (field, _) in laid.items():
                if "/MaxLen" in field:
                    says = "up to " if language == "en" else "最多"
                    assert f"{says}{int(field.MaxLen)}" in str(field.TU), name
            for spoken in language.split("-"):
                before = f"{spoken}." if template.is_letter and language == "zh-en" else ""
                for name, said in examples(template, spoken):
                    if before + name in laid:
                        field, widget = laid[before + name]
                        assert len(said) <= field.MaxLen, name
                        assert letters(said) * SMALLEST / 2 <= room(widget), f"{template.id}.{language}: {name}: {said}"


def test_a_field_takes_no_more_chinese_than_it_shows() -> None:
    with pikepdf.open(io.BytesIO(write(handbook().template["seal-request"], "zh", handbook()))) as pdf:
        limited = [field for field, _ in places(pdf).values() if "/MaxLen" in field]
        longest = max(len(said) for _, said in examples(handbook().template["seal-request"], "zh"))
        assert limited and all(each.MaxLen <= max(longest, room(each) / (SMALLEST / 2)) for each in limited)
        assert sum(each.MaxLen * SMALLEST <= room(each) for each in limited) > len(limited) * 0.8


@pytest.mark.whole
def test_a_label_stands_at_the_middle_of_a_row_for_short_answers() -> None:
    made = write(handbook().template["seal-request"], "zh", handbook())
    pdf = pikepdf.open(io.BytesIO(made))
    _, bottom, _, top = map(float, places(pdf)["seal-requested-by"][1].Rect)
    high = float(pdf.pages[0].mediabox[3])
    found = re.search(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">申请人<', text_of(made, "-bbox"))
    assert found and top - bottom > 24
    assert abs((float(found[1]) + float(found[2])) / 2 - (high - (top + bottom) / 2)) < 4


@pytest.mark.whole
@pytest.mark.parametrize(
    ("name", "language", "heading"), [("meeting-minutes", "zh", "待办"), ("complaint-record", "en", "Closing")]
)
def test_where_a_page_is_full_what_is_left_of_it_keeps_its_parts_apart(name: str, language: str, heading: str) -> None:
    made = write(handbook().template[name], language, handbook())
    top = next(top for word, left, _, top in boxes(made) if word == heading and left < 80)
    with pikepdf.open(io.BytesIO(made)) as pdf:
        page = pdf.pages[0]
        ends = [float(page.mediabox[3]) - float(place.Rect[1]) for place in page.Annots if place.Subtype == "/Widget"]
    assert top - max(end for end in ends if end < top) > 4.5
