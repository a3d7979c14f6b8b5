"""Macros of what is confidential, and of what is kept for how long."""

from __future__ import annotations

from .subject import Subject


class Records(Subject):
    """One method a macro."""

    def review_turns(self) -> str:
        """What is overdue, due and due next for review, and a calendar for each owner."""
        return self.page.show("reviews")

    def confidentiality_levels(self) -> str:
        """The levels of confidentiality."""
        return self.page.show("confidentiality-levels")

    def confidentiality_sendings(self) -> str:
        """Of what people ask whether they may send it: by its level, which says once by which channels it may go and may not, with what is an exception."""
        return self.page.show("confidentiality-sendings")

    def confidentiality_lines(self) -> str:
        """Examples on both sides of each line between two levels."""
        return self.page.show("confidentiality-lines")

    def confidentiality_channels(self) -> str:
        """Which channel may carry which level."""
        return self.page.show("confidentiality-channels")

    def retention_table(self) -> str:
        """Which records are kept how long."""
        return self.page.show("retention-table")

    def kept_for(self, id: str) -> str:
        """How long a kind of record is kept, in words."""
        records = {record.id: record for record in self.page.handbook.retention.records}
        return self.page.wording.duration(records[self.page.known("record", id, records)].keep)

    def legal_clocks_table(self) -> str:
        """Matters for which a time limit set by law or contract may be running, and who decides."""
        return self.page.show("legal-clocks-table")
