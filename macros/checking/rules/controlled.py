"""A form number belongs to one form for good."""

from __future__ import annotations

from ...model.control import next_number
from ...reading.layer import places
from ...reading.loaded import Loaded


def check(loaded: Loaded) -> None:
    """Report numbers of controlled forms that stand twice, and forms without one where the company numbers its forms."""
    company = loaded.records.get("company.yml")
    if company is None or company.document_control is None:
        return
    forms = loaded.folder("templates")
    taken = [form.control.number for form in forms.values() if form.control]
    free = next_number(taken, is_own=(loaded.root / places.COMPANY).is_dir())
    seen: dict[str, str] = {}
    for path, form in sorted(forms.items()):
        if form.control is None and form.file:
            continue  # A form of the company's own may bear its number in its own way.
        if form.control is None:
            loaded.fault(
                path,
                ("id",),
                "this form has no `control`, though company.yml numbers the forms; write "
                f'`control: {{number: {free}, version: "1.0", valid_from: {form.reviewed}}}`',
            )
            continue
        number = company.document_control.number_of(form.audience, form.control.number)
        if number in seen:
            loaded.fault(
                path,
                ("control", "number"),
                f"form number {number} is already that of '{seen[number]}'; a number is never used twice, {free} is free",
            )
        seen.setdefault(number, form.id)
