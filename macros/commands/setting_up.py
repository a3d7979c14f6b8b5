"""What the commands need is installed where it is missing: into `.venv`, on any system, with nothing but Python.

Nothing but Python itself is imported here.
"""

from __future__ import annotations

import importlib.metadata
import os
import re
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from .. import console

_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)[ \t]*(;)?", re.MULTILINE)
_ENTRY = re.compile(r"^([A-Za-z0-9._-]+)==[^\n]*\n(?: +--hash=[^\n]*\n)*", re.MULTILINE)
"""A package of a list, by its name, with the hashes of its files."""


class NotReady(Exception):
    """What is needed could not be installed. The text says why."""


def run_where_ready(root: Path, lists: tuple[str, ...], arguments: list[str]) -> int | None:
    """See that everything is there, and where this Python lacks it, run the same command with one that has it.

    Args:
        root: the project's root.
        lists: the files that list what is needed.
        arguments: of the command.

    Returns:
        What the other Python's run ended with; None where this one has everything and can go on.

    Raises:
        NotReady: it could not be installed.
    """
    own = root / ".venv"
    missing = lacking(root, lists)
    inside = Path(sys.prefix).resolve() == own.resolve()
    linked = own.is_symlink()  # to what someone else looks after: it is run with, never installed into
    if not missing or (linked and inside and not _not_there(missing)):
        return None
    python = own / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if linked and (inside or not python.is_file()):
        raise NotReady(console.said("linked_venv", folder=own.name, missing=", ".join(missing)))
    if not inside:
        if not python.is_file():
            _make(own)
        # Its own first step is to look for what it lacks.
        try:
            return subprocess.call([str(python), "-m", "macros", *arguments], cwd=root)
        except KeyboardInterrupt:
            return 0  # the other one has had it as well
    console.say("installing", folder=own.name)
    _install(root, lists)
    if missing := lacking(root, lists):
        raise NotReady(console.said("not_installed", missing=", ".join(missing)))
    return None


def _install(root: Path, lists: tuple[str, ...]) -> None:
    """Have two pips install half of the packages each, which takes little more than half the time. The lists name all that
    their packages need, so neither has to look for more."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    by_name: dict[str, str] = {}
    for file in filter(Path.is_file, (root / name for name in lists)):
        for entry in _ENTRY.finditer(file.read_text(encoding="utf-8") + "\n"):
            by_name[entry[1]] = by_name.get(entry[1], "") + entry[0]
    entries = [*by_name.values()]
    with tempfile.TemporaryDirectory() as folder:
        running = []
        for n, half in enumerate(filter(None, (entries[::2], entries[1::2]))):
            file = Path(folder, f"{n}.txt")
            file.write_text("".join(half), encoding="utf-8")
            options = ["--require-hashes", "--no-deps", "-r", str(file)]
            running.append(subprocess.Popen([*pip, *options], cwd=root))
        for each in running:
            each.wait()


def lacking(root: Path, lists: tuple[str, ...]) -> list[str]:
    """What is listed and not there in the version that is asked for; a list that is not there asks for nothing.

    Raises:
        NotReady: a list is damaged.
    """
    importlib.invalidate_caches()
    wanted: dict[str, set[str]] = {}
    for file in filter(Path.is_file, (root / name for name in lists)):
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            raise NotReady(console.said("list_damaged", file=file.name)) from None
        for package, version, marker in _PINNED.findall(text):
            # One that only some systems or versions need, pip chooses: any of its versions will do, and none.
            wanted.setdefault(package, set()).update({version, ""} if marker else {version})
    return [f"{package} {max(versions)}" for package, versions in wanted.items() if _version(package) not in versions]


def _not_there(missing: list[str]) -> bool:
    """Whether something is not there in any version."""
    return not all(_version(each.split()[0]) for each in missing)


def _version(package: str) -> str:
    """The version that is installed; blank where none is."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _make(folder: Path) -> None:
    try:
        venv.create(folder, with_pip=True)
    except (subprocess.CalledProcessError, OSError):
        raise NotReady(console.said("no_venv")) from None
