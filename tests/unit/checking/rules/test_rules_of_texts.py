"""Rules on what texts say: the people of the examples, avoided words, names of products, leftovers, hidden marks."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros.checking.rules import cast, directions, placeholders, product_names, terms
from macros.checking.rules.cast import CastNames
from macros.checking.rules.lengths import Lengths
from macros.checking.rules.product_names import ProductNames
from macros.checking.rules.terms import AvoidedWords
from macros.errors import Faults
from macros.model.base import Text
from macros.model.cast import Cast, Outsider, Person
from macros.model.standing import Sentence, Sentences
from macros.model.terms import Preference
from macros.reading import source
from macros.reading.loaded import Loaded
from tests.unit.sound import found, sound


def text(zh: str, en: str) -> Text:
    return Text.model_construct(zh=zh, en=en)


DEPARTMENTS = {"sales": text("销售部", "Sales"), "legal": text("法务部", "Legal")}
COMPANY: Any = SimpleNamespace(departments=DEPARTMENTS)
NING = Person(
    id="zhao-ning", name=text("赵宁", "Zhao Ning"), department="sales", extension="8033", title=text("主管", "lead")
)
BOSS = Person(id="boss", name=text("韩总", "Han Lei"), extension="8001", title=text("总经理", "general manager"))
NAMES = CastNames(
    Cast(people=(NING, BOSS), outside=(Outsider(id="wu", name=text("吴昊", "Wu Hao")),)),
    COMPANY,
    {"dept.sales": DEPARTMENTS["sales"]},
)


@pytest.mark.parametrize(
    ("language", "said", "wrong"),
    [
        ("zh", "销售部赵宁会打给您", ""),
        ("zh", "法务部赵宁会打给您", "'赵宁' stands with '法务部', but belongs to '销售部'"),
        ("zh", "法务部负责人赵宁", "'赵宁' stands with '法务部'"),
        ("zh", "赵宁（法务部）", "'赵宁' stands with '法务部'"),
        ("zh", "赵宁，法务部。", "'赵宁' stands with '法务部'"),
        ("zh", "赵宁，法务部的人也在", ""),
        ("zh", "{dept.sales}赵宁", ""),
        ("zh", "{{ company.dept.sales }}韩总", "'韩总' stands with '销售部', but belongs to no department"),
        ("zh", "赵宁分机8033", ""),
        ("zh", "赵宁分机8034", "extension 8034 is not that of '赵宁', which is 8033"),
        ("zh", "打8034找销售部的赵宁", "extension 8034 is not that of '赵宁'"),
        ("zh", "赵宁不在，韩总分机8001", ""),
        ("zh", "订单+销售部+赵宁", ""),
        ("zh", "订单+销售部+吴昊", ""),
        ("zh", "订单+销售部+赵令", "'赵令' is not in docs/data/cast.yml"),
        ("zh", "请协作+法务部+销售部+赵宁", ""),
        ("en", "Zhao Ning in Sales will call", ""),
        ("en", "Zhao Ning in Legal will call", "'Zhao Ning' stands with 'Legal', but belongs to 'Sales'"),
        ("en", "Zhao Ning (Legal)", "'Zhao Ning' stands with 'Legal'"),
        ("en", "Zhao Ning, Legal.", "'Zhao Ning' stands with 'Legal'"),
        ("en", "Zhao Ning, head of Legal", "'Zhao Ning' stands with 'Legal'"),
        ("en", "Legal + Zhao Ning", "'Zhao Ning' stands with 'Legal'"),
        ("en", "Zhao Ning (extension 8033)", ""),
        ("en", "Zhao Ning on 8034", "extension 8034 is not that of 'Zhao Ning'"),
        ("en", "Zhao Ning is away, Han Lei on 8001", ""),
        ("en", "Order + Sales + Zhao Nin", "'Zhao Nin' is not in docs/data/cast.yml; did you mean 'Zhao Ning'?"),
        ("en", "Order + Sales + Wu Hao", ""),
    ],
)
def test_people_keep_their_department_and_extension(language: Any, said: str, wrong: str):
    faults = list(NAMES.faults_in(said, language))
    assert (len(faults), all(fault.startswith(wrong) for fault in faults)) == (bool(wrong), True), faults


def test_two_people_share_neither_name_nor_extension_and_departments_are_those_of_the_company():
    people = sound().records["cast.yml"].people
    assert found(cast, ("cast.yml", ("people", 1, "extension"), people[0].extension)) == [
        f"cast.yml: people[1].extension: '{people[0].extension}' is that of '{people[0].id}' already; "
        f"give '{people[1].id}' another"
    ]
    assert found(cast, ("cast.yml", ("people", 1, "name", "zh"), people[0].name.zh)) == [
        f"cast.yml: people[1].name.zh: '{people[0].name.zh}' is that of '{people[0].id}' already; "
        f"give '{people[1].id}' another"
    ]
    number = next(number for number, person in enumerate(people) if person.department)
    own = people[number].department
    assert found(cast, ("cast.yml", ("people", number, "department"), f"{own}x")) == [
        f"cast.yml: people[{number}].department: unknown department '{own}x'; did you mean '{own}'?"
    ]


TERMS: Any = {
    "zh": (Preference(write="待办", avoid=("代办事项", "代办"), unless=("代办人",)),),
    "en": (
        Preference(write="e-mail", avoid=("email",), unless=("email address book",)),
        Preference(write="ring", avoid=("phone up",)),
    ),
}


@pytest.mark.parametrize(
    ("language", "said", "words"),
    [
        ("zh", "写上代办和代办事项，代办人除外", ["代办", "代办事项"]),
        ("zh", "写上代办，代办", ["代办"]),
        ("en", "Send an email, an Email or EMAIL", ["email", "Email", "EMAIL"]),
        ("en", "an email-address, emails, e-mail, the email address book", []),
        ("en", "Phone up", ["Phone up"]),
    ],
)
def test_avoided_words_are_found_once_each_and_not_within_right_ones(language: Any, said: str, words: list[str]):
    write = {"email": "e-mail", "phone up": "ring"}
    assert list(AvoidedWords(TERMS).found_in(said, language)) == [
        f"'{word}' is avoided in docs/data/terms.yml; write '{write.get(word.lower(), '待办')}', or reword"
        for word in words
    ]


@pytest.mark.parametrize(
    "line", ["{{ email() }}", "{% if email %}", "`email`", "[x](email.md)", "<email>", "## A {#email}", "{.email}"]
)
def test_words_in_code_addresses_and_marks_are_no_prose(line: str):
    assert list(AvoidedWords(TERMS).found_on(line, "en")) == []
    assert len(list(AvoidedWords(TERMS).found_on(f"{line} email", "en"))) == 1


PRODUCTS = ProductNames(
    SimpleNamespace(products=lambda: {"messenger": text("企业微信", "WeCom"), "meeting_tool": text("企业微信", "Meet")})
)


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("发到企业微信群", {"企业微信": ["messenger", "meeting_tool"]}),
        ("Send it by WeCom.", {"WeCom": ["messenger"]}),
        ("Meeting, 9Meet, Meets", {}),
        ("在Meet里", {"Meet": ["meeting_tool"]}),
    ],
)
def test_products_are_found_as_words_of_their_own(said: str, named: dict[str, list[str]]):
    assert dict(PRODUCTS.named_in(said)) == named


def of_source(rule: Any, tmp_path: Path, written: str, path: str = "home.yml") -> list[str]:
    """What a rule finds in one data file beside the sound records."""
    loaded = Loaded(tmp_path, records=sound().records)
    read = source.parse(written, f"docs/data/{path}", Faults())
    assert read
    loaded.sources[path] = read
    rule.check(loaded)
    return [str(fault).removeprefix("docs/data/") for fault in loaded.faults]


def test_a_product_is_named_in_the_profile_and_among_aliases_only(tmp_path: Path):
    name = sound().records["company.yml"].tools.messenger.en
    written = f"aliases: [{name}]\nsection_aliases: [{{en: [{name}]}}]\nlist:\n  - a\n  - b: By {name}\n"
    assert of_source(product_names, tmp_path, written) == [
        f"home.yml:5: list[1].b: '{name}' stands in the company profile; write {{messenger}} here"
    ]
    assert of_source(product_names, tmp_path, written, "synonyms.yml") == []


def test_the_company_calls_its_own_as_it_does(tmp_path: Path):
    avoided = sound().records["terms.yml"].en[0].avoid[0]
    assert of_source(terms, tmp_path, f"tools: {{mail: {{en: {avoided}}}}}\n", "company.yml") == []


def test_avoided_words_are_looked_for_below_a_language_and_not_where_any_word_may_stand(tmp_path: Path):
    avoided = sound().records["terms.yml"].en[0].avoid[0]
    written = (
        f"a: {avoided}\nb: {{en: [{avoided}]}}\naliases: {{en: {avoided}}}\n"
        f"section_aliases: [{{heading: c, en: [{avoided}]}}]\nbad: {{en: {avoided}}}\n"
    )
    [said] = of_source(terms, tmp_path, written)
    assert said.startswith(f"home.yml:2: b.en[0]: '{avoided}' is avoided in docs/data/terms.yml; write ")
    assert of_source(terms, tmp_path, written, "search.yml") == []


@pytest.mark.parametrize("left", ["TODO", "FIXME", "TBD", "TBC", "NEW-ID", "Lorem ipsum", "待补充", "占位符"])
def test_what_holds_a_place_is_found_in_data_and_on_pages(left: str, tmp_path: Path):
    page = tmp_path / "docs" / "zh" / "a.md"
    page.parent.mkdir(parents=True)
    page.write_text(f"好\n\n{left}，{left}\n", encoding="utf-8")
    message = f"'{left}' was left to hold the place of something; write what belongs there"
    assert of_source(placeholders, tmp_path, f"a: [b, 'x {left}']\n") == [
        f"home.yml:1: a[1]: {message}",
        f"docs/zh/a.md:3: text: {message}",
    ]


def test_words_that_only_look_like_placeholders_are_none(tmp_path: Path):
    assert of_source(placeholders, tmp_path, "a: TODOS, to-TODO, todo\n") == []


@pytest.mark.parametrize("mark", [*"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"])
def test_every_mark_that_turns_the_direction_is_told(mark: str, tmp_path: Path):
    (said,) = of_source(directions, tmp_path, f'a: "\\u{ord(mark):04x}"\n')
    assert f"holds U+{ord(mark):04X} (" in said


def test_marks_that_turn_the_direction_are_named_by_their_code(tmp_path: Path):
    sheet = tmp_path / "overrides" / "a.css"
    sheet.parent.mkdir()
    sheet.write_text("a\nb\u200f\n", encoding="utf-8")
    (tmp_path / "overrides" / "b.png").write_bytes("\u200f".encode())
    assert of_source(directions, tmp_path, 'a: "\\u202e"\n') == [
        "home.yml:1: a: holds U+202E (right-to-left override), which nobody sees and which turns the direction of what "
        "follows; delete it",
        "overrides/a.css:2: text: holds U+200F (right-to-left mark), which nobody sees and which turns the direction of "
        "what follows; delete it",
    ]


def test_nothing_is_held_against_a_list_with_faults_of_its_own(tmp_path: Path):
    for rule, path in ((terms, "terms.yml"), (product_names, "company.yml"), (cast, "cast.yml"), (cast, "company.yml")):
        loaded = dataclasses.replace(
            sound(), faults=Faults(), records={name: record for name, record in sound().records.items() if name != path}
        )
        rule.check(loaded)
        assert not loaded.faults


@pytest.mark.parametrize(
    "language, name, rest", [("zh", "董" * 99, "字" * 99), ("en", "head of it " * 30, "word " * 60)]
)
def test_nobody_needs_to_shorten_a_sentence_because_a_name_in_it_is_long(language: Any, name: str, rest: str):
    said = Sentence.model_construct(id="ask", text=text(*[f"{rest}{name}"] * 2))
    sentences, call = Sentences.model_construct(sentences=(said,)), '{{ say("ask") }}'
    assert Lengths(sentences, []).too_long(call, language)
    assert Lengths(sentences, [text(name, name)]).too_long(call, language) is None
