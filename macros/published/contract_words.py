"""Texts, addresses and other words of the model as the contract has them: in both languages."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from ..model.base import Aliases, Text
from .contract_base import Both, BothAddresses, BothLists


def both(text: Text) -> Both:
    """A text."""
    return Both(zh=text.zh, en=text.en)


def url(address: Callable[..., str], *given: Any) -> BothAddresses:
    """Where something stands, by a function of `addresses.py` and what it is given before the language."""
    return BothAddresses(zh=address(*given, "zh"), en=address(*given, "en"))


def lists(aliases: Aliases) -> BothLists:
    """Other words for something."""
    return BothLists(zh=list(aliases.zh), en=list(aliases.en))


def as_json(value: dict[str, Any]) -> bytes:
    """A file of the contract, to be read by people too."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
