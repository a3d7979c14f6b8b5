"""The files that readers download, made from the templates: one writer a format, each `write(…) -> bytes`."""

from __future__ import annotations

import hashlib
import importlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from ..addresses import archive, download
from ..model.base import LANGUAGES, Language
from ..model.handbook import Handbook
from ..model.template import Template
from . import bundle
from .form import FileLanguage


def file_languages(first: Language | None = None) -> tuple[FileLanguage, ...]:
    """The languages that a file is made in; `zh-en` has both side by side.

    Args:
        first: which to name first; without it, the one at the root of the site.
    """
    first = first or LANGUAGES.first
    return first, *LANGUAGES.others(first), *(() if LANGUAGES.alone else ("zh-en",))


def _write_with(module: str) -> Callable[..., bytes]:
    """`write` of a module here, loaded once it is needed: the libraries of the formats cost a check half a second."""

    def write(*given: object) -> bytes:
        content: bytes = importlib.import_module(f".{module}", __name__).write(*given)
        return content

    return write


WRITERS = {
    "docx": _write_with("docx"),
    "xlsx": _write_with("xlsx"),
    "pdf": _write_with("pdf"),
    "md": _write_with("markdown"),
    "eml": _write_with("eml"),
}
"""The writers by the ending of their files, in the order in which they are offered."""

READS = ("releases", "company", "brand", "file_names", "interface")
"""What a writer takes from the handbook besides its template: all of it is in the key of a file that was made."""
_HERE = Path(__file__).parent

Key = tuple[str, str, str]
"""A digest of what a file is made from, its language and its ending."""


@dataclass(frozen=True)
class _File:
    """A file about to be made."""

    template: Template
    language: FileLanguage
    ending: str
    key: Key

    def write(self, handbook: Handbook) -> bytes:
        if self.template.file:
            return handbook.own_forms[self.template.id].content
        return WRITERS[self.ending](self.template, self.language, handbook)


class Downloads:
    """All files of a handbook, by their addresses."""

    def __init__(self, handbook: Handbook, made: Downloads | None = None):
        """
        Args:
            handbook: the model.
            made: files of an earlier run; those of templates that did not change are taken from there.
        """
        known = made._made if made else {}
        files = list(_files(handbook))
        self._made: dict[Key, bytes] = {file.key: known[file.key] for file in files if file.key in known}
        self._made |= _written([file for file in files if file.key not in known], handbook)
        self._addresses = {download(file.template.id, file.language, file.ending): file.key for file in files}
        for language in file_languages():
            packed = {
                (file.template.id, file.ending): self._made[file.key] for file in files if file.language == language
            }
            key = (_digest(tuple(file.key for file in files if file.language == language)), language, "zip")
            self._made[key] = known.get(key) or bundle.write(language, handbook, packed)
            self._addresses[archive(language)] = key

    def files(self) -> dict[str, bytes]:
        """Contents by address."""
        return {address: self._made[key] for address, key in self._addresses.items()}

    def sizes(self) -> dict[str, int]:
        """Bytes by address."""
        return {address: len(content) for address, content in self.files().items()}


def addresses_of(handbook: Handbook) -> set[str]:
    """The addresses of all files, whether they are made or not."""
    return {download(file.template.id, file.language, file.ending) for file in _files(handbook)} | {
        archive(language) for language in file_languages()
    }


def _files(handbook: Handbook) -> Iterator[_File]:
    """Everything that there is to be, archives aside."""
    shared = _digest((_templates(), *(getattr(handbook, name) for name in READS)))
    contents = {template.id: _digest((shared, template.model_dump_json())) for template in handbook.templates}
    for template in handbook.templates:
        if template.own_format:
            key = hashlib.sha256(handbook.own_forms[template.id].content).hexdigest()
            for written_in in LANGUAGES:
                yield _File(template, written_in, template.own_format, (key, written_in, template.own_format))
    ours = [template for template in handbook.templates if not template.file]
    for language in file_languages():
        for template in ours:
            for ending in WRITERS:
                if ending != "eml" or template.mail_subject is not None:
                    yield _File(template, language, ending, (contents[template.id], language, ending))


def _written(files: list[_File], handbook: Handbook) -> dict[Key, bytes]:
    # PDFs are typeset outside of Python, so that a second core does it beside the other writers; one thread is enough
    # for that, and the typesetter serves one at a time.
    with ThreadPoolExecutor(max_workers=1) as beside:
        typeset = {file.key: beside.submit(file.write, handbook) for file in files if file.ending == "pdf"}
        written = {file.key: file.write(handbook) for file in files if file.ending != "pdf"}
    return written | {key: file.result() for key, file in typeset.items()}


def _templates() -> list[tuple[str, str]]:
    """What the writers make files from besides data: their templates, as they stand now."""
    return [
        (file.as_posix(), hashlib.sha256(file.read_bytes()).hexdigest())
        for file in sorted(_HERE.rglob("*"))
        if file.is_file() and file.suffix not in (".py", ".pyc")
    ]


def _digest(parts: tuple[object, ...]) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()
