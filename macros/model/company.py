"""The company profile: what an adopter changes first."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo

from ..errors import nearest
from .base import Id, Record, Text
from .brand import OWN, Brand
from .control import DocumentControl
from .durations import WholeDays
from .offices import Office, WorkingHours
from .phones import written
from .signs import SIGNS
from .site import Emergency, FormAddress, Site

PHONE = r"^\+?[0-9][0-9 ()/.-]{1,30}( ?(转|分机|ext\.?) ?[0-9]{1,6})?$"
MAIL = r"^[\w.+&'-]+@[\w-]+(\.[\w-]+)+$"
PhoneNumber = Annotated[str, Field(pattern=PHONE, examples=["+86 10 5555 0100"])]
"""As it is dialled, with blanks between its parts: +86 10 5555 0100; an extension behind it as 转801, 分机801 or ext. 801."""
MailAddress = Annotated[str, Field(pattern=MAIL, examples=["handbook@example.com"])]


def _differs(value: Text | None, info: ValidationInfo) -> Text | None:
    first: Text | None = info.data.get("messenger")
    if value is not None and first is not None and (value.zh == first.zh or value.en == first.en):
        raise ValueError("is the same as messenger; leave it out where there is no second one")
    return value


class Tools(Record):
    """The products that the company uses; their names stand wherever a page speaks of the company's own."""

    messenger: Text
    second_messenger: Annotated[Text | None, AfterValidator(_differs)] = None
    """The messenger that some departments or partners use beside the first, where there is one."""
    mail: Text
    meeting: Text
    phone: Text
    storage: Text
    """Where documents and records are kept."""


class Role(Record):
    """Someone who answers for things, by what they are and not by name."""

    name: Text
    department: Id | None = None
    phone: PhoneNumber | None = None
    mail: MailAddress | None = None
    messenger: Text | None = None
    """The group or account by which it is found in the messenger."""


def _has_phone(value: str, info: ValidationInfo) -> str:
    roles: dict[str, Role] = info.data.get("roles", {})
    if roles and value not in roles:
        raise ValueError(f"is no role; {nearest(value, roles)}")
    if roles and roles[value].phone is None:
        raise ValueError("has no phone number; give the role one in roles")
    return value


def _or_form(value: str | None, info: ValidationInfo) -> str | None:
    if value is None and info.data.get("feedback_form", "") is None:
        raise ValueError("nobody can answer; give feedback_mail, or feedback_form with the address of a web form")
    return value


RoleWithPhone = Annotated[Id, AfterValidator(_has_phone)]
"""A role of the profile that can be called; stands after `roles`."""


class Company(Record):
    """The profile, `company.yml` of the layer."""

    name: Text
    short_name: Text
    tools: Tools
    departments: dict[Id, Text]
    roles: dict[Id, Role]
    working_hours: WorkingHours
    """Those of head office, which count for whoever has not said that they belong to another one."""
    offices: dict[Id, Office] = Field(default_factory=dict)
    """The other offices."""
    site: Site = Site()
    emergency: Emergency = Emergency()
    currency: Text = Text.model_construct(zh="元", en="CNY")
    """What sums are in where nothing else is said, as it stands behind a figure in Chinese and before it in English."""
    feedback_form: FormAddress | None = None
    """The address of a web form for feedback; it takes the place of the mail address."""
    feedback_mail: Annotated[MailAddress | None, AfterValidator(_or_form), Field(validate_default=True)] = None
    mail_domain: Annotated[str, Field(pattern=r"^[^@＠\s/]+\.[^@＠\s/.]+$", examples=["example.com"])]
    """What stands behind the @ of the company's addresses."""
    first_in_crisis: RoleWithPhone
    """The role to call first in a crisis; the others stand among the contacts."""
    drafts_end_after: WholeDays = "P30D"
    """How long after its last change a draft of a form stays in the reader's browser."""
    offline: bool = True
    """Whether browsers keep what was read, and what is needed in a crisis, for when there is no connection."""

    brand: Brand | None = None
    """The company's colour; without it, the handbook's own."""
    document_control: DocumentControl | None = None
    """How forms are numbered; where nothing is said, they bear no number."""

    decided: tuple[Id, ...] = ()
    """Ids of `docs/data/decisions.yml`: what the company has settled before it publishes; and `roles-of-<department>` where roles keep their names."""

    def calendars(self) -> dict[str, WorkingHours]:
        """The hours of every office by its id, which is blank for head office."""
        return {"": self.working_hours, **{id: office.working_hours for id, office in self.offices.items()}}

    @property
    def colour(self) -> str:
        """The company's colour, or the handbook's own."""
        return self.brand.colour if self.brand else OWN

    def address_of(self, role: str, channel: str) -> Text | None:
        """Under what a role is reached on a channel, as far as the profile says."""
        found = self.roles[role]
        if channel == "phone":
            return written(found.phone) if found.phone else None
        if channel == "email":
            return Text.model_construct(zh=found.mail, en=found.mail) if found.mail else None
        return found.messenger if channel == "instant-message" else None

    @property
    def feedback_address(self) -> str:
        """Where readers say that something is wrong: the address of the form, or that of the mail as links write it."""
        return self.feedback_form or f"mailto:{self.feedback_mail}"

    def products(self) -> dict[str, Text]:
        """The names of products that stand here only, by the token that stands for them elsewhere."""
        tools = self.tools
        second = {"second_messenger": tools.second_messenger} if tools.second_messenger else {}
        return {"messenger": tools.messenger, **second, "meeting_tool": tools.meeting}

    def number_of(self, service: str) -> Text:
        """The public number of a service in an emergency, and those of offices where it is another."""
        first = getattr(self.emergency, service)
        others = [
            (office.name, there)
            for office in self.offices.values()
            if office.emergency and (there := getattr(office.emergency, service)) != first
        ]
        signs = SIGNS["zh"]
        zh = signs.pause.join(f"{name.zh}{there}" for name, there in others).join(signs.remark)
        en = "".join(f" / {name.en} {there}" for name, there in others)
        return Text.model_construct(zh=f"{first}{zh}" if others else first, en=f"{first}{en}")
