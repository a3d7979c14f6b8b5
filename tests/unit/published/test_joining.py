"""Modules joined to one script: each in a function of its own, and what cannot be joined said with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.published.scripts import ScriptFault, joined, lendable
from tests.conftest import ROOT


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
    assert joined(entry) == (
        "const m0=(()=>{const a=2;function b(){}\nreturn{two:a};})();\n"
        "const m1=(()=>{const{two:a}=m0;const b=a+1;\nreturn{one:b};})();\n"
        "const{one:a}=m1;const b=m0;console.log(a,b.two);\n"
    )


def test_what_is_passed_on_and_called_otherwise_is_exported_under_its_name(tmp_path: Path):
    entry = lay(
        tmp_path,
        start='export { two as second } from "./b.js";\nfunction own() {}\nexport { own as mine };\nexport class Kind {}\n',
        b="export const two = 2;\n",
    )
    assert joined(entry).endswith("export { a as mine };\nexport { b as Kind };\nexport const second = m0.two;\n")


@pytest.mark.parametrize(
    ("code", "short"),
    [
        ("function f(first) {\n  return first.first;\n}\n", "function f(a){return a.first;}"),
        (
            "const wide = 1;\nfunction f({ wide, far: { deep = wide } = {} }) {}\n",
            "const a=1;function f({wide:a,far:{deep:b=a}={}}){}",
        ),
        ("function f(event) {}\nevent.stop();\nwindow.f = f;\n", "function f(event){}\nevent.stop();window.f=f;"),
        ("const now = { now: Date.now() };\nsend({ now });\n", "const a={now:Date.now()};send({now:a});"),
        (
            'const said = `a  ${ 1 + 1 }  b` + "x  y" + / +$/.source;\n',
            'const a=`a  ${ 1 + 1 }  b`+"x  y"+ / +$/.source;',
        ),
        ("let far = 1;\nfar++\nfar = - -far + +far;\n", "let a=1;a++\na=- -a+ +a;"),
        (
            "for (const each of all) each.go();\ncatching: try {\n} catch (error) {\n  throw error;\n}\n",
            "for(const a of all)a.go();catching:try{}catch(a){throw a;}",
        ),
        ("class Kind extends Other {\n  kind = Kind;\n}\n", "class a extends Other{kind=a;}"),
    ],
)
def test_names_that_only_a_module_knows_become_short_and_the_others_stay(code: str, short: str, tmp_path: Path):
    assert joined(lay(tmp_path, start=code)) == f"{short}\n"


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


def test_what_the_script_of_every_page_has_is_taken_from_it(tmp_path: Path):
    first = lay(
        tmp_path,
        start='import { one } from "./a.js";\nimport { said } from "./own.js";\nconsole.log(one, said);\n',
        a='import { two } from "./b.js";\nexport const one = two;\n',
        b="export const two = 2;\n",
        own='import { say } from "./words.js";\nexport const said = say();\n',
        words="export function say() {}\n",
        other='import { one } from "./a.js";\nimport { say } from "./words.js";\nsay(one);\n',
    )
    lent = lendable(first, [tmp_path / "words.js"])
    assert list(lent.values()) == ["b", "a"], "not what it needs for itself, nor what imports that"
    assert 'globalThis.handbookModules={"b":m0,"a":m1};' in joined(first, lends=lent)
    assert joined(tmp_path / "other.js", lent=lent) == (
        'const m0=globalThis.handbookModules["a"];\nconst m1=(()=>{function a(){}\nreturn{say:a};})();\n'
        "const{one:a}=m0;const{say:b}=m1;b(a);\n"
    )


def test_elements_are_made_known_by_what_lets_two_scripts_of_a_page_bring_the_same_one():
    scripts = (ROOT / "overrides").rglob("*.js")
    naming = [file.name for file in scripts if "customElements.define(" in file.read_text(encoding="utf-8")]
    assert naming == ["define.js"]
