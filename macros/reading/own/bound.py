"""Controls of a Word file that show what another part of the file says, such as a property: those bound to the same say the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from lxml import etree

from .archive import attribute

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAPPED = re.compile(r"xmlns:(\w+)=['\"]([^'\"]*)['\"]")


def binding(control: etree._Element) -> tuple[str, str, str]:
    """What a control is bound to, as the file writes it: the part, its prefixes and the place in it; three blanks where it is not."""
    bound = _bound(control)
    return attribute(bound, f"{_W}storeItemID"), attribute(bound, f"{_W}prefixMappings"), attribute(bound, f"{_W}xpath")


def written(bound: tuple[str, str, str]) -> str:
    """The same as the browser looks it up (`bindingOf` in `overrides/forms/own/own-controls.js`)."""
    return "|".join(bound)


def is_within_bound(control: etree._Element) -> bool:
    """Whether a control stands in another one that is bound: Word makes its content anew from the other part."""
    return any(_bound(above) is not None for above in control.iterancestors(f"{_W}sdt"))


def names(roots: Iterable[etree._Element], name_of: Callable[[etree._Element], str]) -> dict[tuple[str, str, str], str]:
    """The name of the place to which each binding belongs: that of the first control with it that can be filled in.

    Args:
        roots: the parts of the file, in the order in which they are read.
        name_of: says the name of a control that can be filled in, a blank of others.
    """
    first: dict[tuple[str, str], str] = {}
    seen = {}
    for root in roots:
        for control in root.iter(f"{_W}sdt"):
            bound = binding(control)
            if bound[2]:
                seen[bound] = _meant(bound)
                if name := name_of(control):
                    first.setdefault(_meant(bound), name)
    return {bound: first[meant] for bound, meant in seen.items() if meant in first}


def _bound(control: etree._Element) -> etree._Element | None:
    return next((each for each in control.iterfind(f"{_W}sdtPr/*") if each.tag.endswith("}dataBinding")), None)


def _meant(bound: tuple[str, str, str]) -> tuple[str, str]:
    """The part and the place with its prefixes spelt out: each program gives them names of its own."""
    part, prefixes, place = bound
    for prefix, space in _MAPPED.findall(prefixes):
        place = re.sub(rf"(?<!\w){prefix}:", f"{{{space}}}", place)
    return part.lower(), place
