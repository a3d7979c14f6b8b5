"""Word files changed at random: their bytes, their packages, their texts."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from docx.oxml.ns import qn
from lxml import etree

from tests.word_files import DOCUMENT, STRICT, elements, packed, parts_of, run

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_MARK = 'w:id="9" w:author="A" w:date="2026-11-05T10:00:00Z"'
TEXTS = (
    "2026年11月5日 下午3:00",
    "5/11/2026",
    "11月5日",
    "5 November 2026 at 3 pm",
    "尽快",
    "二〇二六年十一月五日",
    "2026-02-30",
    "９９９９/９９/９９",
    "",
    " ",
    "\u00a0" * 5,
    "☑",
    "☐",
    "✓",
    "x" * 60_000,
    "字" * 3_000,
    "𠮷😀\u202e",
    "=1+1",
    "</w:t>",
    "&#0;",
    "$& $1",
    "__proto__",
    "电话",
    "mail",
)
_SIGNS = (
    "<w:noBreakHyphen/>",
    "<w:softHyphen/>",
    "<w:br/>",
    "<w:cr/>",
    "<w:tab/>",
    '<w:sym w:font="Wingdings" w:char="F0FC"/>',
    '<w:sym w:font="Wingdings" w:char="FFFF"/>',
    "<w:sym/>",
    "<w:drawing/>",
    "<w:pict/>",
    "<w:footnoteReference/>",
    "<w:ruby><w:rt/><w:rubyBase/></w:ruby>",
)
_WRAPPED = (
    "ins",
    "del",
    "moveFrom",
    "moveTo",
    "sdt",
    "hyperlink",
    "smartTag",
    "customXml",
    "fldSimple",
    "ruby",
    "pict",
    "r",
    "p",
    "tr",
)
_PROPERTIES = ("tag", "alias", "showingPlcHdr", "id", "date", "text", "dropDownList", "placeholder", "lock")


@dataclass(frozen=True)
class Mutant:
    """A file that was changed."""

    ways: tuple[str, ...]
    content: bytes
    said: dict
    """What was read of it before it was changed."""


def mutants(chance: random.Random, files: list[tuple[bytes, dict]], number: int) -> Iterator[Mutant]:
    """So many files, each made by one to four changes of one of those that are given with what is read of them."""
    for _ in range(number):
        content, said = chance.choice(files)
        if chance.random() < 0.2:
            way = chance.choice(_BYTES)
            yield Mutant((way.__name__,), way(chance, content), said)
            continue
        parts, ways = parts_of(content), []
        root = etree.fromstring(parts[DOCUMENT])
        for _ in range(chance.randint(1, 4)):
            change = chance.choice(_TREES)
            change(chance, root)
            ways.append(change.__name__)
        parts[DOCUMENT] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        if chance.random() < 0.3:
            package = chance.choice(_PACKAGES)
            parts = package(chance, parts)
            ways.append(package.__name__)
        yield Mutant(tuple(ways), packed(parts), said)


# --- bytes -----------------------------------------------------------------------------------------------------------


def flipped(chance: random.Random, content: bytes) -> bytes:
    found = bytearray(content)
    for _ in range(chance.choice((1, 1, 8, 100))):
        found[chance.randrange(len(found))] ^= 1 << chance.randrange(8)
    return bytes(found)


def cut(chance: random.Random, content: bytes) -> bytes:
    begin = chance.randrange(len(content))
    return chance.choice(
        (content[:begin], content[begin:], content[:begin] + content[begin + chance.randint(1, 500) :])
    )


def spliced(chance: random.Random, content: bytes) -> bytes:
    begin, at = chance.randrange(len(content)), chance.randrange(len(content))
    piece = chance.choice((content[begin : begin + 300], b"\0" * 300, b"PK\x05\x06" * 20, chance.randbytes(300)))
    return content[:at] + piece + content[at + chance.choice((0, len(piece))) :]


def numbered_otherwise(chance: random.Random, content: bytes) -> bytes:
    """A number in the directory of the archive is another one."""
    found = bytearray(content)
    places = [match.start() for match in re.finditer(b"PK\x01\x02|PK\x05\x06", content)]
    at = chance.choice(places) + chance.choice((8, 10, 12, 16, 20, 24, 28, 30, 32, 42))
    found[at : at + 4] = chance.choice((b"\0\0\0\0", b"\xff\xff\xff\xff", chance.randbytes(4), b"\x01\0\0\0"))
    return bytes(found[: len(content)])


# --- packages --------------------------------------------------------------------------------------------------------


def renamed(chance: random.Random, parts: dict[str, bytes]) -> dict[str, bytes]:
    old, new = (
        chance.choice(list(parts)),
        chance.choice(("word/document2.xml", "WORD/DOCUMENT.XML", "../x.xml", "a\\b.xml", "x")),
    )
    told = chance.random() < 0.5
    return {
        (new if name == old else name): content.replace(old.encode(), new.encode())
        if told and name.endswith((".rels", "Types].xml"))
        else content
        for name, content in parts.items()
    }


def lost(chance: random.Random, parts: dict[str, bytes]) -> dict[str, bytes]:
    gone = chance.choice(list(parts))
    return {name: content for name, content in parts.items() if name != gone}


def led_astray(chance: random.Random, parts: dict[str, bytes]) -> dict[str, bytes]:
    """The relationships lead elsewhere."""
    target = chance.choice(
        (b"http://example.org/x", b"", b"../../etc/passwd", b"_rels/.rels", b"%", b"word/document.xml#x", b"//x")
    )
    return {**parts, "_rels/.rels": re.sub(rb'Target="[^"]*"', b'Target="' + target + b'"', parts["_rels/.rels"])}


def rewritten(chance: random.Random, parts: dict[str, bytes]) -> dict[str, bytes]:
    """A part, most often the text, as another program would write it, or as none should."""
    name = chance.choice((DOCUMENT, DOCUMENT, *parts))
    text = parts[name].decode("utf-8", "replace")
    bare = text.partition("?>")[2] or text
    return {
        **parts,
        name: chance.choice(
            (
                bare.encode("utf-16"),
                bare.encode("utf-8-sig"),
                bare.encode("utf-16-be"),
                f"<!DOCTYPE a [<!ENTITY b 'c'>]>{bare}".encode(),
                bare[: chance.randrange(1, len(bare) + 1)].encode(),
                bare.replace("<w:", "<", 5).encode(),
                b"",
                b"<a/>",
                b"\xff" * 50,
                text.replace(_W, f"{STRICT.decode()}wordprocessingml/main").encode(),
                ("<a>" * 3_000 + "</a>" * 3_000).encode(),
                bare.replace("<w:t", "<w:t x='" + "y" * 10_000 + "'", 1).encode(),
                b"<a>" + b"<b/>" * 300_000 + b"</a>",
            )
        ),
    }


def doubled(_chance: random.Random, parts: dict[str, bytes]) -> dict[str, bytes]:
    return {**parts, "word/document2.xml": parts[DOCUMENT], "xl/workbook.xml": b"<a/>"}


# --- texts -----------------------------------------------------------------------------------------------------------


def _any(chance: random.Random, root: etree._Element, *names: str) -> etree._Element:
    found = list(root.iter(*(qn(f"w:{name}") for name in names))) or list(root.iter())[1:] or [root]
    return chance.choice(found)


def element_gone(chance: random.Random, root: etree._Element) -> None:
    gone = _any(
        chance,
        root,
        *chance.choice((("sdt",), ("sdtContent",), ("sdtPr",), ("tr",), ("tc",), ("p",), ("r",), ("t",), _PROPERTIES)),
    )
    if gone.getparent() is not None:
        gone.getparent().remove(gone)


def element_twice(chance: random.Random, root: etree._Element) -> None:
    element = _any(chance, root, *chance.choice((("sdt",), ("tr",), ("p",), ("r",), ("t",), _PROPERTIES)))
    if element.getparent() is not None:
        element.addnext(etree.fromstring(etree.tostring(element)))


def element_moved(chance: random.Random, root: etree._Element) -> None:
    element, there = _any(chance, root, "sdt", "tr", "p", "r"), _any(chance, root, "tc", "p", "sdtContent", "body")
    if element.getparent() is not None and element is not there and element not in there.iterancestors():
        there.append(element)


def element_wrapped(chance: random.Random, root: etree._Element) -> None:
    element, name = _any(chance, root, "r", "r", "t", "p", "sdt", "tr"), chance.choice(_WRAPPED)
    if element.getparent() is not None:
        around = elements(f"<w:{name} {_MARK}/>")[0]
        element.addprevious(around)
        around.append(element)


def stands_twice(chance: random.Random, root: etree._Element) -> None:
    element = _any(chance, root, "r", "p", "sdt")
    if element.getparent() is not None:
        double = elements("<mc:AlternateContent><mc:Choice Requires='w14'/><mc:Fallback/></mc:AlternateContent>")[0]
        element.addprevious(double)
        double[1].append(etree.fromstring(etree.tostring(element)))
        double[0].append(element)


def end_or_row_marked(chance: random.Random, root: etree._Element) -> None:
    element = _any(chance, root, "tr", "p", "tc")
    kind = etree.QName(element).localname
    properties = "tcPr" if kind == "tc" else "trPr" if kind == "tr" else "pPr"
    mark = f"<w:rPr><w:del {_MARK}/></w:rPr>" if kind == "p" else f"<w:{'cellDel' if kind == 'tc' else 'del'} {_MARK}/>"
    element.insert(0, elements(f"<w:{properties}>{mark}</w:{properties}>")[0])


def properties_gone(chance: random.Random, root: etree._Element) -> None:
    name = chance.choice(_PROPERTIES)
    for found in list(root.iter(qn(f"w:{name}"), f"{{{_W14}}}checkbox" if chance.random() < 0.2 else qn(f"w:{name}"))):
        if chance.random() < 0.8:
            found.getparent().remove(found)


def attribute_otherwise(chance: random.Random, root: etree._Element) -> None:
    element, other = _any(chance, root), _any(chance, root)
    if element.attrib:
        name = chance.choice(list(element.attrib))
        if chance.random() < 0.3:
            del element.attrib[name]
        else:
            element.set(name, chance.choice([*other.attrib.values(), "", "-1", "true", "x" * 300]))


def typed(chance: random.Random, root: etree._Element) -> None:
    """Somebody types: a control gets another text."""
    control = _any(chance, root, "sdt")
    content = control.find(qn("w:sdtContent"))
    if content is not None and not list(content.iter(qn("w:tr"))):
        for prompt in list(control.iter(qn("w:showingPlcHdr"))):
            prompt.getparent().remove(prompt)
        inside = run(chance.choice(TEXTS)) + "<w:r>" + "".join(chance.sample(_SIGNS, chance.randint(0, 3))) + "</w:r>"
        content[:] = elements(
            chance.choice((inside, f"<w:p>{inside}</w:p>", f"<w:p>{inside}</w:p><w:p>{inside}</w:p>"))
        )


def letters_otherwise(chance: random.Random, root: etree._Element) -> None:
    element = _any(chance, root, "t")
    if element.text:
        at = chance.randrange(len(element.text))
        element.text = (
            element.text[:at]
            + chance.choice("0123456789年月日:-/ 上下午☑☐x")
            + element.text[at + chance.randint(0, 1) :]
        )


def nested(chance: random.Random, root: etree._Element) -> None:
    element = _any(chance, root, "sdtContent")
    depth = chance.choice((5, 100))
    inner = f"{'<w:sdt><w:sdtContent>' * depth}{run('deep')}{'</w:sdtContent></w:sdt>' * depth}"
    element.extend(elements(inner))


_BYTES = (flipped, cut, spliced, numbered_otherwise)
_PACKAGES = (renamed, lost, led_astray, rewritten, doubled)
_TREES = (
    element_gone,
    element_twice,
    element_moved,
    element_wrapped,
    stands_twice,
    end_or_row_marked,
    properties_gone,
    attribute_otherwise,
    typed,
    typed,
    letters_otherwise,
    nested,
)
