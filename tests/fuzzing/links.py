"""Links that fill a form in, changed at random, and whether what was read of one stands in it."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import quote, unquote, unquote_plus

from tests.fuzzing.word import TEXTS

_PIECES = (
    "&",
    "=",
    "%",
    "%3D",
    "%26",
    "&amp;",
    "%E5%85",
    "%00",
    "+",
    "#",
    "%u4e00",
    "draft=",
    "__proto__=x",
    "constructor=1",
    "\u202e",
    "\ud7ff",
)


LONGEST = 2_000_000
"""Signs that a link has at most; a browser follows none that is longer."""


def links(chance: random.Random, form: dict, number: int) -> Iterator[str]:
    """So many links."""
    fields = [field for section in form["sections"] for field in section["fields"]]
    for _ in range(number):
        pairs = [
            f"{quote(field['id'])}={quote(_given(chance, field))}"
            for field in chance.sample(fields, chance.randint(1, 6))
        ]
        yield ("#" + _changed(chance, "&".join(pairs)))[:LONGEST]


def unsaid(form: dict, link: str, values: dict) -> list[str]:
    """What was read of a link that it does not say."""
    meant = [link]
    for _ in range(3):  # a messenger may have escaped what was escaped already
        meant += [unquote(meant[-1]), unquote_plus(meant[-1])]
    there = bare("\n".join(meant))
    known = {field["id"]: field for section in form["sections"] for field in section["fields"]}
    found = [f"{name}: is no field" for name in values if name not in known]
    for name, value in values.items():
        given = ["true" if value is True else value] if not isinstance(value, list) else value
        if value is True and re.search("1|true|yes", there):
            continue
        found += [f"{name}: {str(each)[:60]!r} does not stand there" for each in given if not _stands(str(each), there)]
    return found


def _stands(value: str, there: str) -> bool:
    """Line by line and word by word: what lies between may have been cleaned."""
    return all(bare(word) in there for word in re.split(r"[\sT]+", value)) or bare(value) in there


def bare(text: str) -> str:
    """Without what cleaning takes out."""
    return "".join(sign for sign in unicodedata.normalize("NFC", text) if unicodedata.category(sign)[0] not in "CZ")


def _given(chance: random.Random, field: dict) -> str:
    options = [option["id"] for option in field.get("options", ())]
    right = {
        "choice": lambda: chance.choice(options),
        "choices": lambda: ",".join(chance.sample(options, chance.randint(1, len(options)))),
        "date": lambda: "2026-11-05",
        "datetime": lambda: "2026-11-05T15:00",
        "tick": lambda: chance.choice(("1", "true", "yes")),
    }.get(field["type"])
    return right() if right and chance.random() < 0.7 else chance.choice(TEXTS)


def _changed(chance: random.Random, link: str) -> str:
    for _ in range(chance.randint(0, 4)):
        at = chance.randrange(len(link) + 1)
        link = chance.choice(
            (
                lambda link=link, at=at: link[:at] + chance.choice(_PIECES) + link[at:],
                lambda link=link, at=at: link[:at],
                lambda link=link, at=at: link[:at] + link[at + chance.randint(1, 5) :],
                lambda link=link: quote(link),
                lambda link=link: link.replace("&", "&amp;"),
                lambda link=link: "&".join([link] * chance.choice((2, 50))),
                lambda link=link: unquote_plus(link),
            )
        )()
    return link
