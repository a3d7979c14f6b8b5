"""The places of a Word file: content controls and form fields, and marks in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from ...model.own_form import Found, Left, Place, Widget, gathered
from . import bound
from .archive import Parts, Unfit, attribute, is_on, marks

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_WITH_TEXT = {"header", "footer", "footnotes", "endnotes"}
NO_ANSWER = ("docPartObj", "docPartList", "picture", "equation", "citation", "bibliography", "group")
"""Controls of these kinds hold no answer of anybody."""
LOCKED = ("contentLocked", "sdtContentLocked")
_WIDGETS: tuple[tuple[str, Widget], ...] = (
    *((f"{W}dropDownList", "choice"), (f"{W}comboBox", "choice")),
    *((f"{W}date", "date"), (f"{_W14}checkbox", "tick")),
)
_FEWEST = 2
GOOGLE = re.compile(r"goog_rdk_\d+")
"""Google Docs tags any piece of text so, for its own remarks."""
_MERGED = re.compile(r'\bMERGEFIELD\s+(?:"([^"]+)"|([^\s\\]+))')


def find(content: bytes) -> Found:
    """What bears a name in a Word file.

    Raises:
        Closed: where nothing can be filled in, `Unfit` where it is none of its kind.
        BadZipFile, XMLSyntaxError, KeyError, ValueError: for one that is damaged.
    """
    parts = Parts(content)
    if "word/document.xml" not in parts and "[Content_Types].xml" not in parts:
        raise Unfit("is no Word file inside")
    main = parts.main()
    root = parts.tree(main)
    if root.tag != f"{W}document":
        raise Unfit("is no Word file inside")
    others = {part for kind, part in parts.related(main).values() if kind in _WITH_TEXT and part in parts}
    trees = {main: root, **{part: parts.tree(part) for part in sorted(others)}}
    shared = bound.names(trees.values(), _own_name)
    reader = _Reader(shared)
    used = [part for part, tree in trees.items() if reader.read(tree)]
    document: dict[str, Any] = {"parts": used}
    if shared:
        document["bound"] = {bound.written(each): name for each, name in shared.items()}
    return gathered(reader.places, unnamed=reader.unnamed, left=reader.left, document=document)


class _Reader:
    """Reads one part after the other."""

    def __init__(self, shared: dict[tuple[str, str, str], str]) -> None:
        """`shared`: the name of the place to which each binding belongs."""
        self._shared = shared
        self._mirrors = 0
        self.places: list[Place] = []
        self.left: list[Left] = []
        self.unnamed = 0

    def read(self, root: etree._Element) -> bool:
        """Take note of all in a part, and say whether anything is filled in there."""
        before = len(self.places) + self._mirrors
        for element in root.iter(f"{W}sdt", f"{W}ffData", f"{W}p"):
            if element.tag == f"{W}sdt":
                self._control(element)
            elif element.tag == f"{W}ffData":
                self._field(element)
            else:
                words = "".join(text.text or "" for text in element.iter(f"{W}t") if _is_own(text, element))
                self.places += [Place(name, where=({"marked": True},)) for name in marks(words)]
                self._merged(element)
        return len(self.places) + self._mirrors > before

    def _leave(self, name: str, why: str) -> None:
        if (left := Left(name, why)) not in self.left:
            self.left.append(left)

    def _merged(self, paragraph: etree._Element) -> None:
        """Fields of a mail merge are no places: what stands in them is told by their name."""
        codes = "".join(each.text or "" for each in paragraph.iter(f"{W}instrText"))
        for code in (codes, *(attribute(each, f"{W}instr") for each in paragraph.iter(f"{W}fldSimple"))):
            for quoted, plain in _MERGED.findall(code):
                self._leave(quoted or plain, "is a field of a mail merge instead of {{name}}")

    def _control(self, control: etree._Element) -> None:
        properties = control.find(f"{W}sdtPr")
        if properties is None:
            return
        name, shown = name_of(properties), attribute(properties.find(f"{W}alias"), f"{W}val")
        if holds_others(control):
            if name and not _holds_controls(control):
                self._leave(name, "stands around a table or several cells")
            return
        if any(properties.find(f"{W}{each}") is not None for each in NO_ANSWER):
            if name and properties.find(f"{W}picture") is not None:
                self._leave(name, "takes a picture")
            return
        locked = _is_locked(properties)
        mirrored = self._shared.get(bound.binding(control))
        if mirrored and (locked or mirrored != name) and not bound.is_within_bound(control):
            # What another control asks for is shown here too.
            self._mirrors += 1
            return
        if not name:
            self.unnamed += not _is_of_google(properties)
            return
        if _is_repeated(control):
            self._leave(name, "stands in several rows that repeat")
            return
        if locked:
            self.left.append(Left(name, "is locked"))
            return
        if bound.is_within_bound(control):
            self._leave(name, "stands in what Word makes from another part of the file")
            return
        found = next(((each, widget) for tag, widget in _WIDGETS if (each := properties.find(tag)) is not None), None)
        if not found:
            lines = attribute(properties.find(f"{W}text"), f"{W}multiLine")
            self.places.append(Place(name, "lines" if lines and is_on(lines) else "text", shown))
            return
        kind, widget = found
        self._add(Place(name, widget, shown, tuple(_items(kind)) if widget == "choice" else ()))

    def _field(self, data: etree._Element) -> None:
        name = attribute(data.find(f"{W}name"), f"{W}val") or _bookmark_in(data)
        box, choice = data.find(f"{W}checkBox"), data.find(f"{W}ddList")
        enabled = data.find(f"{W}enabled")
        if not name:
            self.unnamed += 1
        elif enabled is not None and not is_on(enabled.get(f"{W}val")):
            self.left.append(Left(name, "is locked"))
        elif box is not None:
            self.places.append(Place(name, "tick"))
        elif choice is not None:
            said = [attribute(each, f"{W}val") for each in choice.iter(f"{W}listEntry")]
            self._add(Place(name, "choice", "", tuple((each, each) for each in dict.fromkeys(said) if each.strip())))
        else:
            kind = attribute(data.find(f"{W}textInput/{W}type"), f"{W}val")
            if kind in ("calculated", "currentTime", "currentDate"):
                self.left.append(Left(name, "is reckoned by Word"))
            else:
                self.places.append(Place(name, "date" if kind == "date" else "number" if kind == "number" else "text"))

    def _add(self, place: Place) -> None:
        if place.widget == "choice" and len(place.options) < _FEWEST:
            self.left.append(Left(place.name, "lists fewer than two answers"))
        else:
            self.places.append(place)


def name_of(properties: etree._Element) -> str:
    """The name of a content control: its tag, else its title; blanks are no name."""
    tag = "" if _is_of_google(properties) else attribute(properties.find(f"{W}tag"), f"{W}val")
    title = attribute(properties.find(f"{W}alias"), f"{W}val")
    return tag if tag.strip() else title if title.strip() else ""


def _own_name(control: etree._Element) -> str:
    """The name of a control that can be filled in by itself, a blank for others."""
    properties = control.find(f"{W}sdtPr")
    if properties is None or _is_locked(properties) or _is_repeated(control) or bound.is_within_bound(control):
        return ""
    return name_of(properties) if _is_place(control) else ""


def _is_locked(properties: etree._Element) -> bool:
    return attribute(properties.find(f"{W}lock"), f"{W}val") in LOCKED


def _is_of_google(properties: etree._Element) -> bool:
    return bool(GOOGLE.fullmatch(attribute(properties.find(f"{W}tag"), f"{W}val")))


def holds_others(control: etree._Element) -> bool:
    """Whether a control is only around others, around a table or several cells, or around rows that repeat."""
    properties = control.find(f"{W}sdtPr")
    repeats = properties is not None and any(
        properties.find(f"{_W15}{name}") is not None for name in ("repeatingSection", "repeatingSectionItem")
    )
    return (
        repeats
        or _holds_controls(control)
        or next(control.iter(f"{W}tbl"), None) is not None
        or sum(1 for _ in control.iter(f"{W}tc")) > 1
    )


def _holds_controls(control: etree._Element) -> bool:
    return any(each is not control for each in control.iter(f"{W}sdt"))


def _is_repeated(control: etree._Element) -> bool:
    """Whether a control stands in one of several rows of a section that repeats: one answer is none for all of them."""
    for item in control.iterancestors(f"{W}sdt"):
        around = item.getparent()
        if around is not None and _is_item(item) and sum(map(_is_item, around)) > 1:
            return True
    return False


def _is_item(control: etree._Element) -> bool:
    return control.find(f"{W}sdtPr/{_W15}repeatingSectionItem") is not None


def _bookmark_in(data: etree._Element) -> str:
    """The bookmark in a form field, by which LibreOffice names a box; Word names both alike."""
    depth = 0
    begin = next(data.iterancestors(f"{W}r"), data)
    for each in (begin, *begin.itersiblings()):
        if each.tag == f"{W}bookmarkStart" and depth == 1:
            return attribute(each, f"{W}name")
        turn = attribute(each.find(f"{W}fldChar"), f"{W}fldCharType")
        depth += {"begin": 1, "end": -1}.get(turn, 0)
        if depth == 0:
            break
    return ""


def _items(kind: etree._Element) -> Iterator[tuple[str, str]]:
    seen = set()
    items = list(kind.iter(f"{W}listItem"))
    # Word lists what it shows before an answer as one that says nothing of how it looks.
    prompts = (
        items[:1]
        if len(items) > 1 and [bool(each.get(f"{W}displayText")) for each in items[:2]] == [False, True]
        else ()
    )
    for item in items:
        if item in prompts:
            continue
        shown = attribute(item, f"{W}displayText") or attribute(item, f"{W}value")
        value = attribute(item, f"{W}value") or shown
        # The first item is often a prompt that has no value.
        if item.get(f"{W}value") != "" and value and value not in seen:
            seen.add(value)
            yield value, shown


def _is_own(text: etree._Element, paragraph: etree._Element) -> bool:
    """Whether a text is of this paragraph, and not within a control that is filled in as a whole."""
    for above in text.iterancestors():
        if above is paragraph:
            return not _in_control(paragraph)
        if above.tag == f"{W}p" or (above.tag == f"{W}sdt" and _is_place(above)):
            return False
    return False


def _in_control(paragraph: etree._Element) -> bool:
    return any(_is_place(above) for above in paragraph.iterancestors(f"{W}sdt"))


def _is_place(control: etree._Element) -> bool:
    properties = control.find(f"{W}sdtPr")
    if properties is None or holds_others(control) or not name_of(properties):
        return False
    return not any(properties.find(f"{W}{name}") is not None for name in NO_ANSWER)
