"""By which of its answers a filled form is told from others of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .template import FormField, Template

_MOST = 3


def telling_of(template: Template) -> tuple[str, ...]:
    """The ids of the fields that ask for such answers, the most telling first: the subject, what the first section must
    have, then other lines of words. Whom it is about tells less, and the day with it: they come first where no such line must be answered."""
    first = template.sections[0].fields if template.sections else ()

    def rank(field: FormField) -> int:
        if field.id == template.mail_subject_field:
            return 0
        return 1 if field in first and field.required else 2

    kinds = ((field, field.kind) for field in template.fields)
    plain = [field for field, kind in kinds if kind.family == "words" and not kind.detail and not kind.check]
    named = [] if any(rank(field) < 2 for field in plain) else _named(template, first)
    return tuple(field.id for field in (*named, *sorted(plain, key=rank)))[:_MOST]


def _named(template: Template, first: tuple[FormField, ...]) -> list[FormField]:
    """The person that the first section asks for, and the day of the form."""
    people = [field for field in first if field.required and field.kind.detail == "name"]
    days = [field for field in first if people and field.id == template.own_date]
    return [*people[:1], *days]
