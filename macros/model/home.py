"""What the home page leads to beside the lists that it draws from everything there is."""

from __future__ import annotations

from .base import Id, Record


class Home(Record):
    """`docs/data/home.yml`."""

    urgent: Id | None = None
    """The scenario beside the phone number to call at once."""
    templates: tuple[Id, ...] = ()
    """The templates that most people come for."""
    frequent: tuple[Id, ...] = ()
    """The scenarios that most people look up, the first ones first."""
