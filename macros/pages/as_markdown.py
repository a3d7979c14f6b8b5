"""A finished page's article → Markdown, for whoever reads without a browser: assistants in messengers, copying by hand.

CommonMark with tables as GitHub writes them. What only a browser or a script has a use for is left out.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import cast
from urllib.parse import urljoin

from lxml import etree

from ..downloads.rendering import for_markdown
from ..model.languages import Language
from ..model.signs import SIGNS
from ..shared.remembered import MEMORY, Later
from ..shared.trees import Element, texts_in, tree_of

_ARTICLE = re.compile(r'<article [^>]*id="content">(.*)</article>', re.DOTALL)
_LEFT_OUT = frozenset(
    {
        *("script", "style", "template", "svg", "nav", "button", "input", "select", "textarea", "output"),
        *("progress", "form-opener", "run-panel", "kept-here", "review-note", "site-search", "what-changed"),
    }
)
"""What shows a state, asks for something, or is drawn."""
_LEFT_OUT_CLASSES = frozenset(
    {
        *("print-only", "without-script", "only-with-script", "required"),
        *("term__definition", "download-row__more", "link-here", "cell-fold"),
    }
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SET_OFF = frozenset(("admonition-title", "pair__label"))
"""Lines that stand over what follows, as a heading would."""
_STRONG = frozenset(("tag", "choices__rank", "form-sheet__title"))
_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "dd", "details", "div", "dl", "dt", "fieldset", "figure"),
        *("footer", "form", "header", "hr", "legend", "li", "main", "ol", "p"),
        *("pre", "section", "summary", "table", "ul", *_HEADINGS),
    }
)
_MAY_BE_LEFT_OUT = etree.XPath("descendant::*[@class or @hidden or @aria-hidden='true']")
_BREAK = "\0"
"""A line break within a text, until it is known what one may be there."""


def article_of(page: str) -> str:
    """The article of a whole page, as HTML; blank where it has none."""
    found = _ARTICLE.search(page)
    return found[1] if found else ""


def as_markdown(article: str, address: str, root: str, language: Language) -> Later:
    """An article in Markdown, for whoever needs it once all pages are there, with links that hold wherever the text goes.

    Args:
        article: HTML.
        address: where the page stands, relative to the site's root.
        root: the site's own address with a closing slash, or `/` where it is unknown.
        language: of the page.
    """
    return MEMORY.later("markdown", article, urljoin(root, address), language, make=_written)


def _written(article: str, base: str, language: Language) -> str:
    tree = tree_of(article)
    _leave_out(tree)
    return "\n\n".join(_Writer(tree, base, language).blocks(tree)) + "\n"


class _Writer:
    """Writes elements that stand on one page."""

    def __init__(self, tree: Element, base: str, language: Language):
        self._base = base
        self._signs = SIGNS[language]
        self._frames: set[Element] = set()
        """What is a block, or holds one."""
        for block in tree.iter(*_BLOCKS):
            frame: Element | None = block
            while frame is not None and frame not in self._frames:
                self._frames.add(frame)
                frame = frame.getparent()

    def blocks(self, element: Element) -> Iterator[str]:
        """What an element holds, in paragraphs, lists and tables."""
        running: list[str] = [_text(element.text)]
        for child in element:
            if child in self._frames:
                if "".join(running).strip():
                    yield from _paragraph("".join(running))
                running = []
                yield from self._block(child)
            else:
                running.append(self._inline(child))
            running.append(_text(child.tail))
        yield from _paragraph("".join(running))

    def _block(self, element: Element) -> Iterator[str]:
        tag = element.tag
        if tag in _HEADINGS:
            yield f"{'#' * int(tag[1])} {_in_one_line(self._within(element))}"
        elif tag in ("ul", "ol"):
            yield from self._list(element)
        elif tag == "dl":
            yield from self._definitions(element)
        elif tag == "table":
            yield from self._table(element)
        elif tag in ("legend", "summary") or not _SET_OFF.isdisjoint((element.get("class") or "").split()):
            yield from (f"**{line}**" for line in _paragraph(_in_one_line(self._within(element))))
        elif tag == "blockquote" or _has_class(element, "message") or _has_class(element, "admonition"):
            yield from (_quoted(block) for block in ["\n\n".join(self.blocks(element))] if block)
        elif _has_class(element, "message__text") and tag != "div":
            yield from _paragraph(_BREAK.join(_text(line) for line in "".join(texts_in(element)).split("\n")))
        elif tag == "hr":
            yield "---"
        else:
            yield from self.blocks(element)

    def _list(self, element: Element) -> Iterator[str]:
        items = []
        for number, item in enumerate((child for child in element if child.tag == "li"), 1):
            said = "\n\n".join(self.blocks(item))
            if said:
                items.append(f"{number}. " * (element.tag == "ol") + "- " * (element.tag == "ul") + _inset(said))
        if items:
            yield ("\n\n" if any("\n\n" in item for item in items) else "\n").join(items)

    def _definitions(self, element: Element) -> Iterator[str]:
        """A list of names with what is said of each; what is more than a line stands below its name."""
        lines: list[str] = []
        for part in element.iter("dt", "dd"):
            if next(part.iterancestors("dl")) is not element:
                continue
            if part.tag == "dt":
                name = f"**{_in_one_line(self._within(part))}**{self._signs.colon}"
                continue
            said = list(self.blocks(part))
            if len(said) == 1 and not re.match(r"[-#>|]|\d+\. ", said[0]):
                lines.append(f"- {name}{_inset(said[0])}")
            elif said:
                yield from filter(None, ["\n".join(lines)])
                yield from (name.rstrip(), *said)
                lines = []
        yield from filter(None, ["\n".join(lines)])

    def _table(self, element: Element) -> Iterator[str]:
        rows = [[self._cell(cell) for cell in row if cell.tag in ("th", "td")] for row in element.iter("tr")]
        rows = [row for row in rows if any(row)]
        if not rows:
            return
        width = max(map(len, rows))
        lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in rows]
        lines.insert(1, "| " + " | ".join(["---"] * width) + " |")
        yield "\n".join(lines)

    def _cell(self, cell: Element) -> str:
        """One line: what stands in paragraphs or lists, in a row."""
        parts = (part for block in self.blocks(cell) for part in block.split("\n") if part)
        said = [re.sub(r"^(?:[-#>]+ |\d+\. )", "", part.strip()).replace("\\\n", " ") for part in parts]
        return " <br> ".join(said).replace("\\ <br>", " <br>")

    def _within(self, element: Element) -> str:
        """The text of an element whose parts stand in one line."""
        parts = [_text(element.text)]
        for child in element:
            parts.append(self._inline(child))
            parts.append(_text(child.tail))
        return "".join(parts)

    def _inline(self, element: Element) -> str:
        tag = element.tag
        if tag == "br":
            return _BREAK
        if tag == "img":
            return self._picture(element)
        said = self._within(element)
        bare = said.strip()
        if not bare:
            return said
        if tag == "a" and element.get("href"):
            said = said.replace(bare, f"[{bare}]({self._target(element.get('href', ''))})")
        elif _has_class(element.getparent(), "message__subject") and "data-copy-text" not in element.attrib:
            said = said.replace(bare, f"**{bare}**")
        elif tag in ("strong", "b") or not _STRONG.isdisjoint((element.get("class") or "").split()):
            said = said.replace(bare, f"**{bare}**") if "**" not in bare else said
        elif _has_class(element, "choices__because"):
            said = said.replace(bare, f"{self._signs.remark[0].strip()}{bare}{self._signs.remark[1]}")
        elif tag in ("code", "kbd"):
            said = said.replace(bare, _code(" ".join("".join(texts_in(element)).split())))
        return said

    def _picture(self, element: Element) -> str:
        """What a picture shows, in words, and where it is; nothing of one that only adorns."""
        said = _in_one_line(_text(element.get("alt")))
        linked = any(above.tag == "a" for above in element.iterancestors())
        return f"[{said}]({self._target(element.get('src', ''))})" if said and not linked else said

    def _target(self, href: str) -> str:
        return re.sub(r"[\s()<>]", lambda sign: f"%{ord(sign[0]):02X}", urljoin(self._base, href))


def _leave_out(tree: Element) -> None:
    """Take out of an article what is not read."""
    for element in cast("list[Element]", _MAY_BE_LEFT_OUT(tree)):
        classes = (element.get("class") or "").split()
        if (
            "hidden" in element.attrib
            or element.get("aria-hidden") == "true"
            or not _LEFT_OUT_CLASSES.isdisjoint(classes)
        ):
            element.tag = "template"
    etree.strip_elements(tree, etree.Comment, *_LEFT_OUT, with_tail=False)


def _has_class(element: Element | None, name: str) -> bool:
    return element is not None and name in (element.get("class") or "").split()


@functools.lru_cache(maxsize=1 << 15)  # most texts of a page stand on many
def _text(text: str | None) -> str:
    """A text of the page as it reads in Markdown, with blanks where the page has some."""
    if not text:
        return ""
    if text.isspace():
        return " "
    words = for_markdown(text)
    return (" " if text[0].isspace() else "") + words + (" " if text[-1].isspace() else "")


def _paragraph(said: str) -> Iterator[str]:
    lines = [" ".join(line.split()) for line in said.split(_BREAK)]
    whole = "\\\n".join(line for line in lines if line)
    if whole:
        yield whole


def _in_one_line(said: str) -> str:
    return " ".join(said.replace(_BREAK, " ").split())


def _inset(said: str) -> str:
    """A text as an item of a list: its further lines begin where every parser takes them for its own."""
    return re.sub(r"\n(?=[^\n])", "\n    ", said)


def _quoted(said: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in said.split("\n"))


def _code(text: str) -> str:
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return f"{fence} {text} {fence}" if "`" in text else f"{fence}{text}{fence}"
