"""A reader's way through the handbook, in each engine: what is tapped does what it says, and no script fails."""

from __future__ import annotations

import io
import zipfile


def test_a_reader_finds_a_case_and_takes_its_form_filled_in(visit):
    window = visit("en/")
    window.press("/")
    window.type("dialog [role=combobox]", "urgent matter")
    window.see("dialog .found mark", "urgent")
    window.press("Enter")
    window.at("/en/scenarios/urgent-matter/")
    window.see("h1", "An urgent matter")

    visit("en/templates/meeting-minutes/")
    window.click("form-opener > button")
    window.type("form-filler [name=minutes-subject]", "Warehouse move")
    window.see("[data-sheet]", "Warehouse move")
    name, content = window.take("form-filler button[value=docx]")
    assert name.endswith(".docx")
    assert "Warehouse move" in zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
