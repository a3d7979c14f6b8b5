"""Where everything stands on the site: addresses relative to its root, with no leading slash (the public contract)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from urllib.parse import quote, urlencode

from .model.base import Text
from .model.brand import OWN
from .model.handbook import Handbook
from .model.languages import LANGUAGES, Language
from .model.phones import dialled
from .model.procedure import Procedure, Step
from .model.redirects import Redirects


def page(path: str, language: Language) -> str:
    """The address of a page: the first language stands at the root, the other under its name: `en/`."""
    return path if language == LANGUAGES.first else f"{language}/{path}"


def thing(folder: str, thing_id: str, language: Language) -> str:
    """The address of the page of a thing that has one."""
    return page(f"{folder}/{thing_id}/", language)


def row(folder: str, thing_id: str, language: Language) -> str:
    """The address of a thing that stands on the overview of its kind."""
    return page(f"{folder}/#{thing_id}", language)


def contact_card(contact_id: str, language: Language) -> str:
    """The address of a contact's card for address books."""
    return page(f"contacts/{contact_id}.vcf", language)


def review_calendar(owner: str, language: Language) -> str:
    """The calendar of what a role reads through."""
    return page(f"reviews/{owner}.ics", language)


def working_days(office: str, language: Language) -> str:
    """The working calendar of an office, blank for head office, to subscribe to."""
    return page(f"working-days-{office}.ics" if office else "working-days.ics", language)


def reached(channel: str, address: Text) -> str:
    """The address that dials a number, written with its country in English, or begins a mail; blank for other channels."""
    if channel == "phone":
        number = dialled(address.en)
        return f"tel:{number}" if number else ""
    return f"mailto:{address.en}" if channel == "email" else ""


def scenario(scenario_id: str, language: Language) -> str:
    """The address of a scenario's page."""
    return page(f"scenarios/{scenario_id}/", language)


def channel(channel_id: str, language: Language) -> str:
    """The address of a channel's page."""
    return page(f"channels/{channel_id}/", language)


def template(template_id: str, language: Language) -> str:
    """The address of a template's page."""
    return page(f"templates/{template_id}/", language)


def filled(template_id: str, values: Iterable[tuple[str, str]], language: Language) -> str:
    """The address at which a template's form opens with values: they stand behind the `#`, which no host ever sees.

    Args:
        template_id: the template.
        values: ids of fields, each with what it is filled with.
        language: of the page.
    """
    return f"{template(template_id, language)}#{urlencode(list(values), quote_via=quote)}"


def checklist(checklist_id: str, language: Language) -> str:
    """The address of a checklist's page."""
    return page(f"checklists/{checklist_id}/", language)


def procedure(procedure: Procedure, language: Language) -> str:
    """The address of a procedure's overview."""
    return page(f"guide/{procedure.id}/", language)


def step(procedure: Procedure, step: Step, language: Language) -> str:
    """The address of a step's page."""
    return page(f"guide/{procedure.id}/{step.id}/", language)


def term(term_id: str, language: Language) -> str:
    """The address of a term in the glossary."""
    return page(f"reference/glossary/#{term_id}", language)


def download(template_id: str, language: str, ending: str) -> str:
    """The address of a template's file; `language` is zh, en or zh-en."""
    return f"downloads/{template_id}.{language}.{ending}"


def form(template_id: str) -> str:
    """The address of what scripts must know of a template's form to have it filled in."""
    return f"assets/forms/{template_id}.json"


ASKED = "assets/asked.json"
"""The address of what is required in each form, for the page of all that a browser keeps."""


def form_page(template_id: str, language: Language) -> str:
    """The address of the part of a page in which a template's form is filled in; scripts fetch it."""
    return f"assets/forms/{template_id}.{language}.html"


def archive(language: str) -> str:
    """The address of the archive with all files of one language: zh, en or zh-en."""
    return f"downloads/handbook-templates.{language}.zip"


def knowledge(language: Language, ending: str) -> str:
    """The address of what an assistant is fed with: `zip` a pack of Markdown files, `xlsx` questions with answers."""
    return f"downloads/handbook-knowledge.{language}.{ending}"


def card(language: Language) -> str:
    """The address of the card for the wall and the pocket."""
    return f"downloads/card.{language}.pdf"


def book(name: str, language: Language, ending: str = "pdf") -> str:
    """The address of the handbook as a book, or of a part of it: `pdf` for paper, `epub` for readers."""
    return f"downloads/{book_id(name)}.{language}.{ending}"


def book_id(name: str) -> str:
    """What a book is called in the contract, and its files begin with."""
    return name if name == "handbook" else f"handbook-{name}"


def named(place: str, language: Language) -> str:
    """The address of the page that data name by its place below `docs/zh`, without its ending.

    >>> named("onboarding/index", "en")
    'en/onboarding/'
    """
    return of_source(f"{language}/{place}.md")[1]


def led(place: str, language: Language) -> str:
    """The address of what `redirects.yml` names.

    >>> led("glossary/to-do", "en"), led("reference/seals#lending", "zh")
    ('en/reference/glossary/#to-do', 'reference/seals/#lending')
    """
    folder, _, name = place.partition("/")
    if folder == "glossary":
        return term(name, language)
    if folder == "contacts" and name != "index":
        return row(folder, name, language)
    source, sign, heading = place.partition("#")
    return f"{named(source, language)}{sign}{heading}"


def moved(redirects: Redirects, address: str, *, within: bool) -> list[tuple[str, str]]:
    """Places of a page that went: the anchor of each, and what stands instead: an anchor of the same page, or an address.

    Args:
        redirects: where ids that went lead now.
        address: of the page.
        within: whether those are meant that lead to a place of the same page, or the others.
    """
    found, language = [], language_of(address)
    for each in redirects.redirects:
        (old, _, anchor), new = led(each.old, language).partition("#"), led(each.new, language)
        page, _, there = new.partition("#")
        if anchor and old == address and (page == old) == within:
            found.append((anchor, there if within else new))
    return found


def of_source(source: str) -> tuple[Language, str]:
    """The language and the address of a Markdown source below `docs/`.

    >>> of_source("en/scenarios/absence.md")
    ('en', 'en/scenarios/absence/')
    """
    folder, _, path = source.partition("/")
    language: Language = "en" if folder == "en" else "zh"
    path = path.removesuffix(".md")
    path = path.removesuffix("index") if path.endswith("/index") or path == "index" else f"{path}/"
    return language, page(path, language)


def to_root(address: str) -> str:
    """The way from a page back to the site's root: `en/channels/email/` → `../../..`; the root itself gives `.`."""
    return posixpath.relpath(".", address) if address else "."


def in_language(address: str, language: Language) -> str:
    """The address of the same page in a language.

    >>> in_language("en/channels/email/", "zh")
    'channels/email/'
    """
    return page(bare(address), language)


def language_of(address: str) -> Language:
    """The language of a page, by its address."""
    path = address.removeprefix("./")
    return next((each for each in LANGUAGES[1:] if path.startswith(f"{each}/")), LANGUAGES.first)


def bare(address: str) -> str:
    """The address of a page without what says its language.

    >>> bare("en/channels/email/")
    'channels/email/'
    """
    path, language = address.removeprefix("./"), language_of(address)
    return path.removeprefix(page("", language))


def part_of(address: str) -> str:
    """The part of the handbook in which a page stands; blank for the home page.

    >>> part_of("en/channels/email/")
    'channels'
    """
    return bare(address).partition("/")[0]


def is_home(address: str) -> bool:
    """Whether an address is the home page of a language."""
    return not bare(address)


OPENACR = "accessibility.openacr.yaml"
"""The report on accessibility for machines."""

FAVICON, COLOURED_FAVICON = "assets/favicon.svg", "assets/brand/favicon.svg"
"""The handbook's own sign, which the theme brings, and the same in the company's colour."""


def favicon(handbook: Handbook) -> str:
    """The sign in the browser's tab."""
    if handbook.brand.favicon:
        return handbook.brand.favicon.address
    return FAVICON if handbook.company.colour == OWN else COLOURED_FAVICON
