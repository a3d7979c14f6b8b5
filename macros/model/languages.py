"""The languages in which the handbook is published, and which of them stands at the root of the site.

The profile of the company says so (`site.languages`). It is one for a whole run, as the locale of a program is, because addresses,
files and texts all hang on it, down to what counts as a fault in a text. It is set in one place, `lay` in `reading/layer/composing.py`,
before anything else is read, and everything else only reads `LANGUAGES`, from here; `tests/unit/test_arrows.py` holds both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Generic, Literal, TypeVar, get_args, overload

Said = TypeVar("Said")
Language = Literal["zh", "en"]
ALL: tuple[Language, ...] = get_args(Language)
"""Those in which the handbook is written, the one at the root first where the profile says nothing else."""


class InBoth(Generic[Said]):
    """What is said in both languages, as `zh` and `en`, and is asked for by its language."""

    def __getitem__(self, language: Language) -> Said:
        said: Said = getattr(self, language)
        return said


def wanted(said: object) -> tuple[Language, ...]:
    """The languages that a profile names; all, where it names none, or what is no list of them: that is told with the profile.

    >>> wanted(["en"]), wanted(["en", "fr"]), wanted(None)
    (('en',), ('zh', 'en'), ('zh', 'en'))
    """
    given = tuple(said) if isinstance(said, list) else ()
    known = tuple(each for each in given if each in ALL)
    return known if known and len(set(known)) == len(given) else ALL


class Languages(Sequence[Language]):
    """Those that are published, the one at the root first."""

    def __init__(self) -> None:
        self._published = ALL

    def settle(self, languages: tuple[Language, ...]) -> None:
        """Publish these from now on, the one at the root first."""
        self._published = languages

    @property
    def first(self) -> Language:
        """The one at the root."""
        return self._published[0]

    @property
    def alone(self) -> bool:
        """Whether there is no other."""
        return len(self._published) == 1

    def others(self, language: Language) -> tuple[Language, ...]:
        """Those besides one; none where it is alone."""
        return tuple(each for each in self._published if each != language)

    @overload
    def __getitem__(self, index: int) -> Language: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Language, ...]: ...
    def __getitem__(self, index: int | slice) -> Language | tuple[Language, ...]:
        return self._published[index]

    def __len__(self) -> int:
        return len(self._published)

    def __iter__(self) -> Iterator[Language]:
        return iter(self._published)

    def __repr__(self) -> str:
        return repr(self._published)


LANGUAGES = Languages()
"""What every room reads; only the layer settles it."""


def whole(value: Any) -> Any:
    """A text as it is written, by language; where one alone is published it stands for the other too, which may be missing.

    So nothing of a language that is off comes into a page, a file or the search.

    >>> whole({"zh": "是", "en": "yes"})
    {'zh': '是', 'en': 'yes'}
    """
    if LANGUAGES.alone and isinstance(value, dict) and LANGUAGES.first in value:
        return {**value, **dict.fromkeys(ALL, value[LANGUAGES.first])}
    return value


def only_published(value: Any) -> Any:
    """What stands by language without the languages that are off, at any depth.

    >>> only_published([{"title": {"zh": "是", "en": "yes"}}])
    [{'title': {'zh': '是', 'en': 'yes'}}]
    """
    if isinstance(value, dict):
        off = set(ALL) - set(LANGUAGES)
        return {key: only_published(part) for key, part in value.items() if key not in off}
    return [only_published(part) for part in value] if isinstance(value, list) else value
