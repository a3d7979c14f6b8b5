"""What a kind of field is: its name, how its answers behave, and what each format must know of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Family = Literal["words", "block", "date", "datetime", "choice", "choices", "number", "tick", "table"]
"""How answers behave: words on a line, words in a block of lines, a day, a day and a time of day, one or any of several
options, a number, a tick, rows. Writers and scripts tell kinds apart by their family only."""

Detail = Literal["name", "department", "phone", "email"]
"""What an answer may say of a person; of the reader, the browser keeps it once (`data-detail` in `form.html`)."""


@dataclass(frozen=True)
class Kind:
    """One kind of field. A file in this folder that defines `KIND` makes it known everywhere.

    Where the browser checks answers, what it says stands in `docs/data/interface.yml` as `script_fill_check_<name>`.
    """

    name: str
    """What template files write as `type`."""
    family: Family
    width_mm: int = 30
    """How wide its column in a table of a Word or PDF form usually is, in millimetres."""
    stretches: bool = False
    """Whether such a column grows with its examples, within limits."""
    weight: int = 24
    """How wide its column in Excel is, compared with those of other kinds."""
    number_format: str = ""
    """How Excel shows it, for the families that Excel reckons with; the family's usual way where nothing is said."""
    decimals: int = 0
    """How many decimals an amount of money has; 0 for numbers, which have what they are given."""
    input_type: str = "text"
    """The type of the HTML input, for the families that have one."""
    input_mode: str = ""
    """Which keys a phone shows, where the type of the input does not say it."""
    check: str = ""
    """A regular expression of the whole of a right answer, from ^ to $, as JavaScript and Python read it; the examples match it too. Any answer is
    right where it is blank."""
    detail: Detail | None = None
    """What it says of a person: the reader's own details can fill it in, and names of files and mails are made of it."""
    suggested: bool = False
    """Whether the reader's own detail is offered while typing, among longer ones made of it."""

    @property
    def is_words(self) -> bool:
        """Whether its answers are words of one's own."""
        return self.family in ("words", "block")

    @property
    def check_key(self) -> str | None:
        """The text of the interface that says what is wrong with an answer; None where none can be."""
        checked = self.check or self.family in ("date", "datetime")
        return f"script_fill_check_{self.name}" if checked else None
