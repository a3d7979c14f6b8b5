"""Model → HTML: renders the components in `overrides/`, one Jinja template each."""

from __future__ import annotations

import functools
import marshal
from datetime import date
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    pass_context,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup

from .. import addresses
from ..downloads import WRITERS, file_languages, qr
from ..downloads.measures import fits_half
from ..downloads.naming import file_name
from ..downloads.remembered import MEMORY
from ..model.handbook import Handbook
from ..model.languages import LANGUAGES, Language
from ..model.reviewing import by_owner, turns
from ..model.signs import SIGNS
from ..model.things import BY_FOLDER
from ..model.working_days import free_times, table_of
from ..wording import Wording
from .escaping import in_html, in_markdown
from .letters import by_letter
from .news import News
from .reading_times import reading_time_of, title_of
from .script_data import working_hours
from .script_words import JSON, script_words
from .theme import TEMPLATES

_FILES = Path(__file__).resolve().parents[1] / "published" / "templates"
"""The templates of files of the site that are no pages."""


class CompiledOnce(BytecodeCache):
    """Templates compiled for one environment, kept for the next one with the same settings: for the other language, for the
    next build while serving, and for the next process. A changed template has another checksum, so it is compiled anew."""

    def __init__(self, settings: str) -> None:
        """
        Args:
            settings: which environment it is.
        """
        self._settings = settings
        self._code: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the bucket its code, if it is still that of the template's source."""
        kept = self._code.get(bucket.key)
        if kept and kept[0] == bucket.checksum:
            bucket.code = kept[1]
        else:
            found = MEMORY.known(*self._source(bucket))
            bucket.code = marshal.loads(found) if found else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the bucket's code."""
        if bucket.code is not None:
            self._code[bucket.key] = bucket.checksum, bucket.code
            MEMORY.keep(marshal.dumps(bucket.code), *self._source(bucket))

    def _source(self, bucket: Bucket) -> tuple[str, ...]:
        return self._settings, *sorted(bucket.environment.extensions), bucket.key, bucket.checksum


_COMPONENTS_COMPILED = CompiledOnce("component")


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
        self.wording = wording = Wording(handbook, language)
        # The theme's own templates stand behind ours, for its icons.
        templates = [overrides, overrides / "theme", _FILES, TEMPLATES]
        self._environment = Environment(
            loader=FileSystemLoader(templates),
            autoescape=_is_markup,
            finalize=in_html,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            optimized=False,  # to compile takes a sixth less, and next to nothing in them is constant
            bytecode_cache=_COMPONENTS_COMPILED,
        )
        self._environment.policies["json.dumps_kwargs"] = JSON
        self._environment.filters |= {"url": _relative, "in_markdown": in_markdown}
        self._components = {file.stem: file.relative_to(overrides).as_posix() for file in overrides.glob("*/*.html")}
        self._context = {
            "handbook": handbook,
            "language": language,
            "languages": LANGUAGES,
            "other_languages": LANGUAGES.others(language),
            "file_languages": file_languages(language),
            "t": wording.text,
            "wording": wording,
            "both_wordings": {each: Wording(handbook, each) for each in LANGUAGES},
            "signs": SIGNS[language],
            "signs_of": SIGNS,
            "at": addresses,
            "kinds_by_folder": BY_FOLDER,
            "sizes": sizes,
            "file_name": file_name,
            "file_formats": tuple(WRITERS),
            "fits_half": fits_half,
            "working_hours": working_hours(handbook.company, wording, today),
            "days_off_of": functools.partial(table_of, today=today),
            "free_times": free_times,
            "turns_of": functools.cache(lambda: turns(handbook, today)),
            "turns_by_owner": by_owner,
            "script_words": script_words(handbook, language),
            "title_of": title_of,
            "by_letter": by_letter,
            "reading_time_of": reading_time_of,
            "today": today,
            "news": News(handbook, language),
            "qr_of": qr.in_page,
            "format_bytes": lambda number: f"{number / 1024:.0f} KB",
        }
        self._environment.globals.update(self._context)
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


def _is_markup(name: str | None) -> bool:
    """Whether what a template makes is read as markup: all but plain text is."""
    return not (name or "").endswith(".txt")


@pass_context
def _relative(context: Context, address: str) -> str:
    """An address on the site as seen from the page, as the theme's filter of the same name does."""
    return f"{context['base_url']}/{address}"
