"""PDF forms that were filled in with a viewer, read back on the page: all that they say, however they were saved, and nothing else."""

from __future__ import annotations

import codecs
import io
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import cache

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Object, ObjectStreamMode, Pdf, Stream, String

from macros.downloads.pdf import write
from tests.built_pages import published
from tests.conftest import ROOT
from tests.filled_forms import described
from tests.filled_pages import MINUTES, begin, field, press, said
from tests.forms import full_template, small_template, stand_in_handbook

FORM = described(full_template())
EMPTY = write(full_template(), "zh-en", stand_in_handbook())
BIG = codecs.BOM_UTF16_BE
TYPED: dict[str, str | bytes] = {
    "subject": BIG + "退款𠮷“单”".encode("utf-16-be"),
    "reported-by": b"Li\x84Ming \x92 (a\\b) \xe9\xa0",
    "from-department": codecs.BOM_UTF8 + "研发部".encode(),
    "call-back": BIG + "\x1bzh\x1b8021".encode("utf-16-be"),
    "noticed-at": BIG + "2026年11月5日 下午2:30".encode("utf-16-be"),
    "source": b"mail",
    "what-happened": b"One\rTwo\r\nThree",
    "to-dos.1.what": b"Task A",
    "to-dos.1.due": b"11 November 2026",
    "to-dos.3.who": b"Wang",
}
TICKED = ("customer-told", "needs.budget", "needs.time", "to-dos.1.checked")
READ = {
    "subject": "退款𠮷“单”",
    "reported-by": "Li—Ming ™ (a\\b) é€",
    "from-department": "研发部",
    "call-back": "8021",
    "noticed-at": "2026-11-05T14:30",
    "source": "mail",
    "what-happened": "One\nTwo\nThree",
    "needs": ["budget", "time"],
    "customer-told": True,
}


def fields_of(pdf: Pdf) -> dict[str, Object]:
    """The fields of a file by their whole names."""

    def below(each: Object, above: str = "") -> Iterator[tuple[str, Object]]:
        name = f"{above}{each.T}"
        inner = [kid for kid in each.get("/Kids", ()) if "/T" in kid]
        for kid in inner:
            yield from below(kid, f"{name}.")
        if not inner:
            yield name, each

    return dict(pair for root in pdf.Root.AcroForm.Fields for pair in below(root))


def typed(content: bytes, texts: Mapping[str, str | bytes], ticked: tuple[str, ...] = ()) -> Pdf:
    """A file with these answers, as a viewer writes them."""
    pdf = pikepdf.open(io.BytesIO(content))
    fields = fields_of(pdf)
    for name, text in texts.items():
        is_button = Name.Btn == fields[name].FT and isinstance(text, bytes)
        fields[name].V = Name(f"/{text.decode()}") if is_button else String(text)
    for name in ticked:
        fields[name].V = fields[name].AS = Name.Yes
    return pdf


def saved(pdf: Pdf, **how) -> bytes:
    written = io.BytesIO()
    pdf.save(written, **how)
    return written.getvalue()


def appended(
    content: bytes, texts: Mapping[str, str | bytes], ticked: tuple[str, ...] = (), packed: bool = False
) -> bytes:
    """A file with answers written behind its end, the list of them being a stream; `packed`: they lie in one stream too."""
    pdf = typed(content, texts, ticked)
    fields = fields_of(pdf)
    changed = {fields[name].objgen[0]: fields[name].unparse(resolved=True) for name in (*texts, *ticked)}
    before = int(content.rpartition(b"startxref")[2].split()[0])
    number = int(pdf.trailer.Size)
    parts = [content, b"\n"]
    rows = []

    def lay(own: int, body: bytes) -> None:
        rows.append((own, b"\1" + sum(map(len, parts)).to_bytes(4, "big") + b"\0\0"))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (own, body))

    if packed:
        places, bodies = "", b""
        for own, body in changed.items():
            places += f"{own} {len(bodies)} "
            bodies += body + b"\n"
        inner = zlib.compress(places.encode() + bodies)
        head = b"<</Type/ObjStm/N %d/First %d/Filter[/FlateDecode]/Length %d 0 R>>" % (
            len(changed),
            len(places),
            number + 1,
        )
        lay(number, head + b"stream\r\n" + inner + b"\r\nendstream")
        lay(number + 1, b"%d" % len(inner))
        rows += [
            (own, b"\2" + number.to_bytes(4, "big") + place.to_bytes(2, "big")) for place, own in enumerate(changed)
        ]
        number += 2
    else:
        for own, body in changed.items():
            lay(own, body)
    begin_ = sum(map(len, parts))
    rows.append((number, b"\1" + begin_.to_bytes(4, "big") + b"\0\0"))
    index = " ".join(f"{own} 1" for own, _ in rows)
    root = pdf.Root.objgen[0]
    listed = b"".join(row for _, row in rows)
    lines = f"{number} 0 obj\n<</Type/XRef/Size {number + 1}/W[1 4 2]/Index[{index}]/Root {root} 0 R/Prev {before}/Length {len(listed)}>>"
    parts += [lines.encode(), b"\nstream\n", listed, b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % begin_]
    return b"".join(parts)


@cache
def filled() -> bytes:
    return saved(typed(EMPTY, TYPED, TICKED), object_stream_mode=ObjectStreamMode.generate)


@pytest.fixture(scope="module")
def reading(fill):
    """The page with the script that reads PDFs, which comes with the first of them."""
    script, fill.script = fill.script, f"/assets/{published(fill.site, 'assets/form-pdf.js').name}"
    yield fill
    fill.script = script


@pytest.fixture(scope="module")
def read(reading):
    """What a file says, and what of it could not be read: `{field: value}` and `[(field, column, why)]`."""

    def read_(content: bytes, form: dict = FORM) -> tuple[dict, list[tuple]]:
        found = reading("readPdf", form, given=content)
        return found["values"], [(left["field"], left.get("column"), left["why"]) for left in found.get("unread", ())]

    return read_


WAYS: dict[str, Callable[[], bytes]] = {
    "in streams": filled,
    "plain": lambda: saved(
        typed(EMPTY, TYPED, TICKED),
        object_stream_mode=ObjectStreamMode.disable,
        compress_streams=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
    ),
    "for the web": lambda: saved(typed(EMPTY, TYPED, TICKED), linearize=True),
    "behind the end": lambda: appended(EMPTY, TYPED, TICKED),
    "behind the end, in a stream": lambda: appended(EMPTY, TYPED, TICKED, packed=True),
    "twice behind the end": lambda: appended(appended(EMPTY, {**TYPED, "subject": b"Old"}), TYPED, TICKED, packed=True),
    "with a list of places that is wrong": lambda: b"\n" * 7 + filled() + b"\r\n--part--\r\n",
}


@pytest.mark.parametrize("way", WAYS)
def test_answers_are_read_however_the_file_was_saved(read, way):
    values, unread = read(WAYS[way]())
    assert not unread and {name: values[name] for name in READ} == READ
    first, second = values["to-dos"]
    assert (first["what"], first["due"], first["checked"]) == ("Task A", "2026-11-11", True)
    assert (second["what"], second["who"], second["checked"]) == ("", "Wang", False)
    assert values["reply-to"] == "" and values["costs"] == []


def test_an_empty_form_says_nothing(read):
    values, unread = read(EMPTY)
    assert not unread and not any(values.values())


def test_what_cannot_be_read_for_certain_is_told_of(read):
    pdf = typed(EMPTY, {**TYPED, "noticed-at": b"5/11/2026 3 pm", "source": b"fax", "to-dos.1.due": b"soon"}, TICKED)
    fields = fields_of(pdf)
    fields["customer-told"].AS = Name.Off
    fields["needs.people"].V = Name.Yes
    values, unread = read(saved(pdf))
    told = [("noticed-at", None, "ambiguous"), ("source", None, "choice"), ("needs", None, "tick")]
    assert sorted(unread) == sorted([*told, ("customer-told", None, "tick"), ("to-dos", "due", "words")])
    assert not {name for name, *_ in told} & values.keys() and values["to-dos"][0]["what"] == "Task A"


@pytest.mark.parametrize("name", ["subject", "noticed-at", "source", "customer-told", "needs.people", "to-dos.1.due"])
def test_a_field_that_is_gone_is_told_of_and_says_nothing(read, name):
    pdf = typed(EMPTY, TYPED, TICKED)
    held = fields_of(pdf)[name]
    del held.T, held.FT
    values, unread = read(saved(pdf))
    head, *rest = name.split(".")
    assert unread == [(head, rest[1] if head == "to-dos" else None, "missing")]
    assert "due" not in values["to-dos"][0] if head == "to-dos" else head not in values


def test_a_label_is_its_option_and_a_stream_is_a_text(read):
    pdf = typed(EMPTY, {"to-dos.1.state": BIG + "进行中".encode("utf-16-be")})
    fields_of(pdf)["what-happened"].V = pdf.make_indirect(Stream(pdf, BIG + "很长".encode("utf-16-be")))
    values, unread = read(saved(pdf))
    assert (values["to-dos"][0]["state"], values["what-happened"], unread) == ("running", "很长", [])


def test_a_choice_of_boxes_is_read_as_viewers_write_it_and_not_once_it_is_cleared(read):
    """The box that is on bears its answer, the others are off; cleared, the field says Off, or nothing at all."""

    def state(pdf: Pdf, answer: str) -> Pdf:
        field = fields_of(pdf)["source"]
        field.V = Name(f"/{answer}")
        for box in field.Kids:
            box.AS = field.V if field.V in box.AP.N else Name.Off
        return pdf

    pdf = pikepdf.open(io.BytesIO(EMPTY))
    for answer in ("call", "mail", "visit"):
        values, unread = read(saved(state(pdf, answer)))
        assert (values["source"], unread) == (answer, [])
    values, unread = read(saved(state(pdf, "Off")))
    assert (values["source"], unread) == ("", [])
    del fields_of(pdf)["source"].V
    values, unread = read(saved(pdf))
    assert (values["source"], unread) == ("", [])
    assert not int(fields_of(pdf)["source"].Ff) & 1 << 14, "a box that is on can be put off again"


def test_a_letter_in_two_languages_is_read_from_the_one_that_was_filled_in(reading, read):
    form = reading.form("quotation-request")
    empty = reading.download(form, "zh-en", "pdf")
    names = fields_of(pikepdf.open(io.BytesIO(empty)))
    _, table, row, column = next(name for name in names if name.startswith("en.") and ".1." in name).split(".")
    values, unread = read(
        saved(typed(empty, {"en.enquiry-matter": b"Racks", f"en.{table}.{row}.{column}": b"Rack"})), form
    )
    assert values["enquiry-matter"] == "Racks" and values[table][0][column] == "Rack" and not unread
    both = {"en.enquiry-matter": b"Racks", "zh.enquiry-matter": BIG + "货架".encode("utf-16-be")}
    values, unread = read(saved(typed(empty, both)), form)
    assert "enquiry-matter" not in values and unread == [("enquiry-matter", None, "twice")]


def test_what_is_no_filled_form_of_ours_is_said_for_what_it_is(reading):
    printed = Pdf.new()
    printed.add_blank_page()
    locked = saved(typed(EMPTY, TYPED), encryption=pikepdf.Encryption(owner="a", user=""))
    circle = typed(EMPTY, {})
    circle.Root.AcroForm.Fields = pikepdf.Array([circle.make_indirect(Dictionary(T=String("a")))])
    circle.Root.AcroForm.Fields[0].Kids = pikepdf.Array([circle.Root.AcroForm.Fields[0]])
    files = {
        saved(printed): "pdf",
        locked: "pdf_encrypted",
        write(small_template(), "zh", stand_in_handbook()): "pdf_other",
        (ROOT / "tests/strangers/pdf-lib.pdf").read_bytes(): "pdf_other",
        filled()[: len(filled()) // 2]: "damaged",
        b"%PDF-1.7\n" + b"[" * 50_000: "damaged",
        b"%PDF-1.7\n" + b"1" * 1_000_000: "damaged",
        saved(circle): "damaged",
    }
    assert [reading.fault("readPdf", FORM, given=content) for content in files] == list(files.values())


def test_no_form_takes_the_file_of_another(reading):
    """Forms share names, such as that of a date."""
    site = reading.site
    forms = [reading.form(path.stem) for path in (ROOT / "docs/data/templates").glob("*.yml")]
    names = {
        form["id"]: {
            name.removeprefix("zh.").removeprefix("en.").split(".")[0]
            for name in fields_of(pikepdf.open(site / form["files"]["zh-en"]["pdf"]))
        }
        for form in forms
        if "pdf" in form["files"]["zh-en"]
    }
    for form in forms:
        asked = {field["id"] for section in form["sections"] for field in section["fields"]}
        fitting = [id for id, found in names.items() if len(asked & found) * 2 >= max(len(asked), len({*found}))]
        assert fitting == [form["id"]]


def test_a_filled_pdf_is_offered_on_the_page(open_page, reading):
    page = open_page(f"en/templates/{MINUTES}/")
    begin(page)
    empty = reading.download(reading.form(MINUTES), "en", "pdf")
    typed_ = saved(typed(empty, {"minutes-subject": b"From a PDF"}))
    page.locator("input[data-word]").set_input_files({"name": "filled.pdf", "mimeType": "", "buffer": typed_})
    page.locator("[data-offer] dl > div").first.wait_for()
    press(page, "accept")
    assert field(page, "minutes-subject").input_value() == "From a PDF"
    page.locator("input[data-word]").set_input_files({"name": "other.pdf", "mimeType": "", "buffer": filled()})
    page.wait_for_function("document.querySelector('form-filler [data-said]').textContent.includes('Nothing was')")
    assert "those of something else" in said(page)
