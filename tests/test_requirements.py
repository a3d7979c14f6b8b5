"""What is installed is pinned to the byte, and every requirement has its reason."""

from __future__ import annotations

import importlib.metadata
import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

REQUIREMENT = re.compile(r"(?P<name>[A-Za-z0-9][\w.-]*)(?:\[[\w,-]+\])?==(?P<version>[\w.+!]+)(?: ; [^\\]+)? ?")


def pinned(file: Path) -> dict[str, int]:
    """Each package of a compiled file with the number of its hashes."""
    found: dict[str, int] = {}
    for entry in re.sub(r"\\\n", "", re.sub(r"(?m)^ *#.*\n?", "", file.read_text(encoding="utf-8"))).splitlines():
        requirement, *hashes = re.split(r"\s+--hash=", entry.strip())
        match = REQUIREMENT.fullmatch(requirement)
        assert match, f"{file.name}: {requirement!r} is not pinned"
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", given) for given in hashes), requirement
        found[match["name"].lower()] = found.get(match["name"].lower(), 0) + len(hashes)
    return found


def wanted(file: Path) -> dict[str, str]:
    """Each package that a short list asks for, with its reason."""
    found = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith(("#", "-c ", "-r ")):
            requirement, _, reason = line.partition("#")
            found[re.split(r"[\[=<>~!; ]", requirement.strip())[0].lower()] = reason.strip()
    return found


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_every_package_is_pinned_with_hashes(name: str):
    packages = pinned(ROOT / f"{name}.txt")
    assert packages and all(packages.values())


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_every_requirement_has_a_reason_and_is_compiled(name: str):
    packages = wanted(ROOT / f"{name}.in")
    assert packages and all(len(reason.split()) >= 2 for reason in packages.values()), packages
    assert packages.keys() - pinned(ROOT / f"{name}.txt").keys() == set()


def test_building_needs_what_is_in_its_own_list_only():
    assert not {"pytest", "playwright", "html5lib"} & pinned(ROOT / "requirements.txt").keys()


def test_the_lists_name_all_that_their_packages_need():
    listed = {**pinned(ROOT / "requirements.txt"), **pinned(ROOT / "requirements-dev.txt")}
    for package in listed:
        try:
            needs = importlib.metadata.requires(package) or []
        except importlib.metadata.PackageNotFoundError:
            continue  # for other systems
        for need in map(Requirement, needs):
            if not need.marker or need.marker.evaluate({"extra": ""}):
                assert canonicalize_name(need.name) in listed, f"{package} needs {need}"
