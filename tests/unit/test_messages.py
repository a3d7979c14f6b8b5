"""Every fault and every notice has its Chinese: those that the code can say, and those that broken sources brought about."""

from __future__ import annotations

import ast
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from macros import console
from macros.console import in_words
from tests.conftest import ROOT

CATALOGUE = json.loads((ROOT / "macros/console/messages.json").read_text(encoding="utf-8"))
ROOMS = ("checking", "model", "pages", "published", "reading")
SPOKEN_ROOMS = ("building", "commands")
"""Rooms that speak to whoever is at the console: there, every text that could be a sentence counts."""
NOT_SAID = re.compile(
    r"[#<\\(]|.*[<{]\{?[/;{]|\w+\[|python -m macros$|.*\(\?P<|\{\}:\{\}: reviewed: \{\}$|not shown at once$|\{\}:\n",
    re.DOTALL,
)
"""Markup, patterns, lines and heads of files, types, the program's name, a mark in a line, what only developers' log has."""
SAYING = re.compile(r"fault|add|Left|\w*Error|_?Unfit|Closed|Misregistered|wrong")
"""What is called with a message."""
FOR_DEVELOPERS = {"nothing was checked yet; on_config comes first", "front matter"}
PUT_TOGETHER = {"{}/{}.yml:1: file: {} {}"}
"""What is made of other messages only; a test below says one."""
OF_OTHERS = re.compile("No filter named|[A-Z][a-z]+Error")
"""What Python and Jinja say of a macro."""
_NOTICE = re.compile(r"[^:]+:(?:\{\}|1): ")
"""How a line begins that has its place in it."""
READ_BY_EDITORS = (".py", ".json", ".yml", ".md", ".txt", ".conf", ".caddy", ".sh")
_CHINESE = re.compile("[\u4e00-\u9fff]")


def template_of(node: ast.expr) -> str:
    """A text with `{}` for what differs; blank where it is none."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return ""


def messages() -> Iterator[tuple[str, str]]:
    """The messages of the code, each with its place."""
    for room in ROOMS:
        for file in sorted((ROOT / "macros" / room).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                given: list[ast.expr] = []
                if isinstance(node, ast.Call):
                    called = getattr(node.func, "attr", getattr(node.func, "id", ""))
                    given = node.args if SAYING.fullmatch(called) else []
                elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in ("reason", "message"):
                    given = [node.value]
                elif isinstance(node, ast.Yield) and node.value:
                    given = [node.value] if _NOTICE.match(template_of(node.value)) else []
                for message in filter(None, map(template_of, given)):
                    if message.count(" ") > 1 and re.search("[a-z]{3}", message):
                        yield f"{file.relative_to(ROOT).as_posix()}:{node.lineno}", message


def spoken() -> Iterator[tuple[str, str]]:
    """The texts of the rooms that speak, each with its place."""
    for room in SPOKEN_ROOMS:
        for file in sorted((ROOT / "macros" / room).rglob("*.py")):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            within = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
            within |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
            for node in ast.walk(tree):
                text = template_of(node) if isinstance(node, ast.expr) and id(node) not in within else ""
                if text.count(" ") > 1 and re.search("[a-z]{3}", text) and not NOT_SAID.match(text):
                    yield f"{file.relative_to(ROOT).as_posix()}:{node.lineno}", text


def filled(template: str) -> str:
    """A message as it may be said; where it goes on with another one, with one of those."""
    said = (
        _NOTICE.sub("docs/x.yml:7: ", template).replace("{}", "x1")
        if _NOTICE.match(template)
        else template.replace("{}", "x1")
    )
    return f"{said}did you mean 'x1'?" if said.endswith("; ") else said


@pytest.mark.parametrize(
    ("place", "message"), [each for each in messages() if each[1] not in FOR_DEVELOPERS | PUT_TOGETHER]
)
def test_each_message_of_the_code_has_its_chinese(place: str, message: str):
    assert _CHINESE.search(re.sub("'.*?'", "", in_words(filled(message), "zh"))), f"{place}: {message}"


@pytest.mark.parametrize(("place", "text"), [each for each in spoken() if each[1] not in FOR_DEVELOPERS])
def test_each_text_of_the_rooms_that_speak_has_its_chinese(place: str, text: str):
    said = in_words(text.replace("{}:{}: ", "docs/x.yml:7: ", 1).replace("{}", "x1"), "zh")
    assert _CHINESE.search(re.sub("'.*?'", "", said)), f"{place}: {text}"


def brought_about() -> list[str]:
    """The messages that the broken sources of the tests bring about."""
    cases = [
        case
        for file in sorted(Path(ROOT, "tests/faults").glob("*.yml"))
        for case in yaml.safe_load(file.read_text("utf-8"))
    ]
    lines = "\n".join(case["expected"] for case in cases).splitlines()
    return [re.sub(r"\{line[^}]*\}", "7", line) for line in lines if line.strip()]


def test_what_broken_sources_bring_about_is_said_in_chinese():
    left = []
    for message in brought_about():
        said = re.sub(r"^.+?:\d+: [^:]+: ", "", in_words(message, "zh"))
        if not OF_OTHERS.search(said) and not _CHINESE.search(re.sub(r"'[^']*'|`[^`]*`|“[^”]*”", "", said)):
            left.append(message)
    assert not left, "\n".join(left)


def test_all_that_differs_is_in_the_chinese_as_well():
    for english, chinese in CATALOGUE.items():
        numbered = re.findall(r"\{(\d+)\}", chinese)
        if numbered:
            assert sorted(map(int, numbered)) == list(range(1, english.count("{}") + 1)), english
        else:
            assert chinese.count("{}") == english.count("{}"), english


def test_a_message_keeps_its_place_and_what_somebody_wrote():
    fault = "docs/data/a.yml:13: channels[0].channel: unknown channel 'scenario'; did you mean 'email'?"
    assert in_words(fault, "zh") == (
        "docs/data/a.yml:13: channels[0].channel: 没有这样的渠道：“scenario”；您是不是要写“email”？"
    )
    assert in_words(fault, "en") == fault
    assert in_words("what nobody translated", "zh") == "what nobody translated"


def test_what_is_said_of_a_form_of_the_companys_own_is_put_together_in_chinese():
    place = "docs/company/forms/card.yml:1: file: card.docx "
    found = "names 2 places: a, b; `places` gives no label to b; it is filled in on its page, and read back from a filled file"
    assert in_words(place + found, "zh").endswith(
        "card.docx里有2处带名称的填写处：a, b；`places`没有给这些写标签：b；在它的页面上填写，填好的文件能读回来"
    )
    closed = "holds macros; save it without them; it is offered as it is"
    assert in_words(place + closed, "zh").endswith("card.docx带有宏；请另存为不带宏的文件；原样提供")


def test_why_places_of_a_file_are_left_is_told_in_chinese():
    code = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "macros/reading/own").glob("*.py"))
    code += (ROOT / "macros/model/own_form.py").read_text(encoding="utf-8")
    reasons = {*re.findall(r'(?:Left|_leave)\((?:\w+\.)?name, "([^"]+)"\)', code)}
    reasons |= {*re.findall(r'return "((?:is|stands|takes) [^"]+)"', code)}
    reasons = {each for each in reasons if "{" not in each}
    assert len(reasons) > 15 and {"is locked", "takes a picture", "stands on a hidden sheet"} <= reasons
    for reason in reasons:
        notice = f"docs/company/forms/card.yml:1: file: card.docx names 1 places: a; left as they are, since each {reason}: x, y; it is offered as it is"
        assert not re.search("left as|since|stands|takes|locked", in_words(notice, "zh")), in_words(notice, "zh")


def test_commands_are_named_as_every_system_has_them():
    """Windows has no make; what it does besides, for developers, is told in README and CONTRIBUTING."""
    targets = re.findall(r"(?m)^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"))
    assert {"serve", "check", "working-days"} <= set(targets)
    named = re.compile(rf"\bmake (?:{'|'.join(targets)}|new-\w+)(?![\w-])|\bmake \w+ [A-Z]+=")
    folders = ("macros", "docs/data", "docs/sample", "docs/zh", "docs/en", "deploy")
    files = [file for folder in folders for file in (ROOT / folder).rglob("*") if file.suffix in READ_BY_EDITORS]
    found = [
        f"{file.relative_to(ROOT)}: {match[0]}"
        for file in (*files, ROOT / "ADOPTING.md", ROOT / "SECURITY.md")
        for match in named.finditer(file.read_text(encoding="utf-8"))
    ]
    adopting = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Make it yours")[2]
    found += named.findall(adopting.partition("## Where things are")[0])
    assert not found, "\n".join(found)


@pytest.mark.parametrize("typed", ["py -m macros", "python3 -m macros"])
def test_a_command_is_told_as_it_is_typed_there(typed: str, monkeypatch: pytest.MonkeyPatch):
    here = "py -m macros" if os.name == "nt" else "python3 -m macros"
    assert here == console.ENTRY
    monkeypatch.setattr(console, "ENTRY", typed)
    told = "docs/company/company.yml:1: file: this is the sample company's handbook; `python -m macros company` lays down a profile of your own"
    for spoken in ("zh", "en"):
        assert f"`{typed} company`" in in_words(told, spoken)
    assert f"{typed} serve --port 8001" in console.said("port_taken", host="x", port=8000, other=8001)


def test_several_names_in_a_row_are_quoted_as_chinese_quotes_them():
    notice = (
        "contacts that are new: 'canteen', 'parking'; take over what your company has too from docs/sample/contacts/"
    )
    assert in_words(notice, "zh") == "新增的“找谁”条目：“canteen”、“parking”；贵公司也有的从docs/sample/contacts/抄过去"
