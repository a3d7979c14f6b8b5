"""Word files that were changed by Word and other programs, read back: all that they say, and nothing else."""

from __future__ import annotations

import pytest
from docx.oxml.ns import qn
from lxml import etree

from macros.downloads.docx import write
from tests.filled_forms import described
from tests.forms import full_template, stand_in_handbook
from tests.word_files import (
    DOCUMENT,
    STRICT,
    changed,
    dropped,
    elements,
    filled_with,
    packed,
    parts_of,
    rows_of,
    run,
    tagged,
    typed,
    without,
    without_control,
)

FORM = described(full_template())
EMPTY = write(full_template(), "zh", stand_in_handbook())
ROWS = [
    {"what": "Task A", "who": "Li", "due": "2026-11-11", "state": "running", "checked": True},
    {"what": "Task B", "who": "Wang", "due": "2026-11-12", "state": "open", "checked": False},
]
VALUES = {
    "subject": "Refunds",
    "reported-by": "Li Ming",
    "noticed-at": "2026-11-05T15:00",
    "needed-by": "2026-11-06",
    "source": "mail",
    "needs": ["budget", "time"],
    "customer-told": True,
    "what-happened": "One\nTwo",
    "to-dos": ROWS,
}


@pytest.fixture(scope="module")
def read(fill):
    """What a file says, and what of it could not be read: `{field: value}` and `[(field, column, why)]`."""

    def read_(content: bytes) -> tuple[dict, list[tuple]]:
        found = fill("readWord", FORM, given=content)
        return found["values"], [(left["field"], left.get("column"), left["why"]) for left in found.get("unread", ())]

    return read_


@pytest.fixture(scope="module")
def filled(fill) -> bytes:
    """A form that was filled in on the page."""
    return fill("fillWord", FORM, VALUES, "zh", given=EMPTY)


# --- dates -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026年11月5日 下午3:00", "2026-11-05T15:00"),
        ("２０２６年１１月５日 上午９点半", "2026-11-05T09:30"),
        ("5 November 2026, 3 pm", "2026-11-05T15:00"),
        ("2026.11.5 15:00", "2026-11-05T15:00"),
        ("2026-11-05 00:00", "2026-11-05T00:00"),
    ],
)
def test_a_time_in_words_is_the_time_that_was_meant(read, filled, text, value):
    values, unread = read(changed(filled, typed("noticed-at", text)))
    assert values["noticed-at"] == value and not unread


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("5/11/2026 3 pm", "ambiguous"),
        ("11月5日 下午3点", "no_year"),
        ("2026年11月5日", "no_time"),
        ("尽快", "words"),
        ("2026-11-05 15:00-16:00", "words"),
        ("2026年11月5日（周五）15:00", "weekday"),
    ],
)
def test_what_is_no_certain_time_is_told_of_and_never_the_day_that_was_chosen_before(read, filled, text, why):
    """The control still bears the old day, as Word leaves it where somebody types."""
    content = changed(filled, typed("noticed-at", text))
    assert (
        tagged(etree.fromstring(parts_of(content)[DOCUMENT]), "noticed-at")[0]
        .find(f".//{qn('w:date')}")
        .get(qn("w:fullDate"))
    )
    values, unread = read(content)
    assert "noticed-at" not in values and unread == [("noticed-at", None, why)]


def test_a_date_in_a_row_that_cannot_be_read_takes_nothing_else_of_the_row_away(read, filled):
    values, unread = read(changed(filled, typed("to-dos.due", "next week", 1)))
    assert values["to-dos"] == [ROWS[0], {key: value for key, value in ROWS[1].items() if key != "due"}]
    assert unread == [("to-dos", "due", "words")]


# --- marks of change -------------------------------------------------------------------------------------------------

MARK = 'w:id="9" w:author="A" w:date="2026-11-05T10:00:00Z"'
SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def marked(kind: str, content: str) -> str:
    """Something under a mark of change."""
    return f"<w:{kind} {MARK}>{content}</w:{kind}>"


def paragraph(content: str, end: str = "") -> str:
    """A paragraph; `end` is the mark of change on its end."""
    mark = f"<w:pPr><w:rPr><w:{end} {MARK}/></w:rPr></w:pPr>" if end else ""
    return f"<w:p>{mark}{content}</w:p>"


def either(known: str, fallback: str, namespace: str = SHAPES) -> str:
    """Something that stands twice: for programs that know a namespace, and for those that do not."""
    return (
        f'<mc:AlternateContent><mc:Choice Requires="new" xmlns:new="{namespace}">{known}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def box(text: str) -> str:
    """What stands in a box."""
    return f"<w:txbxContent>{paragraph(run(text))}</w:txbxContent>"


OLD_RUN = "<w:r><w:delText>old</w:delText><w:br/></w:r>"
HIDDEN = (
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
    '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>seen</w:t></w:r>'
)
NESTED = f"<w:hyperlink>{run('linked')}</w:hyperlink><w:sdt><w:sdtContent>{run(' inner')}</w:sdtContent></w:sdt>"
SOUNDED = f"<w:r><w:ruby><w:rt>{run('hàn')}</w:rt><w:rubyBase>{run('汉')}</w:rubyBase></w:ruby></w:r>{run('字')}"
COUNTED = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>7</w:t></w:r>'


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (marked("ins", run("new")) + marked("del", OLD_RUN), "new"),
        (marked("moveTo", run("here")) + marked("moveFrom", run("there")), "here"),
        (marked("del", run("by an old program")) + run("kept"), "kept"),
        (either(run("once"), run("twice")), "once"),
        (either(run("unknown"), run("known"), "urn:somebody-else"), "known"),
        (SOUNDED, "汉字"),
        (HIDDEN, "seen"),
        (NESTED, "linked inner"),
        (COUNTED, "7"),
    ],
)
def test_a_text_reads_as_if_every_change_in_it_had_been_accepted(read, filled, xml, text):
    values, unread = read(changed(filled, filled_with("subject", xml)))
    assert values["subject"] == text and not unread


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (paragraph(run("One")) + paragraph(run("Two")), "One\nTwo"),
        (paragraph(run("One "), "del") + paragraph(run("line")), "One line"),
        (
            paragraph(run("One")) + paragraph(marked("del", run("gone")), "del") + paragraph(run("Two")),
            "One\nTwo",
        ),
        (paragraph(run("One")) + paragraph(marked("moveFrom", run("moved")), "moveFrom"), "One"),
        (
            paragraph(
                run("One")
                + "<w:r>"
                + either(
                    f"<w:drawing>{box('Box')}</w:drawing>", f"<w:pict><v:textbox>{box('Box')}</v:textbox></w:pict>"
                )
                + "</w:r>"
            ),
            "One\nBox",
        ),
    ],
)
def test_paragraphs_that_were_deleted_joined_or_framed_read_as_they_look(read, filled, xml, text):
    values, unread = read(changed(filled, filled_with("what-happened", xml)))
    assert values["what-happened"].rstrip("\n") == text and not unread


def test_a_row_that_was_deleted_is_no_row_and_without_any_the_table_is_empty(read, filled):
    def delete(*numbers: int):
        def change(root):
            rows = rows_of(root, "to-dos.what")
            for number in numbers:
                properties = rows[number].find(qn("w:trPr"))
                properties.extend(elements(f"<w:del {MARK}/>"))

        return change

    assert read(changed(filled, delete(0)))[0]["to-dos"] == [ROWS[1]]
    assert read(changed(filled, delete(0, 1)))[0]["to-dos"] == []


# --- signs that are elements -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("xml", "text", "lost"),
    [
        ("010<w:noBreakHyphen/>55550100", "010-55550100", []),
        ("co<w:softHyphen/>operate", "co\u00adoperate", []),
        ("a<w:tab/>b<w:ptab/>c", "a\tb\tc", []),
        ('a<w:br/>b<w:cr/>c<w:br w:type="page"/>d', "a\nb\nc\nd", []),
        ('<w:sym w:font="Wingdings" w:char="F0FC"/> done', "✓ done", []),
        ('20 <w:sym w:font="Symbol" w:char="F0B0"/>C', "20 °C", []),
        ('<w:sym w:font="Symbol" w:char="F061"/>', "α", []),
        ('<w:sym w:font="Arial" w:char="2022"/>', "•", []),
        ('a<w:sym w:font="Wingdings" w:char="F001"/>b', "ab", ["symbol"]),
        ('a<w:sym w:font="Logos" w:char="F0FC"/>b', "ab", ["symbol"]),
        ("a<w:sym/>b", "ab", ["symbol"]),
        ("a<w:drawing/>b", "ab", ["picture"]),
        ("a<w:object/>b", "ab", ["picture"]),
    ],
)
def test_signs_that_are_elements_are_kept_or_told_of(read, filled, xml, text, lost):
    pieces = "".join(
        piece if piece.startswith("<") else f'<w:t xml:space="preserve">{piece}</w:t>'
        for piece in xml.replace("<", "\0<").replace("/>", "/>\0").split("\0")
        if piece
    )
    values, unread = read(changed(filled, filled_with("what-happened", f"<w:p><w:r>{pieces}</w:r></w:p>")))
    assert values["what-happened"] == text and unread == [("what-happened", None, why) for why in lost]


# --- what other programs drop ----------------------------------------------------------------------------------------


def test_rows_are_found_without_the_marks_that_they_repeat(read, filled):
    for names in (("w15:repeatingSection", "w15:repeatingSectionItem"), ("w15:repeatingSectionItem",)):
        values, unread = read(changed(filled, dropped(*names)))
        assert values == read(filled)[0] and not unread


def test_a_row_that_was_copied_by_hand_is_a_row(read, filled):
    def copy(root):
        rows = rows_of(root, "to-dos.what")
        rows[1].addnext(etree.fromstring(etree.tostring(rows[1])))

    assert read(changed(filled, copy))[0]["to-dos"] == [*ROWS, ROWS[1]]


def test_answers_are_found_by_their_titles_where_the_tags_are_gone(read, filled):
    values, unread = read(changed(filled, dropped("w:tag")))
    assert values == read(filled)[0] and not unread


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        (without_control("subject"), ("subject", None)),
        (without_control("noticed-at"), ("noticed-at", None)),
        (without_control("customer-told"), ("customer-told", None)),
        (without_control("needs.people"), ("needs", None)),
        (without_control("to-dos.due"), ("to-dos", "due")),
        (without("subject", "sdtContent"), ("subject", None)),
        (without("noticed-at", "sdtContent"), ("noticed-at", None)),
        (without("needs.people", "sdtContent"), ("needs", None)),
        (without("reported-by", "sdtPr"), ("reported-by", None)),
        (without("to-dos", "sdtPr"), None),
    ],
)
def test_a_control_that_is_gone_is_told_of_and_says_nothing(read, filled, change, missing):
    values, unread = read(changed(filled, change))
    whole = read(filled)[0]
    assert unread == ([(*missing, "missing")] if missing else [])
    if not missing:
        assert values == whole  # Rows are known without what says that they come again.
    elif missing[1]:
        assert values["to-dos"] == [{key: value for key, value in ROWS[0].items() if key != "due"}, ROWS[1]]
    else:
        assert values == {name: value for name, value in whole.items() if name != missing[0]}


def test_a_table_whose_controls_are_gone_is_not_an_empty_one(read, filled):
    def change(root):
        for control in [
            each for tag in ("what", "who", "due", "state", "checked") for each in tagged(root, f"to-dos.{tag}")
        ]:
            for child in list(control.find(qn("w:sdtContent"))):
                control.addprevious(child)
            control.getparent().remove(control)

    values, unread = read(changed(filled, change))
    assert "to-dos" not in values and unread == [("to-dos", None, "missing")]


def test_a_prompt_is_no_answer_where_a_program_dropped_the_word_for_it(read, filled):
    """Google Docs and others leave the prompt as an ordinary text."""
    assert read(changed(filled, dropped("w:showingPlcHdr"))) == read(filled)


def test_a_control_that_stands_twice_is_read_once_where_both_agree_and_told_of_where_not(read, filled):
    def double(root):
        control = tagged(root, "subject")[0]
        control.addnext(etree.fromstring(etree.tostring(control)))

    assert read(changed(filled, double)) == read(filled)
    values, unread = read(changed(filled, double, typed("subject", "Another", 1)))
    assert "subject" not in values and unread == [("subject", None, "twice")]


def test_a_choice_or_a_tick_that_is_none_is_told_of(read, filled):
    values, unread = read(changed(filled, typed("source", "传真"), typed("customer-told", "是的")))
    assert ("source", None, "choice") in unread and "source" not in values
    values, unread = read(changed(filled, dropped("w14:checkbox"), typed("customer-told", "是的")))
    assert unread == [("customer-told", None, "tick")] and values["needs"] == ["budget", "time"]
    assert read(changed(filled, typed("source", "Mail")))[0]["source"] == "mail"


# --- packages --------------------------------------------------------------------------------------------------------


def renamed(parts: dict[str, bytes], names: dict[str, str]) -> dict[str, bytes]:
    """A package whose parts have other names, in its relationships and types too."""

    def said(content: bytes) -> bytes:
        for old, new in names.items():
            content = content.replace(f'"/{old}"'.encode(), f'"/{new}"'.encode()).replace(
                f'"{old}"'.encode(), f'"{new}"'.encode()
            )
        return content

    return {
        names.get(name, name): said(content) if name.endswith((".rels", "Types].xml")) else content
        for name, content in parts.items()
    }


@pytest.mark.parametrize(
    "names",
    [
        {DOCUMENT: "word/document2.xml"},
        {DOCUMENT: "word/Document.xml"},
        {DOCUMENT: "content/main.xml", "docProps/custom.xml": "meta/user.xml"},
        {DOCUMENT: "word/document 2.xml"},
    ],
)
def test_parts_are_found_whatever_they_are_called(fill, read, filled, names):
    content = packed(renamed(parts_of(filled), names))
    assert read(content) == read(filled) and fill("readWord", FORM, given=content)["template"] == FORM["id"]


def test_parts_are_found_by_their_types_or_their_usual_names_where_relationships_are_missing(read, filled):
    parts = parts_of(filled)
    assert read(packed({name: content for name, content in parts.items() if name != "_rels/.rels"})) == read(filled)
    named = renamed(parts, {DOCUMENT: "word/document2.xml"})
    assert read(packed({name: content for name, content in named.items() if name != "_rels/.rels"})) == read(filled)
    backslashes = {name.replace("/", "\\"): content for name, content in parts.items()}
    assert read(packed(backslashes)) == read(filled)


def test_the_strict_form_of_the_standard_is_read(read, filled):
    parts = parts_of(filled)
    names = {
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main": STRICT + b"wordprocessingml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties": STRICT
        + b"officeDocument/relationships/customProperties",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": STRICT
        + b"officeDocument/relationships",
    }
    for usual, strict in names.items():
        parts = {name: content.replace(usual, strict) for name, content in parts.items()}
    assert STRICT in parts[DOCUMENT] and read(packed(parts)) == read(filled)


def test_a_part_in_utf_16_is_read(read, filled):
    parts = parts_of(filled)
    text = parts[DOCUMENT].decode().partition("?>")[2]
    for encoding in ("utf-16", "utf-16-be", "utf-8-sig"):
        mark = "\ufeff" if encoding == "utf-16-be" else ""
        assert read(packed({**parts, DOCUMENT: f"{mark}{text}".encode(encoding)})) == read(filled)


def test_bytes_behind_the_end_do_no_harm(read, filled):
    for behind in (b"\0", b"\0" * 4096, b"\r\n--part--\r\n", b"PK\x05\x06", b"x" * 100_000):
        assert read(filled + behind) == read(filled)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace(b"<w:body>", b"<!DOCTYPE a [<!ENTITY b 'c'>]><w:body>", 1),
        lambda text: b"<!DOCTYPE a [<!ENTITY b 'c'><!ENTITY d '&b;&b;'>]>" + text.partition(b"?>")[2],
        lambda text: text[:-20],
        lambda text: text.replace(b"</w:p>", b"", 1),
    ],
)
def test_a_text_that_is_no_sound_xml_is_damaged(fill, filled, change):
    parts = parts_of(filled)
    assert fill.fault("readWord", FORM, given=packed({**parts, DOCUMENT: change(parts[DOCUMENT])})) == "damaged"
