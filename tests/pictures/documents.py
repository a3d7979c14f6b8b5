"""Draws the documents of templates: as they are offered, printed by an office program, and filled in with their examples."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from tests.filled_forms import TEMPLATES, Filling
from tests.filled_pages import begin
from tests.pictures.pages import still
from tests.pictures.paper import MILLIMETRE, PAPER_LONG, drawn
from tests.pictures.sheets import GAP, Part
from tests.printing import print_all
from tests.test_letters import answers, handbook

KINDS = ("Word", "Word with its example", "Excel", "Excel with its example", "PDF", "printed with its example")
"""What is drawn of a template in one language, a row of the sheet each."""
_MOST = 4
"""Of a document so many sheets of paper are drawn."""
_TODAY = b"DATE(2026,11,27)"


def _rows() -> dict[str, tuple[Part, ...]]:
    return {
        kind: tuple(
            Part(
                f"{kind}, sheet {number + 1}",
                number * (PAPER_LONG + GAP),
                row * (PAPER_LONG + GAP),
                PAPER_LONG,
                PAPER_LONG,
                MILLIMETRE,
                "mm",
            )
            for number in range(_MOST)
        )
        for row, kind in enumerate(KINDS)
    }


ROWS = _rows()
PARTS = tuple(part for row in ROWS.values() for part in row)


@dataclass(frozen=True)
class Batch:
    """Some templates in one language of their files, which an office program prints in one go."""

    language: str
    templates: tuple[str, ...]

    def __str__(self) -> str:
        return f"documents in {self.language}, {self.templates[0]} to {self.templates[-1]}"

    @property
    def names(self) -> tuple[str, ...]:
        """Of their sheets."""
        return tuple(name_of(template, self.language) for template in self.templates)

    def drawn(self, browser: Any, address: str, site: Path) -> dict[str, dict[Part, Image.Image]]:
        """Their sheets."""
        with tempfile.TemporaryDirectory() as folder:
            return draw(browser, address, site, self, Path(folder))


_TOGETHER = 8


def _batches() -> Iterator[Batch]:
    """All templates in Chinese, and by turns one in English, one in both, one in Chinese alone."""
    for language, those in (("zh", TEMPLATES), ("en", TEMPLATES[::3]), ("zh-en", TEMPLATES[1::3])):
        for first in range(0, len(those), _TOGETHER):
            yield Batch(language, tuple(those[first : first + _TOGETHER]))


ALL = tuple(_batches())


def name_of(template: str, language: str) -> str:
    """Under which name the sheet of a template is stored."""
    return f"documents/{template}.{language}.webp"


def draw(
    browser: Any, address: str, site: Path, batch: Batch, folder: Path, kinds: Iterable[str] = KINDS
) -> dict[str, dict[Part, Image.Image]]:
    """Pictures of the documents of some templates, by the name of the sheet on which they belong.

    Args:
        browser: a Chromium.
        address: of the site.
        site: its folder.
        batch: which templates, in which language.
        folder: for the documents.
        kinds: what is drawn of each.
    """
    wanted = tuple(kinds)
    language = "en" if batch.language == "en" else "zh"
    with still(browser, language) as page:
        page.goto(f"{address}about/")
        filling = Filling(page, site)
        for template in batch.templates:
            values = answers(handbook().template[template], language)
            form = filling.form(template)
            for kind in wanted:
                _lay(filling, form, values, batch.language, kind, folder / f"{template}.{KINDS.index(kind)}")
        if KINDS[-1] in wanted:
            for template in batch.templates:
                page.goto(f"{address}{'en/' if language == 'en' else ''}templates/{template}/")
                begin(page)
                page.locator(f"input[name=file-language][value={batch.language}]").check(force=True)
                values = answers(handbook().template[template], language)
                page.evaluate("(values) => document.querySelector('form-filler').state.write(values)", values)
                page.pdf(path=folder / f"{template}.{len(KINDS) - 1}.pdf", prefer_css_page_size=True)
    if files := sorted(file for file in folder.iterdir() if file.suffix in (".docx", ".xlsx")):
        print_all(files, folder)
    return {
        name_of(template, batch.language): {
            part: picture
            for kind in wanted
            for part, picture in zip(
                ROWS[kind], drawn((folder / f"{template}.{KINDS.index(kind)}.pdf").read_bytes(), _MOST), strict=False
            )
        }
        for template in batch.templates
    }


def _lay(filling: Filling, form: dict[str, Any], values: dict[str, Any], language: str, kind: str, place: Path) -> None:
    """Lay a document into a folder, whose name gets its ending: as offered, or filled in by the site's own script."""
    match kind:
        case "Word" | "Word with its example":
            content, ending = filling.download(form, language, "docx"), ".docx"
            if kind != "Word":
                content = filling("fillWord", form, values, given=content)
        case "Excel" | "Excel with its example":
            content, ending = filling.download(form, language, "xlsx"), ".xlsx"
            if kind != "Excel":
                content = filling("fillExcel", form, values, language, given=content)
            content = _of_one_day(content)
        case "PDF":
            content, ending = filling.download(form, language, "pdf"), ".pdf"
        case _:
            return  # printed from its page
    Path(f"{place}{ending}").write_bytes(content)


def _of_one_day(workbook: bytes) -> bytes:
    """A workbook that takes one day for today, so that it looks the same on every other."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as given, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as changed:
        for part in given.infolist():
            changed.writestr(part, re.sub(rb"(?:TODAY|NOW)\(\)", _TODAY, given.read(part)))
    return packed.getvalue()
