"""What the build adds to the settings and files that MkDocs knows."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from ..model.languages import LANGUAGES
from ..model.site import Site


def finished_file(config: MkDocsConfig, address: str, content: bytes) -> File:
    """A file that is published as it is."""
    # MkDocs makes a page of whatever source is called .md; a download of that name is none.
    source = f"{address}.txt" if address.endswith(".md") else address
    file = File.generated(config, source, content=content, inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri = address
    return file


def copied_file(config: MkDocsConfig, source: str, place: Path) -> File:
    """A file beside a page, published beside it as it is.

    Args:
        config: the settings.
        source: where pages find it, below `docs/`: `zh/reference/floor-3.png`.
        place: where it stands.
    """
    file = File.generated(config, source, abs_src_path=str(place), inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri = source.removeprefix(f"{LANGUAGES.first}/")
    return file


def generated_page(config: MkDocsConfig, source: str, markdown: str, language: str) -> File:
    """A generated page with what the language plugin would have put on it."""
    path = source.removeprefix(f"{LANGUAGES.first}/")
    file: Any = File.generated(config, source, content=markdown, inclusion=InclusionLevel.NOT_IN_NAV)
    bare = path.removesuffix(".md")
    file.dest_uri = bare + (".html" if PurePath(bare).name == "index" else "/index.html")
    file.locale = file.locale_alternate_of = file.localization = language
    file.alternates = {language: file}
    file.norm_src_uri = source.partition("/")[2]
    made: File = file
    return made


def publish_as(config: MkDocsConfig, site: Site, *, serving: bool) -> None:
    """Set what the company's profile says of the site; while serving, the address is the server's own."""
    if not serving:
        config.site_url = site.address
    config.extra["robots"] = "all" if site.search_engines else "noindex, nofollow"
