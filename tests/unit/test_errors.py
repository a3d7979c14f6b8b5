"""Faults: how they read, how they are collected, and which word is named as the nearest."""

from __future__ import annotations

import pytest

from macros.errors import Fault, Faults, closest, nearest, shortened


def test_faults_are_kept_once_and_sorted_by_file_and_line():
    faults = Faults()
    assert not faults and len(faults) == 0
    for path, line in (("b.yml", 1), ("a.yml", 10), ("a.yml", 9), ("b.yml", 1)):
        faults.add(path, line, "field", "is wrong; mend it")
    assert len(faults) == 3 and list(map(str, faults)) == [
        "a.yml:9: field: is wrong; mend it",
        "a.yml:10: field: is wrong; mend it",
        "b.yml:1: field: is wrong; mend it",
    ]
    assert next(iter(faults)) == Fault("a.yml", 9, "field", "is wrong; mend it")


def test_a_report_counts_what_it_names():
    faults = Faults()
    faults.add("a.yml", 1, "x", "y")
    last = "found. Mend it and run the command again; the last good site has not been touched."
    assert faults.report() == f"a.yml:1: x: y\n1 fault {last}"
    faults.add("a.yml", 2, "x", "y")
    assert faults.report().endswith(f"\n2 faults {last.replace('it and', 'them and')}")


@pytest.mark.parametrize(
    ("wrong", "known", "found"),
    [
        ("emial", ["email", "phone"], "email"),
        ("E-MAIL", ["Email"], "Email"),
        ("xyz", ["email"], None),
        ("a", [], None),
        ("cat", ["cats", "cart"], "cats"),
        ("docs//etc/passwd", ["docs/zh/reference/phrases.md"], None),
        ("docs/data/company.yml", ["docs/data/templates/complaint-reply.yml"], None),
        ("docs/guide/scopes.md", ["docs/zh/guide/scope.md", "docs/zh/guide/faq.md"], "docs/zh/guide/scope.md"),
    ],
)
def test_the_closest_is_most_like_it_whatever_its_capitals(wrong: str, known: list[str], found: str | None):
    assert closest(wrong, known) == found


def test_the_nearest_is_a_question_a_list_or_nothing():
    assert nearest("emial", {"email", "phone"}) == "did you mean 'email'?"
    assert nearest("xyz", {"email", "a"}) == "use one of: a, email"
    many = [f"{letter}{letter}" for letter in "abcdefghijklmnop"]
    assert nearest("", many) == f"use one of: {', '.join(many)}"
    assert nearest("", [*many, "zz"]) == f"use one of: {', '.join(many)}, …"
    assert nearest("x", []) == "none is defined yet"


@pytest.mark.parametrize(("length", "shown"), [(60, 60), (61, 60)])
def test_a_text_is_shown_on_one_line_of_60_signs_at_most(length: int, shown: int):
    assert len(shortened("a" * length)) == shown and shortened("a" * length).endswith("…") is (length > 60)
    assert shortened(" a\n\tb ") == "a b"
