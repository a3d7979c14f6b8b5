"""By which of its answers a filled form is told from others of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .template import FormField, Template

_MOST = 3


def telling_of(template: Template) -> tuple[str, ...]:
    """The ids of the fields that ask for such answers, the most telling first: the subject, what the first section must
    have, then other lines of words. Whom it is from or for tells less."""
    first = template.sections[0].fields if template.sections else ()

    def rank(field: FormField) -> int:
        if field.id == template.mail_subject_field:
            return 0
        return 1 if field in first and field.required else 2

    kinds = ((field, field.kind) for field in template.fields)
    plain = (field for field, kind in kinds if kind.family == "words" and not kind.detail and not kind.check)
    return tuple(field.id for field in sorted(plain, key=rank))[:_MOST]
