"""What pages show of a channel."""

from __future__ import annotations

from tests.unit.sound import sound


def test_a_channel_has_one_name_wherever_readers_meet_it():
    channels = [each for each in sound().records.values() if type(each).__name__ == "Channel"]
    assert len(channels) >= 6
    assert {each.id: each.label for each in channels} == {each.id: each.name for each in channels}
