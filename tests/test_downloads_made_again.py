"""A download is made again as soon as anything that it is made from changes, and only then: while serving, and from one build
to the next."""

from __future__ import annotations

import dataclasses
import io
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from macros import downloads
from macros.building import digest
from macros.checking import checked
from macros.downloads import Downloads
from macros.downloads.store import Store
from macros.model.base import Text
from macros.model.handbook import Handbook
from macros.model.letterhead import Letterhead
from macros.model.own_form import OwnForm
from macros.model.template import Template
from tests.conftest import ROOT

FOLDER = Path(downloads.__file__).parent
TEMPLATES = [
    file.relative_to(FOLDER).as_posix()
    for file in sorted(FOLDER.rglob("*"))
    if file.is_file() and file.suffix not in (".py", ".pyc")
]


def having(handbook: Handbook, *templates: Template) -> Handbook:
    return dataclasses.replace(handbook, things={**handbook.things, "templates": templates})


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    """The handbook with two of its templates, which are mails too."""
    found, faults = checked.load(ROOT)
    assert found, faults.report()
    return having(found, found.template["absence-notice"], found.template["quotation-request"])


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is made, by its ending; each writer says in which words the company and its rule for names were given."""
    made: list[str] = []

    def writer(ending: str) -> Any:
        def write(template, language, handbook) -> bytes:
            made.append(f"{template.id}.{language}.{ending}")
            return f"{template.title} {handbook.company.name} {handbook.file_names.pattern} {made[-1]}".encode()

        return write

    for ending in downloads.WRITERS:
        monkeypatch.setitem(downloads.WRITERS, ending, writer(ending))
    return made


def test_what_did_not_change_is_taken_from_the_run_before(handbook: Handbook, written: list[str]):
    first = Downloads(handbook)
    assert len(written) == len(set(written)) == 3 * 10
    written.clear()
    again = Downloads(dataclasses.replace(handbook, things={**handbook.things, "scenarios": ()}), first)
    assert written == [] and again.files() == first.files()


def test_a_template_that_changes_is_made_again_alone(handbook: Handbook, written: list[str]):
    first = Downloads(handbook)
    written.clear()
    absence, quotation = handbook.templates
    changed = absence.model_copy(update={"title": Text.model_construct(zh="不在", en="Away")})
    files = Downloads(having(handbook, changed, quotation), first).files()
    assert {name.split(".")[0] for name in written} == {"absence-notice"} and len(written) == 3 * 5
    assert b"Away" in files["downloads/absence-notice.en.docx"]


@pytest.mark.parametrize("part", downloads.READS)
def test_everything_is_made_again_when_what_all_share_changes(part: str, handbook: Handbook, written: list[str]):
    other = Text.model_construct(zh="云帆制造", en="Yunfan Works")
    value = getattr(handbook, part)
    if part == "releases":
        changed: Any = (value[0].model_copy(update={"version": "99.0.0"}), *value[1:])
    elif part == "brand":
        changed = dataclasses.replace(value, letterhead=Letterhead(b"-", {}, {}, False))
    elif part == "interface":
        changed = value.model_copy(update={"texts": {**value.texts, "archive_title": other}})
    elif part == "confidentiality":
        changed = value.model_copy(update={"levels": value.levels[:1]})
    else:
        changed = value.model_copy(update={{"company": "name", "file_names": "pattern"}[part]: other})
    first = Downloads(handbook)
    written.clear()
    again = Downloads(dataclasses.replace(handbook, **{part: changed}), first).files()
    assert len(written) == 3 * 10
    if part in ("company", "file_names"):
        assert b"Yunfan Works" in again["downloads/absence-notice.en.docx"]
    if part == "interface":
        with zipfile.ZipFile(io.BytesIO(again["downloads/handbook-templates.en.zip"])) as archive:
            index = next(name for name in archive.namelist() if name.endswith(".html"))
            assert "Yunfan Works" in archive.read(index).decode()


class Watched(Handbook):
    """A handbook that notes which of its parts are read."""

    def __getattribute__(self, name: str) -> Any:
        if name in {field.name for field in dataclasses.fields(Handbook)}:
            super().__getattribute__("__dict__").setdefault("read", set()).add(name)
        return super().__getattribute__(name)


@pytest.mark.every_other(8)
@pytest.mark.parametrize("id", ["resource-request", "official-letter", "quotation-request"])
def test_writers_read_nothing_that_is_not_in_the_key(id: str, handbook: Handbook):
    found, _ = checked.load(ROOT)
    assert found
    watched = Watched(**{field.name: getattr(found, field.name) for field in dataclasses.fields(Handbook)})
    for ending, write in downloads.WRITERS.items():
        if ending != "eml" or found.template[id].mail_subject:
            write(found.template[id], "zh-en", watched)
    assert {"company"} <= watched.__dict__["read"] <= set(downloads.READS)
    downloads.bundle.write("en", watched, {(id, "docx"): b"-"})
    assert watched.__dict__["read"] <= {*downloads.READS, "things"}  # the templates, which are in the key by themselves


def test_an_archive_is_made_again_when_a_form_of_the_company_is_called_otherwise(handbook, written):
    absence, quotation = handbook.templates
    own = absence.model_copy(update={"file": "absence.docx"})
    with_own = dataclasses.replace(having(handbook, own, quotation), own_forms={own.id: OwnForm(b"-")})
    first = Downloads(with_own)
    renamed = own.model_copy(update={"title": Text.model_construct(zh="不在", en="Being away")})
    files = Downloads(
        dataclasses.replace(with_own, things={**with_own.things, "templates": (renamed, quotation)}), first
    )
    with zipfile.ZipFile(io.BytesIO(files.files()["downloads/handbook-templates.en.zip"])) as archive:
        index = next(name for name in archive.namelist() if name.endswith(".html"))
        assert "Being away" in archive.read(index).decode()


def test_the_next_build_takes_from_the_disk_what_did_not_change(handbook: Handbook, written: list[str], tmp_path: Path):
    first = Downloads(handbook, store=Store(tmp_path))
    assert len(written) == 3 * 10
    written.clear()
    assert Downloads(handbook, store=Store(tmp_path)).files() == first.files() and written == []
    next(file for file in tmp_path.iterdir() if file.read_bytes().endswith(b".pdf")).write_bytes(b"damaged")
    assert Downloads(handbook, store=Store(tmp_path)).files() == first.files() and len(written) == 1
    absence, quotation = handbook.templates
    written.clear()
    changed = having(handbook, absence.model_copy(update={"title": quotation.title}), quotation)
    later = Downloads(changed, first)
    assert {name.split(".")[0] for name in written} == {"absence-notice"}
    written.clear()
    assert Downloads(changed, store=Store(tmp_path)).files() == later.files() and written == [], (
        "kept while serving too"
    )


def test_what_was_made_before_it_was_broken_off_is_not_made_again(handbook, written, tmp_path):
    steps = iter(range(2))
    with pytest.raises(StopIteration):
        Downloads(handbook, store=Store(tmp_path), step=lambda: next(steps) and None)
    assert 3 <= len(set(written)) < 3 * 10, "others may have been under way"
    Downloads(handbook, store=Store(tmp_path))
    assert len([each for each in written if not each.endswith("pdf")]) == 3 * 8, "each once"


@pytest.mark.parametrize("template", TEMPLATES)
def test_everything_is_made_again_when_a_writers_template_changes(template, handbook, written, monkeypatch, tmp_path):
    shutil.copytree(FOLDER, tmp_path / "downloads", ignore=shutil.ignore_patterns("*.py", "*.pyc"))
    monkeypatch.setattr(downloads, "HERE", tmp_path / "downloads")
    first = Downloads(handbook)
    written.clear()
    with (tmp_path / "downloads" / template).open("a", encoding="utf-8") as file:
        file.write(" ")
    Downloads(handbook, first)
    assert len(written) == 3 * 10


def test_the_templates_of_the_writers_are_watched():
    watched = digest.templates()
    assert {FOLDER / template for template in TEMPLATES} <= set(watched)
    assert {"form.typ", "form.markdown", "mail.html", "archive-index.html", "social-card.typ", "feed.xml"} <= {
        file.name for file in watched
    }
