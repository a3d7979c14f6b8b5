"""Model and pages → what the search can find: scenarios, templates, contacts, terms, what may be sent, phrases, pages …"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from .. import addresses
from ..model.base import LANGUAGES, Aliases, Language, Text
from ..model.handbook import Handbook
from ..model.things import KNOWN, WITH_OVERVIEW, WITH_PAGES
from ..wording import Wording
from . import answers
from .pages import Page

WORTH = {
    "step": 0.98,
    "page": 0.97,
    "list": 0.7,
    "term": 0.6,
    "phrase": 0.8,
    "sending": 0.84,
    "time": 0.5,
    **{thing.name: thing.search_worth for thing in WITH_OVERVIEW},
}
"""What a find of each kind is worth: how far it may be ahead of one of another kind and still come second."""

_LISTS = ("guide", *(thing.folder for thing in WITH_OVERVIEW), "reference")
"""Pages that list others: who searches wants one of those first."""
_UNFOUND = ("", "search/", "choose/all/", "onboarding/practice/internal/", "onboarding/practice/external/")
"""Pages that nobody searches for: the home pages, the search's own, and those to which another that is found leads."""


_FIRST = 12
"""How many of its other words a thing is found by before the rest of the index is there."""
_FOREIGN = 10
"""By how many of its other words in another language a thing is found; those come first that name it best."""

_NOTHING = Text.model_construct(zh="", en="")


@dataclass(frozen=True)
class Entry:
    """One thing that can be found, in one language."""

    kind: str
    """One of `WORTH`."""
    title: str
    url: str
    """From the root of the site."""
    part: str
    """Where it stands, in words."""
    names: tuple[str, ...]
    """Other words for it."""
    other_names: tuple[str, ...]
    """Its title and other words in the other language."""
    text: str
    """What it is about, in a sentence."""
    answer: dict[str, Any] = field(default_factory=dict)
    """What a reader wants of it at once: channel and time of a scenario, files of a template, who to ask, a phrase to copy."""

    def head(self) -> dict[str, Any]:
        """What is loaded first."""
        return {
            "kind": self.kind,
            "title": self.title,
            "url": self.url,
            "part": self.part,
            "names": self.names[:_FIRST],
            **({"answer": self.answer} if self.answer else {}),
        }

    def more_names(self) -> tuple[str, ...]:
        """Other words for it that are loaded behind the head."""
        return self.names[_FIRST:]


def entries(handbook: Handbook, pages: dict[str, Page], downloads: Collection[str], language: Language) -> list[Entry]:
    """Everything that can be found in a language, each address once.

    Args:
        handbook: the model.
        pages: every page of the site by its address.
        downloads: the addresses of all files to download.
        language: of the reader.
    """
    found = list(_of_model(handbook, downloads, language))
    known = {entry.url for entry in found}
    named = {page.page: page.aliases for page in handbook.search.pages}
    procedures = {addresses.procedure(procedure, language): procedure.aliases for procedure in handbook.procedures}
    others = LANGUAGES.others(language)
    for address, page in sorted(pages.items()):
        if (
            address in known
            or addresses.bare(address) in _UNFOUND
            or addresses.in_language(address, language) != address
        ):
            continue
        path = addresses.bare(address).rstrip("/")
        aliases = named.get(path) or named.get(f"{path}/index") or procedures.get(address) or Aliases()
        theirs = [pages.get(addresses.in_language(address, other)) for other in others]
        part = handbook.interface.texts.get(f"search_in_{path.partition('/')[0]}")
        found.append(
            Entry(
                "list" if path in _LISTS or address in procedures else "page",
                page.title,
                address,
                part[language] if part else "",
                aliases[language],
                tuple(_names_of([page.title for page in theirs if page], aliases, others)),
                page.description,
            )
        )
    return found


def _names_of(titles: list[str], aliases: Aliases, languages: Iterable[Language]) -> Iterator[str]:
    """Titles in the other languages, with the first of the other words there."""
    yield from titles
    for language in languages:
        yield from aliases[language][:_FOREIGN]


def _of_model(handbook: Handbook, downloads: Collection[str], language: Language) -> Iterator[Entry]:
    wording = Wording(handbook, language)
    others = LANGUAGES.others(language)

    def entry(
        kind: str, thing: Any, title: Text, text: Text, url: str, part: str, answer: dict[str, Any] | None = None
    ) -> Entry:
        return Entry(
            kind,
            title[language],
            url,
            part,
            thing.aliases[language],
            tuple(_names_of([title[other] for other in others], thing.aliases, others)),
            text[language],
            answer or {},
        )

    for scenario in handbook.scenarios:
        found = entry(
            "scenario",
            scenario,
            scenario.title,
            scenario.summary,
            addresses.scenario(scenario.id, language),
            wording.text(f"group_{scenario.group}"),
            answers.of_scenario(handbook, scenario, language),
        )
        yield (
            found
            if scenario.guide_name is None
            else replace(
                found,
                names=(scenario.guide_name[language], *found.names),
                other_names=(*found.other_names, *(scenario.guide_name[other] for other in others)),
            )
        )
    for channel in handbook.channels:
        yield entry("channel", channel, channel.name, channel.summary, addresses.channel(channel.id, language), "")
    for template in handbook.templates:
        yield entry(
            "template",
            template,
            template.title,
            template.summary,
            addresses.template(template.id, language),
            wording.text(template.audience),
            answers.of_template(template, downloads, language),
        )
    for procedure, step in handbook.steps():
        yield entry(
            "step", step, step.title, step.summary, addresses.step(procedure, step, language), procedure.title[language]
        )
    for checklist in handbook.checklists:
        yield entry(
            "checklist",
            checklist,
            checklist.title,
            checklist.summary,
            addresses.checklist(checklist.id, language),
            wording.text(f"part_{checklist.part}"),
        )
    for contact in handbook.contacts:
        role = handbook.company.roles[contact.role].name
        said = Text.model_construct(zh=f"{role.zh}：{contact.at_hand.zh}", en=f"{role.en}: {contact.at_hand.en}")
        yield entry(
            "contact",
            contact,
            contact.matter,
            said,
            addresses.row("contacts", contact.id, language),
            wording.text(f"contacts_{contact.group}"),
            answers.of_contact(handbook, contact, language),
        )
    for kind in WITH_PAGES:
        for thing in handbook.things[kind.folder] if kind.name not in KNOWN else ():
            yield entry(
                kind.name,
                thing,
                kind.title_of(thing),
                thing.summary,
                addresses.thing(kind.folder, thing.id, language),
                "",
            )
    for term in handbook.glossary.terms:
        yield entry("term", term, term.term, term.definition, addresses.term(term.id, language), "")
    for sending in handbook.confidentiality.sendings:
        more = {"note": sending.note, "exception": sending.exception}
        yield entry(
            "sending",
            sending,
            sending.name,
            _NOTHING,
            addresses.row("channels", f"may-{sending.id}", language),
            "",
            {"level": sending.level, **{key: text[language] for key, text in more.items() if text}},
        )
    if handbook.has("reference/response-times"):
        yield from _times_owed(handbook, language)
    for occasion in handbook.phrases.occasions if handbook.has("reference/phrases") else ():
        phrase = next((each for each in handbook.phrases.phrases if each.occasion == occasion.id), None)
        yield entry(
            "phrase",
            occasion,
            occasion.name,
            occasion.hint,
            addresses.page(f"reference/phrases/#{occasion.id}", language),
            "",
            {"phrase": phrase.text[language]} if phrase else {},
        )


def _times_owed(handbook: Handbook, language: Language) -> Iterator[Entry]:
    """How soon an answer is owed: of each channel by how urgent the matter is, and of each matter with outsiders."""
    wording = Wording(handbook, language)
    others = LANGUAGES.others(language)
    urgencies = {urgency.id: urgency.name[language] for urgency in handbook.response_times.urgencies}
    for channel in handbook.channels:
        found = [time for time in handbook.response_times.times if time.channel == channel.id]
        if found:
            yield Entry(
                "time",
                channel.name[language],
                addresses.page(f"reference/response-times/#within-{channel.id}", language),
                "",
                (channel.label[language], *channel.aliases[language]),
                tuple(_names_of([channel.name[other] for other in others], channel.aliases, others)),
                "",
                {
                    "times": [
                        [urgencies[time.urgency], wording.duration(time.answer_within, time.clock)] for time in found
                    ]
                },
            )
    for time in handbook.response_times.outside:
        yield Entry(
            "time",
            time.matter[language],
            addresses.page(f"reference/response-times/#outside-{time.id}", language),
            "",
            (),
            tuple(time.matter[other] for other in others),
            "",
            {"times": [["", wording.duration(time.answer_within, time.clock)]]},
        )
