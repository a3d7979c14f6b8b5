"""The list of components names everything that the locks do, with hashes, in a form that tools read."""

from __future__ import annotations

import json
import re

import pytest

from tests.conftest import ROOT

pytest.importorskip("cyclonedx", reason="not tried: install requirements-dev.txt")


def test_every_component_of_the_locks_is_listed_with_its_hashes():
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    from macros.commands.sbom import sbom

    text = sbom(ROOT, "1.2.0")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    assert text == sbom(ROOT, "1.2.0"), "the same locks give the same bytes"
    said = json.loads(text)
    listed = {each["purl"].replace("%40", "@"): each for each in said["components"]}
    assert all(each["hashes"] for each in listed.values())
    for lock, scope in (("requirements.txt", "required"), ("requirements-dev.txt", None)):
        pinned = re.findall(r"^([\w.-]+)==(\S+)", (ROOT / lock).read_text(encoding="utf-8"), re.M)
        assert len(pinned) > 10
        for name, version in pinned:
            assert scope in (None, listed[f"pkg:pypi/{name.lower()}@{version}"]["scope"])
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for place, package in packages.items():
        name = place.rpartition("node_modules/")[2]
        assert not place or listed[f"pkg:npm/{name}@{package['version']}"]["scope"] == "excluded"
