"""The pages that say how a file is filled in as a section of their own: the form's pages count without them."""

from __future__ import annotations

from copy import deepcopy

from docx.document import Document
from docx.oxml.ns import qn

from .markup import Element, element, paragraph

END = "form-end"
"""The bookmark at the end of what is filled in: the number of its page is how many pages there are."""
_UNNUMBERED = "rId5"
"""The relationship of the foot without a number, in `blank/`."""
_RELATION = qn("r:id")


def set_apart(document: Document, guide: Element) -> list[Element]:
    """Give the guide pages of its own.

    The breaks before and behind it stand in it, so that whoever deletes it deletes them too: the last section, which then is the only
    one, is the form's again.

    Args:
        document: with the section of the form as its only one.
        guide: the control around the guide; what it holds gets a break above and below.

    Returns:
        The guide, and above it the mark of the form's end.
    """
    last = next(document.element.body.iterchildren(qn("w:sectPr")))
    form, own = deepcopy(last), deepcopy(last)
    for foot in own.iter(qn("w:footerReference")):
        foot.set(_RELATION, _UNNUMBERED)
    next(last.iter(qn("w:pgSz"))).addprevious(element("w:type", val="continuous"))
    content = next(guide.iter(qn("w:sdtContent")))
    content.insert(0, _break(form))
    content.append(_break(own))
    return [element("w:bookmarkStart", id=0, name=END), element("w:bookmarkEnd", id=0), guide]


def begin_page(guide: Element) -> None:
    """Have the guide of a letter on paper of the company's own begin a page: the numbers of its pages are the company's."""
    next(guide.iter(qn("w:sdtContent"))).insert(0, paragraph("FormEnd", element("w:r", element("w:br", type="page"))))


def _break(section: Element) -> Element:
    made = paragraph("FormEnd")
    next(made.iter(qn("w:pPr"))).append(section)
    return made
