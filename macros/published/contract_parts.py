"""What `handbook.json` is made of, part by part; its JSON Schema is made from these.

Fields may be added, never removed or changed; an address is relative to the site's root, with no leading slash.
"""

from __future__ import annotations

from typing import Literal

from ..model.checklist import Part
from ..model.contact import Group as Matters
from ..model.scenario import Answerer, Audience, Group
from .contract_base import Address, Both, BothAddresses, BothLists, Duration, Id
from .contract_base import Part as _Part
from .contract_base import Thing as _Thing
from .contract_calendars import CalendarPart
from .contract_control import ControlPart


class ChannelPart(_Thing):
    id: Id
    name: Both
    summary: Both
    url: BothAddresses
    aliases: BothLists
    carries: list[Id]


class ChannelCasePart(_Part):
    channel: Id
    when: Both


class ScenarioPart(_Thing):
    id: Id
    audience: Audience
    group: Group
    """What people want to do."""
    core: bool
    title: Both
    guide_name: Both | None = None
    """What the guide calls it, where the title says it in other words."""
    summary: Both
    url: BothAddresses
    aliases: BothLists
    channels: list[Id]
    """Channel ids, best first."""
    channel_cases: list[ChannelCasePart] | None = None
    """Which channel is for which case, the case first that most people have; absent where the first channel is the first choice."""
    mind: Both
    urgency: Id
    answered_by: Answerer
    """Who owes the answer within `respond_within`; with nobody, the time says nothing."""
    respond_within: Duration
    respond_clock: Literal["working", "calendar"]
    templates: list[Id]
    checklists: list[Id]
    glossary: list[Id]
    related: list[Id]


class StepPart(_Part):
    id: Id
    title: Both
    summary: Both
    url: BothAddresses
    aliases: BothLists
    templates: list[Id]
    scenarios: list[Id]
    checklists: list[Id]


class ProcedurePart(_Thing):
    id: Audience
    title: Both
    url: BothAddresses
    aliases: BothLists
    steps: list[StepPart]


class FieldPart(_Part):
    id: Id
    type: str
    label: Both
    required: bool
    columns: list[FieldPart] | None = None
    """The columns, where the field is a table."""


class FilePart(_Part):
    language: Literal["zh", "en", "zh-en"]
    format: str
    url: Address
    bytes: int
    sha256: str


class DocumentPart(_Part):
    """What is no form: the card for the wall and the pocket; the handbook as a book, whole and in parts."""

    id: Id
    kind: Literal["card", "book"]
    title: Both
    files: list[FilePart]


class TemplatePart(_Thing):
    id: Id
    kind: Literal["form", "letter", "list"]
    audience: Audience
    title: Both
    summary: Both
    url: BothAddresses
    aliases: BothLists
    control: ControlPart | None = None
    fields: list[FieldPart]
    files: list[FilePart]


class DuePart(_Part):
    """When an act is due: within a time after an event."""

    within: Duration
    clock: Literal["working", "calendar"]
    after: Both


class ItemPart(_Part):
    id: Id
    text: Both
    why: Both | None = None
    optional: bool
    only_if: Both | None = None
    due: DuePart | None = None
    template: Id | None = None
    scenario: Id | None = None
    page: BothAddresses | None = None
    """What to read."""


class GroupPart(_Part):
    id: Id
    title: Both
    items: list[ItemPart]


class ChecklistPart(_Thing):
    id: Id
    part: Part
    title: Both
    summary: Both
    use_when: Both
    url: BothAddresses
    aliases: BothLists
    groups: list[GroupPart]


class TermPart(_Thing):
    id: Id
    term: Both
    definition: Both
    url: BothAddresses


class AnswerPart(_Part):
    id: Id
    name: Both
    audience: Audience | None = None
    urgency: Id | None = None
    level: Id | None = None
    """A level of confidentiality."""
    scenarios: list[Id]
    """What is about these people: a row that holds for others too offers it only to them."""


class QuestionPart(_Part):
    id: Id
    title: Both
    answers: list[AnswerPart]


class RunnerUpPart(_Part):
    channel: Id
    when: Both


class TimePart(_Part):
    urgency: Id
    answer: Id | None = None
    """For whom, by the answer given; absent where it is so for all."""
    respond_within: Duration
    respond_clock: Literal["working", "calendar"]


class RowPart(_Part):
    id: Id
    title: Both
    when: list[dict[str, list[Id]]]
    """The row holds where one of these cases does: the answers that fit, by question; others may have any answer."""
    channel: Id
    because: Both
    runner_up: RunnerUpPart | None = None
    """The second choice; absent where there is no other channel."""
    answered_by: Answerer
    times: list[TimePart]
    """How soon an answer is owed, by the urgency that was answered."""
    templates: list[Id]
    checklists: list[Id]
    scenarios: list[Id]
    see_also: list[Id]


class ChooserPart(_Part):
    """Questions, and for every combination of answers one row."""

    url: BothAddresses
    questions: list[QuestionPart]
    rows: list[RowPart]


class ThingPart(_Thing):
    """A thing of a kind that has no more to say here."""

    id: Id
    title: Both
    summary: Both
    url: BothAddresses
    aliases: BothLists


class WayPart(_Part):
    channel: Id
    address: Both | None = None


class ContactPart(_Thing):
    """A matter that people ask for, and who handles it."""

    id: Id
    group: Matters
    matter: Both
    url: BothAddresses
    aliases: BothLists
    role: Both
    role_id: Id
    people: list[Both]
    """The names of those who have the role, where the company names them."""
    deputy: Both | None = None
    deputy_id: Id | None = None
    channels: list[Id]
    """Channel ids, best first."""
    reach: list[WayPart]
    """The same with the number or address under which they answer."""
    hours: Both | None = None
    """The company's working hours, where nothing is said."""
    respond_within: Duration
    respond_clock: Literal["working", "calendar"]
    then: Both
    """Who to turn to where nobody answers."""
    then_id: Id
    at_hand: Both
    in_a_crisis: Both | None = None
    """What to call for, where it is among the numbers for a crisis."""
    scenarios: list[Id]
    templates: list[Id]
    checklists: list[Id]
    reviewed: str
    due: str
    """The day from which it may be out of date."""
    card: BothAddresses
    """Its address card (vCard 4.0)."""


class RedirectPart(_Part):
    """An id that went, with its folder, and what stands there instead: `checklists/step-content`."""

    old: str
    new: str


class Contract(_Part):
    """The whole of `handbook.json`."""

    version: Literal[1]
    """The version of this format."""
    handbook_version: str
    languages: list[Literal["zh", "en"]]
    channels: list[ChannelPart]
    scenarios: list[ScenarioPart]
    procedures: list[ProcedurePart]
    templates: list[TemplatePart]
    checklists: list[ChecklistPart]
    chooser: ChooserPart
    contacts: list[ContactPart]
    glossary: list[TermPart]
    calendars: list[CalendarPart]
    """Working calendars, head office's first."""
    redirects: list[RedirectPart]
    documents: list[DocumentPart]
