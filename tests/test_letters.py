"""Letters: every format says the same sentences, with no word of the form in them."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from functools import cache
from itertools import dropwhile
from typing import Any

import pikepdf
import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from pikepdf.form import Form as PdfForm

from macros.downloads import docx, eml, markdown, pdf
from macros.downloads.letter import TO_SIGN, Letter, lines
from macros.downloads.measures import letters
from macros.model.base import Text
from macros.model.fields.families import ChoiceField, ChoicesField
from macros.model.handbook import Handbook
from macros.model.languages import LANGUAGES, Language
from macros.model.letter import APART, Line, theirs
from macros.model.signs import SIGNS
from macros.model.template import TableField, Template
from macros.published import forms
from macros.reading import loading
from tests.conftest import ROOT
from tests.printing import text_of
from tests.unit.sound import sound


@cache
def handbook() -> Handbook:
    return loading.handbook_of(sound())


LETTERS = [template.id for template in handbook().templates if template.kind == "letter"]
EACH = [(name, language) for name in LETTERS for language in LANGUAGES]

_SDT = f"{qn('w:sdtPr')}/{{{qn('w:tag')[1:].partition('}')[0]}}}"


def letter(name: str, language: Language, filled: bool) -> Letter:
    return Letter(handbook().template[name], language, handbook(), filled=filled)


def said(name: str, language: Language, filled: bool) -> str:
    return "\n".join(
        "\n".join([paragraph.text, *(cell for row in paragraph.rows for cell in row)])
        for paragraph in letter(name, language, filled).paragraphs()
    )


def coaching(template: Template, language: Language) -> Iterator[str]:
    yield from (template.summary[language], template.use_when[language], template.recipients[language])
    for field in template.fields:
        yield field.help[language]
        if isinstance(field, TableField):
            yield from (column.help[language] for column in field.columns)


@pytest.mark.parametrize(("name", "language"), EACH)
def test_a_letter_with_its_example_says_nothing_of_the_form(name: str, language: Language):
    text = said(name, language, True)
    assert not re.search(r"〔(?!\d{4}〕)|[{}]|\[\[|\]\]|☐", text)
    assert not [words for words in coaching(handbook().template[name], language) if len(words) > 12 and words in text]
    assert "。。" not in text and "：：" not in text and "  " not in text


@pytest.mark.parametrize(("name", "language"), EACH)
def test_an_empty_letter_has_a_blank_for_every_answer_that_it_says(name: str, language: Language):
    template = handbook().template[name]
    text = said(name, language, False)
    assert template.body is not None
    for line in template.body.lines(language):
        for gap in line.gaps():
            assert letter(name, language, False).blank(next(f for f in template.fields if f.id == gap.field)) in text
    assert not [words for words in coaching(template, language) if len(words) > 12 and words in text]


@pytest.mark.parametrize("name", LETTERS)
def test_what_is_kept_aside_is_never_said(name: str):
    template = handbook().template[name]
    for field in template.fields:
        if field.id in template.aside and isinstance(getattr(field, "example", None), Text):
            assert field.example.zh not in said(name, "zh", True).split("\n")
    assert template.body is not None
    named = {gap.field for language in LANGUAGES for line in template.body.lines(language) for gap in line.gaps()}
    assert not named & set(template.aside)


@pytest.mark.parametrize(("name", "language"), EACH)
def test_the_empty_draft_of_a_mail_and_markdown_say_the_letter(name: str, language: Language):
    template = handbook().template[name]
    texts = [paragraph.text for paragraph in letter(name, language, False).paragraphs() if paragraph.text]
    written = markdown.write(template, language, handbook()).decode().replace("\\", "")
    in_order(texts, written)
    if template.mail_subject:
        message = message_from_bytes(eml.write(template, language, handbook()), policy=policy.default)
        plain = message.get_body(("plain",))
        assert plain is not None
        in_order(texts[1:] if template.face != "mail" else texts, plain.get_content())


def in_order(texts: list[str], written: str) -> None:
    at, written = 0, " ".join(written.split())
    for text in (" ".join(part.split()) for said in texts for part in said.split(APART)):
        assert text in written[at:], text
        at = written.index(text, at)


@pytest.mark.whole
@pytest.mark.skipif(not shutil.which("node"), reason="there is no Node.js")
def test_scripts_say_every_letter_in_the_same_words():
    described = {}
    for _address, content in forms.descriptions(handbook(), {}):
        form = json.loads(content)
        described[form["id"]] = form
    asked = [(described[name], answers(handbook().template[name], language), language) for name, language in EACH]
    run = subprocess.run(
        ["node", str(ROOT / "tests" / "letters.mjs")],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=True,
    )
    for (name, language), found in zip(EACH, json.loads(run.stdout), strict=True):
        own = letter(name, language, True).paragraphs()
        assert [(each["kind"], each["text"]) for each in found["paragraphs"]] == [
            (each.kind, each.text) for each in own
        ]
        tables = [each for each in found["paragraphs"] if each["kind"] == "table"]
        assert [[each["heads"], *each["rows"]] for each in tables] == [
            [list(each.heads), *map(list, each.rows)] for each in own if each.kind == "table"
        ]
        texts = [each.text for each in own if each.text]
        in_order(texts, found["markdown"].replace("\\", ""))
        in_order([each.text for each in own if each.text and each.kind != "head"], found["text"])


def answers(template: Template, language: Language) -> dict[str, Any]:
    return {field.id: value(field.example, language) for field in template.fields}


def value(given: Any, language: Language) -> Any:
    if isinstance(given, Text):
        return given[language]
    if isinstance(given, tuple):
        return [
            each if isinstance(each, str) else {key: value(cell, language) for key, cell in each.cells}
            for each in given
        ]
    if isinstance(given, date):
        return given.isoformat()
    return given if isinstance(given, bool) else str(given).replace(" ", "T") if is_moment(given) else str(given)


def is_moment(given: Any) -> bool:
    return isinstance(given, str) and bool(re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", given))


@pytest.mark.parametrize(("name", "language"), EACH)
def test_the_empty_word_file_says_the_letter_and_has_the_guide_on_a_page_of_its_own(name: str, language: Language):
    template = handbook().template[name]
    body = Document(io.BytesIO(docx.write(template, language, handbook()))).element.body
    wrapped = {control.find(f"{_SDT}tag").get(qn("w:val")): control for control in body.xpath("./w:sdt[w:sdtPr/w:tag]")}
    assert list(wrapped) == [f"letter.{language}", "inside"]
    written = "".join(part.text or "" for part in wrapped[f"letter.{language}"].iter(qn("w:t")))
    own = [each for each in letter(name, language, False).paragraphs() if each.kind not in ("table", "item")]
    # What can be chosen has a box.
    boxes = {
        letter(name, language, False).blank(field): "\u2003".join(
            f"☐\u2060\u00a0\u2060{option.label[language]}" for option in field.options
        )
        for field in template.fields
        if isinstance(field, ChoicesField)
    }
    texts = [each.text for each in own if each.text]
    for blank, boxed in boxes.items():
        texts = [text.replace(blank, boxed) for text in texts]
    in_order(texts, written)
    assert not [words for words in coaching(template, language) if len(words) > 12 and words in written]
    tags = {tag.get(qn("w:val")) for tag in wrapped[f"letter.{language}"].iter(qn("w:tag"))}
    assert template.body is not None
    assert {gap.field for line in template.body.lines(language) for gap in line.gaps()} <= tags
    inside = {tag.get(qn("w:val")).partition(".")[0] for tag in wrapped["inside"].iter(qn("w:tag"))}
    assert set(template.aside) <= inside


@pytest.mark.parametrize("name", LETTERS)
def test_word_lets_blanks_of_a_letter_be_deleted_that_need_no_answer_and_all_of_the_internal_page(name: str):
    template = handbook().template[name]
    required = {field.id for field in template.fields if field.required and not isinstance(field, TableField)}
    body = Document(io.BytesIO(docx.write(template, "zh-en", handbook()))).element.body
    locked = {each.getprevious().getprevious().get(qn("w:val")) for each in body.iter(qn("w:lock"))}
    assert {tag.partition(".")[0] for tag in locked} - {"_closing"} == required - set(template.aside) - unsaid(template)
    (inside,) = body.xpath("./w:sdt[w:sdtPr/w:tag/@w:val='inside']")
    text = "".join(part.text or "" for part in inside.iter(qn("w:t")))
    note = handbook().interface.texts["letter_unneeded"]
    assert note.zh in text and note.en in text
    about = (template.summary, template.use_when, template.recipients, template.filing)
    assert [
        each[language]
        for each in about
        for language in LANGUAGES
        if each[language].replace("-", "") not in text.replace("-", "")
    ] == []
    marked = {"".join(each.itertext()) for each in inside.iter(qn("w:p")) if "".join(each.itertext()).endswith("*")}
    assert len(marked) == sum(field.required for field in template.fields)


def unsaid(template: Template) -> set[str]:
    """What no line of a letter says."""
    assert template.body is not None
    lines_ = [line for language in LANGUAGES for line in lines(template, language, handbook())]
    said_in = {gap.field for line in lines_ for gap in line.gaps()} | {line.rows.field for line in lines_ if line.rows}
    return {field.id for field in template.fields} - said_in


FACES = {template.face: template.id for template in handbook().templates if template.kind == "letter"}
"""A letter of each face, for what takes long."""


@cache
def printed(name: str, language: str) -> tuple[bytes, list[str]]:
    """The PDF of an empty letter, and what stands on each page but the internal one, without any spaces."""
    made = pdf.write(handbook().template[name], language, handbook())
    pages = [squeezed(page) for page in text_of(made, "-raw").split("\f")[:-1]]
    inside = {handbook().interface.texts["letter_inside"][each] for each in language.split("-")}
    ends = next(number for number, page in enumerate(pages) if any(squeezed(words) in page for words in inside))
    return made, pages[:ends]


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b]+", "", text)


@pytest.mark.whole
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FACES.values(), ids=FACES.keys())
def test_the_empty_pdf_says_the_letter_and_keeps_its_guide_on_a_page_of_its_own(name: str, language: Language):
    template = handbook().template[name]
    _, pages = printed(name, language)
    written = "".join(pages)
    for paragraph in letter(name, language, False).paragraphs():
        # The words of a place to write in are printed apart from the sentence around it, and what can be chosen has a box.
        text = re.sub(r"^(?:\d+\.|☐)\s", "", paragraph.text) if paragraph.kind == "item" else paragraph.text
        for words in re.split(r"〔[^〕]*〕|\[[^\]]*\]", text):
            assert squeezed(words).strip("_＿") in written, words
    assert not [words for words in coaching(template, language) if len(words) > 12 and squeezed(words) in written]


@pytest.mark.whole
@pytest.mark.parametrize("name", FACES.values(), ids=FACES.keys())
def test_a_letter_in_pdf_is_typed_into_in_each_language_and_says_the_same_wherever_it_says_it_again(name: str):
    template = handbook().template[name]
    assert template.body is not None
    with pikepdf.open(io.BytesIO(printed(name, "zh-en")[0])) as opened:
        names = {name for name, _ in PdfForm(opened).items()}
        for language in LANGUAGES:
            gaps = [gap.field for line in template.body.lines(language) for gap in line.gaps()]
            for field in gaps:
                mine = [
                    each for each in names if each == f"{language}.{field}" or each.startswith(f"{language}.{field}.")
                ]
                assert mine, f"{field} has no place in {language}"
        assert set(template.aside) <= {each.partition(".")[0] for each in names}
        assert b"pdfuaid" in opened.Root.Metadata.read_bytes(), "it does not declare PDF/UA"
        written = [each for page in opened.pages for each in page.obj.get("/Annots", ()) if each.get("/FT") != "/Ch"]
        boxes = [tuple(map(float, place.Rect)) for place in written]
    assert min(top - low for left, low, right, top in boxes if right - left > 12) > 18, "no room to write in by hand"


@pytest.mark.whole
def test_what_is_typed_at_one_of_two_places_is_one_answer():
    with pikepdf.open(io.BytesIO(printed("letter-of-authority", "en")[0])) as opened:
        agent = next(each for each in opened.Root.AcroForm.Fields if str(each.T) == "auth-agent")
        assert len(agent.Kids) == 2 and str(agent.FT) == "/Tx" and all("/FT" not in place for place in agent.Kids)
        PdfForm(opened)["auth-agent"].value = "Li Ming"
        assert str(agent.V) == "Li Ming"


def spacing(name: str, language: Language, style_id: str) -> dict[str, str]:
    """The room that a style of an empty letter in Word leaves around a line, what it is based on included."""
    document = Document(io.BytesIO(docx.write(handbook().template[name], language, handbook())))
    assert document.element.body.xpath(f".//w:pStyle[@w:val='{style_id}']")
    at: Any = next(style for style in document.styles if style.style_id == style_id)
    found: dict[str, str] = {}
    while at is not None:
        for each in at.element.xpath("./w:pPr/w:spacing | ./w:pPr/w:ind"):
            found = {**{key.partition("}")[2]: value for key, value in each.attrib.items()}, **found}
        at = at.base_style
    return found


def test_a_line_set_apart_has_room_in_word():
    apart, line = (
        int(spacing("change-confirmation", "en", style)["before"]) for style in ("LetterApart", "LetterLine")
    )
    assert apart >= 3 * line


def of_style(name: str, language: Language, style_id: str) -> list[Any]:
    """The properties of the paragraphs of an empty letter in Word that have a style."""
    body = Document(io.BytesIO(docx.write(handbook().template[name], language, handbook()))).element.body
    return body.xpath(f".//w:sdt[w:sdtPr/w:tag/@w:val='letter.{language}']//w:pPr[w:pStyle/@w:val='{style_id}']")


CHINESE_SIGNATURES = [
    name for name in LETTERS if any(line.kind == "right" for line in lines(handbook().template[name], "zh", handbook()))
]


@pytest.mark.parametrize("name", CHINESE_SIGNATURES)
def test_a_chinese_signature_stands_in_the_middle_of_a_column_at_the_right_in_word(name: str):
    signed = of_style(name, "zh", "LetterSigned")
    lefts = {int(each.xpath("string(w:ind/@w:left)")) for each in signed}
    document = Document(io.BytesIO(docx.write(handbook().template[name], "zh", handbook())))
    page = document.sections[-1]
    assert page.page_width and page.left_margin and page.right_margin
    room = (page.page_width - page.left_margin - page.right_margin) / 635
    longest = max(letters(each.text) for each in letter(name, "zh", False).paragraphs() if each.kind == "right")
    assert len(lefts) == 1 and lefts.pop() <= room - max(16 * 220, longest * 110), "the date ends four signs from it"
    assert document.styles["Letter Signed"].paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER


@pytest.mark.parametrize(("name", "language"), EACH)
def test_the_last_short_words_above_a_signature_stay_with_it_in_word(name: str, language: Language):
    above = [room.getparent().getprevious() for room in of_style(name, language, "LetterRoom")[:1]]
    for last in [each for each in above if each.tag == qn("w:p")]:
        styled = last.xpath("string(w:pPr/w:pStyle/@w:val)")
        assert last.xpath("w:pPr/w:keepNext") or styled == "LetterLine"


def boxes(content: bytes) -> list[tuple[str, float, float, float]]:
    """The words of a PDF, where each begins and ends across and begins below the top of its page, in points."""
    run = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=content, check=True, capture_output=True)
    found = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"[^>]*>([^<]*)<', run.stdout.decode())
    return [(word, float(left), float(right), float(top)) for left, top, right, word in found]


@pytest.mark.whole
def test_a_chinese_signature_stands_in_the_middle_of_a_column_at_the_right_and_copies_at_the_foot_in_pdf():
    made, _ = printed("official-letter", "zh")
    (_, _, edge, _), (_, left, right, signed) = [
        each for each in boxes(made) if each[0].startswith("示例科技有限公司")
    ][:2]
    middle = edge - 8 * 12
    assert abs((left + right) / 2 - middle) < 8, (
        "of sixteen characters of 12 points; the last is a bracket of half a width"
    )
    with pikepdf.open(io.BytesIO(made)) as opened:
        (day,) = [place.Rect for place in opened.pages[0].obj.Annots if str(place.get("/T", "")).startswith("fl-date")]
        assert abs((float(day[0]) + float(day[2])) / 2 - middle) < 1
    copies = next(top for word, _, _, top in boxes(made) if word.startswith("抄送"))
    assert copies > 750 > signed, "842 points, of which 60 are the margin"


@pytest.mark.whole
def test_a_line_set_apart_has_room_in_pdf():
    tops = {word: top for word, _, _, top in reversed(boxes(printed("change-confirmation", "en")[0]))}
    assert tops["[To]"] - tops["Date:"] > tops["Date:"] - tops["Our"] + 2


@pytest.mark.whole
def test_what_is_undertaken_is_set_in_one_size_and_evenly_in_pdf():
    found = boxes(printed("confidentiality-undertaking", "en")[0])
    words = [each for each, *_ in found]
    own = found[words.index("undertake") : words.index("Signed:")]
    wills = [right - left for word, left, right, _ in own if word == "will"]
    assert len(wills) == 4 and max(wills) - min(wills) < 0.1
    tops = {word: top for word, _, _, top in own}
    # Each stands on the line below a sentence; the last is kept together with the signature.
    assert abs((tops["These"] - tops["publish"]) - (tops["publish"] - tops["me."])) < 0.5


@pytest.mark.parametrize("name", ["official-notice", "official-letter"])
def test_copies_of_an_official_paper_stand_between_rules_at_the_foot_of_its_last_page_in_word(name: str):
    foot = of_style(name, "zh", "LetterCopies")
    assert len(foot) == (2 if name == "official-notice" else 1), (
        "below who gets a copy, who issued a paper; not a letter"
    )
    for frame in (each.xpath("w:framePr")[0] for each in foot):
        assert (frame.get(qn("w:vAnchor")), frame.get(qn("w:yAlign"))) == ("margin", "bottom")
    before = foot[0].getparent().getprevious()
    assert before.xpath("w:pPr/w:keepNext"), "it never stands alone on the last page"
    document = Document(io.BytesIO(docx.write(handbook().template[name], "zh", handbook())))
    rules = document.styles["Letter Copies"].element.xpath("w:pPr/w:pBdr/*")
    assert [rule.tag.partition("}")[2] for rule in rules] == ["top", "bottom", "between"]


@pytest.mark.whole
@pytest.mark.parametrize("name", [each.id for each in handbook().templates if each.face == "official"])
def test_an_official_paper_in_chinese_is_numbered_and_says_who_issued_it_as_the_standard_has_it(name: str) -> None:
    words = {word: (left, top) for word, left, _, top in boxes(pdf.write(handbook().template[name], "zh", handbook()))}
    number, issuer, issued = (next(words[each] for each in words if said in each) for said in ("—", "行政部", "印发"))
    assert issuer[0] < 200 < 400 < issued[0] and issuer[1] == pytest.approx(issued[1], abs=2)
    assert number[0] > 480 and number[1] > issued[1] > 740, "at the right of an odd page, below who issued it"
    document = Document(io.BytesIO(docx.write(handbook().template[name], "zh", handbook())))
    page = document.sections[0]
    feet = [foot.paragraphs[0] for foot in (page.footer, page.even_page_footer)]
    assert document.settings.odd_and_even_pages_header_footer
    assert ["".join(each.text for each in foot._p.iter(qn("w:t"))) for foot in feet] == ["— 1 —"] * 2
    assert [foot.alignment for foot in feet] == [WD_ALIGN_PARAGRAPH.RIGHT, None]
    assert "— 1" not in text_of(pdf.write(handbook().template[name], "en", handbook()))


@pytest.mark.parametrize("style", ["LetterSigned", "LetterLine", "LetterRoom"])
def test_a_signature_of_several_lines_is_not_parted_in_word(style: str) -> None:
    document = Document(io.BytesIO(docx.write(handbook().template["quotation-request"], "zh", handbook())))
    named = next(each for each in document.styles if each.style_id == style)
    chain = [named, *([named.base_style] if named.base_style else [])]
    assert any(each.element.xpath("w:pPr/w:keepNext") for each in chain)


@pytest.mark.parametrize("name", ["change-confirmation", "quotation-request"])
def test_below_a_table_in_a_letter_in_word_there_is_room(name: str):
    body = Document(io.BytesIO(docx.write(handbook().template[name], "zh", handbook()))).element.body
    behind = [each.getnext() for each in body.xpath(".//w:sdt[starts-with(w:sdtPr/w:tag/@w:val, 'letter.')]//w:tbl")]
    assert behind
    assert {each.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val")) for each in behind} == {"FormGap"}


def test_the_red_rule_of_an_official_paper_stands_below_its_number():
    document = Document(io.BytesIO(docx.write(handbook().template["official-report"], "zh", handbook())))
    rules = [
        style.element.xpath("./w:pPr/w:pBdr/w:bottom")[0].attrib
        for style in document.styles
        if style.style_id in ("LetterRedHead", "LetterRedReference")
    ]
    assert rules[0] == rules[1], "Word draws two equal ones once, below the last"
    lines = document.element.body.xpath(
        ".//w:sdt[w:sdtPr/w:tag/@w:val='letter.zh']/w:sdtContent/w:p/w:pPr/w:pStyle/@w:val"
    )
    assert list(lines[:2]) == ["LetterRedHead", "LetterRedReference"]


def test_how_urgent_an_official_paper_is_stands_above_the_name_of_the_company():
    own = handbook()
    kinds = [line.kind for line in lines(own.template["request-for-instructions"], "zh", own)]
    assert kinds[:4] == ["top", "head", "reference", "title"]
    document = Document(io.BytesIO(docx.write(own.template["request-for-instructions"], "zh", own)))
    first = document.element.body.xpath(".//w:sdt[w:sdtPr/w:tag/@w:val='letter.zh']/w:sdtContent/w:p")[0]
    assert first.xpath("string(w:pPr/w:pStyle/@w:val)") == "LetterTop"
    assert first.xpath(".//w:tag/@w:val") == ["ask-urgency"]


def test_paragraphs_of_an_english_letter_which_are_not_indented_stand_apart():
    document = Document(io.BytesIO(docx.write(handbook().template["official-notice"], "en", handbook())))
    names = document.element.body.xpath(".//w:sdt[w:sdtPr/w:tag/@w:val='letter.en']//w:pStyle/@w:val")
    assert names.count("LetterBegins") == 1 and names[names.index("LetterBegins") - 1] == "LetterLine"
    after = {name: document.styles[name].paragraph_format.space_after for name in ("Letter Text", "Letter Indented")}
    assert after["Letter Text"] > after["Letter Indented"]


def test_an_amount_is_said_in_capitals_too_in_a_chinese_letter_only():
    own = handbook()
    said = {
        language: " ".join(
            each.text for each in Letter(own.template["payment-reminder"], language, own, filled=True).paragraphs()
        )
        for language in LANGUAGES
    }
    assert "合计47,840.00元（大写：人民币肆万柒仟捌佰肆拾元整）。" in said["zh"]
    assert "大写" not in said["en"]
    dollars = own.company.model_copy(update={"currency": Text.model_construct(zh="美元", en="USD")})
    elsewhere = replace(own, company=dollars)
    assert "大写" not in " ".join(
        each.text for each in Letter(own.template["payment-reminder"], "zh", elsewhere, filled=True).paragraphs()
    )


def test_what_somebody_else_chooses_on_paper_has_a_box_for_each_answer():
    def asked(template: Template, said: Iterator[Line]) -> Iterator[Any]:
        return (field for line in said for gap in line.gaps() for field in template.fields if field.id == gap.field)

    for name, language in EACH:
        template = handbook().template[name]
        slip = dropwhile(lambda line: line.kind != "confirm", lines(template, language, handbook()))
        assert not [field.id for field in asked(template, slip) if isinstance(field, ChoiceField)], name
    consent = handbook().template["photo-consent"]
    chosen = {field.id for field in consent.fields if isinstance(field, ChoicesField)}
    assert chosen == {"con-what", "con-where", "con-see-first", "con-understood"}


@pytest.mark.parametrize(("name", "language"), EACH)
def test_what_the_other_side_writes_by_hand_has_a_line_or_boxes_in_an_empty_letter_and_is_no_blank_of_ours(
    name: str, language: Language
):
    said = lines(handbook().template[name], language, handbook())
    fields = {field.id: field for field in handbook().template[name].fields}
    empty = letter(name, language, False)
    assert empty.theirs == theirs(said)
    assert not [each for each in empty.theirs if fields[each].required]
    slip = [*dropwhile(lambda paragraph: paragraph.kind != "confirm", empty.paragraphs())]
    assert bool(empty.theirs) <= bool(slip)
    for each in empty.theirs:
        blank = fields[each].label[language].join(SIGNS[language].blank)
        assert not [paragraph.text for paragraph in slip if blank in paragraph.text], each
        file = Document(io.BytesIO(docx.write(handbook().template[name], language, handbook()))).element.body
        for control in file.xpath(f"./w:sdt//w:sdt[w:sdtPr/w:tag/@w:val='{each}']"):
            written = "".join(part.text or "" for part in control.iter(qn("w:t")))
            assert "☐" in written or written == TO_SIGN[language], each
            assert "☐" in written or not [*control.find(qn("w:sdtContent")).iter(qn("w:rStyle"))], (
                "as dark as the words around it"
            )


@pytest.mark.parametrize("name", LETTERS)
def test_an_answer_printed_in_one_language_only_says_so_where_it_is_asked(name: str):
    template = handbook().template[name]
    assert template.body is not None
    printed = {
        language: {gap.field for line in template.body.lines(language) for gap in line.gaps()} for language in LANGUAGES
    }
    for field in template.fields:
        if field.id in printed["en"] - printed["zh"] - {template.number, template.own_date}:
            assert "英文" in field.help.zh and "English" in field.help.en, field.id


def test_whoever_withdraws_a_consent_finds_in_it_where_to_write():
    consent = handbook().template["photo-consent"]
    assert consent.body and all(field.required for field in consent.fields if field.id in ("con-taken-by", "con-mail"))
    for language in LANGUAGES:
        assert {"con-taken-by", "con-mail"} <= {
            gap.field for line in consent.body.lines(language) for gap in line.gaps()
        }


def test_whoever_signs_for_another_is_said_to_and_is_not_where_nobody_does():
    for language, words in (("zh", ("监护人", "未成年人签字")), ("en", ("guardian", "child"))):
        assert all(each in said("photo-consent", language, False) for each in words)
        assert not any(each in said("photo-consent", language, True) for each in words)


@pytest.mark.parametrize("name", LETTERS)
def test_who_signs_on_a_line_in_one_language_does_so_in_the_other(name: str):
    ruled = {language: len(re.findall(r"＿{4,}|_{4,}", said(name, language, True))) for language in LANGUAGES}
    assert ruled["zh"] == ruled["en"] or name == "change-confirmation", "its English one is signed above the name"


def test_what_is_to_be_filled_in_is_as_large_as_the_words_around_it():
    styles = Document(io.BytesIO(docx.write(handbook().template["official-letter"], "zh", handbook()))).styles
    assert styles["Placeholder Text"].font.size is None
