"""What the profile says of the site: where it stands, who may find it, how readers answer."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator

from .base import Record


def _address(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise ValueError("is no address of a site; write all of it, such as https://example.com/handbook/")
    return value if value.endswith("/") else f"{value}/"


def _form(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+(?:/\S*)?", value):
        raise ValueError(
            f"'{value}' is no address of a page; copy it from the browser, such as https://example.com/form"
        )
    return value


SiteAddress = Annotated[str, AfterValidator(_address)]
"""Where the site stands, a path included, with a closing slash."""
FormAddress = Annotated[str, AfterValidator(_form)]
"""The address of a web form."""


class Site(Record):
    """How the handbook is published."""

    address: SiteAddress | None = None
    """Canonical addresses, the sitemap, the feeds and links from mail programs need it; without one the site does without them."""
    search_engines: bool = False
    """Whether search engines may list the site. A handbook of a company holds its numbers and names."""


class Emergency(Record):
    """The public numbers in an emergency, where the company is."""

    ambulance: str = "120"
    fire: str = "119"
    police: str = "110"
