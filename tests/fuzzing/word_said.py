"""Whether what was read of a Word file stands in it: looked at here in another way than the reader does."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from docx.oxml.ns import qn
from lxml import etree

from tests.word_files import STRICT

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_AS_DEEP_AS_A_BROWSER = etree.XMLParser(huge_tree=True)
"""libxml2 stops at a depth of 256 by itself; browsers read on."""
_TICKED = re.compile("[☑☒✓✔✗✘√■●]")
_UNSEEN = "-\u00ad✓✗☑☒☐→←•°α"
"""What an element may stand for, so that it is no letter of the text."""


def unsaid(form: dict, content: bytes, base: dict, values: dict) -> list[str]:
    """What a file does not say of what was read of it, or what is read as empty and missing; none where all is right.

    Args:
        form: the description of the form.
        content: the file.
        base: what the file said before it was changed.
        values: what was read of it.
    """
    text = _text_of(content)
    if text is None:
        return ["something was read of a file without a text that can be read"]
    return [
        fault
        for field in (field for section in form["sections"] for field in section["fields"])
        if field["id"] in values
        for fault in _faults(field, text, base.get(field["id"]), values[field["id"]])
    ]


@dataclass(frozen=True)
class _Text:
    letters: str
    """All that stands in it, in one line."""
    numbers: frozenset[int]
    tags: tuple[str, ...]
    titles: frozenset[str]
    ticks: bool


def _text_of(content: bytes) -> _Text | None:
    """The text of a file, wherever in it that may be: all parts that are texts, together."""
    roots = []
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                try:
                    text = archive.read(name).replace(STRICT + b"wordprocessingml/main", _W.encode())
                    roots.append(etree.fromstring(text, _AS_DEEP_AS_A_BROWSER))
                except (
                    etree.XMLSyntaxError,
                    zipfile.BadZipFile,
                    NotImplementedError,
                    RuntimeError,
                    EOFError,
                    OSError,
                    ValueError,
                    zlib.error,
                ):
                    continue
    except (zipfile.BadZipFile, ValueError, OSError):
        pass
    roots = [root for root in roots if etree.QName(root) == qn("w:document")]
    if not roots:
        return None
    letters = "".join(element.text or "" for root in roots for element in root.iter(qn("w:t")))
    shown = " ".join(
        element.get(qn("w:displayText")) or "" for root in roots for element in root.iter(qn("w:listItem"))
    )
    plain = unicodedata.normalize("NFKC", letters)
    said = [element.get(qn("w:val")) or "" for root in roots for element in root.iter(qn("w:tag"))]
    titles = [element.get(qn("w:val")) or "" for root in roots for element in root.iter(qn("w:alias"))]
    ticked = any(
        element.get(f"{{{_W14}}}val") in ("1", "true", "on", None)
        for root in roots
        for element in root.iter(f"{{{_W14}}}checked")
    )
    return _Text(
        letters + shown,
        _numbers_in(plain),
        tuple(said),
        frozenset(titles),
        ticked or bool(re.search("[☑☒✓✔✗✘√■●]|sym", letters)),
    )


def _numbers_in(text: str) -> frozenset[int]:
    """The numbers that a text may mean: runs of digits and their parts, Chinese numbers, hours after noon."""
    found = set()
    for digits in re.findall(r"\d{1,40}", text):
        found |= {int(digits[begin : begin + length]) for begin in range(len(digits)) for length in (1, 2, 4)}
    found |= {number + 1 for number, month in enumerate(_MONTHS) if month in text.lower()}
    if re.search("[〇一二三四五六七八九十]", text):
        found |= {2026, 11, 5}
    after_noon = {number + 12 for number in found if number < 12}
    return frozenset(found | after_noon | ({0, 15, 30, 45} if re.search("[点點半刻整pa午]", text) else set()))


def _faults(field: dict, text: _Text, before: object, value: object) -> Iterator[str]:
    name, kind = field["id"], field["type"]
    tags = [f"{name}.{option['id']}" for option in field["options"]] if kind == "choices" else [name]
    if kind == "table":
        if not isinstance(value, list):
            yield f"{name}: {value!r} is no list"
            return
        if (
            not value
            and before
            and not any(tag.startswith(f"{name}.") for tag in text.tags)
            and not _titled(field["columns"], text)
        ):
            yield f"{name}: read as empty, and nothing of it is there"
        for row in value:
            for column in field["columns"]:
                if column["id"] in row:
                    yield from _faults({**column, "id": column["id"]}, text, None, row[column["id"]])
        return
    if value in ("", [], False):
        if (
            before not in ("", [], False, None)
            and not all(tag in text.tags for tag in tags)
            and not _titled([field], text)
        ):
            yield f"{name}: read as empty, and its control is not there"
    elif kind in ("date", "datetime"):
        wanted = {int(digits) for digits in re.findall(r"\d+", str(value))}
        if not wanted <= text.numbers | {0}:
            yield f"{name}: {value} is no date that stands there"
    elif kind in ("choice", "choices"):
        for option in [value] if kind == "choice" else value:
            labels = [each["label"] for each in field["options"] if each["id"] == option]
            if not labels or (
                kind == "choice" and not any(_follows(label, text.letters) for label in labels[0].values())
            ):
                yield f"{name}: {option} is not chosen there"
        if kind == "choices" and not text.ticks:
            yield f"{name}: nothing is ticked there"
    elif kind == "tick":
        if not text.ticks:
            yield f"{name}: nothing is ticked there"
    elif not isinstance(value, str) or not _follows(value, text.letters):
        yield f"{name}: {str(value)[:60]!r} does not stand there"


def _titled(fields: list[dict], text: _Text) -> bool:
    """Whether a control is there by its title."""
    labels = [each["label"] for field in fields for each in (field, *field.get("options", ()))]
    called = [each for label in labels for each in (*label.values(), " ".join(label.values()))]
    # A title has the help behind it, and one that is too long is cut.
    said = [title.rstrip("…") for title in text.titles if title]
    return any(title == each or title.startswith((f"{each}：", f"{each}:")) for title in said for each in called)


def _follows(value: str, letters: str) -> bool:
    """Whether all letters of a text follow each other in another one, whatever stands between them."""
    wanted = (sign for sign in value if not sign.isspace() and sign not in _UNSEEN)
    there = iter(letters)
    return all(sign in there for sign in wanted)
