"""A page is rendered on trial before it is built: each macro that fails, with its line, in words for the author."""

from __future__ import annotations

import functools
import logging
import re
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import (
    StrictUndefined,
    Template,
    TemplateAssertionError,
    TemplateSyntaxError,
    Undefined,
    UndefinedError,
)

from ..errors import Faults, nearest, shortened
from ..pages.arguments import MacroError
from ..pages.authoring import Macros
from ..pages.authoring.company import Company
from ..shared.remembered import MEMORY
from ..wording import Wording
from . import prose
from .bounded import BoundedEnvironment, Numbers

_log = logging.getLogger("mkdocs.handbook")

_UNDEFINED = re.compile(r"'(\w+)' is undefined")
_PRINTED = re.compile(r"\{\{.*?\}\}")
PAGE = "page"
"""What the code of a page is called in the memory."""
_PAGE = "<template>"
"""What Jinja calls a template that comes from no file, in tracebacks."""


def _printed(value: Any) -> Any:
    """What a page prints, unless it is no text at all: a macro named and not called shows as `<function …>`."""
    if isinstance(value, Company):
        raise MacroError("'company' is the whole profile; name what you want of it, such as company.messenger")
    if callable(value) and not isinstance(value, Undefined):
        raise MacroError(f"'{value.__name__}' is not called; write {value.__name__}() with parentheses")
    return value


# Comments as in mkdocs.yml: Jinja's own `{#` would swallow the ids of headings.
_ENVIRONMENT = BoundedEnvironment(
    undefined=StrictUndefined, finalize=_printed, optimized=False, comment_start_string="{##", comment_end_string="##}"
)


@functools.lru_cache(maxsize=512)
def _template(text: str) -> Template:
    code = MEMORY.compiled(PAGE, text, make=lambda: _ENVIRONMENT.compile(text))
    return Template.from_code(_ENVIRONMENT, code, _ENVIRONMENT.make_globals(None))


def compile_all(root: Path) -> None:
    """Compile every page of a project that authors wrote, for whoever tries them soon."""
    for page in prose.read(root, Faults()):
        _template(_as_tried(page.body))


def _as_tried(body: str) -> str:
    return body.rstrip("\n")  # as MkDocs hands it to who renders it


class Failure(NamedTuple):
    """What went wrong first when a page was rendered."""

    line: int
    """On the page, from 1."""
    message: str
    component: tuple[str, int] | None = None
    """The component in which it went wrong, below the project's root, and its line there; None where the page itself is at fault."""

    def on_page(self) -> str:
        """What is wrong, for whoever reads it at the page."""
        return f"{self.message} in {self.component[0]}, line {self.component[1]}" if self.component else self.message


class Trial:
    """Tries pages with the macros of one handbook."""

    def __init__(self, macros: Macros):
        self.missing_texts: set[str] = set()
        """Keys that components ask for and `docs/data/interface.yml` lacks, found so far."""
        self.rendered: dict[str, str] = {}
        """The Markdown of each page tried, by its source below `docs/`, with what its macros say; faulty lines are blank."""
        self._macros = macros
        self._names: dict[str, Any] = {**macros.registered(), "company": macros.company}

    def faults(self, source: str, body: str) -> Iterator[tuple[int, str]]:
        """Each fault of a page: its line within the body, from 1, and what is wrong.

        After a fault, the page is rendered again without the faulty line, so that all are found.

        Args:
            source: the page below `docs/`, such as `zh/channels/email.md`.
            body: its text without front matter.
        """
        self._macros.stand_on(source)
        lines = body.split("\n")
        while found := self._try(lines, source):
            number = found.line
            line = lines[number - 1]
            # Of several macros on the line, each has its say; a block goes over lines, and its parts say nothing alone.
            parts = [] if "{%" in body else _PRINTED.findall(line)
            alone = [each.on_page() for part in parts if (each := self._try([part]))]
            yield from ((number, each) for each in alone or [found.on_page()])
            if "{%" in line or not line:
                return  # without one tag of a block, its others would be faults too
            lines[number - 1] = ""

    def failure(self, source: str, body: str) -> Failure | None:
        """What goes wrong first on a page that is made from data: no line of it is an author's, so nothing is left out."""
        self._macros.stand_on(source)
        return self._try(body.split("\n"), source)

    def _try(self, lines: list[str], source: str = "") -> Failure | None:
        """The first fault that rendering brings up."""
        try:
            body = _as_tried("\n".join(lines))
            self.rendered[source] = said = _template(self._macros.as_rendered(body)).render(
                self._names | {"range": Numbers()}
            )
            self._macros.keep(source, body, said)
        except TemplateSyntaxError as error:
            if error.filename:
                return Failure(_line_on_page(error), error.message or "", (_below_root(error.filename), error.lineno))
            return Failure(*_explain_syntax(error, lines))
        except UndefinedError as error:
            component = _component(error)
            return Failure(_line_on_page(error), str(error) if component else self._explain_undefined(error), component)
        except MacroError as error:
            return Failure(_line_on_page(error), str(error))
        except Exception as error:  # an expression on a page may raise anything
            raised_in = traceback.extract_tb(error.__traceback__)[-1].name
            if isinstance(error, KeyError) and raised_in == Wording.text.__name__:
                self.missing_texts.add(str(error.args[0]))
                return None
            _log.debug("a macro failed", exc_info=True)
            return Failure(_line_on_page(error), f"{type(error).__name__}: {error}", _component(error))
        return None

    def _explain_undefined(self, error: UndefinedError) -> str:
        match = _UNDEFINED.search(str(error))
        if not match:
            return str(error)
        tokens = self._macros.handbook.tokens
        if match[1] in tokens:
            return f"unknown macro '{match[1]}'; did you mean 'company.{match[1]}'?"
        known = [*self._names, *(f"company.{token}" for token in tokens)]
        return f"unknown macro '{match[1]}'; {nearest(match[1], known)}"


def _frames(error: Exception) -> list[traceback.FrameSummary]:
    """Where in templates the error arose, outermost first; Jinja puts their lines into the traceback."""
    return [frame for frame in traceback.extract_tb(error.__traceback__) if not frame.filename.endswith(".py")]


def _component(error: Exception) -> tuple[str, int] | None:
    """The component in which an error arose, and its line there; None where it arose on the page."""
    frames = [frame for frame in _frames(error) if frame.filename != _PAGE]
    return (_below_root(frames[-1].filename), frames[-1].lineno or 1) if frames else None


def _below_root(file: str) -> str:
    """A template's place as messages name it; Jinja knows the whole path."""
    path = Path(file)
    return next((path.relative_to(each.parent).as_posix() for each in path.parents if each.name == "overrides"), file)


def _line_on_page(error: Exception) -> int:
    return next((frame.lineno for frame in reversed(_frames(error)) if frame.filename == _PAGE and frame.lineno), 1)


def _explain_syntax(error: TemplateSyntaxError, lines: list[str]) -> tuple[int, str]:
    """The line where the faulty macro begins, which Jinja may notice only further down, and what is wrong."""
    line = error.lineno
    for number in range(error.lineno, 0, -1):
        if "{{" in lines[number - 1] or "{%" in lines[number - 1]:
            try:
                _ENVIRONMENT.parse(lines[number - 1])
            except TemplateSyntaxError as alone:
                line, error = number, alone
                break
    shown = shortened(re.sub(r"^.*?(?=\{[{%])", "", lines[line - 1], count=1))
    message = (error.message or "").rstrip(".")
    if isinstance(error, TemplateAssertionError):
        return line, f"{message}: {shown}"
    reason = re.sub(r" at \d+$", "", message)
    reason = re.sub(r"Unexpected end of template\. .*('\w+')$", r"the block \1 is not closed", reason)
    reason = reason.replace("end of print statement", "}}").replace("end of statement block", "%}")
    advice = "check braces, quotes and commas"
    if reason.startswith("unexpected char") and not reason.isascii():
        advice = 'macros take the signs of a Latin keyboard: "…", (…)'
    return line, f"syntax: {reason} in {shown}; {advice}"
