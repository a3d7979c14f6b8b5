"""Every id that names another thing names one that exists."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ...model.channel import Channel
from ...model.checklist import Checklist
from ...model.chooser import Chooser
from ...model.company import Company
from ...model.confidentiality import Confidentiality
from ...model.contact import Contact
from ...model.home import Home
from ...model.phrases import PhraseBank
from ...model.practice import Practice
from ...model.procedure import Procedure
from ...model.redirects import Redirects
from ...model.response_times import ResponseTimes
from ...model.scenario import Scenario
from ...model.standing import Retention
from ...model.template import Template
from ...model.things import THINGS, WITH_OVERVIEW, WITH_PAGES
from ...reading.loaded import Loaded
from ...reading.source import Location

Reference = tuple[Location, str, str]
"""Where a reference stands, the kind of thing it names, the id it gives."""


def check(loaded: Loaded) -> None:
    """Report references to things that nobody defined, with the nearest one, those to the thing itself, and those given
    twice in a list."""
    known = _known(loaded)
    redirects = loaded.records.get("redirects.yml", Redirects())
    met: set[tuple[str, Location, str]] = set()
    for path, location, kind, given in all_references(loaded):
        if kind in known and given not in known[kind]:
            loaded.fault(path, location, f"unknown {kind} '{given}'; {redirects.hint(kind, given, known[kind])}")
        if kind in ("scenario", "checklist") and path == f"{kind}s/{given}.yml":
            loaded.fault(path, location, f"{kind} '{given}' is this very one; name another one, or take it out")
        if isinstance(location[-1], int):
            if (path, location[:-1], given) in met:
                loaded.fault(path, location, f"{kind} '{given}' stands in this list already; delete one of the two")
            met.add((path, location[:-1], given))


def _known(loaded: Loaded) -> dict[str, set[str]]:
    """Ids by kind; a kind whose file has faults is left out, so that one fault is not reported many times."""
    known = {thing.name: loaded.ids(thing.folder) for thing in WITH_OVERVIEW}
    records = loaded.records
    if "company.yml" in records:
        known["role"] = set(records["company.yml"].roles)
        known["department"] = set(records["company.yml"].departments)
    if "glossary.yml" in records:
        known["glossary term"] = {term.id for term in records["glossary.yml"].terms}
    if "response-times.yml" in records:
        known["outside time"] = {row.id for row in records["response-times.yml"].outside}
        known["urgency"] = {urgency.id for urgency in records["response-times.yml"].urgencies}
    if "retention.yml" in records:
        known["kept record"] = {record.id for record in records["retention.yml"].records}
    if "confidentiality.yml" in records:
        known["confidentiality level"] = {level.id for level in records["confidentiality.yml"].levels}
    procedures = loaded.folder("procedures").values()
    if len(procedures) == len(loaded.ids("procedures")):
        known["step"] = {f"{procedure.id}/{step.id}" for procedure in procedures for step in procedure.steps}
    for template in loaded.folder("templates").values():
        # Of a file that was copied and kept the other's id, too: what is wrong there is its id.
        known.setdefault(f"field of {template.id}", set()).update(field.id for field in template.fields)
    if "phrases.yml" in records:
        known["occasion"] = {occasion.id for occasion in records["phrases.yml"].occasions}
    return known


def all_references(loaded: Loaded) -> Iterator[tuple[str, Location, str, str]]:
    """Whatever the data name: the file and the place where they do, the kind of thing, its id."""
    for thing in THINGS:
        references = _IN_FOLDERS.get(thing.name, _named_alike)
        for path, record in loaded.folder(thing.folder).items():
            yield from ((path, *reference) for reference in references(record))
    for path, references in _IN_FILES.items():
        if record := loaded.records.get(path):
            yield from ((path, *reference) for reference in references(record))


def _named_alike(record: Any) -> Iterator[Reference]:
    """Lists of ids in a step, or in a record of a kind that this rule does not know, by their names: `scenarios`, `templates` …"""
    for other in WITH_PAGES:
        given = getattr(record, other.folder, ())
        yield from _listed(other.folder, tuple(one for one in given if isinstance(one, str)), other.name)
    yield from _listed("glossary", getattr(record, "glossary", ()), "glossary term")


def _of_contact(contact: Contact) -> Iterator[Reference]:
    for name, kind in (
        ("role", "role"),
        ("deputy", "role"),
        ("then", "role"),
    ):
        if given := getattr(contact, name):
            yield (name,), kind, given
    for name, kind in (("urgency", "urgency"), ("outside_time", "outside time")):
        if given := getattr(contact.answer, name):
            yield ("answer", name), kind, given
    for number, way in enumerate(contact.reach):
        yield ("reach", number, "channel"), "channel", way.channel
    yield from _named_alike(contact)
    yield from _listed("steps", contact.steps, "step")


def _of_scenario(scenario: Scenario) -> Iterator[Reference]:
    for number, choice in enumerate(scenario.channels):
        yield ("channels", number, "channel"), "channel", choice.channel
    yield ("urgency",), "urgency", scenario.urgency
    if scenario.outside_time:
        yield ("outside_time",), "outside time", scenario.outside_time
    yield ("example", "channel"), "channel", scenario.example.channel
    yield from _listed("templates", scenario.templates, "template")
    yield from _listed("checklists", scenario.checklists, "checklist")
    yield from _listed("glossary", scenario.glossary, "glossary term")
    yield from _listed("related", scenario.related, "scenario")


def _of_chooser(chooser: Chooser) -> Iterator[Reference]:
    for q, question in enumerate(chooser.questions):
        for a, answer in enumerate(question.answers):
            for name, kind in (
                ("urgency", "urgency"),
                ("level", "confidentiality level"),
                ("outside_time", "outside time"),
            ):
                if given := getattr(answer, name):
                    yield ("questions", q, "answers", a, name), kind, given
            for location, kind, given in _listed("scenarios", answer.scenarios, "scenario"):
                yield ("questions", q, "answers", a, *location), kind, given
    for number, row in enumerate(chooser.rows):
        for location, kind, given in (
            (("channel",), "channel", row.channel),
            (("runner_up", "channel"), "channel", row.runner_up.channel if row.runner_up else None),
            (("outside_time",), "outside time", row.outside_time),
            (("template",), "template", row.template),
            (("checklist",), "checklist", row.checklist),
            *_listed("scenarios", row.scenarios, "scenario"),
            *_listed("see_also", row.see_also, "scenario"),
        ):
            if given is not None:
                yield ("rows", number, *location), kind, given


def _of_channel(channel: Channel) -> Iterator[Reference]:
    return _listed("carries", channel.carries, "confidentiality level")


def _of_template(template: Template) -> Iterator[Reference]:
    if template.mail_subject_field:
        yield ("mail_subject_field",), f"field of {template.id}", template.mail_subject_field
    if template.level:
        yield ("level",), "confidentiality level", template.level
    if template.keeps:
        yield ("keeps",), "kept record", template.keeps
    for name in ("own_date", "department", "number", "place", "salutation", "filed_as"):
        if given := getattr(template, name):
            yield (name,), f"field of {template.id}", given
    for name in ("begins", "ends") if template.happens else ():
        if given := getattr(template.happens, name):
            yield ("happens", name), f"field of {template.id}", given
    for number, due in enumerate(template.falls_due):
        yield ("falls_due", number), f"field of {template.id}", due.at
    for number, signature in enumerate(template.signs):
        yield ("signs", number, "field"), f"field of {template.id}", signature.field
    yield from _listed("aside", template.aside, f"field of {template.id}")
    yield from _listed("belongs_to", template.belongs_to, "scenario")


def _of_procedure(procedure: Procedure) -> Iterator[Reference]:
    for number, step in enumerate(procedure.steps):
        for location, kind, given in _named_alike(step):
            yield ("steps", number, *location), kind, given


def _of_checklist(checklist: Checklist) -> Iterator[Reference]:
    if checklist.followed_by:
        yield ("followed_by",), "checklist", checklist.followed_by
    for g, group in enumerate(checklist.groups):
        for i, item in enumerate(group.items):
            where = ("groups", g, "items", i)
            for kind in ("template", "scenario"):
                if given := getattr(item, kind):
                    yield (*where, kind), kind, given
            if item.due and item.due.outside_time:
                yield (*where, "due", "outside_time"), "outside time", item.due.outside_time


def _of_company(company: Company) -> Iterator[Reference]:
    for name, role in company.roles.items():
        if role.department:
            yield ("roles", name, "department"), "department", role.department


def _of_response_times(times: ResponseTimes) -> Iterator[Reference]:
    for number, row in enumerate(times.times):
        yield ("times", number, "channel"), "channel", row.channel
        yield ("times", number, "urgency"), "urgency", row.urgency


def _of_phrases(bank: PhraseBank) -> Iterator[Reference]:
    for number, phrase in enumerate(bank.phrases):
        yield ("phrases", number, "occasion"), "occasion", phrase.occasion


def _of_practice(practice: Practice) -> Iterator[Reference]:
    for number, question in enumerate(practice.questions):
        for kind in ("scenario", "step"):
            if given := getattr(question, kind):
                yield ("questions", number, kind), kind, given


def _of_home(home: Home) -> Iterator[Reference]:
    if home.urgent:
        yield ("urgent",), "scenario", home.urgent
    yield from _listed("templates", home.templates, "template")
    yield from _listed("frequent", home.frequent, "scenario")


def _of_retention(kept: Retention) -> Iterator[Reference]:
    for number, record in enumerate(kept.records):
        yield ("records", number, "level"), "confidentiality level", record.level


def _of_confidentiality(levels: Confidentiality) -> Iterator[Reference]:
    for number, line in enumerate(levels.lines):
        for side in ("lower", "upper"):
            yield ("lines", number, side), "confidentiality level", getattr(line, side)
    for number, sending in enumerate(levels.sendings):
        yield ("sendings", number, "level"), "confidentiality level", sending.level


def _listed(name: str, ids: tuple[str, ...], kind: str) -> Iterator[Reference]:
    for number, given in enumerate(ids):
        yield (name, number), kind, given


_IN_FOLDERS: dict[str, Callable[[Any], Iterator[Reference]]] = {
    "scenario": _of_scenario,
    "channel": _of_channel,
    "template": _of_template,
    "checklist": _of_checklist,
    "procedure": _of_procedure,
    "contact": _of_contact,
}
"""What the things of a kind name; of other kinds, see `_named_alike`."""
_IN_FILES: dict[str, Callable[[Any], Iterator[Reference]]] = {
    "company.yml": _of_company,
    "response-times.yml": _of_response_times,
    "phrases.yml": _of_phrases,
    "practice.yml": _of_practice,
    "chooser.yml": _of_chooser,
    "home.yml": _of_home,
    "retention.yml": _of_retention,
    "confidentiality.yml": _of_confidentiality,
}
