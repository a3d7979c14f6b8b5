"""What is said of a value that does not fit, and where in the file it is said."""

from __future__ import annotations

import json
import re
from typing import Annotated, Any, Literal

import pytest
from pydantic import Field, ValidationError

from macros.errors import Faults
from macros.model.base import Id, Record, Text
from macros.reading import source, value_faults
from macros.reading.loading import FILES, FOLDERS
from macros.reading.source import dotted
from tests.publishing import publishing


class Cat(Record):
    type: Literal["cat"]
    lives: Annotated[int, Field(ge=1, le=9)]


class Dog(Record):
    type: Literal["dog"]
    barks: bool = True
    name: Text


class Home(Record):
    name: Text
    ids: Annotated[tuple[Id, ...], Field(min_length=2)] = ("a", "b")
    size: int | float = 1
    tone: Literal["good", "bad"] = "good"
    code: Annotated[str, Field(pattern=r"^\d$", examples=["7"])] = "1"
    note: str | None = None
    pets: tuple[Annotated[Cat | Dog, Field(discriminator="type")], ...] = ()
    by_id: Annotated[dict[Id, Text], Field(default_factory=dict)]


NAME = "name: {zh: 字, en: a}\n"


def explained(text: str) -> list[str]:
    """Each fault of a text that should be a home: line, place, message."""
    read = source.parse(text, "a.yml", Faults())
    assert read
    with pytest.raises(ValidationError) as raised:
        Home.model_validate_json(json.dumps(read.data), strict=True)
    found = value_faults.explain(raised.value, Home, read)
    return [f"{read.line(place)}: {dotted(place)}: {message}" for place, message in found]


CASES: list[tuple[str, str]] = [
    ("name: word", "1: name: 'word' stands where a text in both languages belongs; write `{zh: …, en: …}`"),
    ("name: {zh: 字, en: }", "1: name.en: the English text is blank; write it"),
    ("name: {zh: 字}", "1: name.en: the English text is missing; add `en: …`"),
    ("name: {en: a}", "1: name.zh: the Chinese text is missing; add `zh: …`"),
    (
        "name: {zh: 字, en: a, and more}",
        "1: name.and more: unknown key 'and more'; it looks like the rest of a text after a comma: put that text in quotes",
    ),
    ("name:\n  zh: 字\n  enn: a", "3: name.enn: unknown key 'enn'; did you mean 'en'?"),
    (NAME + "siez: 2", "2: siez: unknown key 'siez'; did you mean 'size'?"),
    (NAME + "xyz: 2", "2: xyz: unknown key 'xyz'; use one of: by_id, code, ids, name, note, pets, size, tone"),
    (NAME + "ids: [a]", "2: ids: the list has 1 entry; it needs 2 at least, so add what is missing"),
    (NAME + "ids: []", "2: ids: the list has 0 entries; it needs 2 at least, so add what is missing"),
    (NAME + "ids: a", "2: ids: 'a' stands where a list belongs; write `[…, …]`, or lines that begin with `- `"),
    (
        NAME + "ids: {a: b}",
        "2: ids: a mapping stands where a list belongs; write `[…, …]`, or lines that begin with `- `",
    ),
    (
        NAME + "ids:\n  - a\n  - B c",
        "4: ids[1]: 'B c': an id is made of small letters, digits and single hyphens, such as 'meeting-minutes'",
    ),
    (
        NAME + "by_id:\n  Hamburg: {zh: 汉堡, en: Hamburg}",
        "3: by_id.Hamburg: 'Hamburg': an id is made of small letters, digits and single hyphens, such as 'meeting-minutes'",
    ),
    ("name: {zh:字, en: a}", "1: name.zh:字: unknown key 'zh:字'; a space is missing after its colon"),
    (
        "name:\n  zh: 字\n  　en: a",
        "3: name.　en: unknown key '　en'; there is a full-width space in it: write a space of the English keyboard instead",
    ),
    (NAME + "ids: [a, 5]", "2: ids[1]: 5 stands where a text belongs; put it in quotes"),
    (NAME + "size: big", "2: size: 'big' stands where a number belongs; write digits without quotes"),
    (NAME + "size: '5'", "2: size: '5' stands where a number belongs; write digits without quotes"),
    (NAME + "tone: goood", "2: tone: 'goood' is not known here; did you mean 'good'?"),
    (NAME + "code: ab", "2: code: 'ab' has not the right form; write it such as 7"),
    (NAME + "code: 007", "2: code: 007 stands where a text belongs; put it in quotes"),
    (NAME + "code:", "2: code: is blank; write its value, or delete the line"),
    (NAME + "code:   # a remark", "2: code: is blank; write its value, or delete the line"),
    (
        NAME + "code: #1d5a8c",
        '2: code: is blank, since # begins a remark; put the value in double quotes: "#1d5a8c"',
    ),
    (
        "name:\n  zh: #1号楼\n  en: a",
        '2: name.zh: is blank, since # begins a remark; put the value in double quotes: "#1号楼"',
    ),
    (
        "name: {en: a, zh: #1号楼}\n  }",
        '1: name.zh: is blank, since # begins a remark; put the value in double quotes: "#1号楼"',
    ),
    (
        NAME + "code: #1 Example Road",
        '2: code: is blank, since # begins a remark; put the value in double quotes: "#1 Example Road"',
    ),
    (
        NAME + "pets: [{type: dog, name: {zh: 字, en: #1}}]\n  }}]",
        '2: pets[0].name.en: is blank, since # begins a remark; put the value in double quotes: "#1"',
    ),
    ("name:", "1: name: is blank; write its value"),
    (NAME + "pets: [{lives: 1}]", "2: pets[0]: is missing its `type`; add one, such as `type: text`"),
    (NAME + "pets: [{tpye: cat, lives: 1}]", "2: pets[0].tpye: unknown key 'tpye'; did you mean 'type'?"),
    (NAME + "pets: [{type: cta, lives: 1}]", "2: pets[0].type: 'cta' is not known here; did you mean 'cat'?"),
    (NAME + "pets:\n  - type: cat\n    lives: 10", "4: pets[0].lives: 10 is out of range; write 9 or less"),
    (NAME + "pets:\n  - type: cat\n    lives: 0", "4: pets[0].lives: 0 is out of range; write 1 or more"),
    (
        NAME + "pets: [{type: cat, lives: 1.5}]",
        "2: pets[0].lives: 1.5 stands where a whole number belongs; write digits without quotes",
    ),
    (NAME + "pets: [{type: cat}]", "2: pets[0].lives: this key is missing; add `lives: …`"),
    (NAME + "pets: [{type: cat, live: 1}]", "2: pets[0].live: unknown key 'live'; did you mean 'lives'?"),
    (
        NAME + "pets: [{type: dog, name: {zh: 字, en: a}, barks: yes}]",
        "2: pets[0].barks: 'yes' stands where true or false belongs; write one of the two without quotes",
    ),
    (NAME + "pets: [{type: dog, name: {zh: 字, en: }}]", "2: pets[0].name.en: the English text is blank; write it"),
    (NAME + "pets: [cat]", "2: pets[0]: 'cat' stands where a mapping belongs; write `key: value` lines"),
    (NAME + "by_id: {a: {zh: 字, en: }}", "2: by_id.a.en: the English text is blank; write it"),
    (NAME + "by_id: 5", "2: by_id: 5 stands where a mapping belongs; write `key: value` lines"),
]


@pytest.mark.parametrize(("text", "message"), CASES)
def test_one_mistake_is_said_once_where_it_stands(text: str, message: str):
    assert explained(text) == [message]


def test_several_mistakes_are_each_said():
    text = "name: {zh: 字, en: 字}\nids: [a, B]\nsize: x\nsiez: 1\n"
    assert [each.split(": ")[1] for each in explained(text)] == ["name.en", "ids[1]", "size", "siez"]


def test_a_list_whose_entries_are_wrong_is_not_said_to_be_short():
    assert explained(NAME + "ids: [A, B]") == [
        f"2: ids[{number}]: '{name}': an id is made of small letters, digits and single hyphens, such as 'meeting-minutes'"
        for number, name in enumerate("AB")
    ]


def test_a_long_value_is_cut_and_shown_on_one_line():
    [said] = explained(NAME + "tone: |\n  " + "a b\n  " * 40)
    assert "'a b a b" in said and "…' is not known here" in said and len(said) < 160


def test_nothing_else_is_said_of_what_is_a_mapping_of_the_wrong_kind():
    value: Any = {"zh": "字", "en": "a", "same": "x"}
    assert explained(f"name: {json.dumps(value)}") == [
        "1: name: 'same' stands alone: give either 'same', or 'zh' and 'en'"
    ]


def test_no_reader_is_shown_a_pattern_to_decipher():
    bare = set()
    for name, record in {**FILES, **FOLDERS}.items():
        parts: list = [record.model_json_schema()]
        while parts:
            part = parts.pop()
            if isinstance(part, dict) and isinstance(part.get("pattern"), str):
                shown = part.get("examples", [""])[0]
                bare |= {f"{name}: {part['pattern']}"} if not re.search(part["pattern"], shown) else set()
            parts += part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    assert bare == set()


def test_where_one_language_is_published_nobody_is_asked_for_the_other():
    with publishing("en"):
        read = source.parse("name: {zh: , en: }\nby_id: {a: {zh: 是}}\n", "home.yml", Faults())
        assert read
        with pytest.raises(ValidationError) as caught:
            Home.model_validate(read.data)
        found = [(dotted(place), message) for place, message in value_faults.explain(caught.value, Home, read)]
        assert found == [
            ("name.en", "the English text is blank; write it"),
            ("by_id.a.en", "the English text is missing; add `en: …`"),
        ]
