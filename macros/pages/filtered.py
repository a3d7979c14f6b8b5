"""What a list's filter finds a row by beside its text, in the fewest words."""

from __future__ import annotations

from collections.abc import Iterable


def to_filter(names: Iterable[str]) -> str:
    """The words of all names, each once and none that another holds: a filter looks for each word that is typed on its own.

    A word in Latin letters is found where a word begins, any other wherever it stands (`overrides/shared/folding.js`).
    """
    words = list(dict.fromkeys(word for name in names for word in name.split()))
    return " ".join(word for word in words if not any(_holds(other, word) for other in words if other != word))


def _holds(text: str, word: str) -> bool:
    return text.startswith(word) if word.isascii() else word in text
