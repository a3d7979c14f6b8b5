"""The questions of the practice: the written cases, and those that the data answer where they teach a rule."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass

from .. import addresses
from ..model.handbook import Handbook
from ..model.languages import Language
from ..model.scenario import Audience, Scenario
from ..wording import Wording

_CHOICES = 4
STEPS = "practice_steps"
"""The group of what is asked about the guide's steps, as the key of its name."""


@dataclass(frozen=True)
class Choice:
    """One answer, in one language."""

    text: str
    right: bool
    because: str


@dataclass(frozen=True)
class Question:
    """A question in one language, with the page that says more."""

    id: str
    side: Audience
    """With whom: on which of the pages with all questions it stands."""
    group: str
    """Under which heading there, as the key of its name."""
    topic: str
    address: str
    situation: str
    choices: tuple[Choice, ...]


def questions(handbook: Handbook, language: Language) -> tuple[Question, ...]:
    """All questions: the written ones, then the first channels of the guide's channel table, then the answer times that
    are a rule of their own, owed outside by the matter or in an urgent one."""
    channels = [
        _first_channel(handbook, scenario, language) for scenario in handbook.scenarios if scenario.in_channel_table
    ]
    times = [
        _answer_time(handbook, scenario, language)
        for scenario in handbook.scenarios
        if scenario.outside_time or (scenario.is_urgent and scenario.answered_by != "nobody")
    ]
    return (*_written(handbook, language), *channels, *times)


def by_group(handbook: Handbook, language: Language, side: Audience) -> dict[str, list[Question]]:
    """The questions of one side under the keys of their headings: the steps of the guide, then what people want to do."""
    found: dict[str, list[Question]] = {STEPS: []}
    for group in handbook.scenarios_by_group:
        found[_group(group)] = []
    for question in questions(handbook, language):
        if question.side == side:
            found[question.group].append(question)
    return {group: theirs for group, theirs in found.items() if theirs}


def catalogue(handbook: Handbook, language: Language) -> bytes:
    """What a round asks, as JSON (the type `Question` of `practice/questions.js`), with addresses from the root of the site."""
    asked = [
        {
            "id": question.id,
            "topic": question.topic,
            "url": question.address,
            "situation": question.situation,
            "choices": [asdict(choice) for choice in question.choices],
        }
        for question in questions(handbook, language)
    ]
    return json.dumps(asked, ensure_ascii=False).encode()


def _group(group: str) -> str:
    return f"group_{group}"


def _written(handbook: Handbook, language: Language) -> list[Question]:
    words = Wording(handbook, language)
    steps = {f"{procedure.id}/{step.id}": (procedure, step) for procedure, step in handbook.steps()}
    found = []
    for question in handbook.practice.questions:
        if question.scenario:
            scenario = handbook.scenario[question.scenario]
            side, group, topic = scenario.audience, _group(scenario.group), scenario.title
            address = addresses.scenario(scenario.id, language)
        else:
            procedure, step = steps[question.step or ""]
            side, group, topic = procedure.id, STEPS, step.title
            address = addresses.step(procedure, step, language)
        choices = tuple(Choice(c.text[language], c.right, c.because[language]) for c in question.choices)
        situation = question.situation[language]
        if not situation.rstrip().endswith(("?", "？")):
            situation = words.text("practice_case", n=situation.rstrip())
        found.append(Question(question.id, side, group, topic[language], address, situation, choices))
    return found


def _first_channel(handbook: Handbook, scenario: Scenario, language: Language) -> Question:
    """Which channel comes first: the scenario's own answer, against its next ones and channels it does not name."""
    words = Wording(handbook, language)
    named = {choice.channel: choice.because[language] for choice in scenario.channels}
    others = {channel.id: channel.use_for[0][language] for channel in handbook.channels if channel.id not in named}
    first = scenario.channels[0].channel
    choices = []
    for channel_id, reason in list({**named, **others}.items())[:_CHOICES]:
        key = "practice_first" if channel_id == first else "practice_later" if channel_id in named else "practice_not"
        label = handbook.channel[channel_id].name[language]
        choices.append(Choice(label, channel_id == first, words.text(key, n=label, because=reason, use=reason)))
    situation = words.text("practice_channel", moment=_moment(scenario, words, language))
    return _made(scenario, "channel", situation, choices, language)


def _answer_time(handbook: Handbook, scenario: Scenario, language: Language) -> Question:
    """How soon an answer is owed: the scenario's own time, against others that the response times know."""
    words = Wording(handbook, language)
    time = handbook.answer_time(scenario)
    right, mine = words.duration(time.within, time.clock), _whose(handbook, scenario, words, language)
    known: dict[str, str] = {}
    for row in handbook.response_times.outside:
        known.setdefault(words.duration(row.answer_within, row.clock), _called(row.matter[language]))
    for time_row in handbook.response_times.times:
        name = _channel_at(handbook, time_row.channel, time_row.urgency, words, language)
        known.setdefault(words.duration(time_row.answer_within, time_row.clock), name)
    choices = [Choice(right, right=True, because=words.text("practice_time_is", whose=mine, n=right))]
    for duration, other in [(duration, other) for duration, other in known.items() if duration != right][
        : _CHOICES - 1
    ]:
        because = words.text("practice_time_other", n=duration, other=other, whose=mine, right=right)
        choices.append(Choice(duration, right=False, because=because))
    situation = words.text(f"practice_time_{scenario.answered_by}", moment=_moment(scenario, words, language))
    return _made(scenario, "time", situation, choices, language)


def _moment(scenario: Scenario, words: Wording, language: Language) -> str:
    """What has happened when one asks, as a colleague would tell it; where the scenario does not say, by its title."""
    if scenario.moment:
        return scenario.moment[language]
    return words.text("practice_moment", title=scenario.title[language])


def _whose(handbook: Handbook, scenario: Scenario, words: Wording, language: Language) -> str:
    """What the answer time of a scenario goes by: its matter, or its first channel and urgency."""
    if scenario.outside_time:
        matter = next(row.matter for row in handbook.response_times.outside if row.id == scenario.outside_time)
        return _called(matter[language])
    return _channel_at(handbook, scenario.channels[0].channel, scenario.urgency, words, language)


def _called(matter: str) -> str:
    """What people call a matter: without the remark of the table at its end."""
    return re.sub(r" ?[(（][^()（）]*[)）]$", "", matter)


def _channel_at(handbook: Handbook, channel: str, urgency: str, words: Wording, language: Language) -> str:
    """A row of the answer times by its names: “E-mail – Urgent”."""
    name = next(each.name for each in handbook.response_times.urgencies if each.id == urgency)[language]
    return words.text("practice_channel_at", channel=handbook.channel[channel].name[language], urgency=name)


def _made(scenario: Scenario, kind: str, situation: str, choices: list[Choice], language: Language) -> Question:
    return Question(
        f"{scenario.id}-{kind}",
        scenario.audience,
        _group(scenario.group),
        scenario.title[language],
        addresses.scenario(scenario.id, language),
        situation,
        tuple(choices),
    )
