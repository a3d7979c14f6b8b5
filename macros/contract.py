"""Model → `handbook.json`, the public contract for bots, intranets and tests, and the JSON Schema made from its model.

Fields may be added, never removed or changed; an address is relative to the site's root, with no leading slash.
"""

from __future__ import annotations

import hashlib
import json
from typing import Literal

from pydantic import BaseModel, ConfigDict

from . import addresses
from .model.base import LANGUAGES, Text
from .model.handbook import Handbook
from .model.scenario import Audience
from .model.template import TableField


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Both(_Part):
    """A text or an address in both languages."""

    zh: str
    en: str


class BothLists(_Part):
    """Words in both languages."""

    zh: list[str]
    en: list[str]


class ChannelPart(_Part):
    id: str
    name: Both
    summary: Both
    url: Both
    aliases: BothLists
    carries: list[str]


class ScenarioPart(_Part):
    id: str
    audience: Audience
    core: bool
    title: Both
    summary: Both
    url: Both
    aliases: BothLists
    channels: list[str]
    """Channel ids, best first."""
    mind: Both
    urgency: str
    respond_within: str
    """An ISO 8601 duration."""
    respond_clock: Literal["working", "calendar"]
    templates: list[str]
    checklists: list[str]
    glossary: list[str]
    related: list[str]


class StepPart(_Part):
    id: str
    title: Both
    summary: Both
    url: Both
    aliases: BothLists
    templates: list[str]
    scenarios: list[str]
    checklists: list[str]


class ProcedurePart(_Part):
    id: Audience
    title: Both
    url: Both
    aliases: BothLists
    steps: list[StepPart]


class FieldPart(_Part):
    id: str
    type: str
    label: Both
    required: bool
    columns: list[FieldPart] | None = None
    """The columns, where the field is a table."""


class FilePart(_Part):
    language: Literal["zh", "en", "zh-en"]
    format: str
    url: str
    bytes: int
    sha256: str


class TemplatePart(_Part):
    id: str
    audience: Audience
    title: Both
    summary: Both
    url: Both
    aliases: BothLists
    fields: list[FieldPart]
    files: list[FilePart]


class ItemPart(_Part):
    id: str
    text: Both


class GroupPart(_Part):
    id: str
    title: Both
    items: list[ItemPart]


class ChecklistPart(_Part):
    id: str
    title: Both
    url: Both
    aliases: BothLists
    groups: list[GroupPart]


class TermPart(_Part):
    id: str
    term: Both
    definition: Both
    url: Both


class Contract(_Part):
    """The whole of `handbook.json`."""

    version: Literal[1] = 1
    """The version of this format."""
    handbook_version: str
    languages: list[Literal["zh", "en"]]
    channels: list[ChannelPart]
    scenarios: list[ScenarioPart]
    procedures: list[ProcedurePart]
    templates: list[TemplatePart]
    checklists: list[ChecklistPart]
    glossary: list[TermPart]


def handbook_json(handbook: Handbook, files: dict[str, bytes]) -> bytes:
    """The contract of a handbook.

    Args:
        handbook: the model.
        files: the downloads by address.
    """
    contract = Contract(
        handbook_version=handbook.version,
        languages=list(LANGUAGES),
        channels=[ChannelPart(id=c.id, name=_both(c.name), summary=_both(c.summary),
                              url=_url(addresses.channel, c.id), aliases=_lists(c.aliases), carries=list(c.carries))
                  for c in handbook.channels],
        scenarios=[_scenario(handbook, s) for s in handbook.scenarios],
        procedures=[_procedure(p) for p in handbook.procedures],
        templates=[_template(t, files) for t in handbook.templates],
        checklists=[],
        glossary=[TermPart(id=term.id, term=_both(term.term), definition=_both(term.definition),
                           url=_url(addresses.term, term.id)) for term in handbook.glossary.terms],
    )
    return _json(contract.model_dump(exclude_none=True))


def schema_json() -> bytes:
    """The JSON Schema of the contract."""
    schema = Contract.model_json_schema()
    return _json({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema})


def _json(value: dict) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _both(text: Text) -> Both:
    return Both(zh=text.zh, en=text.en)


def _url(address, *given) -> Both:
    return Both(zh=address(*given, "zh"), en=address(*given, "en"))


def _lists(aliases) -> BothLists:
    return BothLists(zh=list(aliases.zh), en=list(aliases.en))


def _scenario(handbook: Handbook, scenario) -> ScenarioPart:
    time = handbook.answer_time(scenario)
    return ScenarioPart(
        id=scenario.id, audience=scenario.audience, core=scenario.core, title=_both(scenario.title),
        summary=_both(scenario.summary), url=_url(addresses.scenario, scenario.id), aliases=_lists(scenario.aliases),
        channels=[choice.channel for choice in scenario.channels], mind=_both(scenario.mind),
        urgency=scenario.urgency, respond_within=time.within, respond_clock=time.clock,
        templates=list(scenario.templates), checklists=[], glossary=list(scenario.glossary),
        related=list(scenario.related))


def _procedure(procedure) -> ProcedurePart:
    steps = [StepPart(id=s.id, title=_both(s.title), summary=_both(s.summary), url=_url(addresses.step, procedure, s),
                      aliases=_lists(s.aliases), templates=list(s.templates), scenarios=list(s.scenarios),
                      checklists=[]) for s in procedure.steps]
    return ProcedurePart(id=procedure.id, title=_both(procedure.title), url=_url(addresses.procedure, procedure),
                         aliases=_lists(procedure.aliases), steps=steps)


def _template(template, files: dict[str, bytes]) -> TemplatePart:
    prefix = f"downloads/{template.id}."
    parts = []
    for address in sorted(files):
        if address.startswith(prefix):
            language, _, ending = address.removeprefix(prefix).partition(".")
            content = files[address]
            parts.append(FilePart(language=language, format=ending, url=address, bytes=len(content),
                                  sha256=hashlib.sha256(content).hexdigest()))
    return TemplatePart(id=template.id, audience=template.audience, title=_both(template.title),
                        summary=_both(template.summary), url=_url(addresses.template, template.id),
                        aliases=_lists(template.aliases), fields=[_field(f) for f in template.fields], files=parts)


def _field(field) -> FieldPart:
    columns = [_field(column) for column in field.columns] if isinstance(field, TableField) else None
    return FieldPart(id=field.id, type=field.type, label=_both(field.label), required=field.required, columns=columns)
