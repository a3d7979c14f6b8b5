"""A message that readers copy, beside the one that they had better not write."""

from __future__ import annotations

from .base import Record, Text


class Example(Record):
    """A message to copy, and one that shows the usual fault, each with the reason."""

    subject: Text | None = None
    """The subject, where the message is a mail or a letter."""
    good: Text
    why_good: Text
    bad: Text
    why_bad: Text


class FirstWords(Record):
    """What to say first on the phone or at the door, and how not to begin."""

    good: Text
    bad: Text
    why_bad: Text | None = None
    """The reason, where what is said below the two does not give it."""
