"""How high the rows of a form are: as a rule, and where it would take a second sheet."""

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
    heading: float
    table: float
    """What is free above them, and below a table."""


ROOMY = Heights((21.0, 28.0), (40.0, 100.0), (20.0, 26.0), (32.0, 60.0), 40.0, 96.0, 8, 5)
CLOSE = Heights((20.0, 28.0), (28.0, 100.0), (18.0, 26.0), (28.0, 60.0), 34.0, 80.0, 5, 3)
"""As a rule, and where a form would take a second sheet."""
