"""Macros of the channels, and of the questions that lead to one."""

from __future__ import annotations

from ...model.channel import Channel
from ..arguments import MacroError
from .subject import Subject


class Channels(Subject):
    """One method a macro."""

    def channel_facts(self, id: str = "") -> str:
        """Title, summary, tool, confidentiality and answer times of a channel: the page's own, or the one named."""
        return self.page.show("channel-facts", channel=self._channel(id))

    def channel_rules(self, id: str = "") -> str:
        """What a channel is for and not for, its etiquette, what to write afterwards, what never to send."""
        return self.page.show("channel-rules", channel=self._channel(id))

    def channel_example(self, id: str = "") -> str:
        """The message of a channel to copy, and the one not to write."""
        channel = self._channel(id)
        if not channel.example:
            raise MacroError(f"channel '{channel.id}' has no example; write one in docs/data/channels/{channel.id}.yml")
        return self.page.show("channel-example", example=channel.example)

    def channel_scenarios(self, id: str = "") -> str:
        """The scenarios that use a channel."""
        return self.page.show("channel-scenarios", channel=self._channel(id))

    def channel_cards(self) -> str:
        """All channels as cards."""
        return self.page.show("channel-cards")

    def chooser(self) -> str:
        """The questions that lead to a channel; without a script, all results in their place."""
        return self.page.show("chooser")

    def chooser_table(self) -> str:
        """Every result of the chooser with the answers that lead to it."""
        return self.page.show("chooser-table")

    def _channel(self, given: str) -> Channel:
        return self.page.handbook.channel[
            self.page.known("channel", given or self.page.own("channel", "channels"), self.page.handbook.channel)
        ]
