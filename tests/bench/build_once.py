"""One build in a process of its own: `python -m tests.bench.build_once PROJECT SITE [MARKDOWN]`.

The handbook's downloads are left out: each is an empty file. With a third argument, every page is also written there as
Markdown after its macros have been called.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def build(project: Path, site: Path, markdown: Path | None) -> None:
    """Build a project as `mkdocs build` does."""
    os.chdir(project)
    sys.path.insert(0, str(project))
    if (project / "macros").is_dir():
        from macros import downloads

        downloads.WRITERS.update({ending: lambda *_: b"-" for ending in downloads.WRITERS})
        downloads.kept_in = lambda _root: None
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config

    config = load_config(str(project / "mkdocs.yml"), site_dir=str(site))
    if markdown:
        _keep_markdown(config, markdown)
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(config)
    config.plugins.on_shutdown()


def _keep_markdown(config, folder: Path) -> None:
    """Have every page written as Markdown once all plugins are done with its source."""
    from mkdocs.plugins import event_priority

    @event_priority(-300)
    def on_page_markdown(text, page, **_):
        file = folder / page.file.src_uri
        file.parent.mkdir(parents=True, exist_ok=True)
        # The home page is a template of its own; a page of words stands for it.
        file.write_text(text if text.strip() else "# Home\n\n" + "Words to read. " * 300, encoding="utf-8")
        return text

    config.plugins._register_event("page_markdown", on_page_markdown)


if __name__ == "__main__":
    given = [Path(argument).resolve() for argument in sys.argv[1:]]
    build(given[0], given[1], given[2] if len(given) > 2 else None)
