"""The Markdown pages as editors write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ..errors import Faults
from ..model.languages import LANGUAGES, Language
from ..reading.layer import places
from ..reading.layer.composing import lay
from ..reading.layer.laid import Laid
from ..reading.layer.prose import text_of
from ..reading.markdown import FRONT_MATTER


@dataclass(frozen=True)
class Page:
    """One Markdown source: its path below `docs/`, its text, and the lines that its front matter takes."""

    source: str
    text: str
    offset: int
    file: str = ""
    """Where it stands below the project's root, if that is not below `docs/`: in the company's layer."""
    ours: bool = True
    """Whether whoever works on this handbook writes it, which a company does in its layer alone."""

    @property
    def body(self) -> str:
        """The text without its front matter."""
        return self.text.split("\n", self.offset)[self.offset]

    @property
    def path(self) -> str:
        """The path below the project's root, as messages name it."""
        return self.file or f"docs/{self.source}"

    @property
    def language(self) -> Language:
        """The language in which it is written."""
        return "zh" if self.source.startswith("zh/") else "en"

    @property
    def in_either_language(self) -> str:
        """The path that both languages share, such as `channels/email.md`."""
        return self.source.partition("/")[2]


def read(root: Path, faults: Faults, laid: Laid | None = None) -> list[Page]:
    """Every page in both languages as the company has it, sorted by path; one that is not UTF-8 is a fault."""
    laid = laid or lay(root, Faults())
    found = [_read(root, each, laid, faults) for language in LANGUAGES for each in laid.pages if _in(language, each)]
    return [page for page in found if page]


def read_both(root: Path, shared: str, faults: Faults) -> list[Page]:
    """One page in each language, by the path that both share, such as `channels/email.md`."""
    laid = lay(root, Faults())
    sources = (f"{language}/{shared}" for language in LANGUAGES)
    found = [_read(root, each, laid, faults) for each in sources if each in laid.pages]
    return [page for page in found if page]


def described(root: Path, source: str, laid: Laid) -> str:
    """The title at the head of a page; blank where it has none."""
    page = _read(root, source, laid, Faults()) if source in laid.pages else None
    found = re.search(r"(?m)^title: *(.+?) *$", page.text) if page else None
    return found[1].strip("\"'") if found else ""


def _in(language: Language, source: str) -> bool:
    return source.startswith(f"{language}/")


def _read(root: Path, source: str, laid: Laid, faults: Faults) -> Page | None:
    text = text_of(source, laid, root, faults)
    if text is None:
        return None
    front = FRONT_MATTER.match(text)
    file = laid.pages[source].relative_to(root).as_posix()
    offset = text.count("\n", 0, front.end()) if front else 0
    ours = places.is_ours_to_change(root, file)
    return Page(source, text, offset, "" if file == f"docs/{source}" else file, ours)
