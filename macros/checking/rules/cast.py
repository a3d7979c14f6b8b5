"""The people of the examples keep their department and their extension, in data and on pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ...errors import closest, nearest
from ...model.base import TOKEN, Text
from ...model.cast import Cast, Person
from ...model.company import Company
from ...model.han import HAN
from ...model.languages import LANGUAGES, Language
from ...model.tokens import tokens_of
from ...reading import texts
from ...reading.loaded import Loaded

_FREE_FILES = {"cast.yml", "company.yml", "synonyms.yml"}
_TOKEN = re.compile(rf"\{{\{{ *company\.({TOKEN}) *\}}\}}|\{{({TOKEN})\}}")


class CastNames:
    """Finds what a text says of the people of the examples."""

    def __init__(self, cast: Cast, company: Company, tokens: Mapping[str, Text]):
        self._tokens = tokens
        self._departments = company.departments
        self._people: dict[Language, dict[str, Person]] = {
            language: {person.name[language]: person for person in cast.people} for language in LANGUAGES
        }
        self._any_name = {language: re.compile(_any(names)) for language, names in self._people.items()}
        self._outside = {language: {person.name[language] for person in cast.outside} for language in LANGUAGES}
        self._patterns = {
            language: _patterns(
                language, self._people[language], {text[language] for text in self._departments.values()}
            )
            for language in LANGUAGES
        }

    def faults_in(self, text: str, language: Language) -> Iterator[str]:
        """What is wrong with the people in a text, a sentence each."""
        people, (beside, number, sender) = self._people[language], self._patterns[language]
        if "+" not in text and not self._any_name[language].search(text):
            return  # nearly always, and found out much sooner than by the patterns; no token is filled with a name
        text = _TOKEN.sub(lambda match: self._filled(match, language), text)
        for pattern in beside:
            for match in pattern.finditer(text):
                person, named = people[match["name"]], match["department"]
                own = self._department(person, language)
                if named.casefold() != (own or "").casefold():
                    belongs = f"'{own}'" if own else "no department"
                    yield (
                        f"'{match['name']}' stands with '{named}', but belongs to {belongs} in docs/data/cast.yml; "
                        f"take somebody of '{named}'"
                    )
        for pattern in number:
            for match in pattern.finditer(text):
                person = people[match["name"]]
                if match["extension"] != person.extension:
                    yield (
                        f"extension {match['extension']} is not that of '{match['name']}', which is "
                        f"{person.extension} in docs/data/cast.yml; write that"
                    )
        for match in sender.finditer(text):
            name = match["name"]
            if name not in people and name not in self._outside[language]:
                close = closest(name, people)
                yield (
                    f"'{name}' is not in docs/data/cast.yml; "
                    + (f"did you mean '{close}'? If not, " if close else "")
                    + "enter this one there (a company: in docs/company/data/cast.yml), or take somebody who is"
                )

    def _department(self, person: Person, language: Language) -> str | None:
        text = self._departments.get(person.department or "")
        return text[language] if text else None

    def _filled(self, match: re.Match[str], language: Language) -> str:
        text = self._tokens.get(match[1] or match[2])
        return text[language] if text else match[0]


def check(loaded: Loaded) -> None:
    """Report people of the cast that share a name or an extension, and texts that say something else of them."""
    cast, company, words = (loaded.records.get(name) for name in ("cast.yml", "company.yml", "tokens.yml"))
    if cast is None or company is None or words is None:
        return
    before = len(loaded.faults)
    _check_cast(loaded, cast, company)
    if len(loaded.faults) > before:
        return  # what the texts say is held against a sound cast only
    names = CastNames(cast, company, tokens_of(company, words))
    for path, location, text in texts.of_data(loaded, _FREE_FILES, texts.SEARCHED):
        language: Language = texts.language_of(location) or LANGUAGES[-1]
        for message in dict.fromkeys(names.faults_in(text, language)):
            loaded.fault(path, location, message)


def _check_cast(loaded: Loaded, cast: Cast, company: Company) -> None:
    seen: dict[tuple[str, str], str] = {}
    for group in ("people", "outside"):
        for number, person in enumerate(getattr(cast, group)):
            facts: list[tuple[tuple[str, ...], str]] = [
                (("name", language), person.name[language]) for language in LANGUAGES
            ]
            if isinstance(person, Person):
                facts.append((("extension",), person.extension))
                if person.department is not None and person.department not in company.departments:
                    loaded.fault(
                        "cast.yml",
                        (group, number, "department"),
                        f"unknown department '{person.department}'; {nearest(person.department, company.departments)}",
                    )
            for location, value in facts:
                other = seen.setdefault((location[-1], value), person.id)
                if other != person.id:
                    loaded.fault(
                        "cast.yml",
                        (group, number, *location),
                        f"'{value}' is that of '{other}' already; give '{person.id}' another",
                    )


def _patterns(
    language: Language,
    people: Iterable[str],
    departments: Iterable[str],
) -> tuple[list[re.Pattern[str]], list[re.Pattern[str]], re.Pattern[str]]:
    """What finds a name beside a department, an extension of somebody, and the sender in a subject."""
    one, place = _any(people), _any(departments)
    name, department = f"(?P<name>{one})", f"(?P<department>{place})"
    if language == "zh":
        beside = [
            rf"{department}(?:负责人|经理|主管|总监)?[+的 ：（]?{name}",
            rf"{name}(?:（|，(?={place}(?:[，。；、）\n]|$))){department}",
        ]
        number = [
            rf"{name}(?:(?!{one})[^。；\n|]){{0,24}}?(?:分机|打)(?P<extension>\d{{4}})(?!\d)",
            rf"(?:分机|打)(?P<extension>\d{{4}})找{place}?的?{name}",
        ]
        sender = rf"\+[^+\s]{{0,12}}?{place}\+(?!{place})(?P<name>[{HAN}]{{2,3}})(?![{HAN}])"
    else:
        beside = [
            rf"\b{name},? (?:in|from|of) {department}\b",
            rf"\b{name} \({department}\b",
            rf"\b{name}, {department}(?=[.;,:)\n]|$)",
            rf"\b{name},? \(?(?i:(?:the )?head of {department})\b",
            rf"\b{department}(?: \+ |: |’s ){name}\b",
        ]
        number = [rf"\b{name}\b(?:(?!{one})[^.;\n|]){{0,40}}?(?:extension|ext\.|on) (?P<extension>\d{{4}})\b(?! [A-Z])"]
        sender = rf"\b{place} \+ (?!{place})(?P<name>[A-Z][a-z]+ [A-Z][a-z]+)\b"
    return [re.compile(each) for each in beside], [re.compile(each) for each in number], re.compile(sender)


def _any(names: Iterable[str]) -> str:
    """Whichever of the names, the longest first; none, where there is none."""
    return f"(?:{'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True)) or '(?!)'})"
