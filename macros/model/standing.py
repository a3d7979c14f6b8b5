"""What several pages rest on and what stands once: sentences with a fixed wording, how long records are kept, and
matters with a time limit set by law."""

from __future__ import annotations

from .base import Aliases, Id, Record, Review, RoleName, Text
from .durations import Duration


class Sentence(Record):
    """A rule or something to say, in the words that are the same everywhere."""

    id: Id
    text: Text


class Sentences(Review):
    """`docs/data/sentences.yml`."""

    sentences: tuple[Sentence, ...]

    def tokens(self) -> dict[str, Text]:
        """What `{say.<id>}` in a data text stands for."""
        return {f"say.{sentence.id}": sentence.text for sentence in self.sentences}


class KeptRecord(Record):
    """A kind of record, and how long it is kept."""

    id: Id
    name: Text
    level: Id
    """How confidential it is at least."""
    keep: Duration
    counted_from: Text
    mind: Text
    """Who sees it, what ends it earlier, when it is kept longer."""
    aliases: Aliases = Aliases()


class Retention(Review):
    """`docs/data/retention.yml`."""

    records: tuple[KeptRecord, ...]


class LegalClock(Record):
    """A matter for which law, an authority or a contract may set a time limit."""

    id: Id
    matter: Text
    running: Text
    """What may be running, for orientation; the role that decides says what applies."""
    first: Text
    """What whoever notices it does."""
    decides: tuple[RoleName, ...]
    """The roles that decide, the first of which is told."""


class LegalClocks(Review):
    """`docs/data/legal-clocks.yml`."""

    matters: tuple[LegalClock, ...]
