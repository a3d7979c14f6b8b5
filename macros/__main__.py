"""What the Makefile's targets call: `python -m macros COMMAND`; without one, it says which there are."""

from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path

from .building.staging import NotReplaced
from .checking import prose, translation
from .commands import deploying, gates, probing
from .commands import folder as as_folder
from .commands import new as laying_down
from .errors import Faults
from .reading import changelog

_ROOT = Path(__file__).resolve().parent.parent


def check(everything: bool) -> int:
    """Check data and pages; list what is due for review and which languages no longer agree."""
    if everything:
        return 0 if gates.pass_all(_ROOT) else 1
    outcome = gates.content(_ROOT)
    if outcome.faults:
        print("\n".join(outcome.faults), file=sys.stderr)
        return 1
    for notice in outcome.notices:
        print(f"notice: {notice}")
    print(outcome.summary)
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
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Recorded {len(done)} page{'s' if len(done) != 1 else ''}.")
    return 0


def deploy() -> int:
    """Write what hosts need into deploy/, from the site in site/."""
    try:
        written = deploying.write(_ROOT / "deploy", _ROOT / "site")
    except FileNotFoundError:
        print("There is no finished site in site/: `mkdocs build` makes it.", file=sys.stderr)
        return 1
    for file in written:
        print(f"{file.relative_to(_ROOT).as_posix()} is new: your host must have it too.")
    return 0


def probe(address: str) -> int:
    """Say what the host of a published site lacks."""
    found = probing.probe(address)
    for lack in found.lacks:
        print(lack)
    print(found.summary)
    return 1 if found.lacks else 0


def sbom() -> int:
    """List every component of the site into site.cdx.json."""
    from .commands import sbom as components  # its library is there for developers only

    log = _ROOT / "CHANGELOG.md"
    releases = changelog.read(log.read_text(encoding="utf-8"), log.name, Faults())
    (_ROOT / "site.cdx.json").write_text(components.sbom(_ROOT, releases[0].version), encoding="utf-8", newline="\n")
    print("Written: site.cdx.json")
    return 0


def new(kind: str, new_id: str) -> int:
    """Lay down the files of a new thing."""
    try:
        files = laying_down.lay_down(_ROOT, kind, new_id)
    except (FileExistsError, ValueError) as error:
        print(f"Nothing was written: {error}", file=sys.stderr)
        return 1
    for file in files:
        print(file.relative_to(_ROOT).as_posix())
    print("Written. Fill in the blanks; `make check` says which are left.")
    return 0


def folder() -> int:
    """Write the built site once more, as a folder that opens from a drive without any host."""
    try:
        written = as_folder.write(_ROOT / "site", _ROOT / "site-offline")
    except (as_folder.NoSite, NotReplaced) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Written: {written.name}/. Copy it to a drive and open its index.html.")
    return 0


def main() -> int:
    """Read the command line and run one command."""
    for stream in (sys.stdout, sys.stderr):
        # A console's code page may lack a sign of a message; a code in its place is better than a traceback.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    parser = argparse.ArgumentParser(prog="python -m macros")
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help=check.__doc__)
    checking.add_argument("--all", action="store_true", help="Style, spelling, a strict build and the code as well.")
    commands.add_parser("style", help=style.__doc__)
    commands.add_parser("folder", help=folder.__doc__)
    commands.add_parser("translated", help=translated.__doc__).add_argument("pages", nargs="*")
    commands.add_parser("deploy", help=deploy.__doc__)
    commands.add_parser("sbom", help=sbom.__doc__)
    commands.add_parser("probe", help=probe.__doc__).add_argument(
        "address", help="such as https://example.com/handbook/"
    )
    for kind in laying_down.kinds():
        commands.add_parser(f"new-{kind}", help=f"Lay down a new {kind}.").add_argument("id")
    given = parser.parse_args()
    if given.command == "check":
        return check(given.all)
    if given.command == "style":
        return style()
    if given.command == "folder":
        return folder()
    if given.command == "translated":
        return translated(given.pages)
    if given.command == "deploy":
        return deploy()
    if given.command == "sbom":
        return sbom()
    if given.command == "probe":
        return probe(given.address)
    return new(given.command.removeprefix("new-"), given.id)


if __name__ == "__main__":
    sys.exit(main())
