"""How much paper the rows of a form take: as a rule, and where it would take a second sheet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Heights:
    """How high the rows of a form are in points; of answers at least and at most."""

    line: tuple[float, float]
    lines: tuple[float, float]
    """Of several lines."""
    row: tuple[float, float]
    """In a table."""
    rows: tuple[float, float]
    signed: float
    sealed: float
    """The room to sign in, without a seal and with one."""
    name: float
    """Of the name of a section."""
    heading: float
    table: float
    """What is free above them, and below a table."""
    paired: bool = True
    """Whether two short answers share a line, as they do in Word."""
    tight: bool = False
    """Whether texts stand close to the lines around them, and the paper has narrow margins."""


ROOMY = Heights((21.0, 28.0), (40.0, 100.0), (20.0, 26.0), (32.0, 60.0), 40.0, 96.0, 22, 8, 5, paired=False)
CLOSE = Heights((20.0, 28.0), (28.0, 100.0), (18.0, 26.0), (28.0, 60.0), 34.0, 80.0, 22, 5, 3)
TIGHT = Heights((17.5, 28.0), (26.0, 100.0), (16.0, 26.0), (26.0, 60.0), 30.0, 72.0, 18, 3, 3, tight=True)
"""As a rule, and where a form would take a second sheet: the first of them that takes one."""
