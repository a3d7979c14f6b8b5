"""What tells one state of something from another, as records of a company and of the handbook name it."""

from __future__ import annotations

import hashlib
import json
from typing import Any

_LENGTH = 12


def fingerprint_of(said: str | bytes) -> str:
    """That of a text, or of what a file holds."""
    return hashlib.sha256(said.encode() if isinstance(said, str) else said).hexdigest()[:_LENGTH]


def of_value(value: Any) -> str:
    """That of a value of the data."""
    return fingerprint_of(json.dumps(value, sort_keys=True, ensure_ascii=False, default=str))
