"""Runs the commands that write what editors write: lay down, take out, replace, record; and says what came of it."""

from __future__ import annotations

import sys
from pathlib import Path

from ..checking import checked
from ..console import complain, in_words, say
from ..reading import clock
from ..reading.layer import places
from . import company as own_folder
from . import new as laying
from . import remove as removing
from . import replace as replacing
from . import review as reviewing
from . import schemas
from . import update as updating
from .changes_file import NotWritable
from .finding import NotFound


def company(root: Path) -> int:
    """Lay the company's folder down."""
    try:
        written = own_folder.lay_down(root)
    except FileExistsError:
        complain("company_there")
        return 1
    print("\n".join(written))
    schemas.write(root)
    say("company")
    return 0


def new(root: Path, kind: str, new_id: str) -> int:
    """Lay something new down."""
    try:
        files = laying.lay_down(root, kind, new_id)
    except (FileExistsError, ValueError) as error:
        complain("nothing_written", reason=in_words(str(error)))
        return 1
    for file in files:
        print(file.relative_to(root).as_posix())
    schemas.write(root)
    say("new")
    return 0


def remove(root: Path, kind: str, ident: str) -> int:
    """Take something out."""
    try:
        done = removing.remove(root, kind, ident)
    except (NotFound, NotWritable) as error:
        complain("nothing_written", reason=error)
        return 1
    for file in done.deleted:
        say("deleted", file=file)
    if done.left_out:
        say("left_out", place=done.left_out)
    if done.went:
        say("went_with_it", n=len(done.went))
        print("\n".join(map(in_words, done.went)))
    if done.faults:
        complain("left_to_mend", n=len(done.faults))
        print("\n".join(map(in_words, done.faults)), file=sys.stderr)
    if done.to_set:
        say("lines_to_set", file=f"{places.COMPANY}/{places.CHANGES}")
        print("\n".join(("set:", *(f"  {line}" for line in done.to_set))))
    if not done.left_out:
        say("say_where_it_leads")
    return 1 if done.faults else 0


def review(root: Path, ids: list[str], owner: str) -> int:
    """Record what was read through."""
    if not ids and not owner:
        complain("review_what")
        return 1
    handbook, faults = checked.load(root)
    if handbook is None:
        print(faults.report(in_words), file=sys.stderr)
        return 1
    try:
        written = reviewing.record(root, handbook, ids, owner, clock.today())
    except (NotFound, NotWritable) as error:
        complain("nothing_written", reason=error)
        return 1
    print("\n".join(written))
    say("reviewed", n=len(written))
    return 0


def replace(root: Path, path: str) -> int:
    """Copy a file of the handbook, to be the company's own."""
    try:
        files = replacing.replace(root, path)
    except (NotFound, FileExistsError) as error:
        complain("nothing_written", reason=error)
        return 1
    for file in files:
        print(file.relative_to(root).as_posix())
    say("replaced")
    return 0


def update(root: Path) -> int:
    """Say what a pull brought."""
    if not (root / places.COMPANY).is_dir():
        complain("no_company")
        return 1
    try:
        news = updating.look(root)
    except updating.Unreadable as error:
        print("\n".join(in_words(str(fault)) for fault in error.faults), file=sys.stderr)
        complain("update_unreadable", file=f"{places.COMPANY}/{places.LAST_UPDATE}")
        return 1
    if not news.before:
        say("update_first", version=news.now)
    else:
        same = news.before == news.now and not (news.changed or news.arrived or news.gone or news.programs)
        if same:
            say("update_nothing", now=news.now)
        else:
            say("update", before=news.before, now=news.now, changed=len(news.changed))
        for file in news.arrived:
            say("update_arrived", file=file)
        for file in news.gone:
            say("update_gone", file=file)
    if parts := [each for each in news.programs if each != updating.REQUIREMENTS]:
        say("update_programs", parts=", ".join(parts))
    if updating.REQUIREMENTS in news.programs:
        say("update_requirements")
    for line in news.learnt:
        say("update_sample", line=in_words(line))
    for line in news.overtaken:
        say("update_overtaken", line=in_words(line))
    return 0
