"""Form numbers by the company's pattern, and what stands on a controlled form."""

from __future__ import annotations

import dataclasses
import io
from datetime import date

import openpyxl
import pytest
from pydantic import ValidationError

from macros.model.control import DocumentControl, next_number
from macros.model.handbook import Handbook
from macros.published import register


def numbering(pattern: str, digits: int = 3) -> DocumentControl:
    return DocumentControl.model_validate_json(
        f'{{"pattern": "{pattern}", "audiences": {{"internal": "I", "external": "E"}}, "digits": {digits}}}'
    )


@pytest.mark.parametrize(
    ("pattern", "digits", "number"),
    [("HB-{audience}-{number}", 3, "HB-I-007"), ("QR/{number}", 5, "QR/00007"), ("{number}.{audience}", 1, "7.I")],
)
def test_a_number_is_written_by_the_pattern(pattern: str, digits: int, number: str):
    assert numbering(pattern, digits).number_of("internal", 7) == number


@pytest.mark.parametrize(
    ("pattern", "why"),
    [("HB-{audience}", "would share one"), ("HB-{nummer}", "stands for nothing"), ("表-{number}", "Latin letters")],
)
def test_a_pattern_that_cannot_number_forms_is_refused(pattern: str, why: str):
    with pytest.raises(ValidationError, match=why):
        numbering(pattern)


def test_a_controlled_form_has_number_version_first_day_owner_and_level(handbook: Handbook):
    minutes = handbook.template["meeting-minutes"]
    control = handbook.control(minutes)
    assert control and minutes.control
    assert control.number == f"HB-I-{minutes.control.number:03d}"
    assert (control.version, control.valid_from) == (minutes.control.version, minutes.control.valid_from)
    assert control.owner == minutes.owner
    assert control.level == (handbook.level[minutes.level].name if minutes.level else None)


def test_forms_of_a_company_are_numbered_from_501_and_never_meet_those_of_the_handbook():
    """The number is printed on forms that companies have: it cannot change."""
    assert [next_number(taken, is_own=True) for taken in ([], [7, 500], [7, 501])] == [501, 501, 502]
    assert [next_number(taken, is_own=False) for taken in ([], [7, 501, 740], [500])] == [1, 8, 501]


def test_without_document_control_no_form_bears_a_number(handbook: Handbook):
    company = handbook.company.model_copy(update={"document_control": None})
    without = dataclasses.replace(handbook, company=company)
    assert without.controlled_forms == () and not list(register.files(without))


def test_the_excel_register_has_a_row_for_each_form_in_the_order_of_numbers(handbook: Handbook):
    written = dict(register.files(handbook))
    assert set(written) == {"controlled-forms.xlsx", "en/controlled-forms.xlsx"}
    sheet = openpyxl.load_workbook(io.BytesIO(written["en/controlled-forms.xlsx"])).active
    head, *rows = sheet.iter_rows(values_only=True)
    assert head == ("Form number", "Form", "Version", "Valid from", "Owner", "Confidentiality")
    assert len(rows) == len(handbook.templates)
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    for (template, control), row in zip(handbook.controlled_forms, rows, strict=True):
        assert row[:2] == (control.number, template.title.en) and row[3].date() == control.valid_from
        assert isinstance(control.valid_from, date)
