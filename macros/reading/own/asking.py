"""The places of a file and what is said of them → what is asked when the form is filled in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import TypeAdapter

from ...errors import nearest
from ...model.base import Text
from ...model.fields import AnyColumn
from ...model.own_form import TYPE_OF, Found, OwnForm, OwnSection, Place, PlaceLine, id_of
from ...model.template import Template

_COLUMN: TypeAdapter[Any] = TypeAdapter(AnyColumn)
_NONE = Text.model_construct(zh="", en="")
_CHOOSING = ("choice", "choices")

Fault = Callable[[tuple[str | int, ...], str], None]
"""Reports what is wrong at a place of the lines."""


def asked(template: Template, content: bytes, found: Found, title: Text, fault: Fault) -> OwnForm:
    """What is asked of a form, in the order of its lines; places of which no line says anything come last.

    Args:
        template: the form, with its lines.
        content: its file.
        found: the places of that file.
        title: what stands above them.
        fault: reports what is wrong.
    """
    places = {place.name: place for place in found.places}
    said: dict[str, PlaceLine] = {}
    sound = True
    for number, line in enumerate(template.places):
        where = ("places", number, "place")
        if line.place in said:
            fault(where, f"'{line.place}' stands here twice; delete one")
        elif line.place not in places:
            fault(where, _unknown(line.place, found, template))
        elif wrong := _wrong(line, places[line.place]):
            fault(("places", number, wrong[0]), wrong[1])
        else:
            said[line.place] = line
            continue
        sound = False
    if not sound or not places:
        return OwnForm(content, found)
    taken: set[str] = set()
    fields, kept = [], {}
    for name in (*said, *(name for name in places if name not in said)):
        place, line = places[name], said.get(name, PlaceLine(place=name))
        field, answers = _field(place, line, id_of(name, taken))
        fields.append(field)
        kept[field.id] = place, answers
    bare = tuple(name for name in places if name not in said)
    return OwnForm(content, found, (OwnSection("places", title, tuple(fields)),), kept, bare)


def _unknown(name: str, found: Found, template: Template) -> str:
    if found.closed:
        return f"{template.file} {found.closed}; nothing of it can be filled in, so delete `places`"
    why = next((left.why for left in found.left if left.name == name), None)
    if why:
        return f"'{name}' cannot be filled in: it {why}; delete these lines, or mend the file"
    if not found.places:
        return f"{template.file} has no place that bears a name; delete `places`, or give its places names"
    return f"{template.file} has no place '{name}'; {nearest(name, found.names)}"


def _wrong(line: PlaceLine, place: Place) -> tuple[str, str] | None:
    kind = line.type or TYPE_OF[place.widget]
    if place.widget in ("tick", "choice") and kind != TYPE_OF[place.widget]:
        return "type", f"the file has a {_called(place)} here; write `{TYPE_OF[place.widget]}`, or delete the line"
    if place.widget == "choice":
        known = [each for option in place.options for each in option]
        for option in line.options:
            if option.answer not in known:
                return "options", f"the file does not list '{option.answer}'; {nearest(option.answer, known)}"
    elif (kind in _CHOOSING) != bool(line.options):
        return (
            ("options", "only a choice has options; write `type: choice`, or delete them")
            if line.options
            else ("type", "a choice needs at least two `options`, each with `answer` and `label`")
        )
    elif len({each.answer for each in line.options}) < len(line.options) or len(line.options) == 1:
        return "options", "give at least two answers, each once"
    return None


def _called(place: Place) -> str:
    return {"tick": "tick box", "choice": "list of answers"}[place.widget]


def _field(place: Place, line: PlaceLine, field_id: str) -> tuple[AnyColumn, dict[str, str]]:
    """The field of a place, and what each of its options is in the file."""
    label = line.label or Text.model_construct(zh=place.label or place.name, en=place.label or place.name)
    given: dict[str, Any] = {
        "id": field_id,
        "type": line.type or TYPE_OF[place.widget],
        "label": {"same": "-"},
        "help": {"same": "-"},
        "required": line.required,
    }
    taken: set[str] = set()
    labels: dict[str, Text] = {}
    answers: dict[str, str] = {}
    spoken = {option.answer: option.label for option in line.options}
    offered = place.options or tuple((option.answer, option.answer) for option in line.options)
    for value, shown in offered if given["type"] in _CHOOSING else ():
        option_id = id_of(value, taken, "option")
        labels[option_id] = spoken.get(value) or spoken.get(shown) or Text.model_construct(zh=shown, en=shown)
        answers[option_id] = value
    if labels:
        given["options"] = [{"id": option, "label": {"same": "-"}} for option in labels]
    field = _COLUMN.validate_python(given, strict=False)
    update: dict[str, Any] = {"label": label, "help": line.help or _NONE}
    if labels:
        update["options"] = tuple(each.model_copy(update={"label": labels[each.id]}) for each in field.options)
    made: AnyColumn = field.model_copy(update=update)
    return made, answers
