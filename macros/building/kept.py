"""What a whole build leaves in memory under `mkdocs serve`, so that one page can be made again without the others."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from mkdocs.structure.files import File

from .. import define_env, search
from ..checking.checked import Checked
from ..model.languages import LANGUAGES, Language
from ..pages.reading_times import OtherPages


class Superseded(BaseException):
    """Breaks a whole build off, because a source has changed since it began. No `Exception`: nothing is at fault."""


@dataclass
class Frame:
    """What MkDocs made of one language before it turned to the pages."""

    config: Any
    files: Any
    nav: Any
    env: Any


@dataclass
class Kept:
    """One whole build."""

    checked: Checked
    frames: dict[Language, Frame] = field(default_factory=dict)
    pages: dict[str, search.Page] = field(default_factory=dict)
    other_pages: OtherPages = field(default_factory=OtherPages)

    def file(self, source: str) -> File | None:
        """The page of a source below `docs/`; None where the build had none."""
        frame = self.frames[_language(source)]
        file: File | None = frame.files.get_file_from_path(source)
        return file if file is not None and file.page is not None else None

    def sources_of(self, addresses: set[str]) -> Iterator[str]:
        """The sources of the pages that stand at these addresses below the site's root."""
        for frame in self.frames.values():
            for file in frame.files.documentation_pages():
                if file.url.removeprefix("./") in addresses:
                    yield file.src_uri

    def adopt(self, checked: Checked) -> None:
        """Make pages from other data and components from now on."""
        self.checked = checked
        for language, frame in self.frames.items():
            frame.env.globals.update(checked.views[language].context)
            frame.config.extra["handbook_macros"] = checked.macros
            plugin = frame.config.plugins["macros"]
            define_env(plugin)
            plugin.env.globals.update(plugin.macros)

    def render(self, source: str, resume: Callable[[Kept, Language], None]) -> tuple[str, bytes]:
        """Make one page as a whole build does, with all events; only what depends on it elsewhere stays as it was.

        Args:
            source: the page below `docs/`; one that the build had.
            resume: puts the hooks back to where the build of this language was.

        Returns:
            The page's file below the site, and what belongs there.
        """
        from mkdocs.commands.build import get_context  # for serving only: a fork need not have it

        language = _language(source)
        frame = self.frames[language]
        config, files, nav = frame.config, frame.files, frame.nav
        file = self.file(source)
        assert file is not None and file.page is not None
        config.plugins["i18n"].current_language = language
        resume(self, language)
        page = config.plugins.on_pre_page(file.page, config=config, files=files)
        page.read_source(config)
        page.markdown = config.plugins.on_page_markdown(page.markdown, page=page, config=config, files=files)
        page.render(config, files)
        page.content = config.plugins.on_page_content(page.content, page=page, config=config, files=files)
        page.active = True
        try:
            context = get_context(nav, files.documentation_pages(), config, page)
            template = frame.env.get_template(page.meta.get("template", "main.html"))
            context = config.plugins.on_page_context(context, page=page, config=config, nav=nav)
            output = config.plugins.on_post_page(template.render(context), page=page, config=config)
        finally:
            page.active = False
        return file.dest_uri, output.encode("utf-8", errors="xmlcharrefreplace")


class Keeper:
    """Keeps the last whole build that succeeded, under `mkdocs serve`: a single build needs nothing of it later."""

    def __init__(self, *, keeps: bool = False) -> None:
        self.last: Kept | None = None
        self.failure: Exception | None = None
        """Why the last build did not succeed."""
        self.pause: Callable[[], None] = lambda: None
        """Called at every step of a build; may raise `Superseded`."""
        self._keeps = keeps
        self._making: Kept | None = None
        self._nav: Any = None

    def begin(self, checked: Checked) -> None:
        """A build begins, or turns to the next language."""
        if self._keeps and self._making is None:
            self._making = Kept(checked)

    def note_nav(self, nav: Any) -> None:
        """Keep the navigation until the rest is there."""
        self._nav = nav

    def note(self, language: Language, config: Any, files: Any, env: Any) -> None:
        """Keep what one language has; the configuration as it is now, for the next language changes it."""
        if self._making:
            self._making.frames[language] = Frame(copy.copy(config), files, self._nav, env)

    def done(self, pages: dict[str, search.Page], other_pages: OtherPages) -> None:
        """The build has succeeded."""
        if self._making:
            self._making.pages, self._making.other_pages = pages, other_pages
            self.last, self._making = self._making, None

    def dropped(self, error: Exception | None = None) -> None:
        """The build has failed, or was broken off."""
        self.failure, self._making = error, None


def _language(source: str) -> Language:
    return next(language for language in LANGUAGES if source.startswith(f"{language}/"))
