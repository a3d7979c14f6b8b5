"""The projects that are measured: the handbook with more or fewer scenarios, and plain MkDocs with the same pages."""

from __future__ import annotations

import copy
import functools
import operator
import re
import shutil
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import yaml

from macros.checking import checked as checking
from macros.errors import Fault, Faults
from macros.reading import source
from tests.conftest import copy_sources

KEPT = (
    "urgent-matter",
    "absence",
    "simple-update",
    "overdue-answer",
    "work-instruction",
    "problem-feedback",
    "customer-requirements",
    "complaint-relationship",
    "receiving-visitors",
    "first-approach",
)
"""The scenarios of the smallest handbook, which larger ones hold too; templates and the authors' page name the first two."""

DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
"""The quick one, where there is one."""
_STEP = re.compile(r"(\w[\w-]*)|\[(\d+)\]")
"""A key or a number in the field of a fault, such as `questions[3].scenario`."""
_LINK = re.compile(r"(?<!!)\[(?P<text>[^\]]*)\]\((?P<path>[\w./-]+\.md)(?:#[^)]*)?\)(?:\{[^}]*\})?")

_PLAIN = """\
site_name: Plain
site_url: https://handbook.example.com/
theme: {name: material, language: zh, font: false}
plugins:
  - search: {lang: [zh, en]}
  - i18n:
      docs_structure: folder
      languages:
        - {locale: zh, name: 中文, default: true, build: true}
        - {locale: en, name: English, build: true}
"""


def handbook(folder: Path, scenarios: int | None) -> Path:
    """A copy of the handbook's sources with so many scenarios: some taken away, or copies of all added in turn.

    Args:
        folder: where it is made.
        scenarios: how many; None for those that there are.
    """
    folder.mkdir(parents=True)
    copy_sources(folder)
    if scenarios is None:
        return folder
    data = folder / "docs" / "data" / "scenarios"
    known = sorted(file.stem for file in data.glob("*.yml"))
    if scenarios < len(known):
        keep_only(folder, {"scenarios": {*[*KEPT, *(each for each in known if each not in KEPT)][:scenarios]}})
    for number in range(scenarios - len(known)):
        _add_copy(folder, known[number % len(known)], number)
    assert len(list(data.glob("*.yml"))) == scenarios
    return folder


def plain(folder: Path, like: Path, markdown: Path) -> Path:
    """A project of plain MkDocs, Material and mkdocs-static-i18n.

    Args:
        folder: where it is made.
        like: the handbook whose Markdown extensions it takes.
        markdown: its pages: those of the handbook, each as its macros left it.
    """
    shutil.copytree(markdown, folder / "docs")
    (folder / "mkdocs.yml").write_text(_PLAIN + extensions(like), encoding="utf-8")
    return folder


def extensions(like: Path) -> str:
    """The part of a project's settings that names its Markdown extensions."""
    lines = (like / "mkdocs.yml").read_text(encoding="utf-8").split("\n")
    start = lines.index("markdown_extensions:")
    end = next(number for number in range(start + 1, len(lines)) if lines[number] and not lines[number].startswith(" "))
    return "\n".join(lines[start:end]) + "\n"


def _read(file: Path) -> dict:
    """The data of a file, to be changed: what was read may be kept for whoever reads it next."""
    return copy.deepcopy(source.read(file, file.parent, Faults()).data)


def _write(file: Path, data: dict) -> None:
    file.write_text(yaml.dump(data, Dumper=DUMPER, allow_unicode=True, sort_keys=False, width=1000), encoding="utf-8")


def _pages(folder: Path, scenario: str) -> list[Path]:
    return [folder / "docs" / language / "scenarios" / f"{scenario}.md" for language in ("zh", "en")]


def _add_copy(folder: Path, scenario: str, number: int) -> None:
    """One more scenario, alike in all but id, title and place."""
    data = folder / "docs" / "data" / "scenarios"
    new_id, copied = f"{scenario}-copy-{number}", _read(data / f"{scenario}.yml")
    for key in ("core", "in_channel_table"):
        copied.pop(key, None)
    title = {language: f"{copied['title'][language]} {number}" for language in ("zh", "en")}
    _write(data / f"{new_id}.yml", {**copied, "id": new_id, "order": 1000 + number, "title": title})
    for page in _pages(folder, scenario):
        shutil.copy(page, page.with_name(f"{new_id}.md"))


def keep_only(folder: Path, kept: dict[str, set[str]]) -> None:
    """Take every other thing of some kinds away, and what data, macros and links say of it.

    Args:
        folder: the copy.
        kept: the ids that stay, by folder: `scenarios`, `templates`, `checklists`.
    """
    gone = set()
    for kind, names in kept.items():
        for file in (folder / "docs" / "data" / kind).glob("*.yml"):
            if file.stem not in names:
                gone.add(f"{kind}/{file.stem}")
                file.unlink()
                for page in (folder / "docs" / language / kind / f"{file.stem}.md" for language in ("zh", "en")):
                    page.unlink(missing_ok=True)
    names = "|".join(f'"{each}"' for each in sorted(gone))
    for page in (folder / "docs").rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        text = re.sub(rf"\{{\{{ reading_time\([^)]*(?:{names})[^)]*\) \}}\}}", "", text)
        page.write_text(_without_dead_links(text, page.parent, gone), encoding="utf-8")
    while faults := checking.load(folder)[1]:
        _take_out(folder, faults)


def _without_dead_links(text: str, folder: Path, gone: set[str]) -> str:
    """A page's text with the words alone of links to what is gone."""

    def kept(link: re.Match[str]) -> str:
        to = (folder / link["path"]).resolve()
        return link["text"] if f"{to.parent.name}/{to.stem}" in gone else link[0]

    return _LINK.sub(kept, text)


def _take_out(folder: Path, faults: Iterable[Fault]) -> None:
    """Delete each value at which a fault stands: a reference that leads nowhere, then what cannot be without it."""
    by_file = defaultdict(set)
    for fault in faults:
        by_file[folder / fault.path].add(
            tuple(int(number) if number else key for key, number in _STEP.findall(fault.field))
        )
    for file, places in by_file.items():
        data = _read(file)
        for place in sorted(places, reverse=True):  # from the end, so that numbers in a list stay true
            _delete(data, place)
        _write(file, data)


def _delete(data: dict, place: Sequence[str | int]) -> None:
    """Delete a value, or what lacks it where it is gone already."""
    *above, last = place
    holder = functools.reduce(operator.getitem, above, data)
    if isinstance(holder, dict) and last not in holder:
        _delete(data, above)
    else:
        del holder[last]
