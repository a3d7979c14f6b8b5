"""Texts in the form in which the search compares them, as `overrides/shared/folding.js` brings them into it."""

from __future__ import annotations

import re
import unicodedata

_POSSESSIVE = re.compile(r"[’']s\b")
_WITHIN_WORD = re.compile(r"(?<=[a-z0-9])[-\u2010\u2011’'](?=[a-z0-9])")


def normal(text: str) -> str:
    """One form for what means the same: width, case, hyphens within words. Traditional characters are left to the browser."""
    return _WITHIN_WORD.sub("", _POSSESSIVE.sub("", unicodedata.normalize("NFKC", text).lower()))
