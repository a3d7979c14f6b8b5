"""`handbook.json` in parts, so that nobody loads all of it for one answer: a file a thing, and an index of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

_NAMED_BY = ("title", "name", "matter", "term")
"""Under what field of a thing its name stands."""


def parts(handbook_json: bytes) -> Iterator[tuple[str, bytes]]:
    """The files with their addresses below the site's root.

    Args:
        handbook_json: the whole contract.
    """
    whole = json.loads(handbook_json)
    kinds: dict[str, list[dict[str, Any]]] = {}
    for kind, things in whole.items():
        if not _are_things(things):
            continue
        kinds[kind] = []
        for thing in things:
            address = f"api/{kind}/{thing['id']}.json"
            yield address, _json(thing)
            name = next(thing[field] for field in _NAMED_BY if field in thing)
            kinds[kind].append({"id": thing["id"], "name": name, "url": thing.get("url"), "json": address})
    about = {key: whole[key] for key in ("version", "handbook_version", "languages")}
    yield "api/index.json", _json({**about, "kinds": kinds})


def _are_things(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(thing, dict) and "id" in thing for thing in value)


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
