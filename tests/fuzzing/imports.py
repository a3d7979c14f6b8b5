"""Exports changed at random, and whether what an import would take stands in the file."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

from tests.import_files import TEMPLATES, broken_files, valid_files

TITLES = {template: template for template in TEMPLATES}
_EVENT = {"within": "P2D", "event": "end"}
LISTS: list[dict[str, Any]] = [
    {
        "id": name,
        "title": name,
        "url": "/",
        "items": [
            {"id": f"item-{letter}", "group": "", "text": letter, **(_EVENT if letter in "bd" else {})}
            for letter in "abcdefg"
        ],
        "retired": ["retired-item"],
    }
    for name in ("meeting-before", "all-staff-announcement")
]
_PIECES = (
    "null",
    "{}",
    "[",
    "]",
    '"',
    ",",
    "\\",
    "\\u0000",
    "1e999",
    "-0",
    "true",
    '{"__proto__":{"a":1}}',
    "\ufeff",
    "/**/",
    "9" * 400,
)


def imports(chance: random.Random, number: int) -> Iterator[str]:
    """So many files: as they were made, with one thing broken, with a value changed for another, with letters changed."""
    whole = valid_files(chance, LISTS, number)
    for file, (_, broken) in zip(whole, broken_files(chance, LISTS, number), strict=True):
        way = chance.randrange(5)
        if way == 0:
            yield json.dumps(file, ensure_ascii=False)
        elif way == 1:
            yield broken
        elif way == 2:
            yield json.dumps(_mixed(chance, file), ensure_ascii=False)
        else:
            yield _scribbled(chance, json.dumps(file, ensure_ascii=chance.random() < 0.5))


def unsaid(text: str, made: dict) -> list[str]:
    """What an import would take of a file that it does not say."""
    if "fault" in made:
        return []
    try:
        said = set(_texts(json.loads(text)))
    except (ValueError, RecursionError):
        return ["something would be taken of what is no JSON"]
    offered = [made[part] for part in ("added", "changed")] + [made["others"]]
    return [f"{each[:60]!r} does not stand there" for each in _texts(offered) if each not in said and each not in _OURS]


_RUN = ("stamps", "name", "finished", "noted", "note", "text", "at", "v", "exported", "time", "state")
_DRAFT = ("named", "fields", "value")
_OURS = frozenset(
    (
        "",
        "added",
        "changed",
        "same",
        "details",
        "practice",
        "singles",
        "round",
        "passed",
        "office",
        "joined",
        *_RUN,
        *_DRAFT,
    )
)
"""What the reader itself names."""


def _texts(value: object) -> Iterator[str]:
    """All texts in what JSON holds, keys among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield key
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)


def _mixed(chance: random.Random, file: dict) -> dict:
    """A value somewhere becomes one from elsewhere in the file."""
    places = [*_places(file)]
    for _ in range(chance.randint(1, 3)):
        (holder, key), (other, from_there) = chance.choice(places), chance.choice(places)
        value = json.loads(json.dumps(other[from_there]))
        holder[key] = value
    return file


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    for key in [*value] if isinstance(value, dict) else range(len(value)):
        yield value, key
        if isinstance(value[key], dict | list):
            yield from _places(value[key])


def _scribbled(chance: random.Random, text: str) -> str:
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(text) + 1)
        text = chance.choice(
            (
                lambda text=text, at=at: text[:at] + chance.choice(_PIECES) + text[at:],
                lambda text=text, at=at: text[:at] + text[at + chance.randint(1, 20) :],
                lambda text=text, at=at: text[:at],
                lambda text=text, at=at: text[:at] + text[max(0, at - 50) :],
                lambda text=text: "[" * 5_000 + text,
                lambda text=text: text.replace("done", chance.choice(("na", "DONE", "done "))),
                lambda text=text: text.replace(
                    '"handbook-runs": 3', f'"handbook-runs": {chance.choice((1, 2, 4, 1e30, "null"))}'
                ),
            )
        )()
    return text
