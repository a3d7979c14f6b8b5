"""Modules joined to one script: each in a function of its own, and what cannot be joined said with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.published.scripts import ScriptFault, joined, modules


def lay(folder: Path, **files: str) -> Path:
    """Modules by name; the first one is the entry."""
    for name, code in files.items():
        (folder / f"{name}.js").write_text(code, encoding="utf-8")
    return folder / f"{next(iter(files))}.js"


def test_what_a_module_needs_stands_before_it_once(tmp_path: Path):
    entry = lay(
        tmp_path,
        start='import { one } from "./a.js";\nimport * as all from "./b.js";\nconsole.log(one, all.two);\n// said\n',
        a='import { two as other } from "./b.js";\n/** One. */\nexport const one = other + 1;\n',
        b="export const two = 2;\nfunction hidden() {}\n",
    )
    assert [file.stem for file in modules(entry)] == ["b", "a", "start"]
    assert joined(entry) == (
        "const m0 = (() => {\nconst two = 2;\nfunction hidden() {}\nreturn { two };\n})();\n"
        "const m1 = (() => {\nconst { two: other } = m0;\nconst one = other + 1;\nreturn { one };\n})();\n"
        "const { one } = m1;\nconst all = m0;\nconsole.log(one, all.two);\n"
    )


def test_what_is_passed_on_and_called_otherwise_is_exported_under_its_name(tmp_path: Path):
    entry = lay(
        tmp_path,
        start='export { two as second } from "./b.js";\nfunction own() {}\nexport { own as mine };\nexport class Kind {}\n',
        b="export const two = 2;\n",
    )
    assert joined(entry).endswith("export { own as mine };\nexport { Kind as Kind };\nexport const second = m0.two;\n")


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ('import { x } from "./none.js";\n', "start.js:1: there is no module ./none.js; mend the path"),
        ('\nimport { x } from "./b.js";\n', "start.js:2: ./b.js exports no 'x'; it exports back, two"),
        ('import all from "./b.js";\n', "start.js:1: import it by name; modules here have no default"),
        ("export default 5;\n", "start.js:1: export it by name, as a constant, function or class"),
        ("export default class A {}\n", "start.js:1: export it by name, as a constant, function or class"),
        ("export let a = 5;\n", "start.js:1: export it by name, as a constant, function or class"),
        ("\n\nexport const { a } = {};\n", "start.js:3: export one name at a time"),
        ("a\nlet ;;= 5\n", "start.js:2: is no JavaScript that can be read here"),
        (
            'import { a } from "./start.js";\n',
            "start.js:1: ./start.js imports this module too; take what both need into a third",
        ),
        (
            'import { a } from "./round.js";\n',
            "round.js:1: ./start.js imports this module too; take what both need into a third",
        ),
    ],
)
def test_what_cannot_be_joined_is_named_with_its_line(code: str, fault: str, tmp_path: Path):
    entry = lay(
        tmp_path,
        start=code,
        b="export const two = 2;\nexport function back() {}\n",
        round='import { x } from "./start.js";\n',
    )
    with pytest.raises(ScriptFault) as raised:
        joined(entry)
    assert str(raised.value) == fault
