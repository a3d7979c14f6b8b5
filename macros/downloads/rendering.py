"""Files that are text, from the Jinja templates in `templates/`."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..model.signs import SIGNS

Syntax = Literal["html", "markdown", "text"]

_FILES = Path(__file__).with_name("templates")
MARKDOWN = {"signs": r"[\\`*_\[\]<>|~#$^]|&(?=[#\w]+;)|^[-+=]", "numbered": r"^(\d{1,9})([.)])"}
"""What Markdown could take for its own, as regular expressions that Python and scripts read alike: signs anywhere, before
the rest of an entity, and at the start of a line; and what follows the number there. Pages bring it along for scripts."""
_SIGNS, _NUMBERED = re.compile(MARKDOWN["signs"], re.ASCII), re.compile(MARKDOWN["numbered"], re.ASCII)


def render(name: str, syntax: Syntax, **values: Any) -> str:
    """Fill in a template; values are escaped for the syntax, so that they read as they are.

    Args:
        name: of the template.
        syntax: what the template is written in.
        values: what it uses.
    """
    return _environment(syntax).get_template(name).render(**values)


@cache
def _environment(syntax: Syntax) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_FILES),
        autoescape=syntax != "text",
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["signs_of"] = SIGNS
    if syntax == "markdown":
        # Escaped here and marked as done, so that Jinja does not escape it for HTML.
        environment.finalize = lambda value: value if isinstance(value, Markup) else Markup(for_markdown(str(value)))
    return environment


def for_markdown(text: str) -> str:
    """A text on one line that reads in Markdown as it is."""
    return _NUMBERED.sub(r"\1\\\2", _SIGNS.sub(r"\\\g<0>", " ".join(text.split())))
