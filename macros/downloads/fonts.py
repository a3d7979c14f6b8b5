"""The typesetter and the fonts that it embeds, which come from a package and not from the system."""

from __future__ import annotations

import threading
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst

_FONTS = ("notosanssc", "notosansjp")
"""The second has characters that the first lacks, such as 𠮷 in names."""


def typeset(source: Path, **options: Any) -> bytes:
    """The one file that a source makes.

    Args:
        source: its `.typ` file.
        options: those of `typst.Compiler.compile`.

    Raises:
        TypeError: where it makes several, such as a picture a page.
        typst.TypstError: for a fault in the source.
    """
    made = _compiler(source, threading.get_ident()).compile(**options)
    if not isinstance(made, bytes):
        raise TypeError(f"{source.name} makes no single file")
    return made


def typeset_for_all(source: Path, **options: Any) -> bytes:
    """A PDF that declares PDF/UA-1 where it keeps to it, which one with a sign that the fonts lack does not; see `typeset`."""
    try:
        return typeset(source, format="pdf", pdf_standards="ua-1", **options)
    except typst.TypstError as error:
        if "PDF/UA-1" not in str(error):
            raise
        return typeset(source, format="pdf", **options)


@cache
def _compiler(source: Path, _thread: int) -> typst.Compiler:
    """One for each source and thread, since it makes one file at a time; they share the fonts."""
    return typst.Compiler(source, font_paths=_fonts())


@cache
def _fonts() -> typst.Fonts:
    folder = files("justmytype_intl_cjk") / "fonts" / "ofl"
    return typst.Fonts(include_system_fonts=False, font_paths=[str(folder / name) for name in _FONTS])
