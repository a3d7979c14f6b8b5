"""The files that readers download, made from the templates: one writer a format, each `write(…) -> bytes`."""

from __future__ import annotations

import hashlib
import importlib
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ..addresses import archive, download
from ..model.handbook import Handbook
from ..model.languages import LANGUAGES, Language
from ..model.template import Template
from . import bundle
from .form import FileLanguage
from .second_process import beside
from .store import FOLDER, Key, Store


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

READS = ("releases", "company", "brand", "file_names", "interface", "confidentiality")
"""What a writer takes from the handbook besides its template: all of it is in the key of a file that was made."""
HERE = Path(__file__).parent


@dataclass(frozen=True)
class _File:
    """A file about to be made."""

    template: Template
    language: FileLanguage
    ending: str
    key: Key
    described: str
    """A digest of what is said of it, which the index of an archive repeats."""

    def write(self, handbook: Handbook) -> bytes:
        if self.template.file:
            return handbook.own_forms[self.template.id].content
        return WRITERS[self.ending](self.template, self.language, handbook)


def kept_in(root: Path) -> Store | None:
    """Where a project keeps the files of its builds, for the next one."""
    return Store(root / FOLDER)


class Downloads:
    """All files of a handbook, by their addresses."""

    def __init__(
        self,
        handbook: Handbook,
        made: Downloads | None = None,
        store: Store | None = None,
        step: Callable[[], None] = lambda: None,
    ):
        """
        Args:
            handbook: the model.
            made: files of an earlier run; those of templates that did not change are taken from there.
            store: the same on the disk; without one, that of the earlier run. What was made before a step broke off is kept there too.
            step: called behind each file; may raise, to break off.
        """
        self._store: Store | None = store or (made._store if made else None)
        files = list(_files(handbook))
        archives = {language: (_packed_from(files, language), language, "zip") for language in file_languages()}
        self._addresses = {download(file.template.id, file.language, file.ending): file.key for file in files}
        self._addresses |= {archive(language): key for language, key in archives.items()}
        self._made = self._known(made)
        written: dict[Key, bytes] = {}
        try:
            with closing(_written([file for file in files if file.key not in self._made], handbook)) as making:
                for key, content in making:
                    written[key] = self._made[key] = content
                    step()
            for language, key in archives.items():
                if key not in self._made:
                    packed = {
                        (file.template.id, file.ending): self._made[file.key]
                        for file in files
                        if file.language == language
                    }
                    written[key] = self._made[key] = bundle.write(language, handbook, packed)
        finally:
            if self._store:
                self._store.put(written)

    def _known(self, made: Downloads | None) -> dict[Key, bytes]:
        """What need not be made again."""
        keys = set(self._addresses.values())
        known = {key: made._made[key] for key in keys & made._made.keys()} if made else {}
        return known | (self._store.get(keys - known.keys()) if self._store else {})

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
    shared = _digest((_templates(), LANGUAGES, *(getattr(handbook, name) for name in READS)))
    contents = {template.id: _digest((shared, template.model_dump_json())) for template in handbook.templates}
    for template in handbook.templates:
        if template.own_format:
            key = hashlib.sha256(handbook.own_forms[template.id].content).hexdigest()
            for written_in in LANGUAGES:
                yield _File(
                    template,
                    written_in,
                    template.own_format,
                    (key, written_in, template.own_format),
                    contents[template.id],
                )
    ours = [template for template in handbook.templates if not template.file]
    for language in file_languages():
        for template in ours:
            for ending in WRITERS:
                if ending != "eml" or template.mail_subject is not None:
                    yield _File(
                        template, language, ending, (contents[template.id], language, ending), contents[template.id]
                    )


def _packed_from(files: list[_File], language: FileLanguage) -> str:
    """A digest of what an archive is made from."""
    return _digest(tuple((file.key, file.described) for file in files if file.language == language))


def _written(files: list[_File], handbook: Handbook) -> Generator[tuple[Key, bytes], None, None]:
    # PDFs are typeset by a second process, or at least outside of Python, so that a second core does it beside the other writers.
    typeset = [file for file in files if file.ending == "pdf"]
    with beside(len(typeset)) as at_once:
        asking = ThreadPoolExecutor(at_once)
        try:
            begun = {file.key: asking.submit(file.write, handbook) for file in typeset}
            for file in files:
                if file.ending != "pdf":
                    yield file.key, file.write(handbook)
            for key, made in begun.items():
                yield key, made.result()
        finally:  # also where nobody asks for the rest
            asking.shutdown(cancel_futures=True)


def _templates() -> list[tuple[str, str]]:
    """What the writers make files from besides data: their templates, as they stand now."""
    return [
        (file.as_posix(), hashlib.sha256(file.read_bytes()).hexdigest())
        for file in sorted(HERE.rglob("*"))
        if file.is_file() and file.suffix not in (".py", ".pyc")
    ]


def _digest(parts: tuple[object, ...]) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()
