"""What the Makefile's targets call: `python -m macros COMMAND`; without one, it says which there are."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from .checking import checked, prose, reviews, translation
from .commands import new as laying_down
from .errors import Faults

_ROOT = Path(__file__).resolve().parent.parent


def check() -> int:
    """Check data and pages; list what is due for review and which languages no longer agree."""
    sound, faults = checked.check(_ROOT, date.today(), with_downloads=False)
    if sound is None:
        print(faults.report(), file=sys.stderr)
        return 1
    pages = prose.read(_ROOT, Faults())
    for notice in (*reviews.due(_ROOT, sound.handbook, date.today()), *translation.notices(_ROOT, pages)):
        print(f"notice: {notice}")
    print(f"Data and {len(pages)} pages are sound.")
    return 0


def style() -> int:
    """Check the style of the Chinese, in pages and data."""
    from .checking.style import faults  # its library is there for developers only

    found = list(faults(_ROOT))
    print("\n".join(found) or "The Chinese keeps its style.", file=sys.stderr if found else sys.stdout)
    return 1 if found else 0


def translated(pages: list[str]) -> int:
    """Record that both languages of the pages, or of all, agree as they stand."""
    try:
        done = translation.record(_ROOT, prose.read(_ROOT, Faults()), pages)
    except KeyError as error:
        print(f"There is no page {error}; name it as below docs/zh, such as channels/email.md", file=sys.stderr)
        return 1
    print(f"Recorded {len(done)} page{'s' if len(done) != 1 else ''}.")
    return 0


def new(kind: str, new_id: str) -> int:
    """Lay down the files of a new scenario or channel."""
    try:
        files = laying_down.lay_down(_ROOT, kind, new_id)
    except (FileExistsError, ValueError) as error:
        print(f"Nothing was written: {error}", file=sys.stderr)
        return 1
    for file in files:
        print(file.relative_to(_ROOT).as_posix())
    print("Written. Fill in the blanks; `make check` says which are left.")
    return 0


def main() -> int:
    """Read the command line and run one command."""
    parser = argparse.ArgumentParser(prog="python -m macros")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help=check.__doc__)
    commands.add_parser("style", help=style.__doc__)
    commands.add_parser("translated", help=translated.__doc__).add_argument("pages", nargs="*")
    for kind in ("scenario", "channel"):
        commands.add_parser(f"new-{kind}", help=f"Lay down a new {kind}.").add_argument("id")
    given = parser.parse_args()
    if given.command == "check":
        return check()
    if given.command == "style":
        return style()
    if given.command == "translated":
        return translated(given.pages)
    return new(given.command.removeprefix("new-"), given.id)


if __name__ == "__main__":
    sys.exit(main())
