"""An article as Markdown: what is read stands where it stood, and what is not read leaves no trace."""

from __future__ import annotations

import pytest

from macros.pages.as_markdown import as_markdown


def written(article: str) -> str:
    """An article of an English page as Markdown."""
    return as_markdown(article, "en/about/", "https://example.com/", "en")()


@pytest.mark.parametrize(
    "unread",
    [
        "<svg><title>Picture</title></svg>",
        "<!-- remark -->",
        "<template><div>Later</div></template>",
        "<div hidden><p>Later</p></div>",
        '<span aria-hidden="true">→</span>',
        '<span class="tag" hidden>Later<b hidden>within</b></span>',
        '<p class="without-script other">Without</p>',
        '<span class="print-only"><ul><li>Paper</li></ul></span>',
    ],
)
def test_what_is_not_read_breaks_no_line(unread: str):
    assert written(f"<div>Word {unread}and Excel</div>") == "Word and Excel\n"
    assert written(f'<span><a href="../x/">Minutes</a> {unread}<a href="y.docx">Word</a></span>') == (
        "[Minutes](https://example.com/en/x/) [Word](https://example.com/en/about/y.docx)\n"
    )
    assert written(f"<ul><li>{unread}</li><li>One</li></ul>") == "- One\n"
    assert written(f"<table><tr><th>A</th></tr><tr><td>{unread}1</td></tr></table>") == "| A |\n| --- |\n| 1 |\n"


def test_a_class_that_only_begins_like_one_of_them_is_read():
    assert written('<p class="print-only-here required-by">Read</p>') == "Read\n"


def test_blocks_within_a_line_stand_for_themselves():
    assert written("<div>Before<p>Within</p>behind</div><h3>Head <small>more</small></h3>") == (
        "Before\n\nWithin\n\nbehind\n\n### Head more\n"
    )


def test_a_picture_is_what_it_shows_and_where_it_is():
    said = written(
        '<p>See <img src="floor 3.png" alt="Plan of the *third* floor">.</p><p><img src="line.png" alt=""></p>'
        '<p><a href="plan.pdf"><img src="plan.png" alt="The plan"></a></p><figure><img src="a.png" alt="A"></figure>'
    )
    assert said == (
        "See [Plan of the \\*third\\* floor](https://example.com/en/about/floor%203.png).\n\n"
        "[The plan](https://example.com/en/about/plan.pdf)\n\n[A](https://example.com/en/about/a.png)\n"
    )
