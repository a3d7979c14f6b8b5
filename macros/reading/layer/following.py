"""What a company's layer says under ids that a release gave others, as it reads now: nobody need edit it before the next build.

What names something that went is read as naming what stands there instead. What a company set, left out, or has instead of ours goes on
under the new id only where that is the same thing (`renamed: true` in `redirects.yml`): where two became one, it would hit the other.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ...errors import Faults
from ...model.things import BY_FOLDER
from .. import source
from ..markdown import without_code
from ..source import Location, Source, dotted
from .changes import Changes
from .composed import compose
from .paths import value_at
from .places import COMPANY
from .pointers import pointing
from .renames import Renames

NAMING = {
    **dict.fromkeys(("checklist", "checklist_page"), "checklists"),
    **dict.fromkeys(("template_buttons", "template_page", "fill_link"), "templates"),
    **dict.fromkeys(("channel_facts", "channel_rules", "channel_example", "channel_scenarios"), "channels"),
    **dict.fromkeys(("scenario_facts", "scenario_first_words", "scenario_example", "scenario_belongings"), "scenarios"),
    **dict.fromkeys(("answer_within", "answer_due"), "channels"),
    **dict.fromkeys(("contact", "call_next"), "contacts"),
    "facts": "pages",
    "page_cards": "pages",
    "reading_time": "pages",
    "term": "glossary",
    "outside_within": "outside",
    "kept_for": "records",
    "phrases": "occasions",
    "say": "sentences",
}
"""Macros that name a thing, or an entry of a list, first, and the kind of it."""
ENTRIES = {
    ("response-times.yml", "outside"): "outside",
    ("retention.yml", "records"): "records",
    ("phrases.yml", "occasions"): "occasions",
    ("sentences.yml", "sentences"): "sentences",
}
"""The kinds of entry that pages name, by file and list; a term of the glossary has a place of its own besides."""
_LINK = re.compile(r"(?<!!)(\]\()([^)\s#:{}]+\.md)(?=[#)\s])")
_CALL = re.compile(r"(\{\{ *([a-z_]+)\(\")([a-z0-9/-]+)(?=\")")
_WHOLE = ("pages", "places")
"""Kinds that are named by a whole place, not by an id within a folder."""


def paths_of(changes: Changes, renames: Renames) -> tuple[dict[str, str], list[str]]:
    """What paths in the company's changes are called now, blank where there is no such thing any more, and a line for each."""
    now, notices = dict[str, str](), list[str]()
    places: list[tuple[Location, str]] = [
        (("leave_out", number), path) for number, path in enumerate(changes.leave_out)
    ]
    for location, path in [*places, *((("set", path), path) for path in changes.set)]:
        old, new = renames.named(path)
        if not old:
            continue
        if old in renames.same:
            now[path] = new
            message = f"'{path}' is called '{new}' now, and read so; write that"
        else:
            now[path] = ""
            message = (
                f"'{path}' does nothing any more, since '{old}' went into '{renames.leads[old]}'; delete this line"
            )
        at, line = changes.place(*location)
        notices.append(f"{at}:{line}: {dotted(location)}: {message}")
    return now, notices


def all_data(root: Path, files: Mapping[str, Path], sources: dict[str, Source], renames: Renames) -> Iterator[str]:
    """Put the company's data files among the sources as they read now; a line for each place that says otherwise.

    Args:
        root: the project's root.
        files: every data file by name.
        sources: those that were read, by name; what is changed in them is put there.
        renames: what went.
    """
    for name, file in files.items() if renames.leads else ():
        own = file.is_relative_to(root / COMPANY) and name.endswith(".yml")
        read = sources.get(name) or (source.read(file, root, Faults()) if own else None)
        followed, notices = data(name, read, renames) if read else (read, [])
        if followed and notices:
            sources[name] = followed
            yield from notices


def all_pages(root: Path, pages: Mapping[str, Path], renames: Renames) -> Iterator[str]:
    """A line for each line of the company's pages that says otherwise.

    Args:
        root: the project's root.
        pages: every page by its source below `docs/`.
        renames: what went.
    """
    for name, file in pages.items() if renames.leads else ():
        text = source.decode(file, root, Faults()) if file.is_relative_to(root / COMPANY) else None
        for number, (said, now) in enumerate(_lines_of(name, text or "", renames), 1):
            if said != now:
                where = f"{file.relative_to(root).as_posix()}:{number}"
                yield f"{where}: something in this line is called otherwise now, and read so; write: {now.strip()}"


def _lines_of(name: str, text: str, renames: Renames) -> Iterator[tuple[str, str]]:
    return zip(text.split("\n"), page(name, text, renames).split("\n"), strict=True)


def data(name: str, read: Source, renames: Renames) -> tuple[Source, list[str]]:
    """A data file that names what is there now, and a line for each place where it says otherwise.

    Args:
        name: the file's, as it is now.
        read: what it holds.
        renames: what went.
    """
    given, gone = dict[str, tuple[Location, Any]](), dict[Location, int]()
    notices = []
    for pointer, location, _ in pointing(name, read.data, _by_kind(renames)):
        old, heading, anchor = value_at(read.data, location).partition("#")
        new = _now(pointer.kind, old, renames)
        beside = value_at(read.data, location[:-1])
        taken = [
            *(beside if isinstance(beside, list) else ()),
            *(value for at, value in given.values() if at[:-1] == location[:-1]),
        ]
        if isinstance(location[-1], int) and (new in taken or f"{pointer.kind}/{new}.yml" == name):
            gone[location] = 0
            message = f"'{old}' is '{new}' now, which stands here too; delete it"
        else:
            given[str(location)] = location, f"{new}{heading}{anchor}"
            message = f"'{old}' is called '{new}' now, and read so; write that"
        notices.append(_said(read, location, message))
    folder, _, ident = name.removesuffix(".yml").partition("/")
    if folder in BY_FOLDER and f"{folder}/{read.data.get('id')}" in renames.same:
        notices.append(
            _said(
                read, ("id",), f"'{read.data['id']}' is called '{ident}' now, and read so; call this file and its id so"
            )
        )
        given["id"] = ("id",), ident
    return (compose(read, None, gone, given, set()), notices) if notices else (read, [])


def page(source: str, text: str, renames: Renames) -> str:
    """What a page of the company says, its links and macros naming what is there now; every line keeps its number.

    Args:
        source: the page below `docs/`, such as `zh/channels/email.md`.
        text: what it says.
        renames: what went.
    """
    place = source.partition("/")[2].removesuffix(".md")
    folder = posixpath.dirname(place)

    def link(found: re.Match[str]) -> str:
        meant = posixpath.normpath(posixpath.join(folder, found[2])).removesuffix(".md")
        new = renames.leads.get(meant)
        return f"{found[1]}{posixpath.relpath(new, folder or '.')}.md" if new else found[0]

    def call(found: re.Match[str]) -> str:
        kind = NAMING.get(found[2], "")
        return f"{found[1]}{_now(kind, found[3], renames) or found[3]}"

    return _CALL.sub(call, _LINK.sub(link, text)) if renames.leads else text


def named(page: str) -> Iterator[tuple[int, str, str]]:
    """Whatever the macros on a page name first: the line, the kind and the id; how a macro is written is no call of it."""
    for number, line in enumerate(without_code(page), 1):
        for call in _CALL.finditer(line):
            if call[2] in NAMING:
                yield number, NAMING[call[2]], call[3]


def _by_kind(renames: Renames) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {kind: dict.fromkeys(renames.leads, 0) for kind in _WHOLE}
    for old, new in renames.leads.items():
        folder, _, ident = old.partition("/")
        if new.startswith(f"{folder}/"):
            found.setdefault(folder, {})[ident] = 0
    return found


def _now(kind: str, ident: str, renames: Renames) -> str:
    """What an id of a kind is now; blank where nothing is known of it."""
    if kind in _WHOLE:
        return renames.leads.get(ident, "")
    new = renames.leads.get(f"{kind}/{ident}", "")
    return new.removeprefix(f"{kind}/") if new.startswith(f"{kind}/") else ""


def _said(read: Source, location: Location, message: str) -> str:
    path, line, field, said = read.where(location, message)
    return f"{path}:{line}: {field}: {said}"
