"""Pages of the company's own in the site: their files, their text, their places in the navigation."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from ..checking.prose import described
from ..errors import Faults
from ..model.languages import LANGUAGES
from ..model.things import WITH_PAGES
from ..reading.layer import places
from ..reading.layer.laid import Laid
from ..reading.layer.prose import text_of
from ..reading.markdown import without_code
from .made import copied_file, generated_page

_DATA_FOLDERS = {thing.folder for thing in WITH_PAGES} | {"guide"}
"""Folders whose pages take their places from the data."""
_TITLED = re.compile(r"^#[^#]|<h1|^=+ *$", re.MULTILINE)
_LAST = "About"
"""The part before which a part of the company's own stands."""


def text(source: str, laid: Laid, config: MkDocsConfig) -> str | None:
    """What a page says where that is not what stands in its file below `docs/`; None where it is."""
    root = Path(config.config_file_path).parent
    file = laid.pages.get(source)
    if file is None or (not laid.gone and file == root / "docs" / source):
        return None
    return text_of(source, laid, root, Faults())


def titled(markdown: str, meta: Mapping[str, Any]) -> str:
    """A page with its title as the heading above it, where it has none of the kind itself.

    Args:
        markdown: the page, its macros done.
        meta: its front matter; a page with a template of its own has its heading from there.
    """
    if "template" in meta or "title" not in meta or _TITLED.search("\n".join(without_code(markdown))):
        return markdown
    return f'<h1 id="top">{html.escape(str(meta["title"]), quote=False)}</h1>\n\n{markdown}'


def lay(files: Files, config: MkDocsConfig, laid: Laid, language: str) -> None:
    """Take out the pages that the company leaves out, and add those of its own, with the pictures and documents beside them."""
    root = Path(config.config_file_path).parent
    there = {file.src_uri for file in files}
    for file in [file for file in files if file.src_uri.endswith(".md") and file.src_uri.startswith(("zh/", "en/"))]:
        if file.src_uri not in laid.pages and (root / "docs" / file.src_uri).is_file():
            files.remove(file)
    for source in laid.pages:
        if source.startswith(f"{language}/") and source not in there:
            files.append(generated_page(config, source, text_of(source, laid, root, Faults()) or "", language))
    for source, place in places.beside_pages(root).items():
        if source.startswith(f"{language}/"):
            files.append(copied_file(config, source, place))


def adapt(config: MkDocsConfig, laid: Laid) -> None:
    """Put the company's pages into the settings' navigation, and take out those that it leaves out."""
    languages = config.plugins["i18n"].config.languages
    _publish_in(config, languages)
    chinese = next(each for each in languages if each.locale == "zh")
    translations = dict(chinese.nav_translations or {})
    root = Path(config.config_file_path).parent
    config.nav = navigation(config.nav or [], laid, root, translations)
    chinese.nav_translations = translations


def _publish_in(config: MkDocsConfig, languages: list[Any]) -> None:
    """Have the language plugin build what the profile publishes, the first of it at the root."""
    for each in languages:
        each.build, each.default = each.locale in LANGUAGES, each.locale == LANGUAGES.first
    languages.sort(key=lambda each: (not each.default, not each.build))
    config.theme["language"] = LANGUAGES.first


def navigation(nav: list[Any], laid: Laid, root: Path, translations: dict[str, str]) -> list[Any]:
    """The navigation without the pages that are left out, and with the company's own behind those of their part.

    Args:
        nav: as in the settings.
        laid: the handbook with the company's layer over it.
        root: the project's root.
        translations: takes the Chinese names of the company's own parts by the English ones.
    """
    left = [each for each in (_left(item, laid) for item in nav) if each]
    listed = {page for item in left for page in _pages(item)}
    own: dict[str, list[str]] = {}
    for source in laid.pages:
        language, _, page = source.partition("/")
        folder = page.partition("/")[0]
        if language == LANGUAGES.first and page not in listed and "/" in page and folder not in _DATA_FOLDERS:
            own.setdefault(folder, []).append(page)
    for folder, pages in own.items():
        pages.sort(key=lambda page: (not page.endswith("/index.md"), page))
        part = next((item for item in left if any(each.startswith(f"{folder}/") for each in _pages(item)[:1])), None)
        if isinstance(part, dict):
            next(iter(part.values())).extend(pages)
            continue
        names = [described(root, f"{language}/{pages[0]}", laid) or folder for language in ("en", "zh")]
        if LANGUAGES.alone:
            names = [described(root, f"{LANGUAGES.first}/{pages[0]}", laid) or folder] * 2
        translations[names[0]] = names[1]
        last = next((n for n, item in enumerate(left) if isinstance(item, dict) and _LAST in item), len(left))
        left.insert(last, {names[0]: pages})
    return left


def _left(item: Any, laid: Laid) -> Any:
    if isinstance(item, dict):
        parts = {
            title: [each for each in (_left(part, laid) for part in pages) if each] for title, pages in item.items()
        }
        return {title: pages for title, pages in parts.items() if pages}
    return item if f"{LANGUAGES.first}/{item}" in laid.pages else None


def _pages(item: Any) -> list[str]:
    return (
        [page for pages in item.values() for part in pages for page in _pages(part)]
        if isinstance(item, dict)
        else [item]
    )
