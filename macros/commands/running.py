"""Runs each command, and says what came of it."""

from __future__ import annotations

import argparse
import errno
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from ..building import collecting
from ..building.staging import NotReplaced
from ..checking import checked, prose, release, translation
from ..console import complain, in_words, language, said, say
from ..errors import Faults
from ..model.languages import Language
from ..published import notifying
from ..reading import changelog, clock
from ..reading.layer import places
from . import deploying, editing, gates, probing, schemas, working_days
from . import folder as as_folder
from . import released as releasing

_FULL = (errno.ENOSPC, errno.EDQUOT)
"""What a system says where nothing more may be written on a disk."""


def run(root: Path, given: argparse.Namespace) -> int:
    """Run one command.

    Args:
        root: the project's root.
        given: the command line as read.

    Returns:
        0, or another number where it failed; what failed has been said then.
    """
    collecting.look_seldom()
    commands: dict[str, Callable[[], int]] = {
        "serve": lambda: _serve(root, given.host, given.port),
        "build": lambda: _build(root, for_release=given.release),
        "check": lambda: _check(root, everything=given.all),
        "test": lambda: _test(root, given.rest),
        "new": lambda: editing.new(root, given.kind, given.id),
        "remove": lambda: editing.remove(root, given.kind, given.id),
        "review": lambda: editing.review(root, given.ids, given.owner),
        "replace": lambda: editing.replace(root, given.path),
        "update": lambda: editing.update(root),
        "released": lambda: _released(root),
        "translated": lambda: _translated(root, given.pages),
        "working-days": lambda: _working_days(root),
        "notify": lambda: _notify(root, given.form, given.language),
        "style": lambda: _style(root),
        "folder": lambda: _folder(root),
        "company": lambda: editing.company(root),
        "deploy": lambda: _deploy(root),
        "probe": lambda: _probe(given.address),
        "sbom": lambda: _sbom(root),
        "setup": lambda: 0,  # which has been done by now
    }
    try:
        return commands[given.command]()
    except clock.NoDay as error:
        print(in_words(str(error)), file=sys.stderr)
        return 1
    except (
        OSError
    ) as error:  # a folder that is not to be written in, a disk that is full, a file that is open elsewhere
        if error.filename is None and error.errno not in _FULL:
            raise
        if error.filename is None:  # while it was written; the system does not say which
            complain("disk_full", reason=in_words(error.strerror or str(error)))
            return 1
        complain("no_access", file=_below(root, error.filename), reason=in_words(error.strerror or str(error)))
        return 1


def _below(root: Path, file: str) -> str:
    """A file as its place below the project's root, where it is there."""
    return Path(file).relative_to(root).as_posix() if Path(file).is_relative_to(root) else file


def _serve(root: Path, host: str, port: int) -> int:
    from ..building import running  # MkDocs takes a second to import

    schemas.write(root)
    say("serving", address=f"http://{host}:{port}/")
    try:
        return 0 if running.serve(root, host, port) else 1
    except OSError as error:  # another program has been quicker
        complain("port_refused", host=host, port=port, reason=in_words(error.strerror or str(error)))
        return 1


def _build(root: Path, *, for_release: bool) -> int:
    from ..building import running

    if for_release and not _can_be_released(root):
        return 1
    say("building")
    began = time.monotonic()
    if not running.build(root):
        _complain_of_no_build(root)
        return 1
    site = root / "site"
    say("built", pages=sum(1 for _ in site.rglob("index.html")), seconds=time.monotonic() - began)
    unlisted = "Disallow: /" in (site / "robots.txt").read_text(encoding="utf-8").splitlines()
    say("unlisted" if unlisted else "listed")
    return _deploy(root) or _folder(root)


def _complain_of_no_build(root: Path) -> None:
    """Say that a build failed; that the site of before stays only where there was one."""
    stays = (root / "site").is_dir()
    complain("not_built" if stays else "not_built_yet")


def _can_be_released(root: Path) -> bool:
    """Whether nothing is left that only the sample company would publish; what there is has been said then."""
    sound, faults = checked.check(root, clock.today(), with_downloads=False)
    found = release.obstacles(root, sound.handbook, language()) if sound else faults.report(in_words).splitlines()
    if found:
        print("\n".join(map(in_words, found)), file=sys.stderr)
        if sound:
            complain("not_released", n=len(found))
        else:
            _complain_of_no_build(root)
    return not found


def _check(root: Path, *, everything: bool) -> int:
    if everything:
        return 0 if gates.pass_all(root) else 1
    outcome = gates.content(root)
    schemas.write(root)
    if outcome.faults:
        print("\n".join(outcome.faults), file=sys.stderr)
        return 1
    for notice in outcome.notices:
        print(f"{said('notice')}: {in_words(notice)}")
    print(outcome.summary)
    return 0


def _test(root: Path, given: list[str]) -> int:
    if not (root / "tests").is_dir():
        complain("no_tests")
        return 1
    return subprocess.call([sys.executable, "-m", "pytest", *given], cwd=root)


def _notify(root: Path, form: str, language: Language) -> int:
    handbook, faults = checked.load(root)
    if handbook is None:
        print(faults.report(in_words), file=sys.stderr)
        return 1
    message = notifying.message(handbook, clock.today(), form, language)
    if message:
        print(message)
    else:
        complain("nothing_due")  # Not where a robot is fed from.
    return 0


def _style(root: Path) -> int:
    from ..checking.style import faults  # its library is there for developers only

    found = list(faults(root))
    print("\n".join(found) or said("chinese_is_sound"), file=sys.stderr if found else sys.stdout)
    return 1 if found else 0


def _released(root: Path) -> int:
    handbook, faults = checked.load(root)
    if handbook is None:
        print(faults.report(in_words), file=sys.stderr)
        return 1
    say("written", file=releasing.record(root, handbook, clock.today()).relative_to(root).as_posix())
    return 0


def _translated(root: Path, pages: list[str]) -> int:
    try:
        done = translation.record(root, prose.read(root, Faults()), pages)
    except KeyError as error:
        complain("no_page", page=error)
        return 1
    except ValueError as error:
        print(in_words(str(error)), file=sys.stderr)
        return 1
    say("recorded", n=len(done))
    return 0


def _working_days(root: Path) -> int:
    if (root / places.COMPANY).is_dir():
        complain(
            "working_days_of_a_company"
        )  # The list is pinned in a file of the releases, which the next pull brings.
        return 1
    if not working_days.bring_in(root):
        complain("working_days_failed")
        return 1
    say("written", file=working_days.PINNED)
    return 0


def _deploy(root: Path) -> int:
    try:
        written = deploying.write(root / "deploy", root / "site")
    except FileNotFoundError:
        complain("no_site")
        return 1
    for file in written:
        say("host_file", file=file.relative_to(root).as_posix())
    return 0


def _folder(root: Path) -> int:
    try:
        written = as_folder.write(root / "site", root / "site-offline")
    except as_folder.NoSite:
        complain("no_site")
        return 1
    except NotReplaced as error:
        print(in_words(str(error)), file=sys.stderr)
        return 1
    say("folder", folder=written.name)
    return 0


def _probe(address: str) -> int:
    found = probing.probe(address)
    for lack in found.lacks:
        print(in_words(lack))
    print(in_words(found.summary))
    return 1 if found.lacks else 0


def _sbom(root: Path) -> int:
    from .sbom import sbom  # its library is there for developers only

    log = root / "CHANGELOG.md"
    releases = changelog.read(log.read_text(encoding="utf-8"), log.name, Faults())
    (root / "site.cdx.json").write_text(sbom(root, releases[0].version), encoding="utf-8", newline="\n")
    say("written", file="site.cdx.json")
    return 0
