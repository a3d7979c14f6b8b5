"""The order of words as a reader looks them up, and the letter under which each stands: Chinese by how it is read."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable

from ..model.glossary import Term
from ..model.languages import Language


def sorting_key(word: str) -> str:
    """Chinese by how it is read, the rest by its letters."""
    # A large table, which most commands do without; its 47,000 phrases, which take half a second, are not loaded with it.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin.pinyin_dict import pinyin_dict

    read = "".join(pinyin_dict.get(ord(sign), sign).partition(",")[0] for sign in word)
    return "".join(sign for sign in unicodedata.normalize("NFD", read) if not unicodedata.combining(sign)).casefold()


def by_letter(terms: Iterable[Term], language: Language) -> dict[str, list[Term]]:
    """Terms in order, by the letter with which each begins."""
    found: dict[str, list[Term]] = {}
    for term in sorted(terms, key=lambda term: sorting_key(term.term[language])):
        found.setdefault(sorting_key(term.term[language])[:1].upper(), []).append(term)
    return found
