"""What an author sets as good or bad to write or say (`!!! good`, `!!! bad`), as the pairs of our data have it: the quotation apart
from what is said of it, which is the last of several paragraphs, and the good one with buttons that copy it. So has a command that they set as one (`.copy`)."""

from __future__ import annotations

import re

from markupsafe import Markup

from ..model.signs import SIGNS
from .views import Views

_BOX = re.compile(
    r'(?P<title><div class="admonition (?P<kind>good|bad)">\s*<p class="admonition-title">[^\n]*</p>)'
    r"(?P<content>(?:(?!</?div\b).)+)(?=</div>)",
    re.DOTALL,
)
_COMMAND = re.compile(
    r'<div class="(?=[^"]*\bcopy\b)[^"]*\bhighlight\b[^"]*"><pre>(?:<span></span>)?<code>(?P<text>.*?)</code></pre></div>',
    re.DOTALL,
)
_SUBJECT = re.compile(r"<p>(?P<named>[^\s：:<]+[：:]\s*)(?P<subject>[^\n]+)</p>\s*")
"""The first line of a mail."""
_WITH_REASON = re.compile(r"(?P<text>.+?)\s*<p>(?P<why>(?:(?!</?p\b).)+)</p>\Z", re.DOTALL)
"""Something, and the last paragraph behind it."""


def with_examples(html: str, views: Views) -> str:
    """A page's content with these.

    Args:
        html: the content.
        views: of the page's language.
    """
    named = f"{views.wording.text('subject_line')}{SIGNS[views.language].colon}".strip()

    def example(box: re.Match[str]) -> str:
        text, subject = box["content"].strip(), None
        first = _SUBJECT.match(text)
        if first and first["named"].strip() == named:
            text, subject = text[first.end() :], Markup(first["subject"])
        told = _WITH_REASON.fullmatch(text)
        text, why = (told["text"], Markup(told["why"])) if told else (text, None)
        shown = views.render(
            "authored-example", "", good=box["kind"] == "good", subject=subject, text=Markup(text), why=why
        )
        return f"{box['title']}\n{shown}"

    def command(block: re.Match[str]) -> str:
        return views.render("command", "", text=Markup(block["text"].strip()))

    return _COMMAND.sub(command, _BOX.sub(example, html))
