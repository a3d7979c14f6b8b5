"""What pydantic says of a value → where in the file the fault stands, and words for the editor who mends it."""

from __future__ import annotations

import difflib
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from ..errors import NEAR, closest, nearest, shortened
from ..model.base import Text
from ..model.languages import LANGUAGES
from .source import Location, Source

_LANGUAGES = {"zh": "Chinese", "en": "English"}
_WANTED = {
    "string_type": ("a text", "put it in quotes"),
    "int_type": ("a whole number", "write digits without quotes"),
    "int_from_float": ("a whole number", "write digits without quotes"),
    "float_type": ("a number", "write digits without quotes"),
    "bool_type": ("true or false", "write one of the two without quotes"),
    "tuple_type": ("a list", "write `[…, …]`, or lines that begin with `- `"),
    "model_type": ("a mapping", "write `key: value` lines"),
    "dict_type": ("a mapping", "write `key: value` lines"),
    "text": ("a text in both languages", "write `{zh: …, en: …}`"),
}
"""What belongs in a place, and how it is written, by pydantic's name of the fault."""
_OF_A_CELL = {
    "Input should be an object": "text",
    "Input should be a valid string": "string_type",
    "Input should be a valid integer": "float_type",
    "Input should be a valid boolean": "bool_type",
    "Input should be a valid array": "tuple_type",
}
"""The same for a cell of a table, of which pydantic's own words are all that comes through."""
_WIDE = re.compile("[\uff01-\uff5e\u3000\u2018\u2019\u201c\u201d\u2013\u2014]")
"""Signs that a Chinese keyboard or a word processor writes for those that are meant."""
_NARROW = {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-"}
_LIMITS = {"greater_than_equal": ("ge", "or more"), "less_than_equal": ("le", "or less")}
_DEEPER = re.compile(r"(example)(?:\[(\d+)\]\.([\w-]+))?: (.*)", re.DOTALL)
"""A validator of a whole field names the place in its example at the head of its message (see `model/template.py`)."""


def explain(error: ValidationError, record: type[BaseModel], source: Source) -> Iterator[tuple[Location, str]]:
    """Each fault once, with its place in the file.

    Args:
        error: what pydantic raised on the data of the file.
        record: the type that they should have.
        source: the file.
    """
    found: dict[Location, tuple[str, str]] = {}
    for each in error.errors(include_url=False):
        place, kind = _in_file(each["loc"], source.data), each["type"]
        if place and place[-1] in _LANGUAGES.keys() - set(LANGUAGES) and _in_text(record, place, source.data):
            continue  # it stands for the one that is published, whose fault is said
        if kind == "too_short" and len(_at(source.data, place)) >= each["ctx"]["min_length"]:
            continue  # there are enough, and pydantic left out those with a fault of their own
        # Of the kinds that a number may be, the one that says more: `int | float` is refused twice.
        if place not in found or kind == "float_type":
            place, message = _message(each, place, record, source)
            found[place] = (kind, message)
    misspelt = {
        (place[:-1], _meant(str(place[-1]), record, place[:-1], source.data))
        for place, (kind, _) in found.items()
        if kind == "extra_forbidden"
    }
    for place, (_, message) in found.items():
        # One mistake, said once: the key that is missing is the one that is misspelt.
        if (
            place
            and not _is_given(source.data, place)
            and ((place[:-1], place[-1]) in misspelt or (place[:-1], "same") in misspelt)
        ):
            continue
        yield place, message


def _in_file(location: Location, data: Any) -> Location:
    """The location as it stands in the file: pydantic also names the type it chose for a field, which is no key."""
    kept: list[str | int] = []
    for step in location:
        if step == "[key]":  # the key itself is at fault, which the step before names
            break
        if isinstance(data, dict):
            if step not in data and data.get("type") == step:
                continue
        elif not (isinstance(data, list) and isinstance(step, int)):
            break
        kept.append(step)
        data = _part(data, step)
    return tuple(kept)


def _message(
    found: Mapping[str, Any], place: Location, record: type[BaseModel], source: Source
) -> tuple[Location, str]:
    kind, context, value, last = found["type"], found.get("ctx", {}), found["input"], place[-1] if place else ""
    if kind == "extra_forbidden":
        return place, _unknown_key(str(last), value, record, place[:-1], source.data)
    if kind == "missing" and source.is_dropped(place):
        return place, "cannot be done without; write its value, or delete this line"
    if kind == "missing":
        what = f"the {_LANGUAGES[str(last)]} text" if _in_text(record, place, source.data) else "this key"
        return place, f"{what} is missing; add `{last}: …`"
    if kind == "union_tag_not_found":
        return _type_missing(place, value)
    if kind == "union_tag_invalid":
        place, value = (*place, "type"), _part(value, "type")
    if kind == "value_error" and (deeper := _DEEPER.match(str(context["error"]))):
        example, row, column, reason = deeper.groups()
        place = (*place, example) if row is None else (*place, example, int(row), column)
        return _in_example(place, reason, source)
    if remark := source.remark(place):
        return place, f'is blank, since # begins a remark; put the value in double quotes: "{remark}"'
    if value is None and (_is_given(source.data, place) or kind != "value_error"):
        if _in_text(record, place, source.data):
            return place, f"the {_LANGUAGES[str(last)]} text is blank; write it"
        models = _models(record, place[:-1], source.data)
        fields = [model.model_fields[last] for model in models if last in model.model_fields]
        optional = bool(fields) and not any(field.is_required() for field in fields)
        return place, "is blank; write its value" + (", or delete the line" if optional else "")
    return place, _wrong_value(kind, context, value, _shown(value, source.typed(place)), record, place, source.data)


def _in_example(place: Location, reason: str, source: Source) -> tuple[Location, str]:
    """A fault within the example of a field, where pydantic's own words may be all that comes through."""
    value = _at(source.data, place)
    shown = _shown(value, source.typed(place))
    if reason in _OF_A_CELL:
        what, how = _WANTED[_OF_A_CELL[reason]]
        return place, f"{shown} stands where {what} belongs; {how}"
    missing = [language for language in _LANGUAGES if isinstance(value, dict) and language not in value]
    if reason == "Field required" and missing:
        return (*place, missing[0]), f"the {_LANGUAGES[missing[0]]} text is missing; add `{missing[0]}: …`"
    return place, reason if shown in reason or reason.startswith("unknown") else f"{shown}: {reason}"


def _wrong_value(
    kind: str, context: dict[str, Any], value: Any, shown: str, record: type[BaseModel], place: Location, data: Any
) -> str:
    if kind == "value_error":
        reason = str(context["error"])
        whole = (isinstance(value, dict) and _models(record, place, data)) or isinstance(value, list)
        return reason if whole or value is None or not str(value).strip() else f"{shown}: {reason}"
    if kind in _WANTED:
        what, how = _WANTED["text" if Text in _models(record, place, data) else kind]
        if kind == "string_type" and isinstance(value, list):
            how = "write one text, in quotes where it begins with a bracket"
        return f"{shown} stands where {what} belongs; {how}"
    if kind in ("literal_error", "union_tag_invalid"):
        known = re.findall(r"'([^']*)'", context.get("expected") or context["expected_tags"])
        return f"{shown} is not known here; {nearest(str(value), known)}"
    if kind in _LIMITS:
        limit, words = _LIMITS[kind]
        return f"{shown} is out of range; write {context[limit]} {words}"
    if kind == "too_short":
        count, least = context["actual_length"], context["min_length"]
        return (
            f"the list has {count} entr{'y' if count == 1 else 'ies'}; "
            f"it needs {least} at least, so add what is missing"
        )
    if kind == "string_pattern_mismatch" and (wide := _WIDE.search(str(value))):
        return (
            f"{shown} holds '{wide[0]}', which looks like '{_NARROW.get(wide[0], unicodedata.normalize('NFKC', wide[0]))}' "
            f"and is another sign; type it with the English keyboard, such as {_example_of(record, context['pattern'])}"
        )
    if kind == "string_pattern_mismatch":
        return f"{shown} has not the right form; write it such as {_example_of(record, context['pattern'])}"
    return f"{shown}: {kind.replace('_', ' ')}"


def _example_of(record: type[BaseModel], pattern: str) -> str:
    """How a text of a certain form looks, which says more than the pattern itself."""
    parts: list[Any] = [record.model_json_schema()]
    while parts:
        part = parts.pop()
        if isinstance(part, dict) and part.get("pattern") == pattern and "examples" in part:
            return str(part["examples"][0])
        parts += part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    return pattern


def _unknown_key(key: str, value: Any, record: type[BaseModel], place: Location, data: Any) -> str:
    if "：" in key:
        return f"unknown key '{key}'; the colon in it is a full-width one: write `:` and a space instead"
    if value is None and re.match(r"(zh|en|same):", key):
        return f"unknown key '{key}'; a space is missing after its colon"
    if "\u3000" in key:
        return f"unknown key '{key}'; there is a full-width space in it: write a space of the English keyboard instead"
    if value is None and Text in _models(record, place, data):
        return f"unknown key '{key}'; it looks like the rest of a text after a comma: put that text in quotes"
    meant = _meant(key, record, place, data)
    return f"unknown key '{key}'; {nearest(key, [meant] if meant else _keys(record, place, data))}"


def _meant(key: str, record: type[BaseModel], place: Location, data: Any) -> str | None:
    """The key that a misspelt one stands for: of those that are like it, one that is not given yet."""
    close = difflib.get_close_matches(key.lower(), _keys(record, place, data), n=3, cutoff=NEAR)
    given = _at(data, place)
    return next((name for name in close if name not in given), close[0] if close else None)


def _type_missing(place: Location, value: dict[str, Any]) -> tuple[Location, str]:
    if misspelt := closest("type", value):
        return (*place, misspelt), f"unknown key '{misspelt}'; did you mean 'type'?"
    return place, "is missing its `type`; add one, such as `type: text`"


def _shown(value: Any, typed: str | None) -> str:
    """A value as an editor recognises it: as it was typed, in quotes if it is a text."""
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "a mapping"
    text = shortened(value if isinstance(value, str) else typed or json.dumps(value))
    return f"'{text}'" if isinstance(value, str) else text


def _at(data: Any, place: Location) -> Any:
    for step in place:
        data = _part(data, step)
    return data


def _is_given(data: Any, place: Location) -> bool:
    """Whether the file says anything there, be it nothing."""
    above = _at(data, place[:-1])
    return not isinstance(above, dict) or place[-1] in above


def _part(data: Any, step: str | int) -> Any:
    try:
        return data[step]
    except (KeyError, IndexError, TypeError):
        return None


def _in_text(record: type[BaseModel], place: Location, data: Any) -> bool:
    """Whether a place is one language of a text."""
    return bool(place) and place[-1] in _LANGUAGES and Text in _models(record, place[:-1], data)


def _keys(record: type[BaseModel], place: Location, data: Any) -> set[str]:
    models = _models(record, place, data)
    return {name for model in models for name in model.model_fields} | ({"same"} if Text in models else set())


def _models(record: type[BaseModel], place: Location, data: Any) -> list[type[BaseModel]]:
    """The record types that may stand at a place; of the kinds of a field, the one whose `type` is given there."""
    found: list[Any] = [record]
    for step in place:
        data = _part(data, step)
        found = _of_type([part for annotation in found for part in _inside(annotation, step)], data)
    return [model for model in found if isinstance(model, type) and issubclass(model, BaseModel)]


def _of_type(models: list[Any], data: Any) -> list[Any]:
    given = _part(data, "type") if isinstance(data, dict) else None
    right = [
        model
        for model in models
        if isinstance(model, type)
        and issubclass(model, BaseModel)
        and "type" in model.model_fields
        and given in get_args(model.model_fields["type"].annotation)
    ]
    return right or models


def _inside(annotation: Any, step: str | int) -> list[Any]:
    """What a type holds at a key or in an entry, with the kinds that it may be."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        field = annotation.model_fields.get(str(step))
        return _kinds(field.annotation) if field else []
    if get_origin(annotation) is dict:
        return _kinds(get_args(annotation)[1])
    return _kinds(get_args(annotation)[0]) if get_origin(annotation) is tuple else []


def _kinds(annotation: Any) -> list[Any]:
    if get_origin(annotation) is Annotated:
        return _kinds(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return [kind for each in get_args(annotation) for kind in _kinds(each)]
    return [annotation]
