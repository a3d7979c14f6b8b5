"""What authors can call on pages. mkdocs-macros finds `define_env` here; everything else stands in its own module."""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Register the macros and the company profile with mkdocs-macros.

    Args:
        env: the mkdocs-macros plugin, whose configuration carries the views that the build hook made.
    """
    from .pages.authoring import Macros

    macros: Macros = env.conf["extra"]["handbook_macros"]
    for name, macro in macros.registered().items():
        env.macro(macro, name)
    env.variables["company"] = macros.company


def on_pre_page_macros(env: Any) -> None:
    """Tell the macros, before a page is rendered, which page it is."""
    env.conf["extra"]["handbook_macros"].stand_on(env.page.file.src_uri)
