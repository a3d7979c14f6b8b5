"""What pages show of a channel: its message, and one name."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from macros.pages.arguments import MacroError
from macros.pages.authoring.channels import Channels
from tests.unit.sound import changed, sound


def page(handbook: Any) -> Any:
    """A place that shows what it is given."""
    return SimpleNamespace(
        handbook=handbook, known=lambda kind, given, known: given, show=lambda component, **values: (component, values)
    )


def test_a_channel_without_an_example_says_where_to_write_one():
    channels = {each.id: each for each in sound().records.values() if type(each).__name__ == "Channel"}
    macro = Channels(page(SimpleNamespace(channel=channels))).channel_example
    assert macro("phone") == ("channel-example", {"example": channels["phone"].example})
    channels["phone"] = changed(channels["phone"], ("example",), None)
    with pytest.raises(
        MacroError, match=r"^channel 'phone' has no example; write one in docs/data/channels/phone\.yml$"
    ):
        macro("phone")


def test_a_channel_has_one_name_wherever_readers_meet_it():
    channels = [each for each in sound().records.values() if type(each).__name__ == "Channel"]
    assert len(channels) >= 6
    assert {each.id: each.label for each in channels} == {each.id: each.name for each in channels}
