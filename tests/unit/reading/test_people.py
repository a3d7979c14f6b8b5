"""Who has which role, from the list that HR exports, and where their names show."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from macros.console import in_words
from macros.errors import Faults
from macros.model.base import Text
from macros.model.people import People, Person
from macros.pages.views import Views
from macros.published import contacts
from macros.published.contract_contacts import contact_part
from macros.reading import loading, people
from macros.wording import Wording
from tests.conftest import ROOT
from tests.publishing import publishing
from tests.unit.sound import sound

LIST = """\
工号,角色,姓名,英文名,电话,邮箱,身份证号
1,IT服务台,王敏,Wang Min,+86 10 5555 0701,wang@example.com,11010119900101
2,helpdesk,李雷,,,,
3,,赵强,,,,
4,Recruiter,陈晨,Chen Chen,,,
"""


def read(tmp_path: Path, text: str, encoding: str = "utf-8") -> tuple[People, list[str]]:
    file = tmp_path / people.FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode(encoding))
    loaded = dataclasses.replace(sound(), root=tmp_path, faults=Faults())
    return people.read(loaded), [str(fault) for fault in loaded.faults]


@pytest.mark.parametrize(
    "text, encoding",
    [
        (LIST, "utf-8"),
        (LIST.replace("\n", "\r\n"), "utf-8-sig"),
        (LIST.replace(",", ";"), "utf-8"),
        (LIST.replace(",", "\t"), "utf-8"),
        (LIST.replace("角色", "Role").replace("姓名", '"Name"'), "utf-8"),
    ],
)
def test_roles_are_named_by_id_or_name_and_other_columns_left_alone(text: str, encoding: str, tmp_path: Path):
    found, faults = read(tmp_path, text, encoding)
    assert not faults and found.by_role.keys() == {"helpdesk", "recruiting"}
    first, second = found.of("helpdesk")
    assert (first.name.zh, first.name.en, first.phone, first.mail) == (
        *("王敏", "Wang Min", "+86 10 5555 0701", "wang@example.com"),
    )
    assert (second.name.zh, second.name.en, second.phone) == ("李雷", "李雷", "")
    assert "11010119900101" not in repr(found)


def test_a_company_without_a_list_names_nobody(tmp_path: Path):
    loaded = dataclasses.replace(sound(), root=tmp_path, faults=Faults())
    assert people.read(loaded) == People() and not loaded.faults


def test_what_is_wrong_is_told_with_its_line_and_column(tmp_path: Path):
    _, faults = read(tmp_path, "role,name,phone,mail\nhelpdeks,A,,\nhelpdesk,,,\nhelpdesk,B,x1,b(at)x\n")
    assert faults == [
        "docs/company/people.csv:2: role: 'helpdeks' is no role of company.yml; did you mean 'helpdesk'?",
        "docs/company/people.csv:3: name: is blank; write the name, or clear the role",
        "docs/company/people.csv:4: mail: 'b(at)x' is no mail address; write such as name@example.com",
        "docs/company/people.csv:4: phone: 'x1' is no number that can be dialled; write such as +86 10 5555 0100",
    ]
    assert all(in_words(fault, "zh") != fault for fault in faults)
    [fault] = read(tmp_path, "角色,姓名\n售后经理,A\n")[1]
    assert "use one of: IT服务台, " in fault and ", 业务系统管理员" in fault and "reception" not in fault
    assert read(tmp_path, "姓名\nA\n")[1] == [
        "docs/company/people.csv:1: role: no column of the first line has this name; call one role/角色/岗位"
    ]
    assert read(tmp_path, "角色，姓名\n前台，A\n")[1] == [
        f"docs/company/people.csv:1: {column}: the columns stand between full-width commas; write the English comma in every line"
        for column in ("name", "role")
    ]
    assert read(tmp_path, "角色,姓名\n前台,A\n前台,B\n前台,A\n")[1] == [
        "docs/company/people.csv:4: name: stands above already with this role, phone and mail; delete one of the two"
    ]
    assert "is not UTF-8" in read(tmp_path, LIST, "gb18030")[1][0]


@pytest.mark.parametrize(
    ("above", "sign"), [("\n\n", ","), ("sep=;\n", ";"), (",,,\nSEP=,\n\n", ","), ('"sep=\t"\n', "\t"), (" \n", ";")]
)
def test_empty_lines_and_the_one_in_which_excel_names_the_sign_are_no_head(above: str, sign: str, tmp_path: Path):
    assert read(tmp_path, above + LIST.replace(",", sign)) == read(tmp_path, LIST)
    wrong = above + "role,name\nhelpdeks,A\n".replace(",", sign)
    line = above.count("\n") + 2
    assert read(tmp_path, wrong)[1][0].startswith(f"docs/company/people.csv:{line}: role: 'helpdeks' is no role")
    assert f"people.csv:{line - 1}: role: no column" in read(tmp_path, above + "姓名\nA\n")[1][0]


def test_a_role_bears_its_name_in_a_language_that_is_not_published_too(tmp_path: Path):
    text = (ROOT / "docs/sample/company.yml").read_text(encoding="utf-8")
    file = tmp_path / "docs/company/company.yml"
    file.parent.mkdir(parents=True)
    file.write_text(text.replace("\n  languages: [zh, en]\n", "\n  languages: [en]\n"), encoding="utf-8")
    (tmp_path / people.FILE).write_text("角色,姓名\nIT服务台,王敏\nrecruiter,陈晨\n", encoding="utf-8")
    with publishing():
        loaded = loading.load(tmp_path)
    assert loaded.people.by_role.keys() == {"helpdesk", "recruiting"}
    assert not [fault for fault in loaded.faults if fault.path == people.FILE]


def person(name: str) -> Person:
    return Person(Text.model_construct(zh=name, en=name), "+86 10 5555 0701", "a@example.com")


@pytest.mark.parametrize(
    "names, zh, en",
    [
        ("", "IT服务台", "IT help desk"),
        ("甲 乙", "IT服务台（甲、乙）", "IT help desk (甲, 乙)"),
        ("甲 乙 丙 丁", "IT服务台（甲等4人）", "IT help desk (甲 and 3 more)"),
    ],
)
def test_a_role_bears_the_names_of_a_few(names: str, zh: str, en: str):
    people = People({"helpdesk": tuple(map(person, names.split()))})
    handbook = dataclasses.replace(loading.handbook_of(sound()), people=people)
    assert [Wording(handbook, language).role("helpdesk") for language in ("zh", "en")] == [zh, en]


def test_names_stand_wherever_the_role_is_named_as_one_to_ask():
    plain = loading.handbook_of(sound())
    contact = next(each for each in plain.contacts if each.role == "helpdesk")
    named = dataclasses.replace(plain, people=People({"helpdesk": (person("王敏"),)}))
    shown = Views(named, "zh", ROOT / "overrides", date(2026, 11, 26), defaultdict(int)).render("contacts", ".")
    assert "IT服务台（王敏）" in shown and '<a href="tel:+861055550701">010-5555 0701</a>' in shown
    files = dict(contacts.files(named, ""))
    assert "IT服务台（王敏）" in files["contacts.csv"].decode("utf-8-sig")
    assert [each.zh for each in contact_part(named, contact).people] == ["王敏"]
    assert contact_part(plain, contact).people == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('role,name\nhelpdesk,"A\n', "2: row: a quotation mark is not closed"),
        ('role,name\nhelpdesk,"A" B\n', "2: row: a quotation mark is not closed"),
        ('role,name\nhelpdesk,"A\nlegal,B\npr,"\n', "4: row: one text goes over several lines"),
    ],
)
def test_a_quotation_mark_swallows_nobody(text: str, said: str, tmp_path: Path):
    found, faults = read(tmp_path, text)
    assert len(faults) == 1 and faults[0].startswith(f"docs/company/people.csv:{said}") and not found.by_role
    assert in_words(faults[0], "zh") != faults[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "role,name,phone\nhelpdesk,A\x0bB,\nlegal,C,\n",
            ["2: name: holds a sign that cannot be seen, U+000B; delete it"],
        ),
        (
            "role,name,phone\nhelpdesk,A\x0bB,1\x7f\n",
            ["2: name: holds a sign that cannot be seen, U+000B", "2: phone: holds a sign that cannot be seen, U+007F"],
        ),
        ("role,name,note\nhelpdesk,A,a\u2028b\x0cc\n", []),
        ('role,name,note\nhelpdesk, "A","two\nlines"\n', []),
        (
            f"role,name,note\nhelpdesk,A,{'x' * 200_000}\n",
            ["2: row: one text has more than 131072 characters; shorten it"],
        ),
        ("role,name,name\nhelpdesk,A,B\n", ["1: name: two columns are called so, and nobody knows which is meant"]),
        ("角色,姓名,电话,手机,备注,备注\nhelpdesk,A,,,,\n", []),
    ],
)
def test_what_excel_and_word_leave_in_a_list_is_passed_over_or_told(text: str, said: list[str], tmp_path: Path):
    found, faults = read(tmp_path, text)
    assert len(faults) == len(said) and all(
        fault.startswith(f"docs/company/people.csv:{each}") for fault, each in zip(faults, said, strict=True)
    )
    assert said or [each.name.zh for each in found.of("helpdesk")] == ["A"]
    assert all(in_words(fault, "zh") != fault for fault in faults)


@pytest.mark.parametrize("text", ["", "\ufeff", "\n \r\n"])
def test_an_empty_list_is_told(text: str, tmp_path: Path):
    _, [fault] = read(tmp_path, text)
    assert fault.startswith("docs/company/people.csv:1: file: is empty; write the columns role and name")
    assert in_words(fault, "zh") != fault


@pytest.mark.parametrize("name", ["people.xlsx", "People.csv"])
def test_a_list_that_is_not_read_is_told(name: str, tmp_path: Path):
    file = tmp_path / "docs/company" / name
    file.parent.mkdir(parents=True)
    file.write_bytes(b"")
    loaded = dataclasses.replace(sound(), root=tmp_path, faults=Faults())
    people.read(loaded)
    [fault] = map(str, loaded.faults)
    assert fault.startswith(f"docs/company/{name}:1: file: is not read; save it as people.csv")
