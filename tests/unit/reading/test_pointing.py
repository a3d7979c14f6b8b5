"""A sentence that only sends a reader on goes with the page; what it says besides stays."""

from __future__ import annotations

import pytest

from macros.reading.layer.pointing import without

CHINESE = {
    "先问法务。怎么写，见[甲](gone.md)。": "先问法务。",
    "先问法务，见[甲](gone.md)。": "先问法务。",
    "下班以后的事看[甲](gone.md)。明天再说。": "明天再说。",
    "怎么写，见[甲](gone.md)；怎么寄，见[乙](b.md)。": "怎么寄，见[乙](b.md)。",
    "怎么写，见[乙](b.md)；怎么寄，见[甲](gone.md)。": "怎么写，见[乙](b.md)。",
    "见[甲](gone.md)和[乙](b.md)。": "见[乙](b.md)。",
    "见[乙](b.md)、[甲](gone.md)。": "见[乙](b.md)。",
    "录像到期删，期限见[甲](gone.md)。": "录像到期删。",
    "法律定了时限，见[甲](gone.md)，由法务判断。": "法律定了时限，由法务判断。",
    "3. 换了账号的，照[甲](gone.md)办：打回去核实。": "3. 换了账号的：打回去核实。",
    "电脑丢了，当场打给同事，有个人信息的照[甲](gone.md)办。": "电脑丢了，当场打给同事。",
    "对方要马上开始的，不阻拦，记下看了什么，见[甲](gone.md)。": "对方要马上开始的，不阻拦，记下看了什么。",
    "领导要您“先付，别声张”，按[甲](gone.md)办。": "",
    "- **不在岗**：写哪天回来、找谁、他的分机，写法见[甲](gone.md)。": "",
    "发[甲](gone.md)，抄送双方。": "发[甲](gone.md)，抄送双方。",
    "转给同事：按[甲](gone.md)，只给用得着的。": "转给同事：只给用得着的。",
    "拿不准，对照[甲](gone.md)，再问负责人。": "拿不准，再问负责人。",
    "清单：[甲](gone.md)。读两个场景。": "读两个场景。",
    "要商量：按[甲](gone.md)开会。": "要商量：开会。",
    "纪要等于录像，见[甲](gone.md)：同样要问。": "纪要等于录像：同样要问。",
    "催两次。仍没有回音，按[甲](gone.md)处理。": "催两次。",
    "（见[甲](gone.md)）完了。": "完了。",
    '{{ say("duty-number") }}晚上的事看[甲](gone.md)。': '{{ say("duty-number") }}',
}
ENGLISH = {
    'See [A](gone.md "What it says"). Then call.': "Then call.",
    "Ask the lawyer first. For the wording, see [A](gone.md).": "Ask the lawyer first.",
    "Ask the lawyer first: see [A](gone.md).": "Ask the lawyer first.",
    "For the wording see [A](gone.md); for the post see [B](b.md).": "For the post see [B](b.md).",
    "For the wording see [B](b.md); for the post see [A](gone.md).": "For the wording see [B](b.md).",
    "See [A](gone.md) and [B](b.md).": "See [B](b.md).",
    "See [B](b.md) and the [A](gone.md). Then call.": "See [B](b.md). Then call.",
    "If you are asked, call the lawyer and follow [A](gone.md).": "If you are asked, call the lawyer.",
    "No agreement is needed; follow [A](gone.md).": "No agreement is needed.",
    "Outside working hours, follow [A](gone.md).": "",
    "For a new account, follow [A](gone.md): call back.": "For a new account: call back.",
    "Pass it on the same day, see [A](gone.md), and ask them.": "Pass it on the same day, and ask them.",
    "If it is a crisis, follow the [A](gone.md), with one speaker.": "If it is a crisis, follow the [A](gone.md), with one speaker.",
    "Checklist: [A](gone.md). Read two scenarios.": "Read two scenarios.",
    "If they come too, follow [A](gone.md) and tell the lawyer.": "If they come too, tell the lawyer.",
    "Send the notices as in [A](gone.md).": "Send the notices.",
    "To a colleague: as under [A](gone.md), only what is needed.": "To a colleague: only what is needed.",
    "Changes follow [A](gone.md). Ask first.": "Ask first.",
    "Keep them together (see [A](gone.md)).": "Keep them together.",
    "Send an [A](gone.md) within a day.": "Send an [A](gone.md) within a day.",
}
ROWS = {
    "| Account | See [A](gone.md) |": "",
    "| Account | [A](gone.md) |": "",
    "| Account | first | [A](gone.md) |": "| Account | first | — |",
    "| Account | Call, see [A](gone.md). In a group, stop |": "| Account | Call. In a group, stop |",
    "| Account | [B](b.md) |": "| Account | [B](b.md) |",
}


def nowhere(target: str) -> bool:
    return target == "gone.md"


@pytest.mark.parametrize("line", CHINESE)
def test_in_chinese(line: str):
    assert without(line, "zh", nowhere) == CHINESE[line]


@pytest.mark.parametrize("line", ENGLISH | ROWS)
def test_in_english(line: str):
    assert without(line, "en", nowhere) == (ENGLISH | ROWS)[line]


@pytest.mark.parametrize("line", [*CHINESE, *ENGLISH, *ROWS])
def test_nothing_changes_where_every_link_leads_somewhere(line: str):
    assert without(line, "zh" if line in CHINESE else "en", lambda target: False) == line
