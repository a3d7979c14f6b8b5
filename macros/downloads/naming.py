"""What a downloaded file is called in the reader's folder."""

from __future__ import annotations

from ..model.template import Template
from .form import FileLanguage, languages_in


def file_name(template: Template, language: FileLanguage) -> str:
    """The name without its ending, in the languages of the file: `会议纪要`, `Meeting minutes`, or both."""
    names = dict.fromkeys(template.file_name[part] for part in languages_in(language))
    return " ".join(names)
