"""The company profile: what an adopter changes first."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Id, Record, Text
from .durations import WholeDays
from .phones import written

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Clock = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
"""A time of day, 00:00 to 23:59."""
MailAddress = Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")]


class Tools(Record):
    """The products that the company uses; their names stand wherever a page speaks of the company's own."""

    messenger: Text
    second_messenger: Text
    """The messenger that some departments or partners use beside the first."""
    mail: Text
    meeting: Text
    phone: Text
    storage: Text
    """Where documents and records are kept."""


class WorkingHours(Record):
    """When people are expected to answer; durations on the working clock count only these hours."""

    days: tuple[Day, ...]
    start: Clock
    end: Clock
    break_start: Clock
    break_end: Clock
    time_zone: str
    """A name of the IANA time zone data, such as Asia/Shanghai."""


class Role(Record):
    """Someone who answers for things, by what they are and not by name."""

    name: Text
    department: Id | None = None
    mail: MailAddress | None = None


class CrisisContact(Record):
    """Someone to call, at any hour, when a crisis breaks out."""

    role: Id
    """The id of one of the roles."""
    phone: str
    call_for: Text

    @property
    def phone_written(self) -> Text:
        """The number for readers; links to call it take `phone`."""
        return written(self.phone)


class Company(Record):
    """The profile in `docs/data/company.yml`."""

    name: Text
    short_name: Text
    tools: Tools
    departments: dict[Id, Text]
    roles: dict[Id, Role]
    working_hours: WorkingHours
    feedback_mail: MailAddress
    mail_domain: str
    crisis_contacts: Annotated[tuple[CrisisContact, ...], Field(min_length=1)]
    drafts_end_after: WholeDays = "P30D"
    """How long after its last change a draft of a form stays in the reader's browser."""

    def name_of(self, role: str) -> Text:
        """What a role is called; its id, where there is no such role, which a rule of its own reports."""
        return self.roles[role].name if role in self.roles else Text.model_construct(zh=role, en=role)

    def products(self) -> dict[str, Text]:
        """The names of products that stand here only, by the token that stands for them elsewhere."""
        tools = self.tools
        return {"messenger": tools.messenger, "second_messenger": tools.second_messenger, "meeting_tool": tools.meeting}

    def tokens(self) -> dict[str, Text]:
        """What `{token}` in a data text, and `{{ company.token }}` on a page, stand for."""
        hours = self.working_hours

        def alike(value: str) -> Text:
            return Text.model_construct(zh=value, en=value)

        return {
            "company": self.name,
            "company_short": self.short_name,
            "company_zh": alike(self.name.zh),
            "company_en": alike(self.name.en),
            **self.products(),
            "mail": self.tools.mail,
            "phone_tool": self.tools.phone,
            "storage": self.tools.storage,
            "feedback_mail": alike(self.feedback_mail),
            "mail_domain": alike(self.mail_domain),
            "work_start": alike(hours.start),
            "work_end": alike(hours.end),
            "time_zone": alike(hours.time_zone),
            "crisis_role": self.name_of(self.crisis_contacts[0].role),
            "crisis_phone": self.crisis_contacts[0].phone_written,
            **{f"dept.{name}": text for name, text in self.departments.items()},
            **{f"role.{name}": role.name for name, role in self.roles.items()},
        }
