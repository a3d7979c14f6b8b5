"""Rows of the chooser to which the company gives another channel, and which still give the reason for the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..errors import Faults, shortened
from ..model.languages import LANGUAGES
from ..reading.layer import changes
from ..reading.layer.laid import Laid

_CHANNEL = re.compile(r"chooser/rows/([a-z0-9-]+)/channel")


def notices(root: Path, laid: Laid) -> Iterator[str]:
    """A line for each such row, with its reason and with where another one is written.

    Args:
        root: the project's root.
        laid: its sources, with the company's layer over them.
    """
    changed = changes.read(root, Faults())
    read = laid.sources.get("chooser.yml")
    reasons = {row["id"]: _reason(row) for row in read.data["rows"]} if read else {}
    for key in changed.set:
        found = _CHANNEL.fullmatch(key)
        if found and found[1] in reasons and f"chooser/rows/{found[1]}/because" not in changed.set:
            path, line = changed.place("set", key)
            yield (
                f"{path}:{line}: set.{key}: the reason given for it is still that of the channel before, "
                f"'{shortened(reasons[found[1]])}'; write your own in a line beside it: "
                f"`chooser/rows/{found[1]}/because: {{zh: …, en: …}}`"
            )


def _reason(row: dict[str, Any]) -> str:
    because = row["because"]
    return str(because.get(LANGUAGES[0]) or because.get("same"))
