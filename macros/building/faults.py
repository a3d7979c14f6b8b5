"""What is wrong with the sources, as a build stops with it and as browsers show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mkdocs.exceptions import PluginError

from ..console import in_words
from ..errors import Faults
from ..reading import clock


class Faulty(PluginError):
    """The sources have faults; the text reports all of them."""

    def __init__(self, faults: Faults):
        what = in_words("the handbook's sources have faults")
        super().__init__(f"{what}\n{faults.report(in_words)}")
        self.faults = faults


def stopped(error: Exception) -> PluginError:
    """What ends a build for a reason that the error's text gives, in the words of the console."""
    return PluginError(in_words(str(error)))


def day_of_build() -> date:
    """Today, for a build; one that is given no day ends."""
    try:
        return clock.today()
    except clock.NoDay as error:
        raise stopped(error) from None


@dataclass(frozen=True)
class Shown:
    """One fault in the browser."""

    path: str
    """The file at fault; blank where that is not known."""
    place: str
    """The file with its line; blank where the message itself says it."""
    field: str
    """Which field of it; blank likewise."""
    message: str


def shown(error: Exception | None) -> tuple[Shown, ...]:
    """What to show of a failure; nothing where there was none."""
    if error is None:
        return ()
    if isinstance(error, Faulty):
        return tuple(
            Shown(fault.path, f"{fault.path}:{fault.line}", fault.field, fault.message) for fault in error.faults
        )
    return (Shown("", "", "", str(error)),)
