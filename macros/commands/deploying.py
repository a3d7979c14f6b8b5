"""`python -m macros deploy`: what hosts need to know of the site, as configuration in `deploy/`."""

from __future__ import annotations

from pathlib import Path

from ..published import hosting


def write(deploy: Path, site: Path) -> list[Path]:
    """Write the configuration of a finished site; what is current stays untouched.

    Returns:
        The files that are not what they were.

    Raises:
        FileNotFoundError: there is no finished site.
    """
    known = hosting.hosting(site)
    deploy.mkdir(exist_ok=True)
    changed = []
    for name in hosting.FILES:
        text = hosting.configuration(name, known)
        file = deploy / name
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8", newline="\n")
            changed.append(file)
    return changed
