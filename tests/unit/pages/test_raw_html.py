"""HTML that is put away before Markdown's parsers look at it comes out as it would without."""

from __future__ import annotations

import markdown
import pytest
from markdown.htmlparser import htmlparser
from mkdocs.structure.pages import _RawHTMLPreprocessor

from macros.pages.raw_html import RawHTML

TEXTS = {
    "alone": '<div class="a">\n\n<p>text</p>\n\n</div>\n',
    "between text": "before\n\n<div><div>in</div></div>\n\nbehind",
    "one below the other": "<div>1</div>\n<div>2</div>\n<ul>\n<li>3</li>\n</ul>\n\ntext",
    "heading right behind": "<div>1</div>\n## Heading\n\ntext",
    "text right behind": "<div>1</div> tail *of it*\n\ntext",
    "text right before": "text\n<div>1</div>\n\ntext",
    "blank lines between": "<div>1</div>\n\n\n\n<div>2</div>\n \ntext",
    "markdown within": '<div markdown="1">\n\n*in*\n\n<div>raw *out*</div>\n\n</div>\n\n*end*',
    "markdown without a value": "<div markdown>\n*in*\n</div>\n\n<div>*out*</div>",
    "comment": "<!-- \n\n<div>\n\n-->\n\n</div>\n\n<p>*a*</p>",
    "comment within": "<div><!-- </div> --></div>\n\n*a*",
    "not closed": "<div>\n\n*a*\n\n<section>b</section>",
    "closed twice": "<div>a</div></div>\n\n*b*",
    "in line": "<span>a</span> *b*\n\n<em>c</em>",
    "an element of ours": "<copy-text>\n\n<div>*a*</div>\n\n</copy-text>\n\n<div><copy-text>*b*</copy-text></div>",
    "script": '<div><script>"</div>"</script></div>\n\n<script>\n\nlet a = "<div>";\n\n</script>\n\n*b*',
    "in a list": "- a\n\n    <div>*b*</div>\n\n- c\n\n<div>*d*</div>",
    "in code": "```html\n<div>*a*</div>\n```\n\n    <div>*b*</div>\n\n`<div>`\n\n<div>`c`</div>",
    "placeholders": "<div>\x02wzxhzdk:0\x03</div>\n\n<div>*a*</div>",
    "capitals": "<DIV>*a*</DIV>\n\n<div>*b*</div>",
    "ends with the text": "*a*\n\n<div>*b*</div>",
    "in a quotation": "> a\n>\n> <div>*b*</div>\n\n<div>*c*</div>",
    "void": "<hr>\n\n<div><br><hr>*a*</div>\n<hr />\n\n*b*",
    "attributes with signs": '<div title="a > b &quot;" id="x&amp;y"><p data-a=\'<\'>*a*</p></div>\n\n*b*',
}


def converted(text: str, *more: RawHTML) -> tuple[str, set[str]]:
    """The HTML of a text, and the ids that MkDocs finds in what is HTML in it."""
    md = markdown.Markdown(extensions=["md_in_html", "attr_list", "pymdownx.superfences", "tables", *more])
    anchors = _RawHTMLPreprocessor()
    anchors._register(md)
    return md.convert(text), anchors.present_anchor_ids


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_page_becomes_the_same(text: str):
    assert converted(text, RawHTML()) == converted(text)


def test_ids_of_what_was_put_away_are_anchors():
    assert converted('<div id="a"><p id="b&amp;c">x</p></div>\n\n<p id="d">y</p>', RawHTML())[1] == {"a", "b&c", "d"}


def test_no_parser_looks_into_a_component(monkeypatch):
    met: list[str] = []
    start = htmlparser.HTMLParser.parse_starttag
    monkeypatch.setattr(
        htmlparser.HTMLParser,
        "parse_starttag",
        lambda parser, at: (met.append(parser.rawdata[at:]), start(parser, at))[1],
    )
    converted('<div class="a"><p>text</p></div>\n<ul>\n<li>b</li>\n</ul>\n\n## Heading\n', RawHTML())
    assert not met
    converted("text <b>c</b>", RawHTML())
    assert met
