"""Document control in `handbook.json`: by what a controlled form is known."""

from __future__ import annotations

from ..model.handbook import Handbook
from ..model.template import Template
from .contract_base import Both, Part
from .contract_words import both


class ControlPart(Part):
    """Number, version, first day, owner and level of a form."""

    number: str
    version: str
    valid_from: str
    owner: Both
    level: Both | None = None


def control_part(handbook: Handbook, template: Template) -> ControlPart | None:
    """What the contract says of a form's control; None where the company numbers no forms."""
    control = handbook.control(template)
    if control is None:
        return None
    return ControlPart(
        number=control.number,
        version=control.version,
        valid_from=control.valid_from.isoformat(),
        owner=both(control.owner),
        level=control.level and both(control.level),
    )
