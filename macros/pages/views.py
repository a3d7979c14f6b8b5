"""Model → HTML: renders the components in `overrides/`, one Jinja template each."""

from __future__ import annotations

import functools
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from ..model.handbook import Handbook
from ..model.languages import Language
from ..wording import Wording
from .compiled import CompiledOnce
from .escaping import in_html, in_markdown
from .filtered import to_filter
from .naming import with_links
from .offered import offered
from .script_words import JSON
from .theme import TEMPLATES

_FILES = Path(__file__).resolve().parents[1] / "published" / "templates"
"""The templates of files of the site that are no pages."""


COMPONENT = "component"
"""What the code of a component is called in the memory."""
_COMPONENTS_COMPILED = CompiledOnce(COMPONENT)


class Views:
    """Renders components for one language of one handbook; the same call for the same place is rendered once."""

    def __init__(self, handbook: Handbook, language: Language, overrides: Path, today: date, sizes: dict[str, int]):
        """
        Args:
            handbook: the model.
            language: what the views are written in.
            overrides: the folder of the theme's templates.
            today: the day against which reviews are held.
            sizes: bytes of each download by its address, for the buttons.
        """
        self.handbook = handbook
        self.language = language
        self._context = offered(handbook, language, today, sizes)
        self.wording: Wording = self._context["wording"]
        self._environment = _environment(overrides)
        self._environment.globals.update(self._context)
        self._components = {file.stem: file.relative_to(overrides).as_posix() for file in overrides.glob("*/*.html")}
        self._render = functools.cache(self._render_once)

    @property
    def context(self) -> dict[str, Any]:
        """What every template of the handbook can use; the theme's own templates get the same."""
        return self._context

    def render(self, component: str, base: str, **values: Any) -> Markup:
        """Render a component: HTML, and headings in Markdown.

        Args:
            component: the name of its template, without the ending.
            base: the way from the page to the site's root, such as `../..`.
            values: what the component needs; hashable, so that a repeated call costs nothing.
        """
        return self._render(component, base, tuple(sorted(values.items())))

    def render_file(self, name: str, **values: Any) -> str:
        """Render a file of the site that is no page, such as `feed.xml`, from the template of its name."""
        return self._environment.get_template(name).render(**values)

    def _render_once(self, component: str, base: str, values: tuple[tuple[str, Any], ...]) -> Markup:
        template = self._environment.get_template(self._components[component])
        return Markup(template.render(base_url=base, **dict(values)).strip() + "\n")


def _environment(overrides: Path) -> Environment:
    """Where components are rendered: values are escaped, and what is not there is an error."""
    environment = Environment(
        # The theme's own templates stand behind ours, for its icons.
        loader=FileSystemLoader([overrides, overrides / "theme", _FILES, TEMPLATES]),
        autoescape=_is_markup,
        finalize=in_html,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        optimized=False,  # to compile takes a sixth less, and next to nothing in them is constant
        bytecode_cache=_COMPONENTS_COMPILED,
    )
    environment.policies["json.dumps_kwargs"] = JSON
    environment.filters |= {
        "url": _relative,
        "in_markdown": in_markdown,
        "with_links": with_links,
        "to_filter": to_filter,
    }
    return environment


def compile_all(overrides: Path) -> None:
    """Compile every component, for whoever renders them soon."""
    environment = _environment(overrides)
    for file in sorted(overrides.glob("*/*.html")):
        environment.get_template(file.relative_to(overrides).as_posix())


def _is_markup(name: str | None) -> bool:
    """Whether what a template makes is read as markup: all but plain text is."""
    return not (name or "").endswith(".txt")


@pass_context
def _relative(context: Context, address: str) -> str:
    """An address on the site as seen from the page, as the theme's filter of the same name does."""
    return f"{context['base_url']}/{address}"
