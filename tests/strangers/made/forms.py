"""Forms by libraries of PyPI that are not in use here: pip install reportlab pymupdf docxtpl odfpy borb; python forms.py FOLDER."""

from __future__ import annotations

import sys
from pathlib import Path

import pymupdf as fitz
from reportlab.pdfgen.canvas import Canvas

TO = Path(sys.argv[1] if len(sys.argv) > 1 else ".")


def reportlab() -> None:
    canvas = Canvas(str(TO / "reportlab.pdf"), pagesize=(400, 400), invariant=1)
    form = canvas.acroForm
    form.textfield(name="matter", tooltip="What it is about", x=100, y=340, width=200, height=20)
    form.textfield(name="story", x=100, y=260, width=200, height=60, fieldFlags="multiline", value="")
    form.checkbox(name="urgent", tooltip="Urgent", x=100, y=230, size=14)
    form.choice(name="level", options=[("Low", "1"), ("High", "2")], value="1", x=100, y=200, width=100, height=20)
    for number, value in enumerate(("call", "write")):
        form.radio(name="answer", value=value, x=100 + 30 * number, y=170, size=14)
    canvas.showPage()
    canvas.save()


def pymupdf() -> None:
    document = fitz.open()
    page = document.new_page(width=400, height=400)

    def add(name: str, kind: int, top: int, **more: object) -> None:
        widget = fitz.Widget()
        widget.field_name, widget.field_type = name, kind
        widget.rect = fitz.Rect(100, top, 300, top + 20)
        for key, value in more.items():
            setattr(widget, key, value)
        page.add_widget(widget)

    add("owner", fitz.PDF_WIDGET_TYPE_TEXT, 40, field_label="负责人", text_maxlen=20)
    add("notes", fitz.PDF_WIDGET_TYPE_TEXT, 70, field_flags=fitz.PDF_TX_FIELD_IS_MULTILINE)
    add("done", fitz.PDF_WIDGET_TYPE_CHECKBOX, 100)
    add("state", fitz.PDF_WIDGET_TYPE_COMBOBOX, 130, choice_values=["open", "closed"])
    document.save(TO / "pymupdf.pdf", no_new_id=True)


if __name__ == "__main__":
    reportlab()
    pymupdf()
