"""The corpus of broken sources, and how a copy of the sources is broken as a case says.

The corpus stands in `tests/faults/*.yml`. A case is a `name`, `changes` to sound sources, and what is `expected`:

    file: docs/sample/company.yml     the file that is changed; the place in it is one of
    entry: "short_name:"            the first line that begins so, with the lines below it that are indented further
    line: "short_name:"             that line alone
    by: "short_nam: {same: X}"      what stands there instead, indented like the first line of what was there
    append: "x: y"                  or: what is added at the end
    write: "x: y"                   or: the whole file
    encoding: gb18030               how it is saved; UTF-8 where nothing is said
    delete: true                    or: the file goes
    rename: docs/data/firm.yml      or: it is renamed

Cases that change different lines are tried together, several at a time; within one file only such as disagree with other
files. One whose messages keep others from being looked for says so: `hides: true` for those of its own files, `stage: name`
for all that are not of the same stage, `alone: true` for all.

In `expected`, one message a line, `{line}` is the line of the (first) change, `{line+2}` two below it, `{line.2}` that
of the second change.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import ROOT

CORPUS = Path(__file__).parent / "faults"
_WITHIN = ("1-text.yml", "2-keys.yml", "3-translations.yml", "4-values.yml")
"""Where the cases stand that are wrong within one file. Rules that hold files against each other wait for those to be mended."""
CASES = [
    case | {"within": file.name in _WITHIN}
    for file in sorted(CORPUS.glob("*.yml"))
    for case in yaml.safe_load(file.read_text(encoding="utf-8"))
]
_TOGETHER = 24
"""How many cases are tried at once, at most."""

Spans = dict[str, list[tuple[int, int]]]
"""By file, the lines that are changed, from and to; all of them where a file goes, comes, or cannot be read at all."""
_ALL, _END = (0, 1_000_000), (1_000_000, 1_000_000)


def spans(case: dict[str, Any]) -> Spans:
    """The lines that a case changes, in the sound sources."""
    found: Spans = {}
    for each in case["changes"]:
        path, span = ROOT / each["file"], _ALL
        if not case["within"] and not case.get("hides") and path.is_file():
            if start := each.get("entry") or each.get("line"):
                span = place(path.read_text(encoding="utf-8").split("\n"), start, whole="entry" in each)
            elif "append" in each and path.suffix == ".md":
                span = _END
        found.setdefault(each["file"], []).append(span)
        if "rename" in each:
            found.setdefault(each["rename"], []).append(_ALL)
    return found


def apart(one: Spans, other: Spans) -> bool:
    """Whether no line of the one touches a line of the other; at the end of a page there is room for many."""
    return all(
        a == b == _END or a[1] < b[0] or b[1] < a[0]
        for file in one.keys() & other.keys()
        for a in one[file]
        for b in other[file]
    )


def together(cases: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The cases in groups that can be tried at once: no two change the same lines, and all end at the same stage: files that
    are wrong in themselves, files that do not agree, pages, which are tried with sound data only."""
    groups: list[tuple[tuple[bool, bool, str], list[Spans], list[dict[str, Any]]]] = []
    for case in (case for case in cases if not case.get("alone")):
        changed = spans(case)
        of_data = any(file.startswith(("docs/data/", "docs/sample/")) for file in changed)
        stage = case["within"], of_data, case.get("stage", "")
        for common, taken, group in groups:
            if common == stage and len(group) < _TOGETHER and all(apart(changed, each) for each in taken):
                taken.append(changed)
                group.append(case)
                break
        else:
            groups.append((stage, [changed], [case]))
    return [group for _, _, group in groups] + [[case] for case in cases if case.get("alone")]


def break_together(root: Path, cases: list[dict[str, Any]]) -> list[str]:
    """Change a copy of the sources as the cases say, and return the messages that it must bring."""
    broken: list[list[tuple[str, int]]] = []
    for case in cases:
        made: list[tuple[str, int]] = []
        for each in case["changes"]:
            file, before = each["file"], length(root / each["file"])
            line = change(root, **each)
            more = length(root / file) - before
            # What an earlier case broke further down has moved.
            broken = [
                [(name, at + more if name == file and at > line else at) for name, at in other] for other in broken
            ]
            made.append((file, line))
        broken.append(made)
    return [
        with_lines(message, [line for _, line in made])
        for case, made in zip(cases, broken, strict=True)
        for message in case["expected"].splitlines()
    ]


def length(file: Path) -> int:
    """How many lines a file has; none where it is not there."""
    return len(file.read_bytes().split(b"\n")) if file.is_file() else 0


def by_place(message: str) -> tuple[str, int, str]:
    path, line, rest = message.split(":", 2)
    return path, int(line), rest


def with_lines(message: str, lines: list[int]) -> str:
    """A message with its `{line}` marks replaced."""
    return re.sub(
        r"\{line(?:\.(\d+))?([+-]\d+)?\}", lambda mark: str(lines[int(mark[1] or 1) - 1] + int(mark[2] or 0)), message
    )


def change(
    root: Path,
    file: str,
    *,
    entry: str = "",
    line: str = "",
    by: str = "",
    append: str = "",
    write: str | None = None,
    encoding: str = "utf-8",
    delete: bool = False,
    rename: str = "",
) -> int:
    """Change a file as a case says (see the head of this file), and return the line of the change."""
    path = root / file
    if rename:
        path.rename(root / rename)
        return 1
    lines = path.read_text(encoding="utf-8").split("\n") if path.is_file() else []
    path.unlink(missing_ok=True)
    number = 0
    if delete:
        return 1
    if entry or line:
        number, end = place(lines, entry or line, whole=bool(entry))
        indent = lines[number][: len(lines[number]) - len(lines[number].lstrip())]
        lines[number:end] = [indent + each if each else each for each in by.rstrip("\n").split("\n")] if by else []
    elif append:
        number = len(lines) - 1
        lines[number:] = append.split("\n")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(("\n".join(lines) if write is None else write).encode(encoding))
    return number + 1


def place(lines: list[str], beginning: str, whole: bool) -> tuple[int, int]:
    """Where the line that begins so stands, and where it, or the whole entry, ends."""
    number = next(n for n, text in enumerate(lines) if text.lstrip().startswith(beginning))
    end, indent = number + 1, len(lines[number]) - len(lines[number].lstrip())
    while whole and end < len(lines) and (not lines[end].strip() or lines[end].startswith(" " * (indent + 1))):
        end += 1
    while not lines[end - 1].strip():
        end -= 1
    return number, end
