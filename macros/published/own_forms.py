"""What the browser must know to write answers into a file of the company's own: where each of its places stands."""

from __future__ import annotations

from typing import Any

from ..model.handbook import Handbook
from ..model.own_form import OwnSection
from ..model.template import Template
from . import glyphs


def sections(template: Template, handbook: Handbook) -> tuple[OwnSection, ...]:
    """What is asked of a form of the company's own."""
    return handbook.own_forms[template.id].sections


def described(template: Template, handbook: Handbook) -> dict[str, Any]:
    """The places of its file by the ids of the fields (the type `OwnFile` of `overrides/forms/own/own.js`)."""
    form = handbook.own_forms[template.id]
    return {
        "format": template.own_format,
        "back": form.reads_back,
        "document": form.found.document,
        **({"glyphs": glyphs.names()} if template.own_format == "pdf" and form.sections else {}),
        "places": {
            field: {
                "name": place.name,
                "widget": place.widget,
                "where": place.where,
                "answers": {
                    option: {"value": value, "shown": dict(place.options).get(value, value)}
                    for option, value in answers.items()
                },
            }
            for field, (place, answers) in form.places.items()
        },
    }
