"""The public numbers in an emergency, in a text as links that dial: they are a few digits, which stand for other things elsewhere."""

from __future__ import annotations

import functools
import re

from markupsafe import Markup, escape

from ..model.company import Company
from ..model.phones import dialled
from ..model.site import Emergency
from .escaping import in_markdown


def dialable(text: str, company: Company, *, markdown: bool = False) -> Markup:
    """The text with a link for each of these numbers.

    Args:
        text: one that tells whom to call, and holds no other such figures.
        company: says the numbers, and those of its offices elsewhere.
        markdown: whether it goes on to Markdown.
    """
    escaped = in_markdown if markdown else escape
    told = [company.emergency, *(office.emergency for office in company.offices.values() if office.emergency)]
    parts = _pattern(frozenset(getattr(each, service) for each in told for service in Emergency.model_fields)).split(
        text
    )
    return Markup("").join(_link(part) if place % 2 else escaped(part) for place, part in enumerate(parts))


def _link(number: str) -> Markup:
    return Markup('<a href="tel:{}">{}</a>').format(dialled(number), number)


@functools.cache
def _pattern(numbers: frozenset[str]) -> re.Pattern[str]:
    ordered = "|".join(re.escape(number) for number in sorted(numbers, key=len, reverse=True))
    return re.compile(rf"(?<![0-9+])({ordered})(?![0-9])")
