"""A company that calls several departments or roles alike: no list of ours says that name twice."""

from __future__ import annotations

from typing import Any

import pytest

from macros.model.alike import once_in_data, once_on_page
from macros.model.base import Text, fill

TOKENS = {
    name: Text.model_construct(zh=zh, en=en)
    for name, zh, en in (
        ("dept.hr", "综合部", "Office Services"),
        ("dept.legal", "综合部", "Office Services"),
        ("dept.it", "数字部", "Digital"),
        ("dept.finance", "财务部", "Finance"),
        ("dept.sales", "销售部", "Sales"),
        ("role.hr", "总经理", "managing director"),
        ("role.legal", "总经理", "managing director"),
        ("role.it", "管理员", "administrator"),
        ("call.hr", "总经理（100）", "managing director (100)"),
        ("call.legal", "总经理（100）", "managing director (100)"),
    )
}


@pytest.mark.parametrize(
    "language, written, said",
    [
        ("en", "{dept.hr} and {dept.legal} decide.", "Office Services decide."),
        ("en", "Tell {dept.hr}, {dept.legal} or any executive", "Tell Office Services or any executive"),
        ("en", "to {dept.it}, {dept.hr} and {dept.legal}", "to Digital and Office Services"),
        ("en", "to {dept.hr}, {dept.it} and {dept.legal}", "to Office Services and Digital"),
        ("en", "the {role.hr}, the {role.it} and the {role.legal}", "the managing director and the administrator"),
        ("en", "{dept.hr} and {dept.it}", "Office Services and Digital"),
        ("en", "if it concerns {dept.hr}, the {role.legal}", "if it concerns Office Services, the managing director"),
        ("en", "{dept.hr}, {dept.legal}, {dept.it} and {dept.sales}", "Office Services, Digital and Sales"),
        ("en", "{dept.hr}, {dept.it} or {dept.sales}, {dept.finance}", "Office Services, Digital or Sales, Finance"),
        ("en", "Ring the {call.hr} or the {call.legal}", "Ring the managing director (100)"),
        ("zh", "由{dept.hr}和{dept.legal}定", "由综合部定"),
        ("zh", "找{dept.hr}、{dept.legal}或者公司领导", "找综合部或者公司领导"),
        ("zh", "给{dept.it}、{dept.hr}和{dept.legal}", "给数字部和综合部"),
    ],
)
def test_a_list_names_what_is_called_alike_once(language: Any, written: str, said: str):
    assert fill(written, TOKENS, language) == said


def test_a_list_on_a_page_is_read_likewise_and_what_is_unknown_stays():
    page = "{{ company.dept.hr }} and {{ company.dept.legal }}, {{company.role.hr}} or the {{ company.role.it }}"
    assert once_on_page(page, TOKENS, "en") == page.replace(" and {{ company.dept.legal }}", "")
    assert once_in_data("{dept.hr} and {dept.nobody}", TOKENS, "en") == "{dept.hr} and {dept.nobody}"
