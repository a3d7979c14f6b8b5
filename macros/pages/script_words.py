"""What scripts say, in the language of the page."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from ..downloads.rendering import MARKDOWN
from ..model.handbook import Handbook
from ..model.languages import Language

_PREFIX = "script_"
JSON: dict[str, Any] = {"ensure_ascii": False, "separators": (",", ":"), "sort_keys": True}
"""How data stands in a page, as the arguments of `json.dumps`: as it is, since escapes cost a page a hundredth of its weight."""


def script_words(handbook: Handbook, language: Language) -> Callable[[Mapping[str, bool]], Markup]:
    """A function for templates that gives them as JSON: the texts of the interface whose names begin with `script_`, what is
    active in Markdown, which scripts write too, and ids that are other ones by now.

    It takes, of the words that one app has, by how their names begin (`fill_`), whether the app is on the page; where that is
    not said, they all are.
    """

    @functools.cache
    def words(absent: frozenset[str]) -> Markup:
        said = {f"markdown_{name}": pattern for name, pattern in MARKDOWN.items()}
        for key, text in handbook.interface.texts.items():
            name = key.removeprefix(_PREFIX)
            if name != key and name.partition("_")[0] not in absent:
                said[name] = text[language]
        if handbook.redirects.kept:
            said["moved_ids"] = str(htmlsafe_json_dumps(handbook.redirects.kept, **JSON))
        return htmlsafe_json_dumps(said, **JSON)

    return lambda here: words(frozenset(app.removesuffix("_") for app, present in here.items() if present is False))
