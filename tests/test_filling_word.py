"""Word forms filled in and read back in the browser: opened here, every value found, every control kept."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from collections import Counter

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from macros.downloads.docx import write
from macros.model.letter import Body
from tests.filled_forms import (
    LANGUAGES,
    TEMPLATES,
    cells,
    described,
    fields,
    hostile_values,
    kept,
    kept_values,
    shown_number,
)
from tests.forms import full_template, letter_template, stand_in_handbook
from tests.printing import print_all, text_of
from tests.test_downloads_docx import KINDS, by_tag, controls, kind, part, shown, value
from tests.test_filling_texts import named_in
from tests.test_letters import answers, handbook
from tests.word_files import tagged

FORM = described(full_template())
FEW = {"to-dos": 2, "costs": 1, "log": 0}


def typed(control: etree._Element) -> str:
    """What stands in a control, line by line."""
    content = control.find(qn("w:sdtContent"))
    return "\n".join(
        "".join(
            {qn("w:br"): "\n", qn("w:tab"): "\t", qn("w:noBreakHyphen"): "-"}.get(part_of.tag, part_of.text)
            for part_of in within.iter(qn("w:t"), qn("w:br"), qn("w:tab"), qn("w:noBreakHyphen"))
        )
        for within in content.findall(qn("w:p")) or [content]
    )


def is_blank(control: etree._Element) -> bool:
    return control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None


def is_ticked(control: etree._Element) -> bool:
    box = control.find(f".//{qn('w14:checked')}").get(qn("w14:val")) == "1"
    assert typed(control) == ("☑" if box else "☐")
    return box


def check(content: bytes, form: dict, values: dict) -> None:
    """Every value stands in the control of its field, and every control is still one of its kind."""
    Document(io.BytesIO(content))
    tagged = by_tag(content)
    assert max(Counter(value(control, "w:id") for control in controls(content)).values()) == 1
    for table, field, number, given in cells(form, values):
        tag = f"{table}.{field['id']}" if table else field["id"]
        if field["type"] == "choices":
            found = [option["id"] for option in field["options"] if is_ticked(tagged[f"{tag}.{option['id']}"][number])]
            assert found == given
            continue
        control = tagged[tag][number]
        assert kind(control) == KINDS[field["type"]]
        if field["type"] == "tick":
            assert is_ticked(control) == given
            continue
        assert not is_blank(control), tag
        if field["type"] == "choice":
            shown = {item.get(qn("w:value")): item.get(qn("w:displayText")) for item in control.iter(qn("w:listItem"))}
            assert typed(control) == shown[given]
        elif field["type"] in ("date", "datetime"):
            assert typed(control) == given.replace("T", " ")
            moment = given if "T" in given else f"{given}T00:00"
            assert control.find(f".//{qn('w:date')}").get(qn("w:fullDate")) == f"{moment}:00Z"
        else:
            assert typed(control) == shown_number(field, kept(given)), tag


def check_letter(content: bytes, form: dict, values: dict, language: str, read: dict) -> None:
    """The letter says every answer, nothing of it is left to fill in or not to be sent, and the answers come back."""
    body = Document(io.BytesIO(content)).element.body
    shown = re.sub(r"\s", "", "".join(part_of.text or "" for part_of in body.iter(qn("w:t"))))
    tags = {value(control, "w:tag") or "" for control in controls(content)}
    assert not [control for control in controls(content) if is_blank(control)]
    assert not [tag for tag in tags if tag.startswith("letter.")] and "inside" not in tags
    assert len(controls(content)) == len({value(control, "w:id") for control in controls(content)})
    come_back = kept_values(form, values)
    named = named_in(form, language)
    for field in fields(form):
        assert not (field["id"] in form["aside"] and field["id"] in tags)
        if field["id"] in named and field["family"] in ("words", "block", "date", "datetime"):
            assert read["values"][field["id"]].strip() == come_back[field["id"]].strip(), field["id"]
            if field["family"] in ("words", "block"):
                # What is enclosed may stand numbered, a line each.
                lines = kept(values[field["id"]]).splitlines()
                assert all(re.sub(r"\s", "", line) in shown for line in lines), field["id"]
        if field["id"] in named and field["family"] == "table":
            assert len(read["values"][field["id"]]) == len(come_back[field["id"]])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_field_is_filled_and_comes_back(fill, language):
    empty = write(full_template(), language, stand_in_handbook())
    for values in (hostile_values(FORM), hostile_values(FORM, lambda field: max(1, FEW[field["id"]]))):
        content = fill("fillWord", FORM, values, language, given=empty)
        check(content, FORM, values)
        assert fill("readWord", FORM, given=content) == {"template": FORM["id"], "values": kept_values(FORM, values)}


@pytest.mark.every_other
@pytest.mark.parametrize("template", TEMPLATES)
def test_every_form_is_filled_and_comes_back(fill, sweep, template):
    form = fill.form(template)
    for language in LANGUAGES if sweep else [LANGUAGES[TEMPLATES.index(template) % 3]]:
        values = hostile_values(form)
        content = fill("fillWord", form, values, language, given=fill.download(form, language, "docx"))
        if form["body"]:
            check_letter(content, form, values, language, fill("readWord", form, given=content))
            continue
        check(content, form, values)
        assert fill("readWord", form, given=content) == {"template": template, "values": kept_values(form, values)}


def test_a_letter_greets_and_closes_alike_and_drops_the_full_stop_of_an_answer_within_a_sentence(fill):
    body = Body(
        zh="{purpose}\n请问{salutation}：今天。\n{list:goods|{name}，{pieces}件。}",
        en="| {enclosure}\n{purpose}\nAsk {salutation}: today.\n{list:goods|{name}, {pieces} pieces.}\nYours sincerely,",
    )
    letter = letter_template().model_copy(update={"salutation": "enclosure", "body": body})
    form = described(letter)
    values = {"purpose": "P.", "salutation": "陈立。", "goods": [{"name": "Pallets.", "pieces": "5"}]}
    for language, given, expected in (
        ("zh", {}, ["P.", "请问陈立：今天。", "1. Pallets，5件。"]),
        ("en", {}, ["Dear Sir or Madam,", "P.", "Ask 陈立: today.", "1. Pallets, 5 pieces.", "Yours faithfully,"]),
        (
            "en",
            {"enclosure": "Dear Ms Li,"},
            ["Dear Ms Li,", "P.", "Ask 陈立: today.", "1. Pallets, 5 pieces.", "Yours sincerely,"],
        ),
    ):
        content = fill("fillWord", form, values | given, language, given=write(letter, language, stand_in_handbook()))
        lines = [
            "".join(each.text or "" for each in line.iter(qn("w:t")))
            for line in Document(io.BytesIO(content)).element.body.iter(qn("w:p"))
        ]
        assert [line.replace("\u00a0", " ") for line in lines if line][-len(expected) :] == expected
        text = fill("textOf", form, values | given, language)
        assert [line for line in text.split("\n") if line] == expected


def test_the_lines_of_a_chinese_signature_stand_in_a_column_as_wide_as_the_longest(fill):
    form = fill.form("change-confirmation")
    lefts = []
    for signer in ("赵敏", "销售部负责人赵敏，受总经理顾明远书面委托"):
        content = fill("fillWord", form, {"signed-for-us": signer}, given=fill.download(form, "zh", "docx"))
        signed = Document(io.BytesIO(content)).element.body.xpath(".//w:pPr[w:pStyle/@w:val='LetterSigned']")
        (left,) = {int(each.xpath("string(w:ind/@w:left)")) for each in signed}
        lefts.append(left)
    # The longer name has eighteen signs more, each of 240 twentieths of a point.
    assert lefts[0] - lefts[1] == 18 * 240


@pytest.mark.parametrize(
    ("headline", "is_long"),
    [
        ("New door cards from 1 December", False),
        ("New door cards from 1 December, on every floor; old cards stop that day", True),
    ],
)
def test_the_lines_of_a_long_title_are_about_as_long_as_each_other(fill, headline: str, is_long: bool):
    form = fill.form("all-staff-announcement")
    content = fill("fillWord", form, {"announcement-headline": headline}, given=fill.download(form, "en", "docx"))
    (title,) = Document(io.BytesIO(content)).element.body.xpath(".//w:pPr[w:pStyle/@w:val='LetterTitle']")
    sides = [int(side) for side in title.xpath("w:ind/@w:left | w:ind/@w:right")]
    assert len(sides) == (2 if is_long else 0)
    assert len(set(sides)) <= 1 and all(side > 500 for side in sides)


@pytest.mark.every_other(8)
@pytest.mark.parametrize(
    ("name", "grows"),
    [("first-contact-mail", "why-now"), ("quotation-request", "enquiry-purpose"), ("official-report", "rep-facts")],
)
def test_a_signature_never_stands_on_a_page_without_two_lines_of_the_letter(fill, tmp_path, name: str, grows: str):
    form = fill.form(name)
    end = {"official-report": "rep-next"}.get(name)
    for lines in range(10, 34, 2):
        values = answers(handbook().template[name], "en")
        values[grows] = (
            "These are words that go on line by line, so that the signature comes to any place of a page. " * lines
        )
        if end:
            values[end] = (
                "By Friday the guards are put back. The list is read once more on Monday, when all three who know the line are there again."
            )
        (tmp_path / f"{lines}.docx").write_bytes(
            fill("fillWord", form, values, given=fill.download(form, "en", "docx"))
        )
    print_all(sorted(tmp_path.glob("*.docx")), tmp_path)
    said = {
        "first-contact-mail": "I will not contact you again",
        "quotation-request": "commitment to order",
        "official-report": "once more",
    }
    parted = []
    for printed in tmp_path.glob("*.pdf"):
        *_, last = text_of(printed, "-layout").rstrip("\f").split("\f")
        if said[name] not in " ".join(last.split()):
            parted.append((printed.stem, last))
    assert not parted


def test_rows_are_as_many_as_were_filled_and_those_of_an_empty_table_stay(fill):
    empty = write(full_template(), "en", stand_in_handbook())
    values = hostile_values(FORM, lambda field: FEW[field["id"]])
    tagged = by_tag(fill("fillWord", FORM, values, "en", given=empty))
    assert [len(tagged[tag]) for tag in ("to-dos.what", "costs.item", "log.at")] == [2, 1, 3]
    assert all(is_blank(control) for control in tagged["log.at"])


def test_a_day_in_a_text_has_hyphens_that_hold_and_comes_back_as_typed(fill):
    empty = write(full_template(), "zh", stand_in_handbook())
    values = {"subject": "XS-2026-031自2026-10-13起", "what-happened": "至2026-10-14\n无"}
    content = fill("fillWord", FORM, values, "zh", given=empty)
    for name, pieces in (
        ("subject", ["XS-2026-031自2026", "10", "13起"]),
        ("what-happened", ["至2026", "10", "14", "无"]),
    ):
        control = by_tag(content)[name][0]
        assert [each.text for each in control.iter(qn("w:t"))] == pieces
        assert len([*control.iter(qn("w:noBreakHyphen"))]) == 2
    assert {name: fill("readWord", FORM, given=content)["values"][name] for name in values} == values


def test_an_english_day_and_a_sum_are_held_together_and_a_row_is_as_high_as_its_text(fill):
    empty = write(full_template(), "en", stand_in_handbook())
    values = {"subject": "By 28 November 2026", "what-happened": "CNY 6,800.00 on 5 May, no more"}
    content = fill("fillWord", FORM, values, "en", given=empty)
    shown = {name: "".join(each.text for each in by_tag(content)[name][0].iter(qn("w:t"))) for name in values}
    assert shown == {
        "subject": "By 28\u00a0November\u00a02026",
        "what-happened": "CNY\u00a06,800.00 on 5\u00a0May, no more",
    }
    assert {name: fill("readWord", FORM, given=content)["values"][name] for name in values} == values
    heights = [
        int(
            next(by_tag(each)["what-happened"][0].iterancestors(qn("w:tr")))
            .find(f".//{qn('w:trHeight')}")
            .get(qn("w:val"))
        )
        for each in (empty, content)
    ]
    assert heights[0] > heights[1] <= 340


def test_what_is_not_filled_in_stays_empty_and_comes_back_as_blank_and_the_guide_is_left_out(fill):
    empty = write(full_template(), "zh", stand_in_handbook())
    content = fill(
        "fillWord",
        FORM,
        {"subject": "  ", "source": "nonsense", "needs": [], "costs": [{}, {"item": ""}]},
        "zh",
        given=empty,
    )
    blank_form = part(empty, "word/document.xml")
    (guide,) = (each for each in blank_form.iter(qn("w:sdt")) if value(each, "w:tag") == "handbook-guide")
    guide.getparent().remove(guide)
    assert part(content, "word/document.xml").xpath("string()") == blank_form.xpath("string()")
    values = fill("readWord", FORM, given=content)["values"]
    blank = {"choices": [], "table": [], "tick": False}
    assert values == {field["id"]: blank.get(field["type"], "") for field in fields(FORM)}


def test_a_form_filled_by_hand_in_word_comes_back(fill):
    """Word writes what is typed in runs of its own, and dates as the reader has them."""
    document = Document(io.BytesIO(write(full_template(), "zh", stand_in_handbook())))
    for tag, words in (
        ("subject", "a|b"),
        ("needed-by", "2026/4/9"),
        ("noticed-at", "2026年4月9日 8:05"),
        ("source", "电话"),
    ):
        (control,) = document.element.body.xpath(f".//w:sdt[w:sdtPr/w:tag/@w:val='{tag}']")
        control.find(qn("w:sdtPr")).remove(control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}"))
        content = control.find(qn("w:sdtContent"))
        for run in list(content):
            content.remove(run)
        for piece in words.split("|"):
            run = etree.SubElement(content, qn("w:r"))
            etree.SubElement(run, qn("w:t")).text = piece
    buffer = io.BytesIO()
    document.save(buffer)
    values = fill("readWord", FORM, given=buffer.getvalue())["values"]
    assert {key: values[key] for key in ("subject", "needed-by", "noticed-at", "source")} == {
        "subject": "ab",
        "needed-by": "2026-04-09",
        "noticed-at": "2026-04-09T08:05",
        "source": "call",
    }


def zipped(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_foreign_and_damaged_files_get_a_clear_message(fill):
    other = fill.form("meeting-minutes")
    empty = write(full_template(), "zh", stand_in_handbook())
    foreign = io.BytesIO()
    Document().save(foreign)
    no_xml = zipped({"word/document.xml": b"<w:document"})
    bomb = zipped({"word/document.xml": b"<a>" + b" " * 50_000_000 + b"</a>"})
    # Says that it is small.
    lying = bytearray(bomb)
    at = lying.rindex(b"PK\x01\x02")
    lying[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    flipped = bytearray(empty)
    flipped[empty.index(b"word/document.xml") + 500] ^= 0xFF
    for content, fault in (
        (b"", "not_a_form"),
        (b"hello", "not_a_form"),
        (b"%PDF-1.7", "not_a_form"),
        (foreign.getvalue(), "not_a_form"),
        (zipped({"a.txt": b"a"}), "not_a_form"),
        (fill.download(other, "zh", "xlsx"), "not_a_form"),
        (fill.download(other, "zh", "docx"), "other_form"),
        (empty[:-300], "damaged"),
        (empty[:2000], "damaged"),
        (bytes(flipped), "damaged"),
        (no_xml, "damaged"),
        (bomb, "too_large"),
        (bytes(lying), "damaged"),
    ):
        assert fill.fault("readWord", FORM, given=content) == fault


def test_a_form_is_known_by_its_tags_where_a_program_dropped_the_mark(fill):
    empty = write(full_template(), "zh", stand_in_handbook())
    with zipfile.ZipFile(io.BytesIO(empty)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name != "docProps/custom.xml"}
    assert fill("readWord", FORM, given=zipped(parts))["template"] is None
    assert fill.fault("readWord", fill.form("meeting-minutes"), given=zipped(parts)) == "not_a_form"


def test_a_letter_whose_lines_that_need_no_answer_were_deleted_comes_back_as_not_answered(fill):
    template = handbook().template["complaint-reply"]
    optional = {field.id for field in template.fields if not field.required}
    document = Document(io.BytesIO(write(template, "zh", handbook())))
    (inside,) = document.element.body.xpath("./w:sdt[w:sdtPr/w:tag/@w:val='inside']")
    for gone in (
        inside,
        *(each for each in document.element.body.iter(qn("w:sdt")) if value(each, "w:tag") in optional),
    ):
        gone.getparent().remove(gone)
    document.save(buffer := io.BytesIO())
    with zipfile.ZipFile(buffer) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    unmarked = {name: content for name, content in parts.items() if name != "docProps/custom.xml"}
    for content in (parts, unmarked):
        read = fill("readWord", fill.form("complaint-reply"), given=zipped(content))
        assert "unread" not in read and read["values"] and not set(read["values"]) & optional


def test_what_can_be_chosen_is_ticked_by_hand_in_the_sentences_of_a_letter_or_said_by_the_page(fill):
    form, given = fill.form("photo-consent"), {"con-what": ["photo", "quote"], "con-where": ["website"]}
    empty = write(handbook().template["photo-consent"], "zh-en", handbook())
    content = fill("fillWord", form, given, "zh-en", given=empty)
    letter = shown(part(content, "word/document.xml"))
    assert "下列内容：照片、文字引用。" in letter and "photographs and quotes." in letter
    assert given.items() <= fill("readWord", form, given=content)["values"].items()

    def ticked(*options: str) -> dict:
        document = Document(io.BytesIO(empty))
        for option in options:
            box = tagged(document.element.body, f"con-what.{option.strip('+')}")[option.endswith("+")]
            next(box.iter(qn("w14:checked"))).set(qn("w14:val"), "1")
            next(box.iter(qn("w:t"))).text = "☑"
        document.save(buffer := io.BytesIO())
        return fill("readWord", form, given=buffer.getvalue())

    for options in (("photo", "name"), ("photo+", "name+"), ("photo", "name", "photo+", "name+")):
        assert ticked(*options)["values"]["con-what"] == ["photo", "name"]
    assert ticked()["values"]["con-what"] == []
    assert [each["why"] for each in ticked("photo", "name+")["unread"]] == ["twice"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_line_for_the_other_side_to_write_on_is_no_answer_and_a_blank_of_ours_is_no_such_line(fill, language):
    form, label = fill.form("statement-of-account"), handbook().template["statement-of-account"]
    empty = write(label, language, handbook())
    own = next(field for field in label.fields if field.id == "soa-to").label[language]
    with zipfile.ZipFile(io.BytesIO(empty)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    bare = parts["word/document.xml"].replace(b"<w:showingPlcHdr/>", b"")
    for given in (empty, zipped(parts | {"word/document.xml": bare})):
        assert not any(
            fill("readWord", form, given=given)["values"].get(each)
            for each in ("soa-their-balance", "soa-confirmed-by")
        )
    letter = shown(
        part(fill("fillWord", form, {"soa-until": "2026-11-30"}, language, given=empty), "word/document.xml")
    )
    assert letter.count(f"〔{own}〕" if language == "zh" else f"[{own}]") == 2


def test_a_form_whose_controls_a_program_dropped_is_not_taken_for_an_empty_one(fill):
    empty = write(full_template(), "zh", stand_in_handbook())
    with zipfile.ZipFile(io.BytesIO(empty)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = re.sub(rb"<w:tag [^>]*/>", b"", parts["word/document.xml"])
    assert fill.fault("readWord", FORM, given=zipped(parts)) == "controls_lost"


def test_a_day_that_no_calendar_has_stays_a_text(fill):
    empty = write(full_template(), "zh", stand_in_handbook())
    content = fill("fillWord", FORM, {"needed-by": "2026-02-30", "noticed-at": "2026-03-01T25:00"}, "zh", given=empty)
    for tag, text in (("needed-by", "2026-02-30"), ("noticed-at", "2026-03-01 25:00")):
        (control,) = by_tag(content)[tag]
        assert typed(control) == text and control.find(f".//{qn('w:date')}").get(qn("w:fullDate")) is None
    found = fill("readWord", FORM, given=content)
    assert not {"needed-by", "noticed-at"} & found["values"].keys()
    assert [(left["field"], left["why"], left["text"]) for left in found["unread"]] == [
        ("noticed-at", "words", "2026-03-01 25:00"),
        ("needed-by", "words", "2026-02-30"),
    ]


def test_halves_of_characters_are_left_out(fill):
    empty = write(full_template(), "zh", stand_in_handbook())
    made = fill.page.evaluate(
        """async ([script, form, given]) => {
      const { fillWord, readWord } = await import(script);
      const bytes = Uint8Array.from(atob(given), (sign) => sign.charCodeAt(0));
      const filled = await fillWord(bytes, form, { subject: "a\\ud842b\\udfb7c\\ud842\\udfb7" }, "zh");
      return (await readWord(filled, form)).values.subject;
    }""",
        [fill.script, FORM, base64.b64encode(empty).decode()],
    )
    assert made == "abc𠮷"


@pytest.mark.sweep
def test_libreoffice_prints_what_was_filled_in(fill, tmp_path):
    values = {**hostile_values(FORM, lambda field: 1), "log": [], "what-happened": "first\nsecond\n" + "字" * 3_000}
    content = fill("fillWord", FORM, values, "zh-en", given=write(full_template(), "zh-en", stand_in_handbook()))
    (tmp_path / "form.docx").write_bytes(content)
    print_all([tmp_path / "form.docx"], tmp_path)
    text = text_of(tmp_path / "form.pdf")
    assert "=1+1" in text and "</w:t>" in text and "2026-03-31" in text and "1200.5" in text
    assert text.count("字") == 3_000 and re.search(r"first\s*\n\s*second", text)
