"""Model → the chooser in the public contract."""

from __future__ import annotations

from .. import addresses
from ..model.handbook import Handbook
from .contract_parts import AnswerPart, ChooserPart, QuestionPart, RowPart, RunnerUpPart, TimePart
from .contract_words import both as _both
from .contract_words import url as _url


def chooser_part(handbook: Handbook) -> ChooserPart:
    """The chooser: its questions with their answers, and its rows with the channel each leads to."""
    questions = [
        QuestionPart(
            id=q.id,
            title=_both(q.title),
            answers=[
                AnswerPart(
                    id=a.id,
                    name=_both(handbook.name_of(a)),
                    audience=a.audience,
                    urgency=a.urgency,
                    level=a.level,
                    scenarios=list(a.scenarios),
                )
                for a in q.answers
            ],
        )
        for q in handbook.chooser.questions
    ]
    rows = [
        RowPart(
            id=row.id,
            title=_both(row.title),
            when=[{name: list(ids) for name, ids in case.items()} for case in row.when],
            channel=row.channel,
            because=_both(row.because),
            runner_up=row.runner_up and RunnerUpPart(channel=row.runner_up.channel, when=_both(row.runner_up.when)),
            answered_by=row.answered_by,
            times=[
                TimePart(
                    urgency=urgency,
                    answer=person.id if person else None,
                    respond_within=time.within,
                    respond_clock=time.clock,
                )
                for person in handbook.chooser.owed(row) or (None,)
                for urgency, time in handbook.chooser_times(row, person).items()
            ],
            templates=[row.template] if row.template else [],
            checklists=[row.checklist] if row.checklist else [],
            scenarios=list(row.scenarios),
            see_also=list(row.see_also),
        )
        for row in handbook.chooser.rows
    ]
    return ChooserPart(url=_url(addresses.page, "choose/"), questions=questions, rows=rows)
