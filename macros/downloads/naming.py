"""What a downloaded file is called in the reader's folder."""

from __future__ import annotations

from ..model.languages import Language
from ..model.template import Template
from .form import FileLanguage


def file_name(template: Template, language: FileLanguage) -> str:
    """The name without its ending, in the languages of the file: `会议纪要`, `Meeting minutes`, or both."""
    parts: tuple[Language, ...] = ("zh", "en") if language == "zh-en" else (language,)
    names = dict.fromkeys(template.file_name[part] for part in parts)
    return " ".join(names)
