"""Keys of mappings as text, as JSON writes them: one that is no text, such as `null` or `3`, has one too."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import yaml

_READ: dict[str, Callable[[str], Any]] = {
    "tag:yaml.org,2002:null": lambda _: None,
    "tag:yaml.org,2002:bool": lambda written: written.lower() == "true",
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:float": float,
}


def as_text(key: Any) -> str:
    """A key of data that were read."""
    return key if isinstance(key, str) else json.dumps(key)


def written(node: yaml.Node) -> str:
    """The same key where it was written."""
    read = _READ.get(node.tag)
    return as_text(read(node.value)) if read else str(node.value)
