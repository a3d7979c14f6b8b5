"""The files that readers download, made from the templates: one writer a format, each `write(…) -> bytes`."""

from __future__ import annotations

import hashlib
import importlib
from collections.abc import Callable

from ..addresses import archive, download
from ..model.handbook import Handbook
from . import bundle

FILE_LANGUAGES = ("zh", "en", "zh-en")
"""The languages that a file is made in; `zh-en` has both side by side."""


def _write_with(module: str) -> Callable[..., bytes]:
    """`write` of a module here, loaded once it is needed: the libraries of the formats cost a check half a second."""

    def write(*given: object) -> bytes:
        return importlib.import_module(f".{module}", __name__).write(*given)

    return write


WRITERS = {"docx": _write_with("docx"), "xlsx": _write_with("xlsx"), "pdf": _write_with("pdf"),
           "md": _write_with("markdown"), "eml": _write_with("eml")}
"""The writers by the ending of their files, in the order in which they are offered."""


class Downloads:
    """All files of a handbook, by their addresses."""

    def __init__(self, handbook: Handbook, made: Downloads | None = None):
        """
        Args:
            handbook: the model.
            made: files of an earlier run; those of templates that did not change are taken from there.
        """
        self._made: dict[tuple[str, str, str], bytes] = {}
        self._addresses: dict[str, tuple[str, str, str]] = {}
        known = made._made if made else {}
        shared = (handbook.releases[0], handbook.company, handbook.file_names.pattern,
                  handbook.interface.model_dump_json())
        for language in FILE_LANGUAGES:
            packed: dict[tuple[str, str], bytes] = {}
            for template in handbook.templates:
                content = _digest((shared, template.model_dump_json()))
                for ending, write in WRITERS.items():
                    if ending == "eml" and template.mail_subject is None:
                        continue
                    key = (content, language, ending)
                    self._made[key] = known.get(key) or write(template, language, handbook)
                    packed[template.id, ending] = self._made[key]
                    self._addresses[download(template.id, language, ending)] = key
            key = (_digest(tuple(packed.items())), language, "zip")
            self._made[key] = known.get(key) or bundle.write(language, handbook, packed)
            self._addresses[archive(language)] = key

    def files(self) -> dict[str, bytes]:
        """Contents by address."""
        return {address: self._made[key] for address, key in self._addresses.items()}

    def sizes(self) -> dict[str, int]:
        """Bytes by address."""
        return {address: len(content) for address, content in self.files().items()}


def _digest(parts: tuple) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()
