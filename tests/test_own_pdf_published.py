"""A PDF of the company's own through a real build: filled in on the site and from a folder, it brings the shapes of what was typed."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from macros.commands import company, folder
from tests import own_files
from tests.conftest import mkdocs, serve

LINES = """\
id: expense-claim
audience: internal
title: {zh: 费用报销单, en: Expense claim}
summary: {zh: 报销出差和招待的费用。, en: To claim what you spent on travel and guests.}
aliases: {zh: [报销单据], en: [expenses form]}
owner: finance
reviewed: 2026-11-20
valid_for: P1Y
belongs_to: [absence]
"""
TYPED = "𠮷①—“报价”≤5"


def filled(browser, address: str) -> pikepdf.Pdf:
    """The file as the page hands it out."""
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    page.goto(address)
    page.locator("form-opener > button").click()
    page.locator("form-filler textarea, form-filler input[data-type=text]").first.fill(TYPED)
    with page.expect_download() as download:
        page.locator("form-filler button[value=pdf]").click()
    content = Path(download.value.path()).read_bytes()
    context.close()
    return pikepdf.open(io.BytesIO(content))


def check(pdf: pikepdf.Pdf) -> None:
    (field,) = (each for each in pdf.Root.AcroForm.Fields if str(each.get("/V", "")) == TYPED)
    fonts = [each for each in field.AP.N.Resources.Font.values() if "/DescendantFonts" in each]
    assert fonts and all("/FontFile2" in each.DescendantFonts[0].FontDescriptor for each in fonts)


@pytest.mark.sweep
def test_it_is_filled_in_on_the_site_and_from_a_folder(small_project: Path, tmp_path: Path, browser):
    company.lay_down(small_project)
    forms = small_project / "docs/company/forms"
    forms.mkdir(exist_ok=True)
    (forms / "expense-claim.pdf").write_bytes(own_files.pdf_by_hand())
    (forms / "expense-claim.yml").write_text(LINES, encoding="utf-8")
    built = mkdocs("build", "--strict", "--site-dir", str(tmp_path / "site"), root=small_project)
    assert built.returncode == 0, built.stdout + built.stderr
    assert (tmp_path / "site/fonts/first.bin").is_file()
    server, address = serve(tmp_path / "site")
    check(filled(browser, f"{address}templates/expense-claim/"))
    server.shutdown()
    drive = folder.write(tmp_path / "site", tmp_path / "手册 #1")
    check(filled(browser, (drive / "templates/expense-claim/index.html").as_uri()))
