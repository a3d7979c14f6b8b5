"""Sentences that contradict a ruling of the handbook stand nowhere any more, in pages or in data."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT

MUST_NOT_STAND = {
    "the parts of an e-mail have one order": (
        "正文第一段(写|说)要?",
        "背景放在后面",
        "[Ff]irst paragraph says (who|what)",
        "background comes below",
    ),
    "nobody's number is given to a caller in a crisis": ("我把号码给您", "I will give you the number"),
    "a journalist is not told that PR “will get back” in other words": ("由公关部回您", "will get back to you"),
    "silence is no consent to a recording": (
        "停五秒",
        "wait five seconds",
        "录制会议，会后发纪要和录像",
        "[Rr]ecord it, and send",
        "有一位不同意就不录",
        "don't record if anyone objects",
    ),
    "silence is no consent to terms": ("默认同意", "[Ww]e assume that you agree(?!”)", "if we hear nothing, we take"),
    "an urgent call binds only those on call after hours": ("不分上班下班", "by day and by night"),
    "nothing is deleted before Legal has spoken": (
        "请(他|对方)(不看、不转、删除|删掉并回)",
        "delete it,? and (to )?reply “deleted”",
    ),
    "an e-mail can bind the company": ("邮件是某位同事写的", "e-mail is written by a colleague"),
    "a late delivery is not waived": ("我方同意延至", "We agree to 10 November\\. Please"),
    "outside staff take tasks from their own company": (
        "排班、领物这类日常事按内部走",
        "internal for daily matters such as schedules",
    ),
    "disclosure belongs to the company secretary": (
        "财务部和公关负责人，其他任何人不得先说",
        "Finance and the head of public relations; nobody else",
    ),
    "the most junior people speak first": ("equal rank speak",),
    "searches stay in the browser": ("not recorded anywhere", "不会留在任何人的记录里"),
    "rules name head office, not a zone": ("Asia/Shanghai时间", "Asia/Shanghai time"),
    "no price stands in a subject": ("确认单价\\d", "confirm \\{currency\\} \\d+ each"),
    "sums are in the currency of the profile": ("\\d[万亿]?元", "CNY \\d"),
    "reporting goes to whoever is easiest": ("贪污、受贿、利益冲突的举报 \\| 法务负责人",),
}
FREE = {"page-fingerprints.yml", "synonyms.yml", "search.yml", "practice.yml"}
"""Files that readers don't see, and the one whose wrong answers say what is wrong."""


@pytest.mark.parametrize("ruling", MUST_NOT_STAND)
def test_what_contradicts_a_ruling_stands_nowhere(ruling: str):
    found = [
        f"{file.relative_to(ROOT)}:{number}: {pattern}"
        for file in sorted((ROOT / "docs").rglob("*"))
        if file.suffix in (".md", ".yml") and file.name not in FREE
        for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1)
        for pattern in MUST_NOT_STAND[ruling]
        if re.search(pattern, line)
    ]
    assert found == []
