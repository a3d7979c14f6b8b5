"""The rooms of `macros/` and of `overrides/`: each imports only from rooms before it, so that what a room needs can be read off its
place."""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

MACROS = Path(__file__).parents[2] / "macros"
MODEL = {"errors", "model"}
READING = MODEL | {"reading"}
SAYING = MODEL | {"wording", "addresses"}
MAY_IMPORT = {
    "console": set(),
    "shared": set(),
    "errors": set(),
    "model": {"errors"},
    "reading": MODEL,
    "wording": MODEL,
    "addresses": MODEL,
    "downloads": SAYING | {"shared"},
    "pages": SAYING | {"shared", "downloads"},
    "search": SAYING | {"shared", "downloads"},
    "checking": READING | SAYING | {"shared", "downloads", "pages"},
    "published": READING | SAYING | {"shared", "downloads", "pages", "checking"},
    "building": READING | SAYING | {"console", "shared", "downloads", "pages", "search", "checking", "published"},
    "commands": READING | {"console", "checking", "published", "building"},
    "__init__": {"pages"},
    "__main__": {"console", "errors", "commands"},
}
"""What each room may import, of the others; `__init__` is what mkdocs-macros calls."""
FILES = sorted(MACROS.rglob("*.py"))
OVERRIDES = MACROS.with_name("overrides")
APPS = {"search", "checklists", "forms", "practice", "chooser", "contacts", "offline"}
SCRIPTS_MAY_IMPORT = {
    "shared": set(),
    **{app: {"shared"} for app in APPS},
    "my": {"shared", "checklists", "forms", "practice"},
    "components": {"shared", "offline", "search"},
    "editing": set(),
}
"""What the scripts of a room may import: an app what all share, the page of all that is kept what keeps it, and the script of every
page what every page has."""


@functools.cache
def imported(file: Path) -> tuple[tuple[str, ...], ...]:
    """The full names that a module imports, part by part."""
    package = ("macros", *file.relative_to(MACROS).parts[:-1])
    names: list[tuple[str, ...]] = []
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += (tuple(alias.name.split(".")) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = (*base, *(node.module.split(".") if node.module else ()))
            names += ((*module, alias.name) for alias in node.names)
    return tuple(names)


def room_of(file: Path) -> str:
    """The room in which a module stands."""
    return file.relative_to(MACROS).parts[0].removesuffix(".py")


def test_every_room_has_its_place():
    assert {room_of(file) for file in FILES} == set(MAY_IMPORT)


def test_few_files_stand_outside_the_rooms():
    assert len([file for file in MACROS.iterdir() if file.is_file()]) <= 5


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_no_arrow_runs_back(room: str):
    there = {
        file: {name[1] for name in imported(file) if name[0] == "macros"} for file in FILES if room_of(file) == room
    }
    wrong = {
        file.relative_to(MACROS).as_posix(): names & set(MAY_IMPORT) - MAY_IMPORT[room] - {room}
        for file, names in there.items()
    }
    assert not {file: names for file, names in wrong.items() if names}


def test_the_rooms_stand_in_order():
    order = list(MAY_IMPORT)[:-3]
    for number, room in enumerate(order):
        assert MAY_IMPORT[room] <= set(order[:number]), room


def test_only_building_knows_mkdocs_and_one_module_where_the_theme_lies():
    for file in FILES:
        others = {name[0] for name in imported(file)}
        assert room_of(file) == "building" or not others & {"mkdocs", "properdocs", "mkdocs_macros"}, file
        assert file.relative_to(MACROS).as_posix() == "pages/theme.py" or "material" not in others, file


def test_the_model_knows_neither_templates_nor_files_of_yaml():
    for file in FILES:
        if room_of(file) in ("errors", "model"):
            assert not {name[0] for name in imported(file)} & {"jinja2", "markupsafe", "yaml"}, file


def test_the_languages_are_set_in_one_place_and_taken_from_one():
    texts = {file.relative_to(MACROS).as_posix(): file.read_text(encoding="utf-8") for file in FILES}
    names = ("LANGUAGES", "Language")
    assert [name for name, text in texts.items() if "LANGUAGES.settle(" in text] == ["reading/layer/composing.py"]
    takes = [name for file in FILES for name in imported(file) if name[0] == "macros" and name[-1] in names]
    assert len(takes) > 60 and {name[:-1] for name in takes} == {("macros", "model", "languages")}


def test_no_file_is_longer_than_one_job_takes():
    written = [
        file
        for room in (MACROS, OVERRIDES)
        for file in room.rglob("*")
        if file.suffix in (".py", ".js", ".css", ".html", ".typ")
    ]
    lengths = {file.name: file.read_text(encoding="utf-8").count("\n") for file in written}
    assert len(lengths) > 400 and not {name: lines for name, lines in lengths.items() if lines > 300}


def test_an_exception_from_a_check_says_why():
    without_a_reason = re.compile(
        r"# (?:type: ignore(?:\[[\w-]+\])?+|noqa(?:: \w+)?+)(?!\s+(?:#|--?) \S)"
        r"|stylelint-disable(?:-next-line)?+ [\w-]++(?! -- \S)|@ts-(?:ignore|nocheck)|eslint-disable"
    )
    files = [file for room in (MACROS, OVERRIDES) for file in room.rglob("*") if file.suffix in (".py", ".js", ".css")]
    bare = {file.name: without_a_reason.search(file.read_text(encoding="utf-8")) for file in files}
    assert not {name: found[0] for name, found in bare.items() if found}


def test_every_public_function_says_what_it_is_for():
    """Where it is defined by itself or in a class; what a function defines is its own."""
    bare = [
        f"{file.relative_to(MACROS).as_posix()}:{node.lineno}: {node.name}"
        for file in FILES
        for holder in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(holder, ast.Module) or (isinstance(holder, ast.ClassDef) and not holder.name.startswith("_"))
        for node in holder.body
        if isinstance(node, ast.FunctionDef)
        if not node.name.startswith("_") and not ast.get_docstring(node)
    ]
    assert bare == []


OF_LIBRARIES = {
    "_Element",
    "_tbl",
    "_tc",
    "_p",
    "_RawHTMLPreprocessor",
    "_register",
    "_register_event",
    "_current_plugin",
}
"""What lxml, python-docx and MkDocs keep to themselves, and have no other way to."""


def private_names(tree: ast.AST) -> Iterator[str]:
    """The names beginning with an underscore that a module takes from another one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.Attribute) and getattr(node.value, "id", "") not in ("self", "cls"):
            yield node.attr
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("setattr"):
            given = (each.value for each in node.args if isinstance(each, ast.Constant))
            yield from (each.rpartition(".")[2] for each in given if isinstance(each, str))


def test_tests_take_no_private_names():
    taken = {
        f"{file.name}: {name}"
        for file in MACROS.with_name("tests").rglob("*.py")
        for name in private_names(ast.parse(file.read_text(encoding="utf-8")))
        if re.match(r"_[A-Za-z]", name) and name not in OF_LIBRARIES
    }
    assert taken == set()


def rooms_of_the_table(folder: str) -> list[list[str]]:
    """The rooms of `CONTRIBUTING.md` below a folder, row by row, as they stand there."""
    text = MACROS.with_name("CONTRIBUTING.md").read_text(encoding="utf-8")
    table = text.partition("\n| room | ")[2].partition("\n\n")[0]
    firsts = [line.split("|")[1] for line in table.splitlines() if f"`{folder}/" in line.split("|")[1]]
    return [[name.removeprefix(f"{folder}/").rstrip("/") for name in re.findall(r"`([^`]+)`", each)] for each in firsts]


def test_the_table_for_whoever_changes_code_has_every_room_in_an_order_that_holds():
    for folder, may_import, left in (
        ("macros", MAY_IMPORT, {"__init__", "__main__"}),
        ("overrides", SCRIPTS_MAY_IMPORT | {"theme": set()}, set[str]()),
    ):
        rows = [[name.removesuffix(".py") for name in row] for row in rooms_of_the_table(folder)]
        assert sorted(name for row in rows for name in row) == sorted(may_import.keys() - left), folder
        for number, row in enumerate(rows):
            above = {name for each in rows[: number + 1] for name in each}
            assert all(may_import[name] <= above for name in row), row


def test_an_app_takes_from_another_nothing_but_what_all_share():
    wrong: dict[str, set[str]] = {}
    for file in sorted(OVERRIDES.rglob("*.js")):
        named = re.findall(r"""(?:from|import|import\()\s*"(\.[^"]+)\"""", file.read_text(encoding="utf-8"))
        rooms = {(file.parent / name).resolve().relative_to(OVERRIDES.resolve()).parts[0] for name in named}
        room = file.relative_to(OVERRIDES).parts[0]
        if back := rooms - SCRIPTS_MAY_IMPORT[room] - {room}:
            wrong[file.relative_to(OVERRIDES).as_posix()] = back
    assert not wrong
