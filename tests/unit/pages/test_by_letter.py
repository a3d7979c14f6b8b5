"""The order of the glossary: Chinese by how it is read, the rest by its letters, whatever the order of the data."""

from __future__ import annotations

from macros.model.base import Text
from macros.model.glossary import Term
from macros.pages.alphabet import by_letter


def term(zh: str, en: str) -> Term:
    return Term.model_construct(id=en, term=Text.model_construct(zh=zh, en=en))


def test_terms_stand_under_the_letter_by_which_they_are_looked_up():
    terms = [term("周报", "weekly report"), term("抄送", "copy"), term("CRM系统", "Archive"), term("草稿", "draft")]
    shown = {letter: [each.term.zh for each in found] for letter, found in by_letter(reversed(terms), "zh").items()}
    assert list(shown.items()) == [("C", ["草稿", "抄送", "CRM系统"]), ("Z", ["周报"])]
    assert list(by_letter(terms, "en")) == ["A", "C", "D", "W"]
