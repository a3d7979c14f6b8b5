"""Who has which role, from the list that a company's HR exports: `people.csv` in its layer, where there is one."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from ..errors import nearest
from ..model.base import Text, has_chinese
from ..model.company import MAIL, PHONE, Company
from ..model.people import People, Person
from . import source
from .layer import places
from .loaded import Loaded

FILE = f"{places.COMPANY}/people.csv"
_COLUMNS = {
    "role": ("role", "角色", "岗位"),
    "name": ("name", "姓名"),
    "english_name": ("english name", "name_en", "英文名"),
    "phone": ("phone", "telephone", "电话", "手机"),
    "mail": ("mail", "e-mail", "email", "邮箱"),
}
"""What each column may be called; others are left alone, and published nowhere."""
_NEEDED = ("role", "name")
_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")
"""What no text on a page may hold; a line feed is told otherwise."""
_WIDE_COMMA = "，"
_ABOVE_THE_HEAD = re.compile(
    r'(?:(?:[ ,;\t]|"")*\n)*(?:"?sep=(?P<sign>[,;\t])"?[ ,;\t]*\n(?:(?:[ ,;\t]|"")*\n)*)?', re.IGNORECASE
)
"""Empty lines, and the one by which Excel says what stands between columns."""


def read(loaded: Loaded) -> People:
    """The people of the company; none where it has no such list.

    Args:
        loaded: with the company's profile; what is wrong with the list is among its faults.
    """
    file = loaded.root / FILE
    _say_what_is_not_read(loaded)
    company: Company | None = loaded.records.get("company.yml")
    text = source.decode(file, loaded.root, loaded.faults) if file.is_file() else None
    if text is not None and not text.strip():
        message = (
            "is empty; write the columns role and name into its first line and people below, or take the file away"
        )
        loaded.faults.add(FILE, 1, "file", message)
    if not text or not text.strip() or company is None:
        return People()
    above = _ABOVE_THE_HEAD.match(text)
    skipped, said = (above[0].count("\n"), above["sign"]) if above else (0, None)
    # Only what ends a line in an editor does: a cell copied from Word may hold other signs that end one for Python.
    lines = [f"{line}\n" for line in text.rstrip("\n").split("\n")[skipped:]]
    head = lines[0] if lines else ""
    sign = said or max(",;\t", key=head.count)
    rows = csv.reader(lines, delimiter=sign, strict=True, skipinitialspace=True)
    try:
        return _people(rows, skipped, company, loaded)
    except csv.Error as error:
        message = "a quotation mark is not closed, or stands within a text; take it away"
        if "field limit" in str(error):
            message = f"one text has more than {csv.field_size_limit()} characters; shorten it, and see that each quotation mark is closed"
        loaded.faults.add(FILE, skipped + max(rows.line_num, 1), "row", message)
        return People()


def _say_what_is_not_read(loaded: Loaded) -> None:
    """A list in another format, or under a name that only some systems take for ours."""
    folder = loaded.root / places.COMPANY
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        if file.stem.casefold() == "people" and file.name != "people.csv":
            loaded.faults.add(
                f"{places.COMPANY}/{file.name}",
                1,
                "file",
                "is not read; save it as people.csv, in Excel as “CSV UTF-8”, and take this one away",
            )


def _people(rows: Any, skipped: int, company: Company, loaded: Loaded) -> People:
    names = dict(_names(company, loaded))
    ids = {name.casefold(): id for name, id in names.items()}
    head: list[str] = next(rows, [])
    places_of = _columns(head)
    for column, message in _wrong_in_head(head, places_of):
        loaded.faults.add(FILE, skipped + 1, column, message)
    found: dict[str, list[Person]] = defaultdict(list)
    for row in rows if set(_NEEDED) <= places_of.keys() else ():
        said = {column: row[at].strip() for column, at in places_of.items() if at < len(row)}
        role = ids.get(said.get("role", "").casefold())
        if not said.get("role"):
            continue  # someone who has none
        wrong = _unreadable(said) or _wrong(said, role, names)
        for column, message in wrong.items():
            loaded.faults.add(FILE, skipped + rows.line_num, column, message)
        if not wrong and role:
            name = Text.model_construct(zh=said["name"], en=said.get("english_name") or said["name"])
            person = Person(name, said.get("phone", ""), said.get("mail", ""))
            if person in found[role]:
                message = "stands above already with this role, phone and mail; delete one of the two"
                loaded.faults.add(FILE, skipped + rows.line_num, "name", message)
            else:
                found[role].append(person)
    return People({role: tuple(people) for role, people in found.items()})


def _columns(head: list[str]) -> dict[str, int]:
    """Where each column stands."""
    names = [name.strip().lower() for name in head]
    return {
        column: next(names.index(each) for each in called if each in names)
        for column, called in _COLUMNS.items()
        if not set(called).isdisjoint(names)
    }


def _wrong_in_head(head: list[str], places_of: dict[str, int]) -> Iterator[tuple[str, str]]:
    """What is wrong with the first line, column by column."""
    for column in _NEEDED:
        if column not in places_of:
            known = "/".join(_COLUMNS[column])
            message = f"no column of the first line has this name; call one {known}"
            if any(_WIDE_COMMA in name for name in head):
                message = "the columns stand between full-width commas; write the English comma in every line"
            yield column, message
    for column in _twice(head):
        yield column, "two columns are called so, and nobody knows which is meant; call the other something else"


def _twice(head: list[str]) -> Iterator[str]:
    """Columns of ours that two bear the very same name of."""
    names = [name.strip().lower() for name in head]
    yield from (column for column, called in _COLUMNS.items() if any(names.count(each) > 1 for each in called))


def _names(company: Company, loaded: Loaded) -> Iterator[tuple[str, str]]:
    """What each role may be called, with its id: that id, and its name as it is written, also in a language that is not published."""
    written = loaded.sources["company.yml"].data["roles"]
    for id in reversed(company.roles):  # of two by the same name the first is meant
        yield from ((name.strip(), id) for name in (id, *written[id]["name"].values()) if isinstance(name, str))


def _unreadable(said: dict[str, str]) -> dict[str, str]:
    """What keeps a row from being read as it was meant, by column; what else may be wrong with it follows from that."""
    unseen = {column: sign[0] for column, value in said.items() if (sign := _UNSEEN.search(value))}
    if not unseen and any("\n" in each for each in said.values()):
        return {"row": "one text goes over several lines; see that each quotation mark is closed"}
    return {
        column: f"holds a sign that cannot be seen, U+{ord(sign):04X}; delete it" for column, sign in unseen.items()
    }


def _wrong(said: dict[str, str], role: str | None, known: Collection[str]) -> dict[str, str]:
    """What is wrong with a row, by column."""
    found = {}
    if role is None:
        alike = [
            name for name in known if has_chinese(name) == has_chinese(said["role"])
        ]  # those of the language typed
        found["role"] = f"'{said['role']}' is no role of company.yml; {nearest(said['role'], alike or known)}"
    if not said.get("name"):
        found["name"] = "is blank; write the name, or clear the role"
    if said.get("phone") and not re.fullmatch(PHONE, said["phone"]):
        found["phone"] = f"'{said['phone']}' is no number that can be dialled; write such as +86 10 5555 0100"
    if said.get("mail") and not re.fullmatch(MAIL, said["mail"]):
        found["mail"] = f"'{said['mail']}' is no mail address; write such as name@example.com"
    return found
