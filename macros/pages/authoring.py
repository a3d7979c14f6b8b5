"""The macros that authors call on pages; `docs/<language>/about/authors.md` shows each with an example."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Collection
from typing import Any

from .. import addresses
from ..errors import nearest
from ..model.base import Language
from ..model.channel import Channel
from ..model.checklist import Checklist
from ..model.durations import WEEK, due_in_the_week, moment
from ..model.procedure import Procedure, Step
from ..model.response_times import ResponseTime
from ..model.scenario import Scenario
from ..model.template import Template
from ..model.things import BY_FOLDER, WITH_PAGES
from ..wording import Wording
from .arguments import MacroError, checked
from .escaping import in_markdown
from .practice import questions
from .reading_times import reading_time_of
from .views import Views


class Company:
    """`{{ company.messenger }}` and the other names of the company profile, in the language of the page."""

    def __init__(self, macros: Macros):
        self._macros = macros

    def __getattr__(self, name: str) -> str | _Group:
        tokens = self._macros.handbook.company.tokens()
        if name.startswith("_"):
            raise AttributeError(name)
        if name in ("dept", "role"):
            return _Group(self, name)
        if name not in tokens:
            raise MacroError(f"the company profile has no '{name}'; {nearest(name, tokens)}")
        return in_markdown(tokens[name][self._macros.language])


class _Group:
    """`{{ company.role.legal }}`: the departments or roles of the profile."""

    def __init__(self, company: Company, kind: str):
        self._company, self._kind = company, kind

    def __getattr__(self, name: str) -> str:
        if name.startswith("_"):
            raise AttributeError(name)
        return str(getattr(self._company, f"{self._kind}.{name}"))


class Macros:
    """One method a macro. Before a page is rendered, `stand_on` says which page it is."""

    def __init__(self, views: dict[Language, Views], pages: Collection[str]):
        """
        Args:
            views: the components in each language.
            pages: every page by its place below `docs/zh`, without `.md`.
        """
        self._views = views
        self._pages = pages
        self._source = ""
        self.language: Language = "zh"
        self._base = "."
        self._terms = 0
        self.handbook = views["zh"].handbook

    def stand_on(self, source: str) -> None:
        """Say on which page the next calls stand: its source below `docs/`, such as `zh/channels/email.md`."""
        self._source = source
        self._terms = 0
        self.language, address = addresses.of_source(source)
        self._base = addresses.to_root(address)

    def registered(self) -> dict[str, Callable[..., str]]:
        """The macros by the name under which pages call them."""
        methods = inspect.getmembers(self, inspect.ismethod)
        return {
            name: checked(method)
            for name, method in methods
            if not name.startswith("_") and name not in ("stand_on", "registered")
        }

    # --- things of any kind ---------------------------------------------------------------------------------------

    def facts(self, page: str = "") -> str:
        """What the data say of a thing, as its kind shows it: the page's own, or that of the page named."""
        place = page or self._source.partition("/")[2].removesuffix(".md")
        folder, _, name = place.rpartition("/")
        thing = next((each for each in self.handbook.things.get(folder, ()) if each.id == name), None)
        if thing is None:
            raise MacroError(f"'{place}' belongs to no data; name a page that does, such as scenarios/absence")
        kind = BY_FOLDER[folder].name
        return self._show(f"{kind}-facts", **{kind: thing})

    def things(self, folder: str) -> str:
        """All things of a kind, by its folder, as cards with title and summary."""
        if folder not in self.handbook.things or BY_FOLDER[folder] not in WITH_PAGES:
            raise MacroError(f"unknown kind '{folder}'; {nearest(folder, [kind.folder for kind in WITH_PAGES])}")
        return self._show("thing-cards", folder=folder)

    # --- scenarios -----------------------------------------------------------------------------------------------

    def scenario_facts(self, id: str = "") -> str:
        """Title, summary and answer card of a scenario: the page's own, or the one named."""
        return self._show("scenario-facts", scenario=self._scenario(id))

    def scenario_example(self, id: str = "") -> str:
        """The message to copy and the one not to write."""
        return self._show("scenario-example", scenario=self._scenario(id))

    def scenario_belongings(self, id: str = "") -> str:
        """What belongs to a scenario: templates, terms, related scenarios."""
        return self._show("scenario-belongings", scenario=self._scenario(id))

    def scenario_table(self, audience: str = "", channel: str = "", urgency: str = "") -> str:
        """A table of scenarios with first channel, answer time and what to mind, filtered by any of three."""
        chosen = self._scenarios(audience, channel, urgency, core=None)
        return self._show("scenario-table", scenarios=chosen)

    def scenario_cards(self, audience: str = "", core: bool | None = None) -> str:
        """Scenarios as cards; `core=true` takes the ten that the guide names."""
        if core is not None and not isinstance(core, bool):
            raise MacroError(f"core={core!r}: write true or false")
        return self._show("scenario-cards", scenarios=self._scenarios(audience, "", "", core))

    def channel_table(self) -> str:
        """The guide's own channel table: four kinds of matter, the channel for each, what to mind."""
        rows = tuple(scenario for scenario in self.handbook.scenarios if scenario.in_channel_table)
        return self._show("channel-table", scenarios=rows)

    # --- the chooser ---------------------------------------------------------------------------------------------

    def chooser(self) -> str:
        """The questions that lead to a channel; needs a script and, on the same page, the table of `chooser_table`."""
        return self._show("chooser")

    def chooser_table(self) -> str:
        """Every result of the chooser with the answers that lead to it."""
        return self._show("chooser-table")

    # --- channels ------------------------------------------------------------------------------------------------

    def channel_facts(self, id: str = "") -> str:
        """Title, summary, tool, confidentiality and answer times of a channel: the page's own, or the one named."""
        return self._show("channel-facts", channel=self._channel(id))

    def channel_rules(self, id: str = "") -> str:
        """What a channel is for and not for, its etiquette, what to write afterwards, what never to send."""
        return self._show("channel-rules", channel=self._channel(id))

    def channel_scenarios(self, id: str = "") -> str:
        """The scenarios that use a channel."""
        return self._show("channel-scenarios", channel=self._channel(id))

    def channel_cards(self) -> str:
        """All channels as cards."""
        return self._show("channel-cards")

    # --- procedures ----------------------------------------------------------------------------------------------

    def procedure_picture(self, id: str) -> str:
        """A procedure as a picture (SVG) with its steps in order."""
        return self._show("procedure-picture", procedure=self._procedure(id))

    def procedure_steps(self, id: str) -> str:
        """The steps of a procedure as cards."""
        return self._show("procedure-steps", procedure=self._procedure(id))

    def step_facts(self) -> str:
        """Title, place in the procedure and outcome of the page's own step."""
        procedure, step = self._step()
        return self._show("step-facts", procedure=procedure, step=step)

    def step_next(self) -> str:
        """What belongs to the page's own step, and the way on."""
        procedure, step = self._step()
        return self._show("step-next", procedure=procedure, step=step)

    # --- templates -----------------------------------------------------------------------------------------------

    def template_cards(self, audience: str = "") -> str:
        """Templates as cards, all or those for one audience."""
        self._among("audience", audience, ("internal", "external"))
        chosen = tuple(t for t in self.handbook.templates if audience in ("", t.audience))
        return self._show("template-cards", templates=chosen)

    def template_gallery(self) -> str:
        """All templates with a small picture each, with filters; at the end all in one archive."""
        return self._show("template-gallery")

    def template_buttons(self, id: str) -> str:
        """The download buttons of a template."""
        return self._show("template-buttons", template=self._template(id))

    def fill_link(self, id: str, values: dict[str, str], text: str = "") -> str:
        """A link that opens a template's form with values by field; `text` replaces the template's title."""
        template = self._template(id)
        fields = {field.id: field for field in template.fields}
        if not isinstance(values, dict) or not all(isinstance(value, str) for value in values.values()):
            raise MacroError(f'values={values!r}: write them by field, such as {{"{next(iter(fields))}": "…"}}')
        for field_id, value in values.items():
            field = fields[self._known("field", field_id, fields)]
            options = [option.id for option in getattr(field, "options", ())]
            if options and value not in options:
                raise MacroError(f"unknown option '{value}' of '{field_id}'; {nearest(value, options)}")
            if not options and not field.kind.is_words:
                raise MacroError(f"'{field_id}' is {field.type}; only words and choices can be filled in by a link")
        return self._show("fill-link", template=template, given=tuple(values.items()), text=text).strip()

    def template_page(self, id: str) -> str:
        """Everything on a template: what it is for, the form, how to fill it in, an example filled in, downloads."""
        return self._show("template-page", template=self._template(id))

    # --- checklists ----------------------------------------------------------------------------------------------

    def checklist(self, id: str) -> str:
        """A checklist embedded in the page; what is ticked here is ticked everywhere."""
        return self._show("checklist", checklist=self._checklist(id), full=False)

    def checklist_page(self, id: str) -> str:
        """Everything on a checklist: its items, its runs, what to take along."""
        return self._show("checklist-page", checklist=self._checklist(id))

    def checklist_cards(self, part: str = "") -> str:
        """Checklists as cards, all or those of one part."""
        self._among("part", part, ("procedure", "scenario", "meeting", "message", "onboarding"))
        chosen = tuple(c for c in self.handbook.checklists if part in ("", c.part))
        return self._show("checklist-cards", checklists=chosen)

    def my_runs(self) -> str:
        """All runs that the reader's browser keeps; for the page /my/ only."""
        return self._show("my-runs")

    def practice(self) -> str:
        """The practice: questions in rounds, readable without a script; for its own page only."""
        return self._show("practice", questions=questions(self.handbook, self.language))

    def reading_time(self, page: str, *more: str) -> str:
        """How long reading a page takes, or several one after the other."""
        pages = [self._known("page", each, self._pages) for each in (page, *more)]
        return reading_time_of(addresses.named(each, self.language) for each in pages)

    # --- search --------------------------------------------------------------------------------------------------

    def search_page(self) -> str:
        """The search with all its results, and everything that has a page by its name; for the page /search/ only."""
        return self._show("search-page")

    # --- words ---------------------------------------------------------------------------------------------------

    def term(self, id: str, text: str = "") -> str:
        """A glossary term in running text, with its definition on hover and focus; `text` replaces its name."""
        terms = {term.id: term for term in self.handbook.glossary.terms}
        found = terms[self._known("glossary term", id, terms)]
        self._terms += 1
        return self._show("term", term=found, text=str(text), number=self._terms).strip()

    def glossary(self) -> str:
        """The whole glossary."""
        return self._show("glossary")

    def phrases(self, occasion: str) -> str:
        """The phrases for one occasion."""
        occasions = {found.id: found for found in self.handbook.phrases.occasions}
        found = occasions[self._known("occasion", occasion, occasions)]
        return self._show("phrases", occasion=found)

    def never_say(self) -> str:
        """What never to say, why, and what to say instead."""
        return self._show("never-say")

    def naming_rule(self, id: str) -> str:
        """A rule for names with good and bad ones: `mail-subjects` or `file-names`."""
        rules = {"mail-subjects": self.handbook.mail_subjects, "file-names": self.handbook.file_names}
        return self._show("naming-rule", rule=rules[self._known("naming rule", id, rules)])

    # --- times, levels, people -----------------------------------------------------------------------------------

    def answer_within(self, channel: str, urgency: str) -> str:
        """How soon an answer is owed on a channel at an urgency, in words."""
        row = self._time(channel, urgency)
        return self._wording.duration(row.answer_within, row.clock)

    def answer_due(self, channel: str, urgency: str, sent: str) -> str:
        """By when an answer is owed at the latest to what was sent at a time, such as `fri 17:30`."""
        weekday, _, clock = sent.partition(" ")
        if weekday not in WEEK or not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", clock):
            raise MacroError(
                f"sent='{sent}': write a day and a time, such as \"fri 17:30\"; days are {', '.join(WEEK)}"
            )
        row, hours = self._time(channel, urgency), self.handbook.company.working_hours
        try:
            return self._wording.moment(due_in_the_week(hours, moment(weekday, clock), row.answer_within, row.clock))
        except ValueError as error:
            raise MacroError(f'{error}; say it with answer_within("{channel}", "{urgency}")') from None

    def outside_within(self, id: str) -> str:
        """How soon an answer is owed to someone outside, in words."""
        rows = {row.id: row for row in self.handbook.response_times.outside}
        row = rows[self._known("matter", id, rows)]
        return self._wording.duration(row.answer_within, row.clock)

    def urgency_table(self) -> str:
        """The degrees of urgency and how to tell them."""
        return self._show("urgency-table")

    def response_time_table(self) -> str:
        """Channel × urgency: answer within, then escalate to."""
        return self._show("response-time-table")

    def outside_time_table(self) -> str:
        """How soon people outside get an answer, by matter."""
        return self._show("outside-time-table")

    def answers_table(self) -> str:
        """What counts as an answer."""
        return self._show("answers-table")

    def crisis_updates_table(self) -> str:
        """How often people hear from us in a crisis."""
        return self._show("crisis-updates-table")

    def contacts(self) -> str:
        """Who handles what, all of it; for the page /contacts/ only."""
        return self._show("contacts")

    def contact(self, id: str) -> str:
        """Who to ask about one matter: the role, with the way to its row."""
        contact = self.handbook.contact[self._known("contact", id, self.handbook.contact)]
        return self._show("contact", contact=contact).strip()

    def crisis_contacts(self) -> str:
        """Who to call in a crisis."""
        return self._show("crisis-contacts")

    def working_hours(self) -> str:
        """The company's working hours in one line."""
        return self._wording.office_hours()

    def confidentiality_levels(self) -> str:
        """The levels of confidentiality."""
        return self._show("confidentiality-levels")

    def confidentiality_lines(self) -> str:
        """Examples on both sides of each line between two levels."""
        return self._show("confidentiality-lines")

    def confidentiality_channels(self) -> str:
        """Which channel may carry which level."""
        return self._show("confidentiality-channels")

    def say(self, id: str) -> str:
        """A sentence whose wording is the same everywhere."""
        sentences = {sentence.id: sentence for sentence in self.handbook.sentences.sentences}
        return sentences[self._known("sentence", id, sentences)].text[self.language]

    def retention_table(self) -> str:
        """Which records are kept how long."""
        return self._show("retention-table")

    def kept_for(self, id: str) -> str:
        """How long a kind of record is kept, in words."""
        records = {record.id: record for record in self.handbook.retention.records}
        return self._wording.duration(records[self._known("record", id, records)].keep)

    def legal_clocks_table(self) -> str:
        """Matters for which a time limit set by law or contract may be running, and who decides."""
        return self._show("legal-clocks-table")

    def places_table(self) -> str:
        """Places abroad: difference to our clock and shared office hours."""
        return self._show("places-table")

    def holidays_table(self) -> str:
        """Holidays of both calendars and what to settle before."""
        return self._show("holidays-table")

    def browsers_table(self) -> str:
        """Which browsers show everything, and what others get."""
        return self._show("browsers-table")

    def changes(self) -> str:
        """What changed in the handbook, release by release."""
        return self._show("changes")

    def to_write(self, what: str) -> str:
        """A passage that is still to be written; no site is built as long as one is left (see `prose.check_text`)."""
        return what

    # --- finding -------------------------------------------------------------------------------------------------

    @property
    def _wording(self) -> Wording:
        return self._views[self.language].wording

    def _show(self, component: str, **values: Any) -> str:
        return self._views[self.language].render(component, self._base, **values)

    def _own(self, kind: str, folder: str) -> str:
        language_folder, _, name = self._source.removesuffix(".md").rpartition("/")
        if language_folder.partition("/")[2] != folder:
            raise MacroError(f'this page is no {kind}\'s own; name one: id="…"')
        return name

    def _known(self, kind: str, given: str, known: Collection[str]) -> str:
        if given not in known:
            raise MacroError(f"unknown {kind} '{given}'; {nearest(str(given), known)}")
        return given

    def _among(self, name: str, given: str, known: tuple[str, ...]) -> None:
        if given and given not in known:
            raise MacroError(f"{name}='{given}': {nearest(given, known)}")

    def _time(self, channel: str, urgency: str) -> ResponseTime:
        times = self.handbook.response_times
        self._known("channel", channel, self.handbook.channel)
        self._known("urgency", urgency, [found.id for found in times.urgencies])
        row = times.find(channel, urgency)
        if row is None:
            raise MacroError(f"docs/data/response-times.yml has no row for '{channel}' at '{urgency}'; add it")
        return row

    def _scenario(self, given: str) -> Scenario:
        return self.handbook.scenario[
            self._known("scenario", given or self._own("scenario", "scenarios"), self.handbook.scenario)
        ]

    def _channel(self, given: str) -> Channel:
        return self.handbook.channel[
            self._known("channel", given or self._own("channel", "channels"), self.handbook.channel)
        ]

    def _procedure(self, given: str) -> Procedure:
        return self.handbook.procedure[self._known("procedure", given, self.handbook.procedure)]

    def _template(self, given: str) -> Template:
        return self.handbook.template[self._known("template", given, self.handbook.template)]

    def _checklist(self, given: str) -> Checklist:
        return self.handbook.checklist[self._known("checklist", given, self.handbook.checklist)]

    def _step(self) -> tuple[Procedure, Step]:
        for procedure, step in self.handbook.steps():
            if self._source == f"{self.language}/guide/{procedure.id}/{step.id}.md":
                return procedure, step
        raise MacroError("this page is no step of a procedure")

    def _scenarios(self, audience: str, channel: str, urgency: str, core: bool | None) -> tuple[Scenario, ...]:
        self._among("audience", audience, ("internal", "external"))
        self._among("channel", channel, tuple(self.handbook.channel))
        self._among("urgency", urgency, tuple(found.id for found in self.handbook.response_times.urgencies))
        return tuple(
            scenario
            for scenario in self.handbook.scenarios
            if audience in ("", scenario.audience)
            and urgency in ("", scenario.urgency)
            and core in (None, scenario.core)
            and channel in ("", *(choice.channel for choice in scenario.channels))
        )
