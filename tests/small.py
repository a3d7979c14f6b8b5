"""A small handbook, for tests that build one of their own: the sources with few scenarios, forms and checklists."""

from __future__ import annotations

from pathlib import Path

from tests.bench.projects import KEPT, handbook, keep_only

_KEPT = {
    "scenarios": {*KEPT},
    "templates": {
        *("internal-collaboration", "meeting-minutes", "work-report", "absence-notice", "complaint-record"),
        *("result-confirmation", "resource-request", "first-contact-mail", "meeting-agenda"),
    },
    "checklists": {
        *("meeting-before", "meeting-after", "absence", "work-instruction"),
        *(
            "onboarding-hr",
            "onboarding-mentor",
            "onboarding-day-one",
            "onboarding-first-week",
            "onboarding-first-month",
        ),
    },
}
"""What stays: the scenarios of the smallest handbook that is measured, and what pages name."""


def small_sources(folder: Path) -> Path:
    """Make a copy of the project with ten scenarios, a few forms and lists.

    Args:
        folder: where it is made; must not be there.
    """
    keep_only(handbook(folder, None), _KEPT)
    return folder


def without_downloads(project: Path) -> None:
    """Let a copy of the project make empty downloads, where they play no part: they take most of a build's time."""
    with (project / "macros" / "downloads" / "__init__.py").open("a", encoding="utf-8") as module:
        module.write("\n\nWRITERS = dict.fromkeys(WRITERS, lambda *_: b'-')\n")
