"""What the profile says of the site: where it stands, who may find it, how readers answer."""

from __future__ import annotations

import re
from typing import Annotated, Literal
from urllib.parse import SplitResult, quote, unquote, urlsplit

from pydantic import AfterValidator, Field, ValidationInfo

from .base import Record
from .languages import ALL, Language


def _address(value: str) -> str:
    parts = urlsplit(value)
    if (
        parts.scheme not in ("http", "https")
        or not parts.hostname
        or parts.query
        or parts.fragment
        or not _is_plain(parts)
    ):
        raise ValueError("is no address of a site; write all of it, such as https://example.com/handbook/")
    return value if value.endswith("/") else f"{value}/"


def _is_plain(parts: SplitResult) -> bool:
    """Whether hosts and browsers take an address as it is written: without blanks, names of users, `..`; with a port there is."""
    try:
        port = parts.port
    except ValueError:
        return False
    path = unquote(parts.path)
    odd = re.search(r"[\s\x00-\x1f\"'<>\\^`{|}$;]|//|/\.{1,2}(?:/|$)", path)
    return port != 0 and "@" not in parts.netloc and not odd and not re.search(r"\s", parts.netloc)


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


RepositoryKind = Literal["github", "gitlab", "gitee", "gitea"]
_KINDS: dict[str, RepositoryKind] = {
    "github.com": "github",
    "gitlab.com": "gitlab",
    "gitee.com": "gitee",
    "gitea.com": "gitea",
    "codeberg.org": "gitea",
}
"""What runs on hosts that everybody knows."""
_EDITORS: dict[RepositoryKind, str] = {"github": "edit", "gitlab": "-/edit", "gitee": "edit", "gitea": "_edit"}
"""Where the editor of a file stands below a repository's own address."""


def _repository(value: str) -> str:
    parts = urlsplit(value)
    path = parts.path.strip("/").removesuffix(".git")
    if parts.scheme not in ("http", "https") or not parts.hostname or not path or parts.query or parts.fragment:
        raise ValueError(
            f"'{value}' is no address of a repository; copy it from the browser, such as https://github.com/you/handbook"
        )
    return f"{parts.scheme}://{parts.netloc}/{path}"


def _kind(value: RepositoryKind | None, info: ValidationInfo) -> RepositoryKind | None:
    address = info.data.get("address")
    if value is None and address is not None:
        value = _KINDS.get(urlsplit(address).hostname or "")
        if value is None:
            raise ValueError("cannot be told from the address; write kind: github, gitlab, gitee or gitea")
    return value


class Repository(Record):
    """Where the sources stand, so that readers can propose a change in its own editor."""

    address: Annotated[str, AfterValidator(_repository)]
    branch: Annotated[str, Field(pattern=r"^[^\s~^:?*\[\\]+$", examples=["main"])] = "main"
    kind: Annotated[RepositoryKind | None, AfterValidator(_kind), Field(validate_default=True)] = None
    """What runs there; hosts that everybody knows need not be told."""

    def editor(self, path: str) -> str:
        """The address at which a file is changed.

        Args:
            path: of the file, below the repository's root.
        """
        assert self.kind  # its validator found it
        return f"{self.address}/{_EDITORS[self.kind]}/{quote(self.branch)}/{quote(path)}"


def _once(value: tuple[Language, ...]) -> tuple[Language, ...]:
    if not value or len(set(value)) < len(value):
        raise ValueError("name each language once: [zh, en], [en, zh], [zh] or [en]; the first stands at the root")
    return value


class Site(Record):
    """How the handbook is published."""

    address: SiteAddress | None = None
    """Canonical addresses, the sitemap, the feeds and links from mail programs need it; without one the site does without them."""
    search_engines: bool = False
    """Whether search engines may list the site. A handbook of a company holds its numbers and names."""
    languages: Annotated[tuple[Language, ...], AfterValidator(_once)] = ALL
    """Those in which it is published; the first stands at the root of the site, the other below its name."""
    repository: Repository | None = None
    """Where the sources stand, if readers may propose a change there."""


EmergencyNumber = Annotated[str, Field(pattern=r"^\+?[0-9][0-9 -]{0,30}$", examples=["120"])]
"""As it is dialled, in digits; blanks or hyphens may stand between its parts."""


class Emergency(Record):
    """The public numbers in an emergency, where the company is."""

    ambulance: EmergencyNumber = "120"
    fire: EmergencyNumber = "119"
    police: EmergencyNumber = "110"
