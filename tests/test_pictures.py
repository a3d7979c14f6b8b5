"""Pages and documents look as their stored pictures do: a sample in a run, all in a sweep; `make pictures` draws them anew."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from tests.conftest import once_for_all_workers, serve
from tests.pictures import documents, drawing, pages, store
from tests.pictures.sheets import Part

FEW = (
    *("home", "scenario", "template", "checklist", "channel", "contacts"),
    *("scenario index", "template index", "procedure", "phrases", "onboarding", "text about"),
)
"""Kinds of page that a run looks at, each in one language, width and colour, which take turns. They say nothing of the day of the build."""
SAMPLE = [
    (pages.Shown(kind, language), part)
    for kind, (language, part) in zip(FEW, itertools.product(pages.LANGUAGES, pages.SCREENS), strict=True)
]
FEW_DOCUMENTS = documents.Batch("zh", ("meeting-minutes", "official-letter"))


@pytest.fixture(scope="module")
def drawn_as_stored(browser) -> dict[str, str]:
    """What is drawn with here; skipped where pages would look otherwise for that alone."""
    if missing := store.lacking():
        pytest.skip(f"needs {missing}, which this machine does not have; `make test` installs it on Debian and Ubuntu")
    here = store.drawn_with(browser)
    if other := store.otherwise(here, "browser", "fonts", "company"):
        pytest.skip(other)
    return here


@pytest.fixture(scope="module")
def office(drawn_as_stored: dict[str, str]) -> None:
    """The office program by which documents are stored, too."""
    if other := store.otherwise(drawn_as_stored, "office"):
        pytest.skip(other)


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it is built on the day of the pictures."""
    return once_for_all_workers(tmp_path_factory, "dated", drawing.build)


@pytest.fixture(scope="module")
def dated_address(dated: Path) -> Iterator[str]:
    """Its address."""
    server, url = serve(dated)
    yield url
    server.shutdown()


@pytest.mark.every_other
@pytest.mark.parametrize(("shown", "part"), SAMPLE, ids=lambda value: getattr(value, "name", None))
def test_a_page_looks_as_it_did(
    browser, address: str, drawn_as_stored, tmp_path: Path, shown: pages.Shown, part: Part
) -> None:
    look_the_same({shown.name: pages.draw(browser, address, shown, [part])}, pages.PARTS, tmp_path, whole=False)


def test_a_document_looks_as_it_did(browser, address: str, site: Path, office, tmp_path: Path) -> None:
    kinds = ("Word with its example", "PDF")
    drawn = documents.draw(browser, address, site, FEW_DOCUMENTS, tmp_path, kinds)
    look_the_same(drawn, documents.PARTS, tmp_path, whole=False)


@pytest.mark.sweep
@pytest.mark.parametrize("shown", pages.ALL, ids=str)
def test_each_kind_of_page_looks_as_it_did(
    browser, dated: Path, dated_address: str, drawn_as_stored, tmp_path: Path, shown: pages.Shown
) -> None:
    look_the_same(shown.drawn(browser, dated_address, dated), pages.PARTS, tmp_path, whole=True)


@pytest.mark.sweep
@pytest.mark.parametrize("batch", documents.ALL, ids=str)
def test_every_document_looks_as_it_did(
    browser, dated: Path, dated_address: str, office, tmp_path: Path, batch: documents.Batch
) -> None:
    look_the_same(batch.drawn(browser, dated_address, dated), documents.PARTS, tmp_path, whole=True)


def look_the_same(
    drawn: dict[str, dict[Part, Image.Image]], parts: tuple[Part, ...], folder: Path, *, whole: bool
) -> None:
    """Fail with everything that is other than stored.

    Args:
        drawn: the parts of each sheet.
        parts: what lies where on such a sheet.
        folder: for pictures of what differs.
        whole: whether the sheet is drawn whole; else what was not drawn is taken to be as it was.
    """
    faults = [store.fault(name, parts, those, folder, whole=whole) for name, those in drawn.items()]
    assert not any(faults), "\n".join(filter(None, faults))
