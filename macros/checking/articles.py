"""A name of the profile that stands in the midst of English sentences, and reads wrong there without its article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..errors import Faults
from ..model.languages import LANGUAGES
from ..reading import source
from ..reading.layer import places

_FIELD = ("tools", "storage")
_BARE = re.compile(r"(?!(?:the|an?|our|your|its|this|that) )[a-z]+(?:[ -][a-z]+)*")
"""Words in small letters only, as no product is written, and none before them that says which."""


def missing(root: Path) -> Iterator[str]:
    """A line where the place for files is a common noun without an article, as in “in document library”."""
    if "en" not in LANGUAGES:
        return
    place = places.path_of(root, places.PROFILE)
    read = source.read(root / place, root, Faults())
    said = read.data.get(_FIELD[0], {}).get(_FIELD[1]) if read else None
    if not (read and isinstance(said, dict)):
        return
    key = "en" if "en" in said else "same"
    name = str(said.get(key, "")).strip()
    if _BARE.fullmatch(name):
        yield (
            f"{place}:{read.line((*_FIELD, key))}: tools.storage.{key}: pages will say “in {name}”; "
            f"write “the {name}”, or a product as it is spelt, with its capital letters"
        )
