"""Runs MkDocs, and lets through of what it says only what someone must know."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # the theme prints an advertisement of its successor otherwise

from mkdocs import utils
from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from ..console import in_words, said


def build(root: Path) -> bool:
    """Build the site strictly into `site/`; False where that failed, which has been said then."""
    _be_calm()
    try:
        config = load_config(config_file=str(root / "mkdocs.yml"), strict=True)
        config.extra["books"] = True  # for whoever publishes; an editor who looks at a page need not wait for them
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build.build(config)
        finally:
            config.plugins.on_shutdown()
    except MkDocsException as error:
        print(in_words(str(error)), file=sys.stderr)
        return False
    except KeyboardInterrupt:
        print(said("stopped"), file=sys.stderr)
        return False
    return True


def serve(root: Path, host: str, port: int) -> bool:
    """Show the site until that is ended; False where it could not be built, which has been said then.

    Raises:
        OSError: nothing can listen there.
    """
    _be_calm()
    try:
        mkdocs_serve.serve(config_file=str(root / "mkdocs.yml"), dev_addr=f"{host}:{port}")
    except KeyboardInterrupt:
        pass  # while it was built
    except MkDocsException as error:
        print(in_words(str(error)), file=sys.stderr)
        return False
    return True


class _Calm(logging.Filter):
    """Warnings and faults of everyone; what goes on only of ourselves."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether to print."""
        return record.levelno >= logging.WARNING or record.name == "mkdocs.handbook"


class _Plain(logging.Formatter):
    """A warning of MkDocs says that it is one."""

    def format(self, record: logging.LogRecord) -> str:
        """A line."""
        words = super().format(record)
        ours = record.name == "mkdocs.handbook" or record.levelno < logging.WARNING
        return words if ours else f"{said('warning')}: {in_words(words)}"


def _be_calm() -> None:
    stream = logging.StreamHandler()
    stream.addFilter(_Calm())
    stream.setFormatter(_Plain())
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.addHandler(stream)
    mkdocs_build.log.addFilter(utils.DuplicateFilter())  # every page is built in two languages
