"""What `mkdocs serve` does with a broken edit: it says what is wrong and goes on showing the last good site."""

from __future__ import annotations

import functools
import logging
from collections.abc import Callable
from typing import Any

from mkdocs.commands import build as mkdocs_build
from mkdocs.utils import DuplicateFilter

from ..console import in_words, said
from .kept import Superseded

_log = logging.getLogger("mkdocs.handbook")


def keep_last_good(builder: Callable[..., None], drop: Callable[[], None] = lambda: None) -> Callable[..., None]:
    """A builder that does not fail: the server goes on with the last good site until the fault is mended.

    Args:
        builder: MkDocs' own.
        drop: throws away what a build has left that ends in a way of which it tells no hook.

    Raises:
        Superseded: where a source has changed since the build began.
    """

    @functools.wraps(builder)
    def build(*given: Any, **named: Any) -> None:
        _say_anew()
        try:
            builder(*given, **named)
        except Superseded:
            drop()
            raise
        except (Exception, SystemExit) as error:
            # Of its own Abort, a SystemExit, MkDocs has already logged the reason; all else is a fault of code.
            if not isinstance(error, SystemExit):
                _log.exception(in_words("The site could not be built."))
            _log.warning(said("last_good_site"))

    return build


def _say_anew() -> None:
    """What an earlier build said is said again: MkDocs passes over what it has logged before, and so over a fault made a second time."""
    for each in mkdocs_build.log.filters:
        if isinstance(each, DuplicateFilter):
            each.msgs.clear()
