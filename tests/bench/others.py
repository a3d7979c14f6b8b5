"""The generators that editing is measured against, with the same pages as Markdown: how each is laid down and served."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.bench import projects

_VITEPRESS = Path(__file__).parent / "node_modules" / "vitepress" / "bin" / "vitepress.js"
_PLAIN_SETTINGS = "site_name: Plain\ntheme: {name: material, language: zh, font: false}\n"
_VITEPRESS_SETTINGS = {"title": "Plain", "ignoreDeadLinks": True}
"""Links to downloads, which are not there, are let be."""


@dataclass(frozen=True)
class Generator:
    """One generator."""

    name: str
    lay: Callable[[Path, Path, Path], Path]
    """Makes its project: where, the handbook whose settings it takes, the pages after their macros."""
    serve: Callable[[int], list[str] | None]
    """The command that serves it on a port; None where it is not installed."""
    page: str
    """Where the page that is edited stands on its site, by the page's place."""


def _mkdocs(port: int) -> list[str]:
    return [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]


def _zensical(port: int) -> list[str]:
    return [sys.executable, "-m", "zensical", "serve", "--dev-addr", f"127.0.0.1:{port}"]


def _vitepress(port: int) -> list[str] | None:
    node = shutil.which("node")
    serve = ["dev", ".", "--host", "127.0.0.1", "--port", str(port), "--strictPort"]
    return [node, str(_VITEPRESS), *serve] if node and _VITEPRESS.is_file() else None


def _one_tree(folder: Path, markdown: Path) -> Path:
    """The pages where ours stand: Chinese at the root, English below `en/`."""
    shutil.copytree(markdown / "zh", folder)
    shutil.copytree(markdown / "en", folder / "en")
    return folder


def _lay_zensical(folder: Path, like: Path, markdown: Path) -> Path:
    _one_tree(folder / "docs", markdown)
    settings = _PLAIN_SETTINGS + projects.extensions(like)
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return folder


def _lay_vitepress(folder: Path, _: Path, markdown: Path) -> Path:
    _one_tree(folder, markdown)
    # Vue would take braces and HTML for a template of its own, and refuse what is none: here they are text. Attributes of
    # a heading stand in braces without the colon.
    for page in folder.rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace("{{", "{ {").replace("<", "&lt;").replace("{:", "{"), encoding="utf-8")
    (folder / ".vitepress").mkdir()
    (folder / "node_modules").symlink_to(_VITEPRESS.parents[2])  # what it serves to the browser is looked for from here
    settings = f"export default {json.dumps(_VITEPRESS_SETTINGS)};\n"
    (folder / ".vitepress" / "config.mjs").write_text(settings, encoding="utf-8")
    return folder


HANDBOOK = Generator("the handbook", lambda _, like, __: like, _mkdocs, "{}/")
OTHERS = (
    Generator("plain MkDocs", projects.plain, _mkdocs, "{}/"),
    Generator("Zensical", _lay_zensical, _zensical, "{}/"),
    Generator("VitePress", _lay_vitepress, _vitepress, "{}"),
)
