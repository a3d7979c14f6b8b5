"""YAML as editors write it: what is typed stays what it is, every value knows its line, and what is wrong is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from macros.errors import Faults
from macros.reading import source


def parsed(text: str) -> tuple[source.Source | None, list[str]]:
    faults = Faults()
    return source.parse(text, "a.yml", faults), [f"{fault.line}: {fault.field}: {fault.message}" for fault in faults]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("true", True),
        ("False", False),
        ("18:00", "18:00"),
        ("010", 10),
        ("0x10", "0x10"),
        ("1_000", "1_000"),
        ("2026-01-01", "2026-01-01"),
        ("1e3", "1e3"),
        ("1.50", 1.5),
        (".5", 0.5),
        ("-7", -7),
        (".inf", ".inf"),
        ("12345678901234567890", "12345678901234567890"),
        ("~", None),
        ("", None),
        ("null", None),
        ("'5'", "5"),
        ("=", "="),
        ("[a, 5]", ["a", 5]),
    ],
)
def test_what_is_typed_stays_what_it_is(typed: str, value: Any):
    for loader in (source.Loader, source.FastLoader):
        assert source.load_with(loader, f"a: {typed}")[1] == {"a": value}
    read, faults = parsed(f"a: {typed}")
    assert read and read.data == {"a": value} and faults == []


NESTED = "a:\n  - b: 1\n    c: 'x'\n  - d\ne: 007\n"


@pytest.mark.parametrize(
    ("location", "line", "typed"),
    [
        ((), 1, None),
        (("a",), 1, None),
        (("a", 0), 2, None),
        (("a", 0, "c"), 3, "x"),
        (("a", 1), 4, "d"),
        (("a", 2), 1, None),
        (("a", 0, "missing"), 2, None),
        (("a", "b"), 1, None),
        (("e",), 5, "007"),
        (("e", "below"), 5, None),
        (("missing", 3), 1, None),
    ],
)
def test_every_value_knows_its_line_and_what_is_missing_that_of_its_holder(
    location: source.Location, line: int, typed: str | None
):
    read, _ = parsed(NESTED)
    assert read and (read.line(location), read.typed(location)) == (line, typed)


@pytest.mark.parametrize(
    ("typed", "key"), [("~", "null"), ("null", "null"), ("True", "true"), ("010", "10"), ("1.50", "1.5")]
)
def test_a_key_that_is_no_text_knows_its_line_by_what_json_calls_it(typed: str, key: str):
    found, faults = parsed(f"a:\n  b: 1\n  {typed}: 2\n")
    assert found and faults == [] and found.line(("a", key)) == 3


def test_the_last_of_two_keys_counts_and_is_a_fault():
    read, faults = parsed("a: 1\nb:\n  c: 2\n  c: 3\na: 4\n")
    assert read and read.data == {"a": 4, "b": {"c": 3}} and read.line(("a",)) == 5 and read.line(("b", "c")) == 4
    assert faults == [
        "4: b.c: duplicate key 'c', already given in line 3; keep one of them",
        "5: a: duplicate key 'a', already given in line 1; keep one of them",
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "1: file: is empty; write its data, or restore it"),
        ("# only a note\n", "1: file: is empty; write its data, or restore it"),
        ("---\n", "1: file: is empty; write its data, or restore it"),
        ("\n- a\n", "2: file: holds a list; it must hold a mapping (`key: value` lines)"),
        (
            "\n\njust words\n",
            "3: file: holds the single value 'just words'; it must hold a mapping (`key: value` lines)",
        ),
        (
            "a: &x [1]\nb: *x\n",
            "2: b: an alias (`*name`) stands here for a value that is written elsewhere; write it out",
        ),
        ('a: "\\ud800"\n', "1: a: the text holds an escape for what is no character that can be shown; delete it"),
        *(
            (
                f'a: "\\U0010FFFD"\nb: "\\U{number}"\n',
                "2: yaml: the text holds an escape for what is no character that can be shown; delete it",
            )
            for number in ("FFFFFFFF", "00110000")
        ),
        (
            'b:\n  "x\\ud800": 1\n',
            "2: b.x?: the text holds an escape for what is no character that can be shown; delete it",
        ),
        (
            'b:\n  - "\\u0007"\n',
            "2: b[0]: the text holds an escape for what is no character that can be shown; delete it",
        ),
    ],
)
def test_what_can_be_no_data_file_is_said(text: str, fault: str):
    read, faults = parsed(text)
    assert read is None and faults == [fault]


@pytest.mark.parametrize(
    "value", ["!!int x", "!!binary aGk=", "!!timestamp 2026-01-01", "!!set {b}", "!own x", "!!str [1]", "!!null ''"]
)
def test_a_value_that_says_of_itself_what_it_is_is_a_fault(value: str):
    read, faults = parsed(f"a: b!\nc:\n  - {value}\n")
    assert read is None and len(faults) == 1
    assert faults[0].startswith("3: yaml: a text begins with a mark that YAML keeps for itself: '- !")
    assert parsed("a: !!int 5\nb: wow!\nc: '!'\n")[1] == []


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029", "\ufeff"])
def test_what_readers_of_yaml_read_in_two_ways_is_a_fault_with_its_line(sign: str):
    read, faults = parsed(f"a: b\nc: d{sign}e: f\ng: [\n")
    assert read is None and faults == [f"2: yaml: the character U+{ord(sign):04X} is not allowed in YAML; delete it"]
    assert parsed('a: "b\\u2028c"\n')[1] == [], "written as an escape it is read in one way"


@pytest.mark.parametrize(
    "text",
    ["[" * 200_000, "a: " + "{a: " * 3000, "- " * 3000, "a: " + "[" * 31 + "]" * 31],
    ids=["brackets", "braces", "dashes", "closed"],
)
def test_what_stands_in_itself_without_end_is_a_fault(text: str):
    read, faults = parsed(f"\n{text}")
    assert read is None and len(faults) == 1
    assert faults[0].startswith("2: yaml: lists and mappings stand in one another more deeply than any data: '")
    assert parsed("a: " + "[" * 28 + "]" * 28)[1] == []


@pytest.mark.parametrize(
    ("text", "line", "shown"),
    [
        ("a:\nb: [\n", 2, "the '[' here, or a quotation mark after it, is not closed: 'b: ['; close it"),
        ("a: [", 1, "the '[' here, or a quotation mark after it, is not closed: 'a: ['; close it"),
        ("a: {b: [\n\n", 1, "the '[' here, or a quotation mark after it, is not closed: 'a: {b: ['; close it"),
        (
            "a: {zh: x, en: y\nb: c\n",
            1,
            "the '{' here, or a quotation mark after it, is not closed: 'a: {zh: x, en: y'; close it",
        ),
    ],
)
def test_a_bracket_that_is_not_closed_is_named_where_it_opens(text: str, line: int, shown: str):
    assert parsed(text) == (None, [f"{line}: yaml: {shown}"])


def test_places_are_shown_as_editors_read_them():
    assert source.dotted(("channels", 0, "because")) == "channels[0].because"
    assert source.dotted(()) == "" and source.dotted((1, "a")) == "[1].a"


@pytest.mark.parametrize(
    ("raw", "text"),
    [("\ufeffa: 字\r\nb: 2\rc: 3\n".encode(), "a: 字\nb: 2\nc: 3\n"), (b"", ""), ("a\u2028b\n".encode(), "a\u2028b\n")],
)
def test_a_file_is_read_with_line_feeds_and_without_its_mark(raw: bytes, text: str, tmp_path: Path):
    (tmp_path / "a.yml").write_bytes(raw)
    faults = Faults()
    assert source.decode(tmp_path / "a.yml", tmp_path, faults) == text and not faults


def test_a_file_that_is_not_utf_8_is_named_with_its_line_and_byte(tmp_path: Path):
    (tmp_path / "docs").mkdir()
    file = tmp_path / "docs" / "a.yml"
    file.write_bytes(b"a: 1\nb: \xb0\xa1\n")
    faults = Faults()
    assert source.read(file, tmp_path, faults) is None
    assert [str(fault) for fault in faults] == [
        "docs/a.yml:2: encoding: byte 0xb0 is not UTF-8; save the file as UTF-8: in Notepad “Save as”, encoding “UTF-8”"
    ]


def test_a_file_with_conflicts_is_not_read_any_further(tmp_path: Path):
    file = tmp_path / "a.yml"
    file.write_text("a: 1\n<<<<<<< ours\nb: 2\n=======\nb: 3\n>>>>>>> theirs\n", encoding="utf-8")
    faults = Faults()
    assert source.read(file, tmp_path, faults) is None
    assert [(fault.line, fault.field) for fault in faults] == [(2, "merge")]
    file.write_text("a: 1\n", encoding="utf-8")
    read = source.read(file, tmp_path, Faults())
    assert read and (read.path, read.data) == ("a.yml", {"a": 1})
