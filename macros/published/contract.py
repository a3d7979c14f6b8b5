"""Model → `handbook.json`, the public contract for bots, intranets and tests.

Fields may be added, never removed or changed; an address is relative to the site's root, with no leading slash.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from .. import addresses
from ..model.channel import Channel
from ..model.checklist import Checklist, Item
from ..model.fields import AnyColumn
from ..model.glossary import Term
from ..model.handbook import Handbook
from ..model.languages import LANGUAGES, only_published
from ..model.own_form import OwnSection
from ..model.procedure import Procedure
from ..model.scenario import Scenario
from ..model.template import FormField, Section, TableField, Template
from ..model.things import KNOWN, WITH_PAGES, Thing
from . import own_forms
from .books import BOOKS
from .contract_calendars import calendar_parts
from .contract_chooser import chooser_part
from .contract_contacts import contact_part
from .contract_control import control_part
from .contract_parts import (
    ChannelCasePart,
    ChannelPart,
    ChecklistPart,
    Contract,
    DocumentPart,
    DuePart,
    FieldPart,
    FilePart,
    GroupPart,
    ItemPart,
    ProcedurePart,
    RedirectPart,
    ScenarioPart,
    StepPart,
    TemplatePart,
    TermPart,
    ThingPart,
)
from .contract_words import as_json
from .contract_words import both as _both
from .contract_words import lists as _lists
from .contract_words import url as _url


def handbook_json(handbook: Handbook, files: dict[str, bytes], today: date) -> bytes:
    """The contract of a handbook.

    Args:
        handbook: the model.
        files: the downloads by address.
        today: the day from which calendars are counted.
    """
    contract = Contract(
        version=1,
        handbook_version=handbook.version,
        languages=list(LANGUAGES),
        channels=[_channel(c) for c in handbook.channels],
        scenarios=[_scenario(handbook, s) for s in handbook.scenarios],
        procedures=[_procedure(p) for p in handbook.procedures],
        templates=[template_part(handbook, t, files) for t in handbook.templates],
        checklists=[_checklist(handbook, c) for c in handbook.checklists],
        chooser=chooser_part(handbook),
        contacts=[contact_part(handbook, contact) for contact in handbook.contacts],
        glossary=[_term(term) for term in handbook.glossary.terms],
        calendars=list(calendar_parts(handbook, today)),
        redirects=[RedirectPart(old=each.old, new=each.new) for each in handbook.redirects.redirects],
        documents=[
            DocumentPart(
                id="card",
                kind="card",
                title=_both(handbook.interface.texts["card_title"]),
                files=_files("card", files),
            )
        ],
    )
    others = {
        kind.folder: [_thing(kind, each).model_dump(by_alias=True) for each in handbook.things[kind.folder]]
        for kind in WITH_PAGES
        if kind.name not in KNOWN
    }
    whole = {**contract.model_dump(by_alias=True, exclude_none=True), **others}
    for folder in (*handbook.things, "glossary"):
        for each in whole.get(folder, ()):
            each["from"] = handbook.origins.get(f"{folder}/{each['id']}", "handbook")
    return as_json(only_published(whole))


def with_books(contract: bytes, handbook: Handbook, files: dict[str, bytes]) -> bytes:
    """The contract with the books among its documents, which are made when all pages are there.

    Args:
        contract: `handbook.json` without them.
        handbook: the model.
        files: the books by address.
    """
    whole, texts = json.loads(contract), handbook.interface.texts
    for name in BOOKS:
        found = _files(addresses.book_id(name), files)
        if found:
            title = _both(texts["book_whole" if name == "handbook" else f"book_{name}"])
            part = DocumentPart(id=addresses.book_id(name), kind="book", title=title, files=found)
            whole["documents"].append(part.model_dump())
    return as_json(whole)


def _thing(kind: Thing, thing: Any) -> ThingPart:
    return ThingPart(
        id=thing.id,
        title=_both(kind.title_of(thing)),
        summary=_both(thing.summary),
        url=_url(addresses.thing, kind.folder, thing.id),
        aliases=_lists(thing.aliases),
    )


def _channel(channel: Channel) -> ChannelPart:
    return ChannelPart(
        id=channel.id,
        name=_both(channel.name),
        summary=_both(channel.summary),
        url=_url(addresses.channel, channel.id),
        aliases=_lists(channel.aliases),
        carries=list(channel.carries),
    )


def _term(term: Term) -> TermPart:
    return TermPart(
        id=term.id, term=_both(term.term), definition=_both(term.definition), url=_url(addresses.term, term.id)
    )


def _scenario(handbook: Handbook, scenario: Scenario) -> ScenarioPart:
    time = handbook.answer_time(scenario)
    return ScenarioPart(
        id=scenario.id,
        audience=scenario.audience,
        group=scenario.group,
        core=scenario.core,
        title=_both(scenario.title),
        guide_name=scenario.guide_name and _both(scenario.guide_name),
        summary=_both(scenario.summary),
        url=_url(addresses.scenario, scenario.id),
        aliases=_lists(scenario.aliases),
        channels=[choice.channel for choice in scenario.channels],
        channel_cases=[
            ChannelCasePart(channel=choice.channel, when=_both(choice.when))
            for choice in scenario.channels_shown
            if choice.when
        ]
        or None,
        mind=_both(scenario.mind),
        urgency=scenario.urgency,
        answered_by=scenario.answered_by,
        respond_within=time.within,
        respond_clock=time.clock,
        templates=list(scenario.templates),
        checklists=list(scenario.checklists),
        glossary=list(scenario.glossary),
        related=list(scenario.related),
    )


def _procedure(procedure: Procedure) -> ProcedurePart:
    steps = [
        StepPart(
            id=s.id,
            title=_both(s.title),
            summary=_both(s.summary),
            url=_url(addresses.step, procedure, s),
            aliases=_lists(s.aliases),
            templates=list(s.templates),
            scenarios=list(s.scenarios),
            checklists=list(s.checklists),
        )
        for s in procedure.steps
    ]
    return ProcedurePart(
        id=procedure.id,
        title=_both(procedure.title),
        url=_url(addresses.procedure, procedure),
        aliases=_lists(procedure.aliases),
        steps=steps,
    )


def _checklist(handbook: Handbook, checklist: Checklist) -> ChecklistPart:
    groups = [
        GroupPart(id=group.id, title=_both(group.title), items=[_item(handbook, item) for item in group.items])
        for group in checklist.groups
    ]
    return ChecklistPart(
        id=checklist.id,
        part=checklist.part,
        title=_both(checklist.title),
        summary=_both(checklist.summary),
        use_when=_both(checklist.use_when),
        url=_url(addresses.checklist, checklist.id),
        aliases=_lists(checklist.aliases),
        groups=groups,
    )


def _item(handbook: Handbook, item: Item) -> ItemPart:
    due = None
    if item.due:
        time = handbook.due_time(item.due)
        due = DuePart(within=time.within, clock=time.clock, after=_both(item.due.after))
    return ItemPart(
        id=item.id,
        text=_both(item.text),
        why=item.why and _both(item.why),
        optional=item.optional,
        only_if=item.only_if and _both(item.only_if),
        due=due,
        template=item.template,
        scenario=item.scenario,
        page=_url(addresses.named, item.page) if item.page else None,
    )


def template_part(handbook: Handbook, template: Template, files: dict[str, bytes]) -> TemplatePart:
    """What the contract says of a template."""
    return TemplatePart(
        id=template.id,
        kind=template.kind,
        audience=template.audience,
        title=_both(template.title),
        summary=_both(template.summary),
        url=_url(addresses.template, template.id),
        aliases=_lists(template.aliases),
        control=control_part(handbook, template),
        fields=[_field(f) for section in _asked(handbook, template) for f in section.fields],
        files=_files(template.id, files),
    )


def _asked(handbook: Handbook, template: Template) -> Iterable[Section | OwnSection]:
    return own_forms.sections(template, handbook) if template.file else template.sections


def _files(name: str, files: dict[str, bytes]) -> list[FilePart]:
    """Those of the downloads that bear a name, in each language and format."""
    prefix, parts = f"downloads/{name}.", []
    for address in sorted(files):
        if address.startswith(prefix):
            language, _, ending = address.removeprefix(prefix).partition(".")
            content = files[address]
            digest = hashlib.sha256(content).hexdigest()
            parts.append(FilePart(language=language, format=ending, url=address, bytes=len(content), sha256=digest))
    return parts


def _field(field: FormField | AnyColumn) -> FieldPart:
    columns = [_field(column) for column in field.columns] if isinstance(field, TableField) else None
    return FieldPart(id=field.id, type=field.type, label=_both(field.label), required=field.required, columns=columns)
