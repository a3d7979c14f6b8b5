"""The files that readers download, made from the templates: one writer a format, each `write(…) -> bytes`."""

from __future__ import annotations

import hashlib

from ..addresses import archive, download
from ..model.handbook import Handbook
from . import bundle, docx, eml, markdown, pdf, xlsx

FILE_LANGUAGES = ("zh", "en", "zh-en")
"""The languages that a file is made in; `zh-en` has both side by side."""

WRITERS = {"docx": docx.write, "xlsx": xlsx.write, "pdf": pdf.write, "md": markdown.write, "eml": eml.write}
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
