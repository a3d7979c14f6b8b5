"""All files of one language in one archive, with an index, under names that people read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

from ..model.handbook import Handbook
from .naming import file_name


def write(language: str, handbook: Handbook, files: Iterable[tuple[str, str, bytes]], index: bytes) -> bytes:
    """Pack the files of one language.

    Args:
        language: zh, en or zh-en; decides the names.
        handbook: the model; its newest release gives every entry its date, so that the bytes repeat.
        files: template id, ending and content of each file.
        index: the index, an HTML page.

    Returns:
        A zip archive. Names that are not ASCII are marked as UTF-8, which Windows reads.
    """
    released = handbook.releases[0].released
    entries = {f"{handbook.interface.texts['archive_index'][language.partition('-')[0]]}.html": index}
    for template_id, ending, content in files:
        template = handbook.template[template_id]
        folder = handbook.interface.texts[template.audience][language.partition("-")[0]]
        entries[f"{folder}/{file_name(template, language)}.{ending}"] = content
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in entries.items():
            entry = zipfile.ZipInfo(name, (released.year, released.month, released.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same archive whichever system builds it
            archive.writestr(entry, content)
    return packed.getvalue()
