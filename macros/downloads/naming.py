"""What a downloaded file is called in the reader's folder."""

from __future__ import annotations

from ..model.template import Template


def file_name(template: Template, language: str) -> str:
    """The name without its ending, in the languages of the file: `会议纪要`, `Meeting minutes`, or both."""
    names = dict.fromkeys(template.file_name[part] for part in language.split("-"))
    return " ".join(names)
