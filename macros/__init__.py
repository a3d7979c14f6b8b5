"""What authors can call on pages. mkdocs-macros finds `define_env` here; everything else stands in its own module."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .pages.authoring import Macros


def define_env(env: Any) -> None:
    """Register the macros and the company profile with mkdocs-macros.

    Args:
        env: the mkdocs-macros plugin, whose configuration carries the views that the build hook made.
    """
    macros: Macros = env.conf["extra"]["handbook_macros"]
    for name, macro in macros.registered().items():
        env.macro(macro, name)
    env.variables["company"] = macros.company


def on_pre_page_macros(env: Any) -> None:
    """Before a page is rendered, tell the macros which page it is; one that was rendered on trial is not rendered again."""
    macros: Macros = env.conf["extra"]["handbook_macros"]
    page = env.page
    macros.stand_on(page.file.src_uri)
    said = macros.said(page.file.src_uri, env.markdown)
    if said is not None and "render_macros" not in page.meta and not env.has_j2(page.title or ""):
        env.markdown = said
        page.meta["render_macros"] = False
    else:
        env.markdown = macros.as_rendered(env.markdown)
