"""Letterheads as companies make them, by programs that are not ours; `strangers/letterhead-libreoffice.docx` is by LibreOffice."""

from __future__ import annotations

import io
from pathlib import Path

from docx import Document
from docx.shared import Mm, Pt
from PIL import Image

LIBREOFFICE = Path(__file__).parent / "strangers" / "letterhead-libreoffice.docx"
COMPANY, FOOT = "云帆精密制造有限公司", "北京市示例路8号 · +86 10 5555 0100"


def picture() -> io.BytesIO:
    buffer = io.BytesIO()
    Image.new("RGB", (240, 80), (155, 28, 28)).save(buffer, "PNG")
    buffer.seek(0)
    return buffer


def python_docx(first: bool = True, left: bool = False) -> bytes:
    """A logo and the name at the head, an address at the foot; with a head of its own on the first page, and on pages on the left."""
    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height, page.left_margin, page.right_margin = Mm(210), Mm(297), Mm(30), Mm(20)
    page.top_margin, page.bottom_margin = Mm(45), Mm(30)
    page.different_first_page_header_footer = first
    document.settings.odd_and_even_pages_header_footer = left
    head = page.first_page_header if first else page.header
    head.paragraphs[0].add_run().add_picture(picture(), height=Mm(14))
    head.paragraphs[0].add_run(f"\t{COMPANY}")
    page.footer.paragraphs[0].text = FOOT
    normal = document.styles["Normal"].font
    normal.name, normal.size = "Georgia", Pt(12)
    document.add_paragraph("What stands in the text is not taken.")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
