"""The kinds of page that a reader meets, and a sample of each, for tests that open pages in a browser."""

from __future__ import annotations

import re
from pathlib import Path

from tests.built_pages import pages

NOT_FOUND = "404.html"

KINDS: dict[str, tuple[str, str]] = {
    "home": ("", ""),
    "guide overview": ("guide/", "guide/"),
    "scope": ("guide/scope/", "guide/scope/"),
    "procedure": ("guide/(internal|external)/", "guide/internal/"),
    "step": ("guide/(internal|external)/[^/]+/", "guide/internal/content/"),
    "scenario index": ("scenarios/", "scenarios/"),
    "scenario": ("scenarios/[^/]+/", "scenarios/urgent-matter/"),
    "chooser": ("choose/", "choose/"),
    "contacts": ("contacts/", "contacts/"),
    "channel index": ("channels/", "channels/"),
    "channel": ("channels/[^/]+/", "channels/email/"),
    "template index": ("templates/", "templates/"),
    "template": ("templates/[^/]+/", "templates/meeting-minutes/"),
    "search": ("search/", "search/"),
    "checklist index": ("checklists/", "checklists/"),
    "checklist": ("checklists/[^/]+/", "checklists/meeting-before/"),
    "my page": ("my/", "my/"),
    "reference overview": ("reference/", "reference/"),
    "may I send this": ("reference/confidentiality/", "reference/confidentiality/"),
    "response times": ("reference/response-times/", "reference/response-times/"),
    "phrases": ("reference/phrases/", "reference/phrases/"),
    "mail subjects": ("reference/mail-subjects/", "reference/mail-subjects/"),
    "file names": ("reference/file-names/", "reference/file-names/"),
    "working abroad": ("reference/working-abroad/", "reference/working-abroad/"),
    "glossary": ("reference/glossary/", "reference/glossary/"),
    "onboarding": ("onboarding/", "onboarding/"),
    "practice": ("onboarding/practice/", "onboarding/practice/"),
    "questions": ("onboarding/practice/[^/]+/", "onboarding/practice/internal/"),
    "about": ("about/", "about/"),
    "text about": ("about/[^/]+/", "about/privacy/"),
    "changes": ("about/changes/", "about/changes/"),
    "reviews": ("about/reviews/", "about/reviews/"),
    "for authors": ("about/authors/", "about/authors/"),
}
"""Of each kind, which addresses it has (as a pattern; the last that fits is meant) and which page stands for it."""

OTHER = "any other"
"""Pages of no kind above: what is added later is tested from its first day, if only one page a folder."""

ALL_KINDS = [*KINDS, OTHER]


def kind_of(address: str) -> str:
    """The kind of a page by its address in Chinese."""
    found = [kind for kind, (pattern, _) in KINDS.items() if re.fullmatch(pattern, address)]
    return found[-1] if found else OTHER


def pages_of(kind: str, site: Path, sweep: bool) -> list[str]:
    """Addresses of pages of a kind in both languages: its sample, or all of them in a sweep."""
    addresses = [
        page.address
        for page in pages(site)
        if page.in_either_language != NOT_FOUND and kind_of(page.in_either_language) == kind
    ]
    if sweep:
        return addresses
    if kind in KINDS:
        sample = KINDS[kind][1]
        return [sample, f"en/{sample}"]
    return list({re.sub(r"[^/]+/$", "", address): address for address in addresses}.values())


def in_turn(kind: str, site: Path, sweep: bool) -> list[str]:
    """The same for tests that take long: outside a sweep in one language, which take turns from kind to kind."""
    found = pages_of(kind, site, sweep)
    return found if sweep else found[ALL_KINDS.index(kind) // 8 % 2 :: 2]  # a run takes one kind in eight
