"""Lines of the company's own pages that lost a link, or went, with what the company leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..errors import Faults, shortened
from ..reading import source as reading
from ..reading.layer import following, places
from ..reading.layer.laid import Laid
from ..reading.layer.prose import without


def notices(root: Path, laid: Laid) -> Iterator[str]:
    """A line for each of them.

    Args:
        root: the project's root.
        laid: its sources, with the company's layer over them.
    """
    for source, file in laid.pages.items() if laid.gone else ():
        text = reading.decode(file, root, Faults()) if file.is_relative_to(root / places.COMPANY) else None
        written = following.page(source, text or "", laid.renames)
        pairs = zip(written.split("\n"), without(source, written, laid).split("\n"), strict=True)
        for number, (was, now) in enumerate(pairs, 1):
            if was != now and was.strip():
                left = now.strip() if not now.strip().startswith("{##") else ""
                came = f"reads without it: '{shortened(left)}'" if left else "is not shown"
                where = f"{file.relative_to(root).as_posix()}:{number}"
                yield f"{where}: link: leads to something that is left out, so this line {came}"
