"""Whatever bytes stand in a data file, a page or the change log: faults with file, line and what to do, or none; never a
traceback. Hypothesis makes them up; `make sweep` tries many more."""

from __future__ import annotations

import functools
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.checking import checked, links, prose, prose_macros, prose_text
from macros.errors import Fault, Faults
from macros.pages.authoring import Macros
from macros.reading import changelog, loading, source
from macros.reading.layer import places
from tests.conftest import ROOT
from tests.unit.sound import sound

hypothesis = pytest.importorskip("hypothesis", reason="needs Hypothesis, which `make test` installs")
st, given, example, assume = hypothesis.strategies, hypothesis.given, hypothesis.example, hypothesis.assume

DATA_FILES = places.data_files(ROOT)
FILES = sorted(name for name in DATA_FILES if name.endswith(".yml"))
PAGES = sorted(file.relative_to(ROOT / "docs").as_posix() for file in (ROOT / "docs" / "en").rglob("*.md"))

SIGNS = st.sampled_from(
    [
        *"{}[]:,-?&*!|>'\"%@`#\\~=<\t\n\r \0\x07\x85\ufeff\u2028\u202e\ud800字",
        *(
            "---",
            "...",
            "<<: *a",
            "&a",
            "*a",
            "!!python/object:os.system",
            "!!binary",
            "!!set",
            "? ",
            "? [a]: b",
            ": ",
            "\n- ",
        ),
        *(
            "%TAG",
            "%YAML 9",
            "0o7",
            ".nan",
            "9" * 30,
            "1e999",
            "2026-02-30",
            "\\x",
            "\\ud800",
            "{{",
            "}}",
            "{%",
            "%}",
            "{##",
        ),
        *(
            "<<<<<<< a",
            "=======",
            ">>>>>>>",
            "{#a}",
            "](",
            "](#",
            "](//[",
            "```",
            "{messenger",
            "{{ company.x }}",
            '{{ card("',
        ),
    ]
)
"""What YAML, Markdown and macros have a meaning for, and what no text should hold."""
TEXTS = st.lists(st.one_of(SIGNS, st.text(max_size=8)), max_size=12).map("".join)
BYTES = st.one_of(TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")), st.binary(max_size=40))
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), TEXTS),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXTS, inner, max_size=3)),
    max_leaves=6,
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of next to nothing, into which each example writes what it has made up."""
    folder = tmp_path_factory.mktemp("whatever")
    (folder / "docs" / "data").mkdir(parents=True)
    return folder


def names_its_place(faults: list[Fault], root: Path) -> None:
    """Every fault has a file, a line of it and words; a place that nobody can look at helps nobody."""
    for fault in faults:
        file = root / fault.path
        lines = (
            file.read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1 if file.is_file() else 1
        )
        assert 1 <= fault.line <= lines and fault.field and fault.message.strip(), fault
        assert "Traceback" not in fault.message and "pydantic" not in fault.message, fault


def written(root: Path, name: str, content: bytes) -> list[Fault]:
    """What is said of a project that has one data file beside the company's profile, and this one."""
    for layer in (places.DATA, places.SAMPLE):
        shutil.rmtree(root / layer, ignore_errors=True)
    for path, held in (("company.yml", DATA_FILES["company.yml"].read_bytes()), (name, content)):
        file = root / places.wanted(root, path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(held)
    handbook, faults = checked.load(root)
    assert handbook is None, "most files are missing"
    return [fault for fault in faults if fault.path == places.wanted(root, name)]


@given(name=st.sampled_from(FILES), content=BYTES)
@example(name="home.yml", content=b"[" * 3000)
@example(name="home.yml", content=b"- " * 3000)
@example(name="home.yml", content=b"a: " + b"{a: " * 3000)
def test_a_data_file_of_any_bytes(name: str, content: bytes, root: Path):
    names_its_place(written(root, name, content), root)


@given(name=st.sampled_from(FILES), at=st.floats(0, 1), length=st.integers(0, 30), instead=TEXTS)
def test_a_data_file_of_which_a_piece_is_another(name: str, at: float, length: int, instead: str, root: Path):
    text = DATA_FILES[name].read_text(encoding="utf-8")
    start = int(at * len(text))
    content = f"{text[:start]}{instead}{text[start + length :]}".encode("utf-8", "surrogatepass")
    names_its_place(written(root, name, content), root)


@functools.cache
def every_place(name: str) -> list[tuple[Any, ...]]:
    """Every place in a data file that holds something."""
    return list(_places(sound().sources[name].data, ()))


def _places(value: Any, above: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    if above:
        yield above
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, part in below:
        yield from _places(part, (*above, step))


def put(value: Any, where: tuple[Any, ...], instead: Any) -> Any:
    """A copy of some data with something else at a place."""
    if not where:
        return instead
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[where[0]] = put(copy[where[0]], where[1:], instead)
    return copy


@given(name=st.sampled_from(sorted(set(FILES) - loading.NOT_DATA)), at=st.floats(0, 1), instead=VALUES)
def test_a_data_file_with_any_value_in_any_place(name: str, at: float, instead: Any, root: Path):
    where = every_place(name)[int(at * (len(every_place(name)) - 1))]
    dumped = yaml.dump(put(sound().sources[name].data, where, instead), allow_unicode=True)
    names_its_place(written(root, name, dumped.encode("utf-8", "surrogatepass")), root)


@given(
    content=st.one_of(
        TEXTS,
        st.lists(
            st.sampled_from(
                [
                    "## 1.2.0 — 2026-03-31\n",
                    "## 9.9.9 — 2026-13-99\n",
                    "### 中文\n",
                    "### English\n",
                    "- a\n",
                    "  b\n",
                    "## ",
                ]
            ),
            max_size=8,
        ).map("".join),
    )
)
def test_a_change_log_of_any_text(content: str):
    faults = Faults()
    releases = changelog.read(content, "CHANGELOG.md", faults)
    assert releases or faults
    assert all(1 <= fault.line <= content.count("\n") + 1 for fault in faults)


@functools.cache
def macros() -> Macros:
    """The handbook's macros, as pages call them."""
    pages = prose.read(ROOT, Faults())
    return checked.prepared(ROOT, loading.handbook_of(sound()), pages, date(2026, 11, 25), None).macros


def tried(root: Path, name: str, content: bytes) -> None:
    """A page is read, its text checked, its macros tried and its links followed, as a check does."""
    shutil.rmtree(root / "docs" / "en", ignore_errors=True)
    file = root / "docs" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    faults = Faults()
    pages = prose.read(root, faults)
    prose_text.check(pages, faults)
    rendered = prose_macros.check(pages, macros(), faults)
    links.check(pages, {source: links.ids(text) for source, text in rendered.items()}, (), (), faults, {})
    names_its_place([fault for fault in faults if fault.path == f"docs/{name}"], root)


@given(name=st.sampled_from(PAGES), content=BYTES)
def test_a_page_of_any_bytes(name: str, content: bytes, root: Path):
    tried(root, name, content)


@given(name=st.sampled_from(PAGES), at=st.floats(0, 1), length=st.integers(0, 30), instead=TEXTS)
def test_a_page_of_which_a_piece_is_another(name: str, at: float, length: int, instead: str, root: Path):
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    start = int(at * len(text))
    tried(root, name, f"{text[:start]}{instead}{text[start + length :]}".encode("utf-8", "surrogatepass"))


@given(text=TEXTS.map(lambda text: text.encode(errors="replace").decode()))
def test_both_readers_of_yaml_read_the_same(text: str):
    assume(not source.READ_OTHERWISE.search(text))  # is refused before either reads it
    found = []
    for loader in (source.Loader, source.FastLoader):
        try:
            found.append(repr(source.load_with(loader, text)[1]))
        except yaml.YAMLError:
            found.append("refused")
    assert len(set(found)) == 1 or "refused" in found
