"""Where a page is changed, and who answers for it, for the line at its foot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..checking.checked import Checked
from ..model.base import Text
from ..pages.ownership import data_of, owner_of


@dataclass(frozen=True)
class Improving:
    """What the foot of a page says of changing it."""

    owner: Text
    text: str | None
    """The editor of its text in the repository; None where there is no repository, or no text but data."""
    data: str | None
    """The same for the data that it shows."""


def improving(checked: Checked, root: Path) -> Callable[[str], Improving]:
    """Says of a page, by its source below `docs/`, where it is changed.

    Args:
        checked: the handbook that is being built.
        root: the project's root.
    """
    repository, laid = checked.handbook.company.site.repository, checked.laid

    def editor(file: Path | None) -> str | None:
        return repository.editor(file.relative_to(root).as_posix()) if repository and file else None

    def of(source: str) -> Improving:
        place = source.partition("/")[2].removesuffix(".md")
        data = data_of(place, checked.handbook)
        return Improving(
            owner_of(place, checked.handbook),
            editor(laid.pages.get(source)),
            editor(laid.files.get(data)) if data else None,
        )

    return of
