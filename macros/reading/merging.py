"""What a merge leaves in a text where it could not decide: found before anything else reads the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MARK = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: .*)?")
_BEGINS, _ENDS = "<" * 7, ">" * 7


def conflicts(text: str) -> Iterator[tuple[int, str]]:
    """Each conflict that is left, and each mark of one that stands alone: its line, from 1, and what to do."""
    if not any(sign * 7 in text for sign in "<|=>"):
        return  # nearly always, and found out much sooner than by lines
    begun = 0
    alone: list[tuple[int, str]] = []
    for number, line in enumerate(text.split("\n"), 1):
        mark = _MARK.fullmatch(line.rstrip("\r"))
        if mark is None:
            continue
        if mark[1] == _BEGINS:
            if begun:
                yield begun, _alone(_BEGINS)
            begun, alone = number, []
        elif mark[1] == _ENDS and begun:
            yield (
                begun,
                (
                    f"a conflict of a merge is left from here to line {number}; decide for one side, and delete the "
                    "lines of marks and the other side"
                ),
            )
            begun, alone = 0, []
        elif begun:
            alone.append((number, mark[1]))
        else:
            yield number, _alone(mark[1])
    if begun:
        yield begun, _alone(_BEGINS)
        yield from ((number, _alone(mark)) for number, mark in alone)


def _alone(mark: str) -> str:
    return f"a mark of a merge is left, '{mark}'; delete the line, and see that what stands around it is what you mean"
