"""The company's logo and favicon go to the site, to what a messenger shows, and to forms and letters; the colour to the favicon."""

from __future__ import annotations

import dataclasses
import io
import re
import zipfile
from email import message_from_bytes

import pikepdf
from PIL import Image

from macros import addresses
from macros.downloads import bundle, docx, eml, pdf, xlsx
from macros.downloads.excel.look import ACCENT, PALE, TINT
from macros.model.brand import Brand
from macros.model.handbook import Handbook
from macros.model.pictures import BrandFiles, Picture
from macros.published import book, brand, epub, social_card
from macros.published.books import Chapter, Contents
from macros.reading import loading
from macros.wording import Wording
from tests.conftest import ROOT
from tests.unit.sound import sound

LOGO = Picture(
    "logo.svg",
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><path fill="#9b1c1c" d="M0 0h120v40H0z"/></svg>',
    120,
    40,
)
SIGN = Picture("favicon.svg", LOGO.content.replace(b"120 40", b"40 40"), 40, 40)


def handbook(**files: Picture) -> Handbook:
    return dataclasses.replace(loading.handbook_of(sound()), brand=BrandFiles(**files))


def coloured(**files: Picture) -> Handbook:
    own = handbook(**files)
    return dataclasses.replace(own, company=own.company.model_copy(update={"brand": Brand(colour="#9b1c1c")}))


def test_without_files_and_colour_nothing_is_published_and_the_handbooks_own_sign_stands():
    assert list(brand.files(handbook(), ROOT / "overrides")) == []
    assert addresses.favicon(handbook()) == "assets/favicon.svg"


def test_the_files_are_published_as_they_are():
    own = handbook(logo=LOGO, favicon=SIGN)
    assert dict(brand.files(own, ROOT / "overrides")) == {
        "assets/brand/logo.svg": LOGO.content,
        "assets/brand/favicon.svg": SIGN.content,
    }
    assert addresses.favicon(own) == "assets/brand/favicon.svg"
    assert brand.icon(own, 192) != brand.icon(handbook(), 192)


def test_without_a_favicon_the_handbooks_own_sign_has_the_companys_colour():
    own = coloured()
    sign = dict(brand.files(own, ROOT / "overrides"))[addresses.favicon(own)]
    assert b"#9b1c1c" in sign and b"#1d5a8c" not in sign


def test_the_picture_beside_a_link_has_the_logo():
    own = handbook(logo=LOGO)
    assert social_card.social_card(Wording(own, "zh"), "zh", own) != social_card.social_card(
        Wording(own, "zh"), "zh", handbook()
    )


def test_forms_and_letters_have_the_logo_in_word_excel_and_pdf():
    with_logo, without = handbook(logo=LOGO), handbook()
    form, letter = (with_logo.template[name] for name in ("meeting-minutes", "first-contact-mail"))
    for template, writer in ((form, docx), (letter, docx), (form, xlsx)):
        pictures = [_pictures(writer.write(template, "zh", each)) for each in (with_logo, without)]
        assert len(pictures[0]) == 1 and pictures[1] == [], (template.id, writer)
    for template in (form, letter):
        drawn = [_marks(pdf.write(template, "zh", each)) for each in (with_logo, without)]
        assert drawn[0] > drawn[1], template.id


def test_the_first_page_of_a_sheet_whose_head_is_its_own_has_the_logo_too():
    own = handbook(logo=LOGO)
    form = next(each for each in own.templates if each.kind == "form")
    with zipfile.ZipFile(io.BytesIO(xlsx.write(form, "zh", own))) as archive:
        lines = archive.read("xl/worksheets/sheet1.xml").decode()
        assert lines.count("&amp;C&amp;G") == 2 and lines.index("<firstHeader>") < lines.rindex("&amp;C&amp;G")
        drawn = archive.read("xl/drawings/vmlDrawing1.vml").decode()
        assert 'id="CH"' in drawn and 'id="CHFIRST"' in drawn


def test_mails_and_the_list_in_the_archives_have_the_companys_colour_and_no_other():
    own = coloured()
    notice = next(each for each in own.templates if each.mail_subject and not each.is_letter)
    mail = message_from_bytes(eml.write(notice, "zh", own))
    html = mail.get_payload()[1].get_payload(decode=True).decode()
    assert "color: #9b1c1c;" in html and not {"#1d5a8c", "#e9f0f7"} & {*re.findall("#[0-9a-f]{6}", html)}
    packed = {(each.id, "md"): b"" for each in own.templates}
    with zipfile.ZipFile(io.BytesIO(bundle.write("zh", own, packed))) as archive:
        index = archive.read(next(name for name in archive.namelist() if name.endswith(".html"))).decode()
    assert "a{color:#9b1c1c;" in index and "#1d5a8c" not in index


def test_forms_in_word_excel_and_pdf_have_the_companys_colour_and_no_other():
    own = coloured()
    form = own.template["meeting-minutes"]
    word, excel = (_xml(writer.write(form, "zh", own)) for writer in (docx, xlsx))
    assert word.count("9B1C1C") > 1 and "1D5A8C" not in word and "EEF3F8" not in word
    assert "FF9B1C1C" in excel.upper() and not any(each[1:].upper() in excel.upper() for each in (ACCENT, TINT, PALE))
    set_in = _colours(pdf.write(form, "zh", own))
    assert (0x9B, 0x1C, 0x1C) in set_in and (0x1D, 0x5A, 0x8C) not in set_in


def test_the_covers_of_books_have_the_logo_on_white():
    own, plain = coloured(logo=LOGO), coloured()
    page = Chapter("Part", "channels/email/", "E-mail", "IT", "", "Text.")
    contents = Contents("newcomers", "en", "Handbook", "New here", (page,), frozenset(), ())
    with (
        zipfile.ZipFile(io.BytesIO(epub.epub(contents, own, "/"))) as archive,
        Image.open(io.BytesIO(archive.read("book/cover.png"))) as cover,
    ):
        red, white, logo = (cover.convert("RGB").getpixel(at) for at in ((5, 5), (110, 200), (300, 200)))
    assert (red, white, logo) == ((0x9B, 0x1C, 0x1C), (255, 255, 255), (0x9B, 0x1C, 0x1C))
    with_logo, without = (book.pdf(contents, each, "/") for each in (own, plain))
    assert _marks(with_logo) > _marks(without)
    assert _colours(with_logo)[0] == (0x9B, 0x1C, 0x1C)  # the ground first, which would cover the logo


def test_the_same_logo_makes_the_same_file():
    own = handbook(logo=LOGO)
    form = own.template["meeting-minutes"]
    assert docx.write(form, "zh", own) == docx.write(form, "zh", own)
    assert xlsx.write(form, "zh", own) == xlsx.write(form, "zh", own)


def _xml(content: bytes) -> str:
    """All parts of an Office file that are XML."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))


def _pictures(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [name for name in archive.namelist() if "/media/" in name]


def _marks(content: bytes) -> int:
    """How often the logo's own red is set on the first page."""
    with pikepdf.open(io.BytesIO(content)) as document:
        page = document.pages[0]
        drawn = [pikepdf.parse_content_stream(page)]
        drawn += [pikepdf.parse_content_stream(each) for each in page.Resources.get("/XObject", {}).values()]
        return sum(len(each) for each in drawn)


def _colours(content: bytes) -> list[tuple[int, ...]]:
    """The colours that are set on the first page, in the order of drawing."""
    with pikepdf.open(io.BytesIO(content)) as document:
        return [
            tuple(round(float(part) * 255) for part in each.operands)
            for each in pikepdf.parse_content_stream(document.pages[0])
            if str(each.operator) in ("rg", "sc", "scn") and len(each.operands) == 3
        ]
