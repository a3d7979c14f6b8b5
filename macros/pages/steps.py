"""What a page says step by step: where it stands, and a link to each step."""

from __future__ import annotations

import itertools
import re

from markupsafe import Markup

LINK = Markup('<a class="link-here" href="#{}" aria-label="{}"></a>')
"""To a heading or a step, to be copied or shared."""
_STEPS = re.compile(
    r'(?P<head><h2 id="(?P<id>[^"]+)"[^>]*>(?:(?!</h2>).)*</h2>\s*(?:<p>(?:(?!</p>).)*</p>\s*)*<ol>)(?P<steps>(?:(?!</?[ou]l>).)*)(?=</ol>)',
    re.DOTALL,
)
"""What is done in an order under a heading, each step without a list of its own."""
_STEP = re.compile(r"<li>(?P<text>.*?)(?P<end>\s*(?:</p>\s*)?</li>)", re.DOTALL)
_NAME = "steps"
"""What the heading is called wherever its page has no better name for it."""
_SCENARIO = "answer-card--short"
"""What only the page of a scenario has."""


def steps_of(html: str) -> str:
    """The id of the heading under which a page says step by step what to do: the one that is called so, else the first of a scenario
    that has such a list; blank where there is none."""
    if f'<h2 id="{_NAME}"' in html:
        return _NAME
    first = _STEPS.search(html) if _SCENARIO in html else None
    return first["id"] if first else ""


def with_linked_steps(html: str, label: str) -> str:
    """What is done step by step with a link to each step, which is named by its number.

    Args:
        html: the content of a page.
        label: what the link is called.
    """
    wanted = steps_of(html)

    def linked(found: re.Match[str]) -> str:
        if found["id"] != wanted:
            return found[0]
        numbers = itertools.count(1)

        def step(item: re.Match[str]) -> str:
            name = f"step-{next(numbers)}"
            return f'<li id="{name}">{item["text"]}{LINK.format(name, label)}{item["end"]}'

        return found["head"] + _STEP.sub(step, found["steps"])

    return _STEPS.sub(linked, html)
