"""Macros of the scenarios."""

from __future__ import annotations

from ...model.scenario import Scenario
from ..arguments import MacroError
from .subject import Subject

Groups = tuple[tuple[str, tuple[Scenario, ...]], ...]
"""Scenarios by what people want to do; without a name, where they are chosen otherwise."""


class Scenarios(Subject):
    """One method a macro."""

    def scenario_facts(self, id: str = "") -> str:
        """Title, summary and short answer card of a scenario: the page's own, or the one named."""
        return self.page.show("scenario-facts", scenario=self._scenario(id))

    def scenario_first_words(self, id: str = "") -> str:
        """What to say first, to copy in either language, and how not to begin."""
        scenario = self._scenario(id)
        if not scenario.first_words:
            raise MacroError(
                f"scenario '{scenario.id}' has no first_words; write them in docs/data/scenarios/{scenario.id}.yml"
            )
        return self.page.show("scenario-first-words", words=scenario.first_words)

    def scenario_example(self, id: str = "") -> str:
        """The message to copy, the one not to write, and then why which channel, who to copy in and what to mind."""
        return self.page.show("scenario-example", scenario=self._scenario(id))

    def scenario_belongings(self, id: str = "") -> str:
        """What belongs to a scenario: templates, terms, related scenarios."""
        return self.page.show("scenario-belongings", scenario=self._scenario(id))

    def scenario_table(self, audience: str = "", channel: str = "", urgency: str = "") -> str:
        """A table of scenarios with first channel, answer time and what to mind, filtered by any of three; all of them
        stand by what people want to do, below links to those that most people look up."""
        if audience or channel or urgency:
            groups: Groups = (("", self._scenarios(audience, channel, urgency, core=None)),)
        else:
            groups = tuple(self.page.handbook.scenarios_by_group.items())
        return self.page.show("scenario-table", groups=groups)

    def scenario_cards(self, audience: str = "", *, core: bool | None = None) -> str:
        """Scenarios as cards; `core=true` takes the ten that the guide names."""
        if core is not None and not isinstance(core, bool):
            raise MacroError(f"core={core!r}: write true or false")
        return self.page.show("scenario-cards", scenarios=self._scenarios(audience, "", "", core=core))

    def channel_table(self) -> str:
        """The guide's own channel table: four kinds of matter, the channel for each, what to mind."""
        rows = tuple(scenario for scenario in self.page.handbook.scenarios if scenario.in_channel_table)
        return self.page.show("channel-table", scenarios=rows)

    def _scenario(self, given: str) -> Scenario:
        return self.page.handbook.scenario[
            self.page.known("scenario", given or self.page.own("scenario", "scenarios"), self.page.handbook.scenario)
        ]

    def _scenarios(self, audience: str, channel: str, urgency: str, *, core: bool | None) -> tuple[Scenario, ...]:
        self.page.among("audience", audience, ("internal", "external"))
        self.page.among("channel", channel, tuple(self.page.handbook.channel))
        self.page.among("urgency", urgency, tuple(found.id for found in self.page.handbook.response_times.urgencies))
        return tuple(
            scenario
            for scenario in self.page.handbook.scenarios
            if audience in ("", scenario.audience)
            and urgency in ("", scenario.urgency)
            and core in (None, scenario.core)
            and channel in ("", *(choice.channel for choice in scenario.channels))
        )
