"""What a form is opened with has a place there that can hold it."""

from __future__ import annotations

from ...errors import nearest
from ...model.checklist import Given
from ...model.fields.families import ChoiceField, ChoicesField
from ...model.template import Template
from ...reading.loaded import Loaded
from ...reading.source import Location


def check(loaded: Loaded) -> None:
    """Report values of checklists for fields that are not there, or that hold something else."""
    templates: dict[str, Template] = {template.id: template for template in loaded.folder("templates").values()}
    for path, checklist in loaded.folder("checklists").items():
        for g, group in enumerate(checklist.groups):
            for i, item in enumerate(group.items):
                here: Location = ("groups", g, "items", i, "fills")
                if item.fills and item.template is None:
                    loaded.fault(path, here, "stands without a template; name the template whose form is filled in")
                for number, given in enumerate(item.fills):
                    if item.template in templates:
                        _check(loaded, path, (*here, number), templates[item.template], given)


def _check(loaded: Loaded, path: str, here: Location, template: Template, given: Given) -> None:
    within = f"templates/{template.id}.yml"
    fields = {field.id: field for field in template.fields}
    if given.field not in fields:
        lacking = f"'{template.id}' has no field '{given.field}'; {nearest(given.field, fields)}"
        loaded.fault(path, (*here, "field"), lacking, within)
        return
    field = fields[given.field]
    if isinstance(field, ChoiceField | ChoicesField):
        options = [option.id for option in field.options]
        if given.option not in options:
            wrong = (
                f"unknown option '{given.option}'" if given.option else f"'{field.id}' is a choice and takes an option"
            )
            place = (*here, "option") if given.option else here
            loaded.fault(path, place, f"{wrong}; {nearest(given.option or '', options)}", within)
    elif not field.kind.is_words or given.value is None:
        loaded.fault(
            path,
            here,
            f"'{field.id}' is {field.type} and cannot be filled in beforehand so; give a value for a "
            "field of words, or an option for a choice",
            within,
        )
