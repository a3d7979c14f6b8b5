"""What programs made to find faults in files say of ours, empty and filled in: a few in each run, all of them in a sweep."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from pathlib import Path

import ooxml_integrity
import pdfua
import pikepdf
import pytest
from fast_mail_parser import parse_email
from openxml_audit import OpenXmlValidator

from macros.model.languages import LANGUAGES
from tests.filled_forms import LANGUAGES as FILE_LANGUAGES
from tests.filled_forms import TEMPLATES, Filling
from tests.test_letters import answers, handbook

FEW = ("resource-request", "change-confirmation", "follow-up-tracker")
"""One of each kind."""
UNFOUNDED = (
    # The validator takes the kind of a building block (ECMA-376, 17.12.15, which lists it) for that of a section.
    "Value 'bbPlcHdr' is not in allowed values",
    # Both may be missing by part 1, 11.3.5 and 14.2.7; Word itself opens files without them.
    "relationships/fontTable' is missing",
    "relationships/theme' is missing",
)
"""What openxml-audit takes for a fault."""


def each(sweep: bool) -> Iterator[tuple[str, str]]:
    """Templates with a language: each in turn, or in a sweep all of both."""
    for number, name in enumerate(TEMPLATES if sweep else FEW):
        for language in FILE_LANGUAGES if sweep else (FILE_LANGUAGES[number % len(FILE_LANGUAGES)],):
            yield name, language


def faults_of(content: bytes, place: Path) -> list[str]:
    """What two validators say of an Office file; the second knows Word only."""
    place.write_bytes(content)
    found = [error.description for error in OpenXmlValidator().validate(place).errors]
    if place.suffix == ".docx":
        found += [
            str(finding) for finding in ooxml_integrity.check(str(place)) if finding.severity != ooxml_integrity.INFO
        ]
    return [fault for fault in found if not any(unfounded in fault for unfounded in UNFOUNDED)]


@pytest.mark.parametrize(("ending", "name"), [("docx", "fillWord"), ("xlsx", "fillExcel")])
def test_word_and_excel_files_keep_to_the_schemas_of_office_empty_and_filled(
    fill: Filling, sweep: bool, tmp_path: Path, ending: str, name: str
) -> None:
    for template, language in each(sweep):
        form = fill.form(template)
        empty = fill.download(form, language, ending)
        values = answers(handbook().template[template], "en" if language == "en" else "zh")
        filled = fill(name, form, values, *([language] if ending == "xlsx" else []), given=empty)
        for kind, content in (("empty", empty), ("filled", filled)):
            place = tmp_path / f"{template}.{language}.{kind}.{ending}"
            assert faults_of(content, place) == [], (template, language, kind)
            for command in unpackers(place):
                subprocess.run(command, check=True, capture_output=True)


OFFICE = Path(__file__).parent / "validators" / "node_modules" / ".bin" / "ooxml-validator"
"""The validator of Microsoft's own library."""


def faults_by_office(place: Path) -> list[str]:
    """What it says of a file; it takes a second for each."""
    if not OFFICE.exists() or not shutil.which("node"):
        pytest.skip("needs the validator of the Open XML SDK; `make test` installs it where npm is")
    told = subprocess.run([OFFICE, place], capture_output=True, text=True, timeout=120)
    found = json.loads(told.stdout)
    assert found["ok"] == (not found["errors"]), told.stdout
    return [f"{error['description']} {error.get('path', '')}" for error in found["errors"]]


@pytest.mark.parametrize(("ending", "name"), [("docx", "fillWord"), ("xlsx", "fillExcel")])
def test_the_library_of_office_itself_finds_no_fault(
    fill: Filling, sweep: bool, tmp_path: Path, ending: str, name: str
) -> None:
    for template, language in list(each(sweep))[: None if sweep else 1]:
        form = fill.form(template)
        empty = fill.download(form, language, ending)
        values = answers(handbook().template[template], "en" if language == "en" else "zh")
        filled = fill(name, form, values, *([language] if ending == "xlsx" else []), given=empty)
        for kind, content in (("empty", empty), ("filled", filled)):
            place = tmp_path / f"{template}.{language}.{kind}.{ending}"
            place.write_bytes(content)
            assert faults_by_office(place) == [], (template, language, kind)


def unpackers(archive: Path) -> Iterator[list[str]]:
    """The programs of this machine that test an archive."""
    for program, *options in (("unzip", "-tq"), ("7z", "t"), ("7zz", "t")):
        if shutil.which(program):
            yield [program, *options, str(archive)]


@pytest.mark.whole
def test_the_archives_of_all_files_unpack(site: Path) -> None:
    for archive in sorted((site / "downloads").glob("*.zip")):
        for command in unpackers(archive):
            subprocess.run(command, check=True, capture_output=True)


def test_a_fault_in_a_file_is_found(site: Path, tmp_path: Path) -> None:
    def broken(change: Callable[[bytes], bytes]) -> bytes:
        packed = io.BytesIO()
        with (
            zipfile.ZipFile(site / "downloads" / f"{FEW[0]}.zh.docx") as archive,
            zipfile.ZipFile(packed, "w") as changed,
        ):
            for part in archive.namelist():
                content = archive.read(part)
                changed.writestr(part, change(content) if part == "word/document.xml" else content)
        return packed.getvalue()

    assert faults_of(broken(lambda content: content), tmp_path / "same.docx") == []
    for old, new in (
        (b"<w:trPr>", b"<w:trPr><w:p/>"),
        (b"</w:sectPr>", b"<w:headerReference xmlns:r='r' r:id='none'/></w:sectPr>"),
    ):
        assert faults_of(broken(lambda content, old=old, new=new: content.replace(old, new, 1)), tmp_path / "b.docx")
    if OFFICE.exists() and shutil.which("node"):
        assert faults_by_office(tmp_path / "b.docx")


def test_printed_forms_are_sound_tagged_and_say_so(site: Path, sweep: bool) -> None:
    for template, language in each(sweep):
        place = site / "downloads" / f"{template}.{language}.pdf"
        assert [finding.message for finding in pdfua.validate(place).findings] == [], (template, language)
        with pikepdf.open(place) as pdf:
            assert pdf.check_pdf_syntax() == [], (template, language)
            assert pdf.Root.MarkInfo.Marked and str(pdf.Root.Lang).partition("-")[0] in LANGUAGES
            with pdf.open_metadata() as metadata:
                assert metadata.get("pdfuaid:part") == "1", (template, language)
            for page in pdf.pages:
                for widget in page.obj.get("/Annots", ()):
                    drawn = widget.AP.N
                    pictures = drawn.values() if "/Off" in drawn else [drawn]
                    assert all(picture.read_bytes() for picture in pictures), (template, language)


def test_mails_say_the_same_to_two_readers(site: Path) -> None:
    mails = sorted((site / "downloads").glob("*.eml"))
    assert mails
    for mail in mails:
        content = mail.read_bytes()
        one, other = message_from_bytes(content, policy=policy.strict), parse_email(content)
        assert str(one["subject"]) == other.subject and str(one["to"] or "") == (other.headers.get("To") or ""), (
            mail.name
        )
        for kind, said in (("plain", other.text_plain), ("html", other.text_html)):
            body = one.get_body((kind,))
            assert [text.split() for text in said] == ([body.get_content().split()] if body else []), (mail.name, kind)
