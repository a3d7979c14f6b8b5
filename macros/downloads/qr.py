"""QR codes: from paper back to the page."""

from __future__ import annotations

import io
import re

import segno

from ..shared.remembered import MEMORY


def svg(address: str) -> str:
    """A picture of an address: black on nothing, one module a unit, without the margin that it needs around it."""
    written = io.BytesIO()
    segno.make_qr(address, error="m").save(written, kind="svg", border=0, xmldecl=False, omitsize=True, nl=False)
    return written.getvalue().decode()


def in_page(address: str) -> tuple[int, str]:
    """The same for the markup of a page: how many modules it is wide, and the path that draws them."""
    drawn = MEMORY.written("code", address, make=lambda: svg(address))
    size, path = re.search(r'viewBox="0 0 (\d+)', drawn), re.search(r' d="([^"]+)"', drawn)
    assert size and path  # so segno writes it
    return int(size[1]), path[1]
