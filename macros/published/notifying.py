"""The message that tells owners whose turn it is: as a text, a mail, or what a group robot takes. Sending it is the company's."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from email.message import EmailMessage
from email.policy import SMTP

from .. import addresses
from ..model.handbook import Handbook
from ..model.languages import Language
from ..model.reviewing import Turn, by_owner, turns
from ..model.signs import SIGNS
from ..wording import Wording

_WECOM, _DINGTALK, _FEISHU = 2_000, 18_000, 18_000
"""How many bytes of text each robot is given at most: WeCom takes 2,048, the two others about 20,000 with all that is around it."""
_ITEM = "- "


def text(handbook: Handbook, today: date, language: Language) -> str:
    """What is overdue and due within 30 days, by owner; blank where nothing is."""
    wording = Wording(handbook, language)
    found = tuple(turn for turn in turns(handbook, today) if turn.state in ("overdue", "due"))
    if not found:
        return ""
    lines = [wording.text("notify_head", n=len(found))]
    for theirs in by_owner(found).values():
        lines += [
            f"{theirs[0].owner[language]}{SIGNS[language].colon.strip()}",
            *(_line(turn, wording) for turn in theirs),
        ]
    return "\n".join(lines) + "\n"


def _line(turn: Turn, wording: Wording) -> str:
    return f"{_ITEM}{turn.due}  {wording.turn(turn)}"


def _mail(said: str, wording: Wording, _page: str) -> str:
    message = EmailMessage(policy=SMTP.clone(utf8=True, linesep="\n"))
    message["Subject"] = wording.text("notify_subject")
    message.set_content(said, cte="8bit")
    return message.as_string()


def _short(said: str, most: int, wording: Wording, page: str) -> str:
    """As many items as a robot takes; where some are left out, how many, and the page that has all."""
    lines, left, end = said.splitlines(), 0, ""
    while len(lines) > 1 and len("\n".join([*lines, end]).encode()) > most:
        left += lines.pop().startswith(_ITEM)
        while len(lines) > 1 and not lines[-1].startswith(_ITEM):  # nobody is named without what is theirs
            lines.pop()
        end = wording.text("notify_more", n=left) + page
    return "\n".join([*lines, end]).rstrip()


def _robot(kind: str, text: str, within: str, most: int) -> Callable[[str, Wording, str], str]:
    """What writes for a robot: the names of its two fields and of the text within, and how much it takes."""

    def write(said: str, wording: Wording, page: str) -> str:
        message = {kind: "text", text: {within: _short(said, most, wording, page)}}
        return json.dumps(message, ensure_ascii=False)

    return write


FORMS: dict[str, Callable[[str, Wording, str], str]] = {
    "text": lambda said, _wording, _page: said.rstrip("\n"),
    "mail": _mail,
    "wecom": _robot("msgtype", "text", "content", _WECOM),
    "dingtalk": _robot("msgtype", "text", "content", _DINGTALK),
    "feishu": _robot("msg_type", "content", "text", _FEISHU),
}
"""What the message is written for, by the name on the command line."""


def message(handbook: Handbook, today: date, form: str, language: Language) -> str:
    """The whole message; blank where nothing is due, so that nobody is troubled."""
    said = text(handbook, today, language)
    page = ""
    if handbook.has("about/reviews"):
        page = f"{SIGNS[language].colon}{handbook.company.site.address}{addresses.page('about/reviews/', language)}"
    return FORMS[form](said, Wording(handbook, language), page) if said else ""
