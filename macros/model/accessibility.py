"""How far the site meets each criterion of the Web Content Accessibility Guidelines, and how that was found out."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from .base import Record, Review, Text


class Criterion(Record):
    """A success criterion; results are named as OpenACR does."""

    id: Annotated[str, Field(pattern=r"^[1-4]\.\d\.\d{1,2}$", examples=["1.4.3"])]
    level: Literal["A", "AA"]
    name: Text
    result: Literal["supports", "partially-supports", "does-not-support", "not-applicable"]
    how: Literal["tests", "looked"]
    """Whether tests hold it, or it was only looked at."""
    tests: tuple[str, ...] = ()
    """Tests by which it is held, as `tests/test_file.py::test_name`."""
    note: Text | None = None
    """What is missing, or why it does not apply."""

    @model_validator(mode="after")
    def _says_how_and_why(self) -> Criterion:
        if (self.how == "tests") != bool(self.tests):
            raise ValueError(
                "'how: tests' goes with 'tests', and 'how: looked' without; name the tests, or say 'looked'"
            )
        if self.result != "supports" and self.note is None:
            raise ValueError("say in 'note' what is missing, or why it does not apply")
        return self


class Accessibility(Review):
    """`docs/data/accessibility.yml`."""

    limits: Text
    """How it was tested, and by whom it was not."""
    criteria: tuple[Criterion, ...]
