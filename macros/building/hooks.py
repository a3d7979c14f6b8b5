"""MkDocs' events, in the order in which they fire: what is made by which of them, and when it is published or discarded."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import Any, ClassVar, cast

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

# MkDocs loads a hook as a lone module; the package it belongs to is found once the project's root is on the path.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from macros import downloads, search
from macros.building import ahead, collecting, digest, extensions, own_pages, serving
from macros.building.browsers import Browsers
from macros.building.editing import Editing
from macros.building.faults import Faulty, day_of_build, stopped
from macros.building.improving import improving
from macros.building.kept import Keeper, Kept
from macros.building.made import finished_file, generated_page, publish_as
from macros.building.sources import WATCHED
from macros.building.staging import NotReplaced, Staging, WarningCounter
from macros.checking.checked import Checked, check, made_pages
from macros.model.languages import LANGUAGES, Language
from macros.pages import escaping, finished, printing, tables
from macros.pages.compiled import CompiledOnce
from macros.pages.reading_times import OtherPages
from macros.published import files as published
from macros.published import knowledge, moved
from macros.published.named import Names, build_id
from macros.published.scripts import ScriptFault
from macros.reading import clock, source
from macros.reading.strays import is_leftover
from macros.shared.remembered import MEMORY

_log = logging.getLogger("mkdocs.handbook")
_SITEMAP = "sitemap.xml"


class _Build:
    """What lasts from one event to the next, and from one rebuild to the next while serving."""

    checked: Checked | None = None
    digest: str = ""
    titles: ClassVar[dict[str, tuple[str, str]]] = {}  # of the language that is being built, by `published.titles`
    pages: ClassVar[dict[str, search.Page]] = {}
    """Every page of the build so far by its address, for the search."""
    other_pages = OtherPages()
    """The same for what pages say of each other."""
    leaves = knowledge.Leaves()  # the same for those who read text
    compiled = CompiledOnce("theme")
    staging = Staging()
    warnings: WarningCounter | None = None
    keeper = Keeper()
    editing: Editing | None = None
    serving = False
    names = Names()

    @classmethod
    def sound(cls) -> Checked:
        """The handbook that is being built."""
        if cls.checked is None:
            raise RuntimeError("nothing was checked yet; on_config comes first")
        return cls.checked

    @classmethod
    def forget_pages(cls) -> None:
        """At the end of a build, whole or broken off."""
        cls.pages, cls.other_pages, cls.leaves = {}, OtherPages(), knowledge.Leaves()

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
        MEMORY.dismiss()


def on_startup(command: str, *, dirty: bool) -> None:
    """Keep what later edits need, where there will be any."""
    collecting.look_seldom()
    _Build.serving = command == "serve"
    if _Build.serving and not dirty:
        _Build.keeper = Keeper(keeps=True)
        source.keep_read()


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check everything before MkDocs touches the last good site; stop with all faults if there are any."""
    root = Path(config.config_file_path).parent
    if not _i18n(config).building:
        _Build.forget_pages()  # those of a page that was made alone
        _Build.names = Names("" if _Build.serving else build_id(root, WATCHED))
    try:
        config.site_dir = str(_Build.staging.begin(Path(config.site_dir)))
    except NotReplaced as error:
        raise stopped(error) from None
    today = day_of_build()
    ahead.begin(root)
    sources = digest.digest(root, today)
    if sources != _Build.digest:
        made = _Build.checked.downloads if _Build.checked else None
        checked, faults = check(root, today, made, downloads.kept_in(root), step=_Build.keeper.pause)
        if checked is None:
            raise Faulty(faults)
        _Build.checked, _Build.digest = checked, sources
    _Build.keeper.begin(_Build.sound())
    own_pages.adapt(config, _Build.sound().laid)
    publish_as(config, _Build.sound().handbook.company.site, serving=_Build.serving)
    if not config.site_url:
        config.theme.static_templates.discard(_SITEMAP)  # it names whole addresses or is of no use
    config.extra["build"] = _Build.names.build
    config.extra["handbook_macros"] = _Build.sound().macros
    extensions.extend(config)
    if _Build.warnings is None:
        _Build.warnings = WarningCounter()
        logging.getLogger("mkdocs").addHandler(_Build.warnings)
    return config


@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Take out what other programs left, and add what the build makes; late, because the language plugin knows nothing
    of generated files."""
    unwanted = {_SITEMAP} if not config.site_url else set()
    for file in [file for file in files if is_leftover(PurePath(file.src_uri)) or file.src_uri in unwanted]:
        files.remove(file)
    for file in files:
        if file.src_dir == config.theme.custom_dir and file.src_uri.endswith((".js", ".svg")):
            file.content_string = file.content_string  # with line feeds, whatever the checkout has
            file.dest_uri = _Build.names.by_content(file.src_uri, file.content_bytes)
    language = _language(config)
    own_pages.lay(files, config, _Build.sound().laid, language)
    _Build.titles = published.titles(_Build.sound(), language)
    if language == LANGUAGES.first:
        root = Path(config.config_file_path).parent
        try:
            signs = "assets/simple-signs.json", search.signs()
            files.append(finished_file(config, _Build.names.by_content(*signs), signs[1]))
            for address, content in published.files(
                _Build.sound(), config.site_url or "", root, config.extra["robots"], _Build.names
            ):
                _Build.keeper.pause()
                files.append(finished_file(config, address, content))
        except ScriptFault as fault:
            raise stopped(fault) from None
    for page_source, markdown in made_pages(_Build.sound().handbook, language):
        files.append(generated_page(config, page_source, markdown, language))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Keep the navigation for later edits."""
    _Build.keeper.note_nav(nav)
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Give the theme's templates what the handbook's components have, escaping included, and compile them once for both
    languages."""
    env.bytecode_cache, env.optimized = _Build.compiled, False
    checked, root = _Build.sound(), Path(config.config_file_path).parent
    env.loader = ChoiceLoader([cast(BaseLoader, env.loader), FileSystemLoader(root / "overrides")])
    env.autoescape = escaping.escapes(Path(str(config.theme.custom_dir)))
    env.globals.update(checked.views[_language(config)].context, improving=improving(checked, root))
    _Build.keeper.note(_language(config), config, files, env)
    return env


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """What a page says where the company has it otherwise."""
    return own_pages.text(page.file.src_uri, _Build.sound().laid, config)


@event_priority(-100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Titles and descriptions of pages that take them from data; late, because mkdocs-macros calls what looks like a
    macro in a title."""
    _Build.keeper.pause()
    if page.file.src_uri in _Build.titles:
        page.meta["title"], page.meta["description"] = _Build.titles[page.file.src_uri]
    return own_pages.titled(markdown, page.meta)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Note what the search and other pages say of the page; keep tables tables for those who listen; link to headings."""
    address = page.url.removeprefix("./")
    _Build.pages[address] = search.page_of(page.meta["title"], page.meta["description"], html)
    _Build.other_pages.note(address, page.meta["title"], page.meta["description"], html)
    return finished.finished(tables.name_roles(html), page.url, _Build.sound().views[_language(config)])


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Fill in what only the other pages tell, and make the finished page ready for paper."""
    _Build.keeper.pause()
    filled = _Build.other_pages.fill_in(output, _Build.sound().views[_language(config)].wording.duration)
    _Build.leaves.note(filled, page.file.src_uri, page.meta, _Build.sound().handbook, config.site_url or "/")
    filled = moved.with_old_places(filled, page.url, _Build.sound().handbook)
    return _Build.names.in_page(printing.spell_out_links(filled), page.url, config.site_url or "")


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """The names of the build's files in pages that have no source."""
    return _Build.names.in_page(output_content, "", config.site_url or "")


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Put the whole site in its place, after the language plugin has built every language within its own event."""
    if _i18n(config).building:
        return
    checked = _Build.sound()
    sizes = checked.downloads.sizes() if checked.downloads else {}
    site, root = Path(config.site_dir), Path(config.config_file_path).parent
    for address, content in search.index_files(checked.handbook, _Build.pages, sizes, _Build.names.by_content):
        (site / _Build.names.of(address)).write_bytes(content)
    try:
        url, with_books = config.site_url or "/", bool(config.extra.get("books"))
        published.lay_after_pages(site, root, checked, _Build.names, _Build.leaves, url, with_books=with_books)
    except ScriptFault as fault:
        raise stopped(fault) from None
    pages, other_pages = _Build.pages, _Build.other_pages
    _Build.forget_pages()
    warned, _Build.warnings = _stop_counting(), None
    if config.strict and warned:
        config.site_dir = str(_Build.staging.discard())
    else:
        try:
            config.site_dir = str(_Build.staging.publish())
        except NotReplaced as error:
            raise stopped(error) from None
        _Build.keeper.done(pages, other_pages)
    MEMORY.put_down()


def on_build_error(error: Exception) -> None:
    """Throw the unfinished site away, and what was noted of it."""
    _Build.drop(error)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
    """Keep serving the last good site while an edit is broken, and show what is edited at once."""
    root = Path(config.config_file_path).parent
    build = serving.keep_last_good(server.builder, _Build.drop)
    if _Build.keeper.last is None:  # a fresh server for every build was asked for
        for path in (root / "CHANGELOG.md", root / "overrides", *digest.templates()):
            server.watch(str(path))
        server.builder = build
        return server
    for watched in (config.docs_dir, config.config_file_path):
        server.unwatch(watched)  # one who looks is enough
    browsers = Browsers(server, root / "overrides" / "editing" / "client.js")
    _Build.editing = Editing(root, Path(server.root), _Build.keeper, browsers, build, _Build.resume, clock.today)
    _Build.editing.start()
    return server


def on_shutdown() -> None:
    """Stop looking at the sources; throw away what was broken off."""
    if _Build.editing:
        _Build.editing.stop()
    _Build.staging.discard()


def _stop_counting() -> int:
    if _Build.warnings is None:
        return 0
    logging.getLogger("mkdocs").removeHandler(_Build.warnings)
    return _Build.warnings.count


def _i18n(config: MkDocsConfig) -> Any:
    """The language plugin, which says nothing of its types."""
    return config.plugins["i18n"]


def _language(config: MkDocsConfig) -> Language:
    """The language that is being built."""
    return cast(Language, _i18n(config).current_language)
