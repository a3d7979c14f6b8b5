"""All files of one language in one archive, with an index, under names that people read."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any
from urllib.parse import quote

from ..model.handbook import Handbook
from ..model.template import Template
from .form import FileLanguage, Form
from .naming import file_name
from .rendering import render


def write(language: FileLanguage, handbook: Handbook, files: dict[tuple[str, str], bytes]) -> bytes:
    """Pack the files of one language.

    Args:
        language: zh, en or zh-en; decides the names.
        handbook: the model; its newest release gives every entry its date, so that the bytes repeat.
        files: the contents by template id and ending.

    Returns:
        A zip archive.
    """
    words = Form(handbook.templates[0], language, handbook)
    entries = {f"{words.interface('archive_index')}.html": _index(language, handbook, files)}
    for (template_id, ending), content in files.items():
        entries[_path(handbook.template[template_id], language, handbook, ending)] = content
    return packed(entries, handbook.releases[0].released)


def packed(entries: dict[str, bytes], day: date) -> bytes:
    """A zip archive whose bytes repeat.

    Args:
        entries: what it holds, by names; those that are not ASCII are marked as UTF-8, which Windows reads.
        day: what every entry is dated with.
    """
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in entries.items():
            add(archive, name, content, day)
    return written.getvalue()


def add(archive: zipfile.ZipFile, name: str, content: bytes, day: date, kind: int = zipfile.ZIP_DEFLATED) -> None:
    """Put a file into an archive, whichever system builds it.

    Args:
        archive: that is being written.
        name: of the file.
        content: of the file.
        day: what it is dated with.
        kind: how it is compressed.
    """
    entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.compress_type = kind
    entry.create_system = 0
    archive.writestr(entry, content, compresslevel=9)


def _path(template: Template, language: FileLanguage, handbook: Handbook, ending: str) -> str:
    folder = Form(template, language, handbook).interface(template.audience)
    return f"{folder}/{file_name(template, language)}.{ending}"


def _index(language: FileLanguage, handbook: Handbook, files: dict[tuple[str, str], bytes]) -> bytes:
    groups: dict[str, list[dict[str, Any]]] = {}
    for template in handbook.templates:
        form = Form(template, language, handbook)
        found = [
            {"format": form.interface(f"format_{ending}"), "path": quote(_path(template, language, handbook, ending))}
            for template_id, ending in files
            if template_id == template.id
        ]
        if not found:
            continue  # A form of the company's own is there in no language but its own.
        groups.setdefault(form.interface(template.audience), []).append(
            {"title": form.say(template.title), "summary": form.say(template.summary), "files": found}
        )
    words = Form(handbook.templates[0], language, handbook)
    page = render(
        "archive-index.html",
        "html",
        language=words.main_language,
        title=words.interface("archive_title"),
        version=words.interface("handbook_version", n=handbook.version),
        colour=handbook.company.colour,
        groups=[{"heading": heading, "entries": entries} for heading, entries in groups.items()],
    )
    return page.encode()
