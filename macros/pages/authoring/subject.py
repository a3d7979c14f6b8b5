"""What the macros of each subject have in common."""

from __future__ import annotations

import inspect
from collections.abc import Callable

from .place import Place


class Subject:
    """Macros of one subject: every method without an underscore is one, and its name is what pages call."""

    def __init__(self, page: Place):
        self.page = page

    def macros(self) -> dict[str, Callable[..., str]]:
        """The macros by name."""
        own = {name for kind in type(self).__mro__ if kind is not Subject for name in vars(kind)}
        return {
            name: method
            for name, method in inspect.getmembers(self, inspect.ismethod)
            if name in own and not name.startswith("_")
        }
