"""Content controls: what a reader types into, ticks or chooses from, found by the tag of its field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count

from docx.document import Document

from ...model.languages import Language
from ...model.signs import SIGNS
from ..letter import EMPTY_BOX, TICKED_BOX
from .markup import Element, clipped, element, paragraph, run
from .prompts import STYLE, Prompts

_TAG_LIMIT, _TITLE_LIMIT, _CHOICE_LIMIT = 64, 64, 255
_BOX_FONT = "Segoe UI Symbol"


HELD = "\u2060\u00a0\u2060"
"""Between a box and its label, which do not part at the end of a line: neither sign beside the blank is seen."""


class Controls:
    """The content controls of one document; each gets a number of its own."""

    def __init__(self, language: Language, typed: str):
        """
        Args:
            language: that of the calendars and of the words that the controls show.
            typed: the character style of what is typed.
        """
        self._language = language
        self._typed = typed
        self._numbers = count(1)
        self._prompts = Prompts()

    def text(self, tag: str, title: str, prompt: str, *, locked: bool, several: bool = False) -> Element:
        """A control for words on a line, or on several, to stand in a paragraph.

        Args:
            tag: what programs find it by; at most 64 characters.
            title: what Word shows above it while one types; clipped to the 64 characters that Word takes.
            prompt: what it shows while it is empty.
            locked: whether Word keeps it from being deleted.

        Raises:
            ValueError: for a tag that Word would cut.
        """
        return self._with_prompt(
            tag, title, prompt, locked=locked, kind=element("w:text", **({"multiLine": "1"} if several else {}))
        )

    def long_text(self, tag: str, title: str, prompt: str, *, locked: bool, style: str = "FormAnswer") -> Element:
        """A control for paragraphs of a style, to stand in a cell or on a page; see `text`."""
        return self._with_prompt(tag, title, prompt, locked=locked, kind=element("w:richText"), block=style)

    def date(self, tag: str, title: str, prompt: str, *, locked: bool, pattern: str = "yyyy-MM-dd") -> Element:
        """A control with a calendar, to stand in a paragraph; see `text`. `pattern` is how Word writes the day."""
        return self._with_prompt(tag, title, prompt, locked=locked, kind=self._calendar(pattern, "date"))

    def moment(self, tag: str, title: str, prompt: str, *, locked: bool, pattern: str = "yyyy-MM-dd HH:mm") -> Element:
        """A control for a day and a time of day, to stand in a paragraph; see `date`."""
        return self._with_prompt(tag, title, prompt, locked=locked, kind=self._calendar(pattern, "dateTime"))

    def choice(self, tag: str, title: str, prompt: str, *, locked: bool, options: list[tuple[str, str]]) -> Element:
        """A drop-down list of options, each a value and the label for it, to stand in a paragraph; see `text`."""
        kind = element(
            "w:dropDownList",
            *(
                element("w:listItem", displayText=clipped(label, _CHOICE_LIMIT), value=value)
                for value, label in options
            ),
        )
        return self._with_prompt(tag, title, prompt, locked=locked, kind=kind)

    def standing(self, tag: str, title: str, said: str, options: Sequence[str]) -> Element:
        """Words that stand, with the others in a list that may take their place; see `text`."""
        kind = element("w:dropDownList", *(element("w:listItem", displayText=each, value=each) for each in options))
        properties = self._properties(tag, title, kind, locked=True)
        return element("w:sdt", properties, element("w:sdtContent", run(said)))

    def tick(self, tag: str, title: str, *, locked: bool) -> Element:
        """A box to tick, to stand in a paragraph; see `text`."""
        kind = element(
            "w14:checkbox",
            element("w14:checked", val="0"),
            element("w14:checkedState", val=f"{ord(TICKED_BOX):04X}", font=_BOX_FONT),
            element("w14:uncheckedState", val=f"{ord(EMPTY_BOX):04X}", font=_BOX_FONT),
        )
        box = run(EMPTY_BOX)
        box.insert(
            0,
            element(
                "w:rPr", element("w:rFonts", ascii=_BOX_FONT, eastAsia=_BOX_FONT, hAnsi=_BOX_FONT, hint="eastAsia")
            ),
        )
        return element("w:sdt", self._properties(tag, title, kind, locked=locked), element("w:sdtContent", box))

    def ticks(self, tag: str, title: str, options: Sequence[tuple[str, str]], *, locked: bool) -> Element:
        """Boxes to tick within a sentence, each of a tag and its label; see `text`. What is chosen may be said in their place."""
        parts: list[Element] = []
        for own, label in options:
            parts += [run("\u2003")] if parts else []
            parts += [self.tick(own, label, locked=False), run(HELD), run(label, self._language)]
        properties = self._properties(tag, title, element("w:richText"), locked=locked)
        properties.insert(0, element("w:rPr", element("w:rStyle", val=self._typed)))
        return element("w:sdt", properties, element("w:sdtContent", *parts))

    def repeated(self, tag: str, title: str, rows: list[Element]) -> Element:
        """Rows of a table of which a reader can add more; each holds the same controls."""
        items = [
            element(
                "w:sdt",
                element("w:sdtPr", element("w:id", val=next(self._numbers)), element("w15:repeatingSectionItem")),
                element("w:sdtContent", row),
            )
            for row in rows
        ]
        return element(
            "w:sdt",
            self._properties(tag, title, element("w15:repeatingSection"), locked=False),
            element("w:sdtContent", *items),
        )

    def wrapped(self, tag: str, blocks: list[Element]) -> Element:
        """Blocks that belong together, found by a tag; nothing of it shows."""
        properties = element(
            "w:sdtPr",
            element("w:tag", val=tag),
            element("w:id", val=next(self._numbers)),
            element("w15:appearance", val="hidden"),
        )
        return element("w:sdt", properties, element("w:sdtContent", *blocks))

    def removable(self, tag: str, title: str, blocks: list[Element]) -> Element:
        """Blocks that a reader deletes together."""
        properties = self._properties(tag, title, element("w:richText"), locked=False)
        return element("w:sdt", properties, element("w:sdtContent", *blocks))

    def keep_prompts_in(self, document: Document, called: Mapping[str, str]) -> None:
        """Add the prompts of all controls made so far to the document; `called`: see `Prompts.keep_in`."""
        self._prompts.keep_in(document, called)

    def _with_prompt(
        self, tag: str, title: str, prompt: str, *, locked: bool, kind: Element, block: str = ""
    ) -> Element:
        # A line to write on by hand is as dark as the words around it.
        words = run(prompt, self._language, STYLE if prompt.strip("＿_") else None)
        return element(
            "w:sdt",
            self._properties(tag, title, kind, locked=locked, prompt=prompt),
            element("w:sdtContent", paragraph(block, words) if block else words),
        )

    def _calendar(self, pattern: str, kept_as: str) -> Element:
        return element(
            "w:date",
            element("w:dateFormat", val=pattern),
            element("w:lid", val=SIGNS[self._language].locale),
            element("w:storeMappedDataAs", val=kept_as),
            element("w:calendar", val="gregorian"),
        )

    def _properties(self, tag: str, title: str, kind: Element, *, locked: bool, prompt: str | None = None) -> Element:
        if len(tag) > _TAG_LIMIT:
            raise ValueError(f"'{tag}' is longer than the {_TAG_LIMIT} characters that Word keeps of a tag")
        # The order is that of the schema; Word offers to repair a file that keeps another.
        properties = element(
            "w:sdtPr",
            element("w:alias", val=clipped(title, _TITLE_LIMIT)),
            element("w:tag", val=tag),
            element("w:id", val=next(self._numbers)),
        )
        if locked:
            properties.append(element("w:lock", val="sdtLocked"))
        if prompt is not None:
            properties.insert(0, element("w:rPr", element("w:rStyle", val=self._typed)))
            properties.append(element("w:placeholder", element("w:docPart", val=self._prompts.name(prompt))))
            properties.append(element("w:showingPlcHdr"))
        properties.append(kind)
        return properties
