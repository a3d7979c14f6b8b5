"""Names of downloaded files are allowed on every system, and no two templates share one."""

from __future__ import annotations

import re

from ...model.languages import LANGUAGES
from ...reading.loaded import Loaded

_NOT_ALLOWED = re.compile(r'[<>:"/\\|?*\x00-\x1f]|[. ]$')


def check(loaded: Loaded) -> None:
    """Report names that Windows refuses, and names given twice."""
    taken: dict[tuple[str, str], str] = {}
    for path, template in loaded.folder("templates").items():
        for language in LANGUAGES:
            name = template.file_name[language]
            if found := _NOT_ALLOWED.search(name):
                loaded.fault(
                    path,
                    ("file_name", language),
                    f"'{name}': '{found[0]}' is not allowed here in the name of a file; leave it out",
                )
            other = taken.setdefault((language, name.casefold()), path)
            if other != path:
                loaded.fault(
                    path,
                    ("file_name", language),
                    f"'{name}' is the file name of {loaded.place(other)} too; give this one a name of its own",
                )
