"""How each language is written where its texts are put together; `overrides/shared/signs.js` says the same to scripts."""

from __future__ import annotations

from dataclasses import dataclass

from .languages import Language


@dataclass(frozen=True)
class Signs:
    """The signs of one language."""

    tag: str
    """What HTML calls the language."""
    colon: str
    """What a label ends in."""
    comma: str
    """What stands between the parts of a list."""
    pause: str
    """What stands between two parts of a sentence."""
    semicolon: str
    """What stands between parts that hold commas themselves."""
    glue: str
    """What stands between two texts in a row."""
    blank: tuple[str, str]
    """What encloses the place of an answer that is still to be given."""
    remark: tuple[str, str]
    """What encloses a remark behind a word."""
    span: str
    """What stands between the first and the last of a time."""
    locale: str
    """What documents call the language, its region included, since Word and readers of books spell by it."""


SIGNS: dict[Language, Signs] = {
    "zh": Signs("zh-CN", "：", "、", "，", "；", "", ("〔", "〕"), ("（", "）"), "—", "zh-CN"),
    "en": Signs("en", ": ", ", ", ", ", "; ", " ", ("[", "]"), (" (", ")"), "–", "en-GB"),
}
