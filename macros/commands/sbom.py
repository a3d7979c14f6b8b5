"""`python -m macros sbom`: every component that builds and checks the site, from the locks, as CycloneDX 1.6.

The tool that the format's makers have for Python knows no package-lock; their library, which is used here, knows both.
"""

from __future__ import annotations

import base64
import json
import re
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.model.dependency import Dependency
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

_PINNED = re.compile(
    r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>\S+)(?P<hashes>(?:[^\n]*\\\n\s+--hash=sha256:[0-9a-f]{64})+)", re.M
)
_OURS = uuid.UUID("6c1f7c5e-6a3b-5d0e-9d53-0d5b1c1f6a52")
"""The space of names that the lists' serial numbers come from."""


def sbom(root: Path, version: str) -> str:
    """The list for a project: what builds the site is required, what only checks it is not.

    The same locks give the same bytes: the list's number is made from them, and it says no time.
    """
    built = [*_python(root / "requirements.txt", ComponentScope.REQUIRED)]
    known = {component.bom_ref.value for component in built}
    checking = [*_python(root / "requirements-dev.txt", ComponentScope.EXCLUDED), *_node(root / "package-lock.json")]
    components = [*built, *(each for each in checking if each.bom_ref.value not in known)]
    site = Component(name="communication-handbook", version=version, type=ComponentType.APPLICATION, bom_ref="handbook")
    number = uuid.uuid5(_OURS, "\n".join(sorted(f"{each.bom_ref.value} {each.scope}" for each in components)))
    bom = Bom(
        components=components,
        serial_number=number,
        dependencies=[Dependency(site.bom_ref, [Dependency(each.bom_ref) for each in built])],
    )
    bom.metadata.component = site
    said = json.loads(JsonV1Dot6(bom).output_as_string())
    del said["metadata"]["timestamp"]
    return json.dumps(said, indent=2, sort_keys=True) + "\n"


def _python(lock: Path, scope: ComponentScope) -> Iterator[Component]:
    """What a lock of pip names, with the hashes of its files."""
    for pinned in _PINNED.finditer(lock.read_text(encoding="utf-8")):
        hashes = re.findall(r"sha256:([0-9a-f]{64})", pinned["hashes"])
        yield _component(
            "pypi",
            pinned["name"].lower(),
            pinned["version"],
            scope,
            [HashType(alg=HashAlgorithm.SHA_256, content=each) for each in hashes],
        )


def _node(lock: Path) -> Iterator[Component]:
    """What a lock of npm names: nothing of it is in the site."""
    packages = cast("dict[str, dict[str, str]]", json.loads(lock.read_text(encoding="utf-8"))["packages"])
    for place, package in sorted(packages.items()):
        if place:
            name = place.rpartition("node_modules/")[2]
            content = base64.b64decode(package["integrity"].removeprefix("sha512-")).hex()
            yield _component(
                "npm",
                name,
                package["version"],
                ComponentScope.EXCLUDED,
                [HashType(alg=HashAlgorithm.SHA_512, content=content)],
            )


def _component(registry: str, name: str, version: str, scope: ComponentScope, hashes: list[HashType]) -> Component:
    space, _, short = name.rpartition("/")
    address = PackageURL(type=registry, namespace=space or None, name=short, version=version)
    return Component(
        name=name,
        version=version,
        type=ComponentType.LIBRARY,
        scope=scope,
        purl=address,
        bom_ref=str(address),
        hashes=hashes,
    )
