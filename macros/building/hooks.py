"""MkDocs' events, in the order in which they fire. Each hands its work on; nothing is decided here."""

from __future__ import annotations

import logging
import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path, PurePath

from jinja2 import ChoiceLoader, FileSystemLoader
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, InclusionLevel

# MkDocs loads a hook as a lone module; the package it belongs to is found once the project's root is on the path.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from macros import search
from macros.building import digest, serving
from macros.building.browsers import Browsers
from macros.building.editing import Editing
from macros.building.faults import Faulty
from macros.building.kept import Keeper, Kept
from macros.building.staging import NotReplaced, Staging, WarningCounter
from macros.checking.checked import Checked, check, made_pages
from macros.model.base import Language
from macros.pages import escaping, printing, tables
from macros.pages.reading_times import OtherPages
from macros.pages.views import CompiledOnce
from macros.published import files as published
from macros.published.scripts import ScriptFault
from macros.reading import source
from macros.reading.strays import is_leftover

_log = logging.getLogger("mkdocs.handbook")


class _Build:
    """What lasts from one event to the next, and from one rebuild to the next while serving."""

    checked: Checked | None = None
    digest: str = ""
    titles: dict[str, tuple[str, str]] = {}
    """Of the language that is being built, as `published.titles` has them."""
    pages: dict[str, search.Page] = {}
    """Every page of the build so far by its address, for the search."""
    other_pages = OtherPages()
    """The same for what pages say of each other."""
    compiled = CompiledOnce()
    staging = Staging()
    warnings: WarningCounter | None = None
    keeper = Keeper()
    editing: Editing | None = None

    @classmethod
    def forget_pages(cls) -> None:
        """At the end of a build, whole or broken off."""
        cls.pages, cls.other_pages = {}, OtherPages()

    @classmethod
    def resume(cls, kept: Kept, language: Language) -> None:
        """Go back to a whole build, to make a page of it again."""
        cls.titles = published.titles(kept.checked, language)
        cls.pages, cls.other_pages = kept.pages, kept.other_pages
        if cls.checked is not kept.checked:
            cls.checked, cls.digest = kept.checked, ""  # its pages have not been tried; the next build does that

    @classmethod
    def drop(cls, error: Exception | None = None) -> None:
        """Throw the unfinished site away, and what was noted of it."""
        cls.forget_pages()
        _stop_counting()
        cls.warnings = None
        cls.staging.discard()
        cls.keeper.dropped(error)


def on_startup(command, dirty):
    """Keep what later edits need, where there will be any."""
    if command == "serve" and not dirty:
        _Build.keeper = Keeper(keeps=True)
        source.keep_read()


@event_priority(100)
def on_config(config):
    """Load and check everything before MkDocs touches the last good site; stop with all faults if there are any."""
    root = Path(config.config_file_path).parent
    if not config.plugins["i18n"].building:
        _Build.forget_pages()  # those of a page that was made alone
    today = _today()
    sources = digest.digest(root, today)
    if sources != _Build.digest:
        checked, faults = check(
            root, today, _Build.checked.downloads if _Build.checked else None, step=_Build.keeper.pause
        )
        if checked is None:
            raise Faulty(faults)
        _Build.checked, _Build.digest = checked, sources
    _Build.keeper.begin(_Build.checked)
    config.extra.setdefault("robots", "noindex, nofollow")
    if not config.site_url:
        config.theme.static_templates.discard("sitemap.xml")  # it names whole addresses or is of no use
    config.extra["handbook_macros"] = _Build.checked.macros
    if not any(isinstance(extension, tables.MarkdownTables) for extension in config.markdown_extensions):
        config.markdown_extensions.append(tables.MarkdownTables())
    if _Build.warnings is None:
        _Build.warnings = WarningCounter()
        logging.getLogger("mkdocs").addHandler(_Build.warnings)
    try:
        config.site_dir = str(_Build.staging.begin(Path(config.site_dir)))
    except NotReplaced as error:
        raise PluginError(str(error)) from None
    return config


@event_priority(-200)
def on_files(files, config):
    """Take out what other programs left, and add what the build makes; late, because the language plugin knows nothing
    of generated files."""
    for file in [file for file in files if is_leftover(PurePath(file.src_uri))]:
        files.remove(file)
    language = config.plugins["i18n"].current_language
    _Build.titles = published.titles(_Build.checked, language)
    if language == "zh":
        root = Path(config.config_file_path).parent
        try:
            for address, content in published.files(
                _Build.checked, config.site_url or "", root, config.extra["robots"]
            ):
                _Build.keeper.pause()
                files.append(_finished_file(config, address, content))
        except ScriptFault as fault:
            raise PluginError(str(fault)) from None
    for source, markdown in made_pages(_Build.checked.handbook, language):
        files.append(_generated_page(config, source, markdown, language))
    return files


def on_nav(nav, config, files):
    """Keep the navigation for later edits."""
    _Build.keeper.note_nav(nav)
    return nav


def on_env(env, config, files):
    """Give the theme's templates what the handbook's components have, escaping included, and compile them once for both
    languages."""
    env.bytecode_cache = _Build.compiled
    env.loader = ChoiceLoader([env.loader, FileSystemLoader(Path(config.config_file_path).parent / "overrides")])
    env.autoescape = escaping.escapes(Path(config.theme.custom_dir))
    views = _Build.checked.views[config.plugins["i18n"].current_language]
    env.globals.update(views.context)
    _Build.keeper.note(config.plugins["i18n"].current_language, config, files, env)
    return env


@event_priority(-100)
def on_page_markdown(markdown, page, config, files):
    """Titles and descriptions of pages that take them from data; late, because mkdocs-macros calls what looks like a
    macro in a title."""
    _Build.keeper.pause()
    if page.file.src_uri in _Build.titles:
        page.meta["title"], page.meta["description"] = _Build.titles[page.file.src_uri]
    return markdown


def on_page_content(html, page, config, files):
    """Keep tables tables for those who listen; note what the search and other pages say of the page."""
    address = page.url.removeprefix("./")
    _Build.pages[address] = search.Page(page.meta["title"], page.meta["description"], search.text_of(html))
    _Build.other_pages.note(address, page.meta["title"], html)
    return tables.name_roles(html)


def on_post_page(output, page, config):
    """Fill in what only the other pages tell, and make the finished page ready for paper."""
    _Build.keeper.pause()
    wording = _Build.checked.views[config.plugins["i18n"].current_language].context["wording"]
    return printing.spell_out_links(_Build.other_pages.fill_in(output, wording.duration), page.url)


@event_priority(-200)
def on_post_build(config):
    """Put the whole site in its place, after the language plugin has built every language within its own event."""
    if config.plugins["i18n"].building:
        return
    for address, content in search.index_files(_Build.checked.handbook, _Build.pages, _Build.checked.downloads.sizes()):
        Path(config.site_dir, address).write_bytes(content)
    pages, other_pages = _Build.pages, _Build.other_pages
    _Build.forget_pages()
    warned, _Build.warnings = _stop_counting(), None
    if config.strict and warned:
        config.site_dir = str(_Build.staging.discard())
    else:
        try:
            config.site_dir = str(_Build.staging.publish())
        except NotReplaced as error:
            raise PluginError(str(error)) from None
        _Build.keeper.done(pages, other_pages)


def on_build_error(error):
    """Throw the unfinished site away, and what was noted of it."""
    _Build.drop(error)


def on_serve(server, config, builder):
    """Keep serving the last good site while an edit is broken, and show what is edited at once."""
    root = Path(config.config_file_path).parent
    build = serving.keep_last_good(server.builder, _Build.drop)
    if _Build.keeper.last is None:  # a fresh server for every build was asked for
        for path in (root / "CHANGELOG.md", root / "overrides", *digest.templates()):
            server.watch(str(path))
        server.builder = build
        return server
    for path in (config.docs_dir, config.config_file_path):
        server.unwatch(path)  # one who looks is enough
    browsers = Browsers(server, root / "overrides" / "editing" / "client.js")
    _Build.editing = Editing(root, Path(server.root), _Build.keeper, browsers, build, _Build.resume, _today)
    _Build.editing.start()
    return server


def on_shutdown():
    """Stop looking at the sources."""
    if _Build.editing:
        _Build.editing.stop()


def _finished_file(config, address: str, content: bytes) -> File:
    """A file that is published as it is."""
    # MkDocs makes a page of whatever source is called .md; a download of that name is none.
    source = f"{address}.txt" if address.endswith(".md") else address
    file = File.generated(config, source, content=content, inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri = address
    return file


def _generated_page(config, source: str, markdown: str, language: str) -> File:
    """A generated page with what the language plugin would have put on it."""
    path = source.removeprefix("zh/")
    file = File.generated(config, source, content=markdown, inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri = path.removesuffix(".md") + "/index.html"
    file.locale = file.locale_alternate_of = file.localization = language
    file.alternates = {language: file}
    file.norm_src_uri = source.partition("/")[2]
    return file


def _stop_counting() -> int:
    if _Build.warnings is None:
        return 0
    logging.getLogger("mkdocs").removeHandler(_Build.warnings)
    return _Build.warnings.count


def _today() -> date:
    """Today, or the day of SOURCE_DATE_EPOCH, by which a build can be repeated to the byte."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()
