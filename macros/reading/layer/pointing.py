"""Sentences that only send a reader on, "for x see …", and go with the page to which they lead.

What else a sentence says stays; a link within it is somebody else's to turn into its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ..markdown import TARGET

LINK = re.compile(rf"(?<!!)\[(?P<text>(?:[^\[\]]|\[[^\]]*\])*)\]{TARGET}")
_SAY = r"\{\{ *say\([^}]*\) *\}\}"
_START = re.compile(r"^[ >]*(?:(?:[-*+]|\d+[.)]) +)?")
"""What stands before a line's text: its indent, the sign of an item."""


def without(line: str, language: str, leads_nowhere: Callable[[str], bool]) -> str:
    """A line without the sentences, and the parts of them, that only lead where nothing is.

    Args:
        line: a paragraph, an item or a row of a table, as Markdown.
        language: the language of its text, a code of two letters.
        leads_nowhere: whether a link's target is left out.

    Returns:
        The line, with other links that lead nowhere still in it; blank where nothing is left to say.
    """
    if line.lstrip().startswith("|"):
        return _row(line, language, leads_nowhere)
    start = _START.match(line)
    head = start[0] if start else ""
    said = _said(line[len(head) :], language, leads_nowhere)
    return head + said if said.strip(" *{}") else ""


def _row(line: str, language: str, leads_nowhere: Callable[[str], bool]) -> str:
    """A row of a table: a cell of nothing but such a link gets a dash; a row of two cells goes with its second."""
    indent, cells = line[: line.index("|")], line.strip().strip("|").split("|")
    if any(cell.endswith("\\") for cell in cells):
        return line
    for number, cell in enumerate(cells[1:], start=1):
        link = LINK.fullmatch(cell.strip())
        whole = link is not None and leads_nowhere(link["target"])
        said = "" if whole else _said(cell.strip(), language, leads_nowhere)
        if not said and cell.strip():
            if len(cells) == 2:
                return ""
            said = "—"
        cells[number] = f" {said} " if said != cell.strip() else cell
    return f"{indent}|{'|'.join(cells)}|"


def _said(text: str, language: str, leads_nowhere: Callable[[str], bool]) -> str:
    shorten = _in_chinese if language == "zh" else _in_english
    place = 0
    while link := LINK.search(text, place):
        place = link.end()
        shorter = shorten(text[: link.start()], text[link.end() :]) if leads_nowhere(link["target"]) else None
        if shorter is not None:
            text, place = shorter, 0
    return text


_SENTENCES_ZH = re.compile(rf"[。；！？][”』）]*|{_SAY}")
_POINTS_ZH = re.compile(r"(?P<how>参见|详见|另见|见|先看|再看|看|查|对照|按照|照|按|走)$")
_LABEL_ZH = re.compile(r"(?:^|(?<=[。；]))(?P<how>[^，。；：\[\]]{1,4}：)$")
_DONE_ZH = re.compile(r"办|做|走|处理")
_ENDS_ZH = re.compile(rf"(?:{_DONE_ZH.pattern})?(?:[。；！？]|$)")
_ACTS_ZH = re.compile(r"打给|打电话|报|发|开|告诉|转")
"""What is to be done as a place says, and makes sense without it."""
_ASKS_ZH = re.compile(
    r"怎么|怎样|什么|哪|谁|多久|多少|几[种样步天]|是否|该不该|要不要|能不能|够不够"
    r"|^例如|^其余|^其他|^更多|(?:[的时后前里上下外事者]|另说|的.{1,3})$"
)
"""Clauses that only say of what the place tells more: a question, a case."""
_LEADS_ZH = re.compile(r"^(?:具体|怎么|怎样|什么|哪|谁|多久|多少|更多)|(?:[的时]|另说|的.{1,3})$")
"""Those that do so behind a clause that tells something."""
_TELLS_ZH = re.compile(r"contact\(|company\.|马上|立刻|当场|当天|同时|小时内|(?:^|：)(?:[先别]|不(?!是))")
"""What a clause before "follow …" has where it says what to do, not when."""
_COMMA_ZH = re.compile(r"，(?![^“”]*”)")
_QUOTED_ZH = re.compile(r"“[^”]*”")


def _in_chinese(before: str, after: str) -> str | None:
    """What stays of a text whose link between the two leads nowhere; None where more than the link would have to go."""
    shorter = _without_joint_zh(before, after)
    if shorter is not None:
        return shorter
    points = _POINTS_ZH.search(before) or _LABEL_ZH.search(before)
    if not points:
        return None
    rest = before[: points.start()]
    shorter = _without_pointer_zh(rest, points["how"], after)
    return _without_clause_zh(rest, points["how"], after) if shorter is None else shorter


def _without_joint_zh(before: str, after: str) -> str | None:
    """One of several places: what joins it to the next, or to the one before, goes with it."""
    if joined := re.match(r"[、和或与](?=\[)", after):
        return before + after[joined.end() :]
    if joined := re.search(r"(?<=\))[、和或与]$", before):
        return before[: joined.start()] + after
    return None


def _without_pointer_zh(rest: str, how: str, after: str) -> str | None:
    """A pointer that what stands around it does not need: in brackets, between commas, before what is to be done."""
    if rest.endswith("（") and after.startswith("）"):
        return rest[:-1] + after[1:]
    if ("见" in how or how == "对照") and rest.endswith("，") and after.startswith(("，", "：")):
        return rest + after[1:] if after[0] == "，" else rest[:-1] + after
    if how in ("按", "照", "按照"):
        if rest.endswith("，") and after.startswith("办："):
            return rest[:-1] + after[1:]
        if after.startswith("，") or _ACTS_ZH.match(after):
            return rest + after.removeprefix("，")
    return None


def _without_clause_zh(rest: str, how: str, after: str) -> str | None:
    """A pointer at the end of its sentence: the clauses that only say of what goes with it, or the whole sentence."""
    end = _ENDS_ZH.match(after)
    if not end:
        return None
    first = max((sentence.end() for sentence in _SENTENCES_ZH.finditer(rest)), default=0)
    clauses = _COMMA_ZH.split(rest[first:])[:-1]  # behind the last stands nothing, or only of what the place tells
    while len(clauses) > 1 and _LEADS_ZH.search(clauses[-1]):
        clauses.pop()
    tells = _tells if "见" in how else _orders
    if any(tells(each) for each in clauses):
        return rest[:first] + "，".join(clauses) + re.sub(f"^(?:{_DONE_ZH.pattern})", "", after)
    left, follows = rest[:first], after[end.end() :]
    return left + follows if end[0].endswith("；") else re.sub("；$", "。" if end[0] else "", left) + follows


def _tells(clause: str) -> bool:
    """Whether a clause says more than of what the place tells: no question, no case, no name of a thing."""
    return not (_ASKS_ZH.search(clause) or _is_list(clause) or re.fullmatch("[^先别不]{,4}", clause))


def _orders(clause: str) -> bool:
    """Whether a clause says what to do; what others say, in quotation marks, is no order."""
    return bool(_TELLS_ZH.search(_QUOTED_ZH.sub("", clause)))


def _is_list(clause: str) -> bool:
    """Whether a clause is only names of what the place is about, such as "座次、乘车、合影"."""
    names = re.split("[、和]", clause)
    return len(names) > 1 and "是" not in clause and all(len(name) <= 6 for name in names)


_SENTENCES_EN = re.compile(rf"[.!?][”\"')*]*\s+|;\s+|{_SAY}\s*")
_POINTS_EN = re.compile(r"\b(?:see|follow|read|go to)(?: also)?(?: the)? $", re.IGNORECASE)
_LABEL_EN = re.compile(r"(?:^|(?<=[.;] ))[A-Z][a-z]{2,12}: $")
_AS_EN = re.compile(r",? as (?:under|in)(?: the)? $")
_ENDS_EN = re.compile(r"[.;!?]|$")
_CASE_EN = re.compile(
    r"[*\s]*(?:For|If|When|Where|Whether|To|Without|Outside|Inside|Before|After|In|On|With|At|How|Who|What|As)\b",
    re.IGNORECASE,
)
"""Clauses that only say when, or of what, the place tells more."""


def _in_english(before: str, after: str) -> str | None:
    """As in Chinese."""
    points = _POINTS_EN.search(before) or _LABEL_EN.search(before)
    shorter = _without_joint_en(before, after, pointed=points is not None)
    if shorter is not None or not points:
        return shorter
    rest = before[: points.start()]
    shorter = _without_pointer_en(rest, points[0], after)
    return _without_clause_en(rest, after) if shorter is None else shorter


def _without_joint_en(before: str, after: str, *, pointed: bool) -> str | None:
    """One of several places, or "as under …": what joins it goes with it."""
    if pointed and (joined := re.match(r"(?:, | and | or )(?:the )?(?=\[)", after)):
        return before + after[joined.end() :]
    if joined := re.search(rf"\b(?i:see|follow|read)(?: the)? {LINK.pattern}(?P<by>,? and | or )(?:the )?$", before):
        return before[: joined.start("by")] + after
    if (adverb := _AS_EN.search(before)) and re.match("[,.;]|$", after):
        left = before[: adverb.start()]
        return left + (after.removeprefix(",") if left.endswith(":") else after)
    return None


def _without_pointer_en(rest: str, how: str, after: str) -> str | None:
    """A pointer that what stands around it does not need: between commas, before "and …", in brackets."""
    if rest.endswith(", ") and (after.startswith(":") or (after.startswith(",") and "see" in how.lower())):
        return rest[:-2] + after
    if after.startswith(" and ") and not rest.rstrip().endswith((".", ";")) and rest:
        return rest + after.removeprefix(" and ")
    if rest.endswith("(") and after.startswith(")"):
        return rest[:-1].rstrip() + after[1:]
    return None


def _without_clause_en(rest: str, after: str) -> str | None:
    """A pointer at the end of its sentence: it goes alone behind a clause that tells something, else the whole sentence."""
    end = _ENDS_EN.match(after)
    if not end:
        return None
    first = max((sentence.end() for sentence in _SENTENCES_EN.finditer(rest)), default=0)
    clause = rest[first:]
    told = re.sub(r"(?:[,:]| and|, and) $", "", clause)
    tells = clause.endswith((" and ", ": ")) or not _CASE_EN.match(clause)
    if clause != told and tells:
        return rest[:first] + told + after
    left, follows = rest[:first], after[end.end() :].lstrip()
    if left.endswith("; ") and end[0] != ";":
        left = f"{left[:-2]}. " if follows else f"{left[:-2]}."
    elif follows and (not left or left.endswith(". ")):
        follows = follows[0].upper() + follows[1:]
    return left + follows if follows else left.rstrip()
