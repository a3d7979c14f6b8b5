"""The names of the company profile, as pages write them."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from macros.model.base import Text
from macros.pages.arguments import MacroError
from macros.pages.authoring.company import Company

TOKENS = {"dept.finance": Text(zh="财务部", en="Finance"), "mail": Text(zh="邮箱", en="Outlook")}


def company(language: str) -> Company:
    return Company(SimpleNamespace(handbook=SimpleNamespace(tokens=TOKENS), language=language))


def test_a_department_is_called_in_the_language_of_the_page_or_in_the_one_that_is_named():
    assert (company("zh").dept.finance, company("en").dept.finance) == ("财务部", "Finance")
    assert (company("zh").dept.finance_en, company("en").dept.finance_zh) == ("Finance", "财务部")


def test_a_name_that_is_not_there_is_told_with_the_nearest():
    with pytest.raises(MacroError, match=r"has no 'dept\.finanse'; did you mean 'dept\.finance'"):
        _ = company("zh").dept.finanse_en
    with pytest.raises(MacroError, match="has no 'mial'"):
        _ = company("en").mial
