"""What leads on from the addresses of ids that went: pages, headings, downloads, files for bots."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from .. import addresses
from ..checking.checked import Checked
from ..downloads.rendering import for_markdown
from ..model.handbook import Handbook
from ..model.languages import ALL, LANGUAGES, Language
from ..model.signs import SIGNS
from ..wording import Wording
from .knowledge import Leaf
from .named import Names


def files(
    site: Path, checked: Checked, names: Names, leaves: Mapping[str, Leaf], site_url: str
) -> Iterator[tuple[str, bytes]]:
    """The files with their addresses. A page leads on by itself; a file stands under its old name too, since no host of static
    files sends anyone from one to another.

    Args:
        site: the folder that is being written, with everything else in it.
        checked: the handbook.
        names: the published names of what goes with the build.
        leaves: every page by its address.
        site_url: the site's own address with a closing slash, or `/` where it is unknown.
    """
    for each in checked.handbook.redirects.redirects:
        for language in LANGUAGES:
            old, new = (addresses.led(place, language) for place in (each.old, each.new))
            if "#" not in old:
                title = leaves[new.partition("#")[0]].title
                yield f"{old}index.html", _page(checked, names, old, new, title, site_url)
                yield (
                    f"{old}index.md",
                    _as_text(title, f"{addresses.to_root(old)}/{new}", checked.handbook, language).encode(),
                )
        yield from _under_old_names(site, each.old, each.new)
    yield from _under_languages_that_moved(site, checked, names, leaves, site_url)


def _page(checked: Checked, names: Names, old: str, new: str, title: str, site_url: str) -> bytes:
    """What stands at an old address."""
    base = addresses.to_root(old)
    values = {"base_url": base, "here": old, "to": f"{base}/{new}", "title": title, "site_url": site_url, "new": new}
    page = checked.views[addresses.language_of(new)].render_file("components/moved.html", **values)
    return names.in_page(page, old, site_url if "://" in site_url else "").encode()


_OF_A_LANGUAGE = ("*.ics", "*.vcf", "feed.xml", "llms.txt", "controlled-forms.xlsx", "contacts/*.vcf", "reviews/*.ics")
"""Files that each language has, which calendars, readers of feeds and links ask for by their address."""


def _under_languages_that_moved(
    site: Path, checked: Checked, names: Names, leaves: Mapping[str, Leaf], site_url: str
) -> Iterator[tuple[str, bytes]]:
    """The pages at the root, those that went included, and its files below the name of a language that had a place of its own until
    the company chose its languages."""
    first = LANGUAGES.first
    led = [
        [addresses.led(place, first) for place in (each.old, each.new)] for each in checked.handbook.redirects.redirects
    ]
    went = {old: new for old, new in led if "#" not in old}
    here = {address: address for address in leaves if addresses.language_of(address) == first}
    files = {file.relative_to(site).as_posix(): file for each in _OF_A_LANGUAGE for file in sorted(site.glob(each))}
    for language in ALL if LANGUAGES.alone else ALL[1:]:
        if not any(address.startswith(f"{language}/") for address in leaves):
            for address, new in {**went, **here}.items():
                old, title = f"{language}/{address}", leaves[new.partition("#")[0]].title
                yield f"{old}index.html", _page(checked, names, old, new, title, site_url)
                said = _as_text(title, f"{addresses.to_root(old)}/{new}", checked.handbook, first)
                yield f"{old}index.md", said.encode()
            for name, file in files.items():
                yield f"{language}/{name}", file.read_bytes()


def _as_text(title: str, to: str, handbook: Handbook, language: Language) -> str:
    """The same for whoever reads Markdown."""
    title, said = for_markdown(title), for_markdown(Wording(handbook, language).text("moved_page"))
    place = to.replace("/#", "/index.md#") if "#" in to else f"{to}index.md"
    return f"# {title}\n\n{said}{SIGNS[language].colon}[{title}]({place})\n"


def _under_old_names(site: Path, old: str, new: str) -> Iterator[tuple[str, bytes]]:
    """Files that bear the id of a thing."""
    (folder, _, old_id), (now, _, new_id) = old.partition("/"), new.partition("/")
    if folder != now or "#" in old or "#" in new:
        return
    places = {
        "templates": ("downloads",),
        "contacts": tuple(posixpath.dirname(addresses.contact_card(new_id, each)) for each in LANGUAGES),
    }.get(folder, ())
    for place in (*places, f"api/{folder}"):
        for file in sorted((site / place).glob(f"{new_id}.*")):
            yield f"{place}/{old_id}{file.name.removeprefix(new_id)}", file.read_bytes()


def with_old_places(html: str, address: str, handbook: Handbook) -> str:
    """A page with the anchors that went, each at what stands instead on the same page.

    >>> _anchored('<tr id="b"><th scope="row">B</th>', "a", "b")
    '<tr id="b"><th scope="row"><span id="a"></span>B</th>'
    """
    for old, new in addresses.moved(handbook.redirects, address.removeprefix("./"), within=True):
        html = _anchored(html, old, new)
    return html


def _anchored(html: str, old: str, new: str) -> str:
    """Within the element, so that what unfolds or marks it does so for the old anchor too; of a row, within its first cell."""
    return re.sub(
        rf'(<tr\b[^>]*\sid="{new}"[^>]*>\s*<t[hd][^>]*>|<\w+\b[^>]*\sid="{new}"[^>]*>)',
        rf'\1<span id="{old}"></span>',
        html,
        count=1,
    )
