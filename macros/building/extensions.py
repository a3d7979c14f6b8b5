"""The handbook's own extensions of Markdown, which `mkdocs.yml` cannot name: a hook hands them in."""

from __future__ import annotations

from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig

from macros.pages import raw_html, tables


def extend(config: MkDocsConfig) -> None:
    """Hand them in, once a configuration."""
    extensions = cast("list[Any]", config.markdown_extensions)
    if not any(isinstance(extension, tables.MarkdownTables) for extension in extensions):
        extensions += [raw_html.RawHTML(), tables.MarkdownTables()]
