"""Model → what the search can find in lists: terms, what may be sent, how long what is kept, times that are owed, phrases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import addresses
from ..model.base import Text
from ..model.handbook import Handbook
from ..model.languages import LANGUAGES, Language
from ..model.signs import SIGNS
from ..wording import Wording
from .entry import Entry, entry_of, names_in

_NOTHING = Text.model_construct(zh="", en="")


def of_lists(handbook: Handbook, language: Language) -> Iterator[Entry]:
    """The rows of lists that can be found in a language; what the company leaves out has none.

    Args:
        handbook: the model.
        language: of the reader.
    """
    yield from _terms(handbook, language)
    if handbook.has("reference/confidentiality"):
        yield from _sendings(handbook, language)
    if handbook.has("reference/retention"):
        yield from _kept(handbook, language)
    if handbook.has("reference/response-times"):
        yield from _times_owed(handbook, language)
    if handbook.has("reference/phrases"):
        yield from _phrases(handbook, language)
    if handbook.has("reference/working-abroad"):
        yield from _places(handbook, language)


def _terms(handbook: Handbook, language: Language) -> Iterator[Entry]:
    for term in handbook.glossary.terms:
        yield entry_of("term", term.aliases, term.term, term.definition, addresses.term(term.id, language), language)


def _sendings(handbook: Handbook, language: Language) -> Iterator[Entry]:
    """What may be sent by which channel: the level that it has."""
    for sending in handbook.confidentiality.sendings:
        more = {"note": sending.note, "exception": sending.exception}
        yield entry_of(
            "sending",
            sending.aliases,
            sending.name,
            _NOTHING,
            addresses.row("reference/confidentiality", f"may-{sending.id}", language),
            language,
            answer={"level": sending.level, **{key: text[language] for key, text in more.items() if text}},
        )


def _kept(handbook: Handbook, language: Language) -> Iterator[Entry]:
    """Records, how long each is kept, and from when."""
    wording = Wording(handbook, language)
    for record in handbook.retention.records:
        said = [
            [wording.text("kept_for"), wording.duration(record.keep)],
            [wording.text("kept_from"), record.counted_from[language]],
        ]
        url = addresses.row("reference/retention", f"kept-{record.id}", language)
        yield entry_of("kept", record.aliases, record.name, _NOTHING, url, language, answer={"times": said})


def _phrases(handbook: Handbook, language: Language) -> Iterator[Entry]:
    """Occasions, each with its first phrase to copy."""
    for occasion in handbook.phrases.occasions:
        phrase = next((each for each in handbook.phrases.phrases if each.occasion == occasion.id), None)
        yield entry_of(
            "phrase",
            occasion.aliases,
            occasion.name,
            occasion.hint,
            addresses.page(f"reference/phrases/#{occasion.id}", language),
            language,
            answer={"phrase": phrase.text[language]} if phrase else {},
        )


def _places(handbook: Handbook, language: Language) -> Iterator[Entry]:
    """Places abroad: how their clock stands to ours, and when both sides are at work."""
    wording = Wording(handbook, language)
    for place in handbook.abroad.seen_from(handbook.company.working_hours).places:
        hours, others = wording.place_hours(place), LANGUAGES.others(language)
        yield Entry(
            "place",
            place.name[language],
            addresses.row("reference/working-abroad", f"place-{place.id}", language),
            "",
            (*place.aliases[language], *(other[language] for other in place.same_clock)),
            tuple(
                names_in(
                    [each[other] for each in (place.name, *place.same_clock) for other in others], place.aliases, others
                )
            ),
            "",
            {
                "times": [
                    [wording.text(label), wording.list([f"{each[key]} {each['season']}".strip() for each in hours])]
                    for label, key in (("time_difference", "difference"), ("shared_hours", "shared"))
                ]
            },
        )


def every_time(handbook: Handbook, language: Language) -> dict[str, Any]:
    """How soon an answer is owed, by how urgent the matter is, of every channel."""
    wording = Wording(handbook, language)
    labels = {channel.id: channel.label[language] for channel in handbook.channels}
    glue = SIGNS[language].glue
    rows = []
    for urgency in handbook.response_times.urgencies:
        owed = [time for time in handbook.response_times.times if time.urgency == urgency.id and time.channel in labels]
        said = [f"{labels[time.channel]}{glue}{wording.duration(time.answer_within, time.clock)}" for time in owed]
        rows.append([urgency.name[language], wording.list(said)])
    return {"times": rows}


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
                tuple(names_in([channel.name[other] for other in others], channel.aliases, others)),
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
            time.aliases[language],
            tuple(names_in([time.matter[other] for other in others], time.aliases, others)),
            "",
            {"times": [["", wording.duration(time.answer_within, time.clock)]]},
        )
