"""The message that tells owners whose turn it is: as a text, a mail, or what a group robot takes. Sending it is the company's."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from email.message import EmailMessage
from email.policy import SMTP

from ..model.handbook import Handbook
from ..model.languages import Language
from ..model.reviewing import Turn, by_owner, turns
from ..model.signs import SIGNS
from ..wording import Wording

_ROBOT_BYTES = 2000
"""How long a text may be that each of the three robots takes; WeCom has the least, 2,048 bytes."""


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
    return f"- {turn.due}  {wording.turn(turn)}"


def _mail(said: str, subject: str) -> str:
    message = EmailMessage(policy=SMTP.clone(utf8=True, linesep="\n"))
    message["Subject"] = subject
    message.set_content(said, cte="8bit")
    return message.as_string()


def _short(said: str) -> str:
    """As many lines as a robot takes, with a sign where some were left out."""
    lines = said.splitlines()
    while len("\n".join(lines).encode()) > _ROBOT_BYTES:
        lines = [*lines[:-2], "…"]
    return "\n".join(lines)


def _plain_robot(said: str, _subject: str) -> str:
    return json.dumps({"msgtype": "text", "text": {"content": _short(said)}}, ensure_ascii=False)


def _feishu(said: str, _subject: str) -> str:
    return json.dumps({"msg_type": "text", "content": {"text": _short(said)}}, ensure_ascii=False)


FORMS: dict[str, Callable[[str, str], str]] = {
    "text": lambda said, _subject: said.rstrip("\n"),
    "mail": _mail,
    "wecom": _plain_robot,
    "dingtalk": _plain_robot,
    "feishu": _feishu,
}
"""What the message is written for, by the name on the command line."""


def message(handbook: Handbook, today: date, form: str, language: Language) -> str:
    """The whole message; blank where nothing is due, so that nobody is troubled."""
    said = text(handbook, today, language)
    return FORMS[form](said, Wording(handbook, language).text("notify_subject")) if said else ""
