"""The report on accessibility in the form of OpenACR, which buyers and registers of such reports read by machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import yaml

from .. import addresses
from ..model.accessibility import Criterion
from ..model.handbook import Handbook
from ..model.languages import LANGUAGES, Language
from ..wording import Wording

_CATALOG = "2.5-edition-wcag-2.2-en"
"""The criteria that the report answers, in OpenACR's own list of them."""
_CHAPTERS = {"A": "success_criteria_level_a", "AA": "success_criteria_level_aa"}


def files(handbook: Handbook, site_url: str) -> Iterator[tuple[str, bytes]]:
    """The report with its address; none where the company takes feedback by a form only, as OpenACR asks for a mail address.

    Args:
        handbook: the model.
        site_url: the site's own address, with a closing slash; blank where unknown.
    """
    if handbook.company.feedback_mail and handbook.has("about/accessibility"):
        report = yaml.safe_dump(_report(handbook, site_url), allow_unicode=True, sort_keys=False, width=120)
        yield addresses.OPENACR, report.encode()


def _report(handbook: Handbook, site_url: str) -> dict[str, object]:
    language: Language = "en" if "en" in LANGUAGES else LANGUAGES.first
    text, company, report = Wording(handbook, language).text, handbook.company, handbook.accessibility
    contact = {"company_name": company.name[language], "email": str(company.feedback_mail)}
    return {
        "title": text("acr_title", company=company.name[language]),
        "product": {
            "name": text("site_name"),
            "version": handbook.version,
            "description": text("site_description"),
        },
        "author": contact,
        "vendor": {**contact, **({"website": site_url} if site_url else {})},
        "report_date": report.reviewed.isoformat(),
        "last_modified_date": report.reviewed.isoformat(),
        "version": 1,
        "evaluation_methods_used": report.limits[language],
        "license": "MIT",
        "feedback": company.feedback_address,
        "catalog": _CATALOG,
        "chapters": {
            **{
                chapter: {"criteria": [_row(each, text, language) for each in report.criteria if each.level == level]}
                for level, chapter in _CHAPTERS.items()
            },
            "success_criteria_level_aaa": {"disabled": True},
        },
    }


def _row(criterion: Criterion, text: Callable[..., str], language: Language) -> dict[str, object]:
    note = f" {criterion.note[language]}" if criterion.note else ""
    adherence = {"level": criterion.result, "notes": f"{text(f'acr_by_{criterion.how}')}.{note}"}
    return {"num": criterion.id, "components": [{"name": "web", "adherence": adherence}]}
