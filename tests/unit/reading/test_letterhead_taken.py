"""The company's letterhead: what letters take of it, and what is said of a file that gives them none."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from docx.shared import Mm

from macros.reading.letterhead import Unfit, letterhead
from tests import letterheads, own_files


def test_of_a_file_page_head_foot_pictures_and_styles_are_taken():
    taken = letterhead(letterheads.python_docx())
    assert b"titlePg" in taken.section and b'w:left="1701"' in taken.section
    assert {"word/styles.xml", "word/media/image1.png"} <= set(taken.parts)
    assert taken.parts["word/media/image1.png"].media_type == "image/png"
    assert not {"word/document.xml", "word/settings.xml", "docProps/core.xml"} & set(taken.parts)
    assert not taken.left_and_right and letterhead(letterheads.python_docx(left=True)).left_and_right


def test_one_of_libreoffice_is_taken():
    taken = letterhead(letterheads.LIBREOFFICE.read_bytes())
    kinds = {kind for kind, _ in taken.links.values()}
    assert {"header", "footer", "styles"} <= kinds
    assert "江河电子" in next(part.content.decode() for name, part in taken.parts.items() if "header" in name)


def changed(name: str, change) -> bytes:
    """A letterhead of which one part is another."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(letterheads.python_docx())) as old, zipfile.ZipFile(made, "w") as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return made.getvalue()


def parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(letterheads.python_docx())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def without_head() -> bytes:
    document = Document()
    document.add_paragraph("Example Ltd")
    return saved(document)


def saved(document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def with_margins() -> bytes:
    document = Document(io.BytesIO(letterheads.python_docx()))
    document.sections[0].left_margin = Mm(120)
    return saved(document)


RELATIONS = "word/_rels/header1.xml.rels"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (without_head(), "has nothing in its header and footer; put name, logo and address there (Insert > Header)"),
        (with_margins(), "leaves 70 by 222 mm for a letter, and 90 are the least; make its margins narrower"),
        (letterheads.python_docx()[:-300], "is damaged or locked by a password; open it in Word and save it as a"),
        (changed("word/header1.xml", lambda _: b"<w:hdr"), "is damaged or locked by a password; open it in Word"),
        (changed("word/header1.xml", lambda given: b"<!DOCTYPE a><a/>"), "is damaged or locked by a password"),
        (
            changed(RELATIONS, lambda given: given.replace(b"/image", b"/oleObject")),
            "holds something other than text and pictures in its header or footer (oleObject); replace it by a picture",
        ),
        (
            changed(RELATIONS, lambda given: given.replace(b"/>", b' TargetMode="External"/>')),
            "shows a picture from another file; have it embedded, and save it again",
        ),
        (
            own_files.zipped(
                {**parts(), "word/media/标.png": b"-", RELATIONS: parts()[RELATIONS].replace(b"image1", b"%E6%A0%87")}
            ),
            "is packed in a way that nobody else reads; open it in Word and save it again",
        ),
        (
            changed("[Content_Types].xml", lambda given: given.replace(b"wordprocessingml", b"presentationml")),
            "is no Word file inside; save it in Word as a .docx file",
        ),
        (
            changed(
                "word/document.xml", lambda _: b'<d:a xmlns:d="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'
            ),
            "is saved as Strict Open XML; save it as a usual file of its program; save it in Word as a plain .docx file",
        ),
    ],
    ids=[
        "no head",
        "margins",
        "cut off",
        "damaged",
        "doctype",
        "object",
        "linked picture",
        "named otherwise",
        "slides",
        "strict",
    ],
)
def test_what_is_no_letterhead_is_said_with_what_to_do(content: bytes, said: str):
    with pytest.raises(Unfit) as unfit:
        letterhead(content)
    assert str(unfit.value).startswith(said)
